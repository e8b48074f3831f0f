/* Anything that a DCC User gets back, from a tree: the same fields as s1sr_validator/messages/answer*.py read, without
   the survey of parts that the command line's rules about an answer alone need. */
(function (S1SR) {
  "use strict";
  const { Refusal, PREFIXES, DUIS } = S1SR.xml;
  const { stripXml: strip, readMoment } = S1SR.values;
  const MAX_PATH = 1000;
  const BOOLEANS = { true: true, 1: true, false: false, 0: false };
  const ROOTS = ["sr:Response", "sr:SMETS1SignedResponse", "sr:S1SPAlert", "ra:GBCSResponse"];
  const MESSAGES = {
    "sr:ResponseMessage": responseMessage, "sr:DCCAlertMessage": dccAlertMessage,
    "sr:DeviceAlertMessage": deviceAlertMessage, "sr:SMETS1ResponseMessage": smets1ResponseMessage,
  };
  const READERS = {
    "sr:Response": response, "sr:SMETS1SignedResponse": signedResponse, "sr:S1SPAlert": bareAlert,
    "ra:GBCSResponse": (root, names) => deviceMessage(root, "ra", ["gbcs_response", "gbcs_device_alert"], root, names),
  };
  const STATED =
    /^([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2})(\.[0-9]{1,30})?(Z|[+-][0-9]{2}:[0-9]{2})?$/;

  function isAnswer(document) {
    return ROOTS.includes(document.root.name);
  }

  /* Reads an answer; `names` has the names of elements that the request table carries. */
  function readAnswer(document, names) {
    const { root } = document;
    if (!isAnswer(document)) {
      const message = `the root element is ${root.name}, which is not an answer`;
      throw new Refusal("RSP001", message, document.placeOf(0), rootTip(root));
    }
    try {
      return { ...EMPTY, name: document.name, root: root.name, schema_version: attribute(root, "schemaVersion"),
        ...READERS[root.name](root, names) };
    } catch (error) {
      if (!(error instanceof PathTooLong)) throw error;
      const message = `a value's path has ${error.length.toLocaleString("en")} characters; at most 1,000 are read`;
      throw new Refusal("RSP002", message, document.placeOf(error.node));
    }
  }

  const EMPTY = {
    service_reference: "", srv: "", dsp_schedule_id: "", header: null, throttling: null, content: null, dcc_alert: null,
    s1sp_alert: null, gbcs_alert: null, device_message: null,
  };

  class PathTooLong extends Error {
    constructor(length, node) {
      super("path too long");
      Object.assign(this, { length, node });
    }
  }

  function rootTip(root) {
    if (root.name === "sr:Request") return "this is a request: give what came back, or check it as a request";
    const same = ROOTS.find((name) => name.slice(3) === root.local);
    if (same) {
      const prefix = same.slice(0, 2);
      const uri = Object.keys(PREFIXES).find((known) => PREFIXES[known] === prefix);
      return `declare the namespace: xmlns:${prefix}="${uri}"`;
    }
    const whole = Object.hasOwn(PREFIXES, root.uri) ? "the whole document; its root is" : "a document whose root is";
    return `give ${whole} one of ${ROOTS.join(", ")}`;
  }

  const first = (element, name) => (element && element.children.find((child) => child.name === name)) || null;
  const every = (element, name) => element.children.filter((child) => child.name === name);
  const textOf = (element, name) => (first(element, name) || { text: "" }).text;

  function attribute(element, name) {
    const found = element.attributes.find(([known]) => known === name);
    return found ? strip(found[1]) : "";
  }

  function oneOf(owner, names) {
    const found = owner ? owner.children.filter((child) => names.includes(child.name)) : [];
    return found.length === 1 ? found[0] : null;
  }

  function statedTime(text) {
    return { text };
  }

  /* A moment in milliseconds and microseconds as model/stated_time.py reads it, or null. */
  function momentOf(text) {
    const found = STATED.exec(text);
    if (!found) return null;
    const zone = found[3] || "Z";
    if (zone === "Z") return readMoment(text);
    const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(4))];
    if (hours > 23 || minutes > 59) return null;
    const local = readMoment(`${found[1]}${found[2] || ""}Z`);
    const shift = (zone[0] === "-" ? -1 : 1) * (hours * 60 + minutes) * 60000;
    return local && { time: local.time - shift, micro: local.micro };
  }

  function response(root, names) {
    const header = first(root, "sr:Header");
    const message = oneOf(first(root, "sr:Body"), Object.keys(MESSAGES));
    const parts = message ? messageParts(message, names) : { kind: "unclear" };
    if (!header) return parts;
    const code = textOf(header, "sr:ResponseCode");
    const kind = parts.kind === "acknowledgement" && code.startsWith("E") ? "error" : parts.kind;
    return { ...parts, kind, header: {
      request_id: textOf(header, "sr:RequestID"), response_id: textOf(header, "sr:ResponseID"), response_code: code,
      response_time: statedTime(textOf(header, "sr:ResponseDateTime")),
    } };
  }

  function messageParts(message, names) {
    const [sequence, count] = ["sr:ThrottledAlertSequenceId", "sr:ThrottledAlertCount"];
    const isThrottled = first(message, sequence) || first(message, count);
    return {
      ...MESSAGES[message.name](message, names),
      service_reference: textOf(message, "sr:ServiceReference"),
      srv: textOf(message, "sr:ServiceReferenceVariant"),
      dsp_schedule_id: textOf(message, "sr:DSPScheduleID"),
      throttling: isThrottled ? { sequence_id: textOf(message, sequence), count: textOf(message, count) } : null,
    };
  }

  function responseMessage(message, names) {
    const chosen = message.children.filter((child) => child.uri === DUIS && names.responses.includes(child.local));
    if (!chosen.length) return { kind: "acknowledgement" };
    if (chosen.length > 1) return { kind: "unclear" };
    const isGbcs = names.gbcs_payloads.includes(chosen[0].local);
    return { kind: isGbcs ? "gbcs_payload" : "dcc_only_response", content: content(chosen[0]) };
  }

  function dccAlertMessage(message, names) {
    const element = oneOf(first(message, "sr:DCCAlert"), names.dcc_alerts.map((name) => `sr:${name}`));
    const carried = element && element.name === "sr:S1SPAlertDSP" ? first(element, "sr:S1SPAlert") : null;
    const alert = { code: textOf(message, "sr:DCCAlertCode"), content: element ? content(element) : null };
    const s1sp = carried ? s1spAlert(carried, textOf(element, "sr:DSPScheduleID")) : null;
    return { kind: s1sp ? "s1sp_alert" : "dcc_alert", dcc_alert: alert, s1sp_alert: s1sp };
  }

  function s1spAlert(alert, schedule) {
    return {
      code: textOf(alert, "sr:S1SPAlertCode"), request_id: textOf(alert, "sr:RequestID"),
      device_id: textOf(alert, "sr:DeviceID"), additional_information: textOf(alert, "sr:AdditionalInformation"),
      utrn: textOf(alert, "sr:UTRN"), time: statedTime(textOf(alert, "sr:DateTime")),
      schema_version: attribute(alert, "schemaVersion"), dsp_schedule_id: schedule,
    };
  }

  function bareAlert(root) {
    return { kind: "s1sp_alert", s1sp_alert: s1spAlert(root, "") };
  }

  function deviceAlertMessage(message) {
    const alert = { code: textOf(message, "sr:AlertCode"), gbcs_payload: textOf(message, "sr:GBCSPayload") };
    return { kind: "device_alert", gbcs_alert: alert };
  }

  function smets1ResponseMessage(message, names) {
    const signed = first(message, "sr:SMETS1SignedResponse");
    return signed ? signedResponse(signed, names) : { kind: "unclear" };
  }

  function signedResponse(signed, names) {
    const holder = first(signed, "sr:SMETS1Response");
    if (!holder) return { kind: "unclear" };
    return deviceMessage(holder, "sr", ["smets1_response", "smets1_device_alert"], signed, names);
  }

  function deviceMessage(holder, prefix, [answered, alerted], versioned, names) {
    const header = first(holder, `${prefix}:Header`);
    const wanted = [`${prefix}:ResponseMessage`, `${prefix}:DeviceAlertMessage`];
    const message = oneOf(first(holder, `${prefix}:Body`), wanted);
    const isResponse = message !== null && message.name === wanted[0];
    return {
      kind: message === null ? "unclear" : isResponse ? answered : alerted,
      device_message: {
        schema_version: attribute(versioned, "schemaVersion"), header: header && deviceHeader(header),
        response: isResponse ? deviceResponse(message) : null,
        alert: message && !isResponse ? deviceAlert(message, names) : null,
      },
    };
  }

  function deviceHeader(header) {
    const time = first(header, "ra:Timestamp");
    const named = {
      originator_id: "BusinessOriginatorID", target_id: "BusinessTargetID", originator_counter: "OriginatorCounter",
      supplementary_remote_party_id: "SupplementaryRemotePartyID",
      supplementary_remote_party_counter: "SupplementaryRemotePartyCounter",
      supplementary_originator_counter: "SupplementaryOriginatorCounter",
      message_code: "GBCSHexadecimalMessageCode", service_reference: "ServiceReference", srv: "ServiceReferenceVariant",
    };
    const texts = Object.entries(named).map(([key, name]) => [key, textOf(header, `ra:${name}`)]);
    return {
      ...Object.fromEntries(texts), time: statedTime(time ? time.text : ""),
      is_from_gsme: time ? attribute(time, "isFromGSME") : "", clock_status: time ? attribute(time, "ClockStatus") : "",
    };
  }

  function deviceResponse(message) {
    const data = first(message, "ra:SMETSData"), debug = first(message, "ra:DebugInfo");
    const found = data ? data.children.filter((child) => child.name.startsWith("ra:")) : [];
    return {
      gbcs_data: gbcsData(message), debug: debug && debugInfo(debug),
      payload: found.length === 1 ? payload(found[0]) : null,
    };
  }

  function payload(element) {
    const read = content(element), said = attribute(element, "MessageSuccess");
    return { ...read, message_success: Object.hasOwn(BOOLEANS, said) ? BOOLEANS[said] : null };
  }

  function deviceAlert(message, names) {
    const inside = first(message, "ra:DeviceAlertContent");
    const held = inside && oneOf(first(inside, "ra:Payload"), names.alert_payloads.map((name) => `ra:${name}`));
    return {
      gbcs_data: gbcsData(message), code: textOf(inside, "ra:GBCSHexAlertCode"),
      description: textOf(inside, "ra:AlertDescription"), time: statedTime(textOf(inside, "ra:Timestamp")),
      payload: held ? content(held) : null,
    };
  }

  function gbcsData(message) {
    return every(message, "ra:GBCSData").map((data) => ({
      format: attribute(data, "format"), sequence: attribute(data, "sequence"), name: attribute(data, "name"),
      type: attribute(data, "type"), text: data.text,
    }));
  }

  function debugInfo(debug) {
    const entries = (group, name) => every(debug, group).flatMap((found) => every(found, name));
    const coded = (entry) => ({
      response_code: attribute(entry, "ResponseCode"), position: attribute(entry, "Position"),
    });
    return {
      smets1: entries("ra:SMETS1Debug", "ra:SMETS1Response")
        .map((entry) => ({ ...coded(entry), error: textOf(entry, "ra:Error") })),
      cosem: entries("ra:COSEMDebug", "ra:COSEMResponse").map((entry) => {
        const result = oneOf(entry, ["ra:DataAccessResult", "ra:ActionResult"]);
        return { ...coded(entry), result_of: result ? result.local : "", result: result ? result.text : "" };
      }),
      zigbee: entries("ra:ZIGBEEDebug", "ra:ZIGBEEClusterResponse").flatMap(zigbee),
    };
  }

  function zigbee(cluster) {
    const name = first(cluster, "ra:ClusterName");
    const responses = ["ra:ZIGBEECommandResponse", "ra:ZIGBEEDataResponse"].flatMap((kind) => every(cluster, kind));
    return responses.flatMap((found) => every(found, "ra:Status").map((status) => ({
      response_code: attribute(status, "ResponseCode"), status: textOf(status, "ra:ZCLStatus"),
      cluster: name ? name.text : "", cluster_id: name ? attribute(name, "id") : "",
      command_id: textOf(found, "ra:CommandID"), attribute_id: textOf(found, "ra:AttributeID"),
    })));
  }

  /* All that an element holds in its own namespace: values by dotted path, and what holds them. */
  function content(element) {
    const [fields, containers, empty] = [0, 0, 0].map(() => Object.create(null));
    for (const [name, text] of element.attributes) fields[`@${name}`] = [{ text: strip(text), node: element.node }];
    descend(element, element.uri, "", (path, inner) => {
      const holds = inner.children.length > 0;
      if (!holds) (fields[path] ||= []).push({ text: inner.text, node: inner.node });
      if (holds || !inner.text) (containers[path] ||= []).push(inner.node);
      if (!holds && !inner.text) empty[path] = (empty[path] || 0) + 1;
      for (const [name, text] of inner.attributes) {
        (fields[`${path}.@${name}`] ||= []).push({ text: strip(text), node: inner.node });
      }
    });
    return {
      element: element.local, node: element.node, text: element.children.length ? "" : element.text, fields, containers,
      empty,
    };
  }

  function descend(owner, uri, path, visit) {
    const below = owner.children
      .filter((child) => child.uri === uri)
      .map((child) => [path ? `${path}.${child.local}` : child.local, child]);
    for (const [longer, child] of below) {
      if (longer.length > MAX_PATH && [...longer].length > MAX_PATH) throw new PathTooLong([...longer].length, child.node);
    }
    for (const [longer, child] of below) {
      visit(longer, child);
      descend(child, uri, longer, visit);
    }
  }

  function debugCodes(answer) {
    const debug = answer.device_message?.response?.debug;
    return debug ? [...debug.smets1, ...debug.cosem, ...debug.zigbee].map((entry) => entry.response_code) : [];
  }

  const payloadOf = (answer) => answer.device_message?.response?.payload ?? null;
  const responseCode = (answer) => answer.header?.response_code ?? "";
  const deviceId = (answer) => answer.device_message?.header?.originator_id || answer.s1sp_alert?.device_id || "";
  const alertCode = (answer) => answer.device_message?.alert?.code ?? answer.gbcs_alert?.code ?? "";

  function requestIds(answer) {
    const alert = answer.dcc_alert?.content;
    const named = Object.entries(alert ? alert.fields : {})
      .filter(([path]) => path.endsWith("RequestID"))
      .flatMap(([, values]) => values.map((value) => value.text));
    const all = [answer.header?.request_id ?? "", answer.s1sp_alert?.request_id ?? "", ...named];
    return [...new Set(all.filter(Boolean))];
  }

  function statedSrvs(answer) {
    return [...new Set([answer.srv, answer.device_message?.header?.srv ?? ""].filter(Boolean))];
  }

  S1SR.answer = {
    isAnswer, readAnswer, momentOf, payloadOf, responseCode, debugCodes, deviceId, alertCode, requestIds, statedSrvs,
  };
})((globalThis.S1SR = globalThis.S1SR || {}));
