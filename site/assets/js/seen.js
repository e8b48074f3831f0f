/* What came back, read from all answers together, and whether each belongs to the request.
   The same steps as s1sr_validator/verdict/pairing.py and seen.py. */
(function (S1SR) {
  "use strict";
  const { payloadOf, responseCode, debugCodes, deviceId, requestIds, statedSrvs } = S1SR.answer;
  const { headerText } = S1SR.request;
  const RESPONSES = ["smets1_response", "gbcs_response"], GBCS = ["gbcs_payload", "device_alert", "gbcs_device_alert"];
  const SCHEDULED_SRV = "DSPScheduledServiceReferenceVariant", SCHEDULED_DEVICE = "DeviceID";

  const textAt = (request, path) => (request.fields[path] ? request.fields[path][0].text : null);

  function pair(request, answer) {
    const found = [...compareIds(request, answer), ...compareDevices(request, answer), ...compareServices(request, answer)];
    const against = found.filter(([agrees]) => !agrees).map(([, says]) => says);
    if (against.length) return { answer, belongs: "no", reasons: against };
    return { answer, belongs: found.length ? "yes" : "unknown", reasons: found.map(([, says]) => says) };
  }

  function compareIds(request, answer) {
    const sent = headerText(request, "RequestID");
    if (!sent) return [];
    return requestIds(answer).map((stated) => {
      const same = stated.toUpperCase() === sent.toUpperCase();
      return [same, `it names request ${stated}${same ? "" : `, not ${sent}`}`];
    });
  }

  function compareDevices(request, answer) {
    const expected = deviceOf(request), stated = deviceId(answer);
    if (!expected || !stated) return [];
    const same = stated.toUpperCase() === expected;
    return [[same, `it is from Device ${stated}${same ? "" : `, not ${expected}`}`]];
  }

  function compareServices(request, answer) {
    const scheduled = textAt(request, SCHEDULED_SRV);
    const expected = scheduled === null ? [request.srv] : [request.srv, scheduled];
    return statedSrvs(answer).map((stated) => {
      const same = expected.includes(stated);
      return [same, `it is about SRV ${stated}${same ? "" : `, not ${expected.join(" or ")}`}`];
    });
  }

  function deviceOf(request) {
    const scheduled = textAt(request, SCHEDULED_SRV) === null ? null : textAt(request, SCHEDULED_DEVICE);
    if (scheduled !== null) return scheduled.toUpperCase();
    const named = S1SR.rules.messageId(headerText(request, "RequestID"));
    return named && named.fits ? named.target : "";
  }

  function seenIn(answers, service) {
    const responses = answers.filter((answer) => RESPONSES.includes(answer.kind));
    const raised = answers.filter((answer) => answer.s1sp_alert).map((answer) => answer.s1sp_alert.code);
    const alerts = [...new Set(raised)];
    if (responses.length) return withResponse(responses[responses.length - 1], alerts, service);
    if (!alerts.length) return { outcome: null, alerts: [], payload: null, says: nothingDecisive(answers) };
    const says = `the S1SP raised ${alerts.map((code) => code || "an alert without a code").join(", ")}`;
    return { outcome: "failure", alerts, payload: null, says };
  }

  function withResponse(response, alerts, service) {
    const payload = payloadOf(response), trouble = failureIn(response);
    const beside = alerts.length ? `, and the S1SP raised ${alerts.join(", ")}` : "";
    if (trouble) return { outcome: "failure", alerts, payload, says: trouble + beside };
    if (payload) return { outcome: "success", alerts, payload, says: `a response with payload ${payload.element}${beside}` };
    if (!service.payload) {
      return { outcome: "success", alerts, payload, says: `a response without a payload, as the service has none${beside}` };
    }
    if (alerts.length) return { outcome: "failure", alerts, payload, says: `a response without content${beside}` };
    return { outcome: null, alerts: [], payload, says: "a response that holds neither data nor debug information" };
  }

  function failureIn(response) {
    if (payloadOf(response)?.message_success === false) return "a response whose payload says that it failed";
    const codes = debugCodes(response), code = responseCode(response);
    if (codes.length) return `a response with debug information (code ${codes.join(", ")})`;
    return code.startsWith("E") ? `a response with code ${code}` : "";
  }

  function nothingDecisive(answers) {
    const kinds = answers.map((answer) => answer.kind);
    if (kinds.includes("error")) {
      const codes = answers.filter((answer) => answer.kind === "error").map(responseCode).join(", ");
      return `the DCC did not accept the request (${codes}), so no Device was asked`;
    }
    if (kinds.includes("dcc_only_response")) return "the DCC answered by itself, so no Device was asked";
    if (kinds.includes("acknowledgement")) return "only an acknowledgement came: the Device's answer is still to come";
    if (kinds.some((kind) => GBCS.includes(kind))) {
      return "the answer is a GBCS message of a SMETS2+ Device, which is not looked into";
    }
    return "nothing came that says how the Device answered";
  }

  /* How often an element or attribute stands at a dotted path; an empty element is both container and value. */
  function countAt(payload, path) {
    const values = (payload.fields[path] || []).map((value) => value.node);
    return new Set([...(payload.containers[path] || []), ...values]).size;
  }

  function revealedState(seen, service, table) {
    const { payload } = seen;
    if (!payload || seen.outcome !== "success" || payload.element !== service.payload) return {};
    const shown = {};
    for (const fact of table.states) {
      for (const [srv, counts] of fact.revealed_by) {
        if (srv !== service.id) continue;
        shown[`state.${fact.name}`] = BigInt(Math.max(...counts.map((path) => countAt(payload, path))));
      }
    }
    return shown;
  }

  S1SR.seen = { pair, seenIn, revealedState };
})((globalThis.S1SR = globalThis.S1SR || {}));
