/* Rules about a request: those of s1sr_validator/checking/rules that the request table names, with the same codes and
   the same words. The command line asks more; the table knows which. */
(function (S1SR) {
  "use strict";
  const { compareText, quoted, readInteger } = S1SR.values;
  const { headerText, isBareBody, bodyElement, bodyNode, isSigned } = S1SR.request;
  const { order, momentOf, periods, spans, hasZone, dayOf, minuteOf, isOfType } = S1SR.moments;

  const HEADER_FIELDS = ["RequestID", "CommandVariant", "ServiceReference", "ServiceReferenceVariant"];
  const FIRST = "FirstInSequence", PREDECESSOR = "PrecedingServiceRequestID", EXECUTION = "ExecutionDateTime";
  const SRV = "ServiceReferenceVariant", VARIANT = "CommandVariant";
  const KNOWN = [1, 2, 3, 4, 5, 6, 7, 8], SIGNED = [5, 6, 7], RESERVED = 9;
  const FLAGS = { true: true, 1: true, false: false, 0: false };
  const EUI = "[0-9A-Fa-f]{2}(?:-[0-9A-Fa-f]{2}){7}";
  const REQUEST_ID = new RegExp(`^(${EUI}):(${EUI}):(0|[1-9][0-9]{0,19})$`);
  const COUNTER_MOST = 2n ** 64n - 1n;
  const MOST = 20;
  const TYPE_WORDS = {
    "xs:dateTime": "a date and time such as 2025-01-01T00:00:00Z", "xs:date": "a date such as 2025-01-01",
    "xs:time": "a time such as 00:00:00", "xs:boolean": "true or false", "xs:decimal": "a decimal number",
    "xs:base64Binary": "base64", "xs:hexBinary": "pairs of hex digits",
  };

  function shown(text) {
    const letters = Array.from(text);
    return quoted(letters.length <= 60 ? text : `${letters.slice(0, 60).join("")}...`);
  }

  /* What the rules see: the request, where its elements stand, its service, and what the reader said. */
  class Context {
    constructor({ request, document, decisions, requests, asOf, devices = [], role = "" }) {
      Object.assign(this, { request, document, decisions, requests, asOf, devices, role });
      this.service = decisions.services.find((service) => service.id === request.srv) || null;
      this.known = this.service ? requests.services[request.srv] : null;
      this.findings = [];
    }

    place(node, path) {
      return { file: this.request.name, ...this.document.placeOf(node), path };
    }

    header(name) {
      const found = this.request.header[name];
      const elsewhere = (this.request.envelope["sr:Header"] || [0])[0];
      return this.place(found ? found[0].node : elsewhere, `header.${name}`);
    }

    body(path, node = null) {
      const found = this.request.fields[path];
      return this.place(node ?? (found ? found[0].node : bodyNode(this.request)), `body.${path}`);
    }

    report(code, message, location, tip) {
      this.findings.push({ code, severity: this.requests.rules[code].severity, message, tip, location });
    }
  }

  function messageId(text) {
    const found = REQUEST_ID.exec(text);
    if (!found) return null;
    const counter = BigInt(found[3]);
    return { originator: found[1].toUpperCase(), target: found[2].toUpperCase(), counter, fits: counter <= COUNTER_MOST };
  }

  function variantOf(request) {
    const number = readInteger(headerText(request, VARIANT));
    return number === null ? null : number;
  }

  const amount = (count) => (count === 0 ? "no" : `${count} times`);
  const lastName = (path) => path.slice(path.lastIndexOf(".") + 1);
  const parentOf = (path) => path.slice(0, Math.max(path.lastIndexOf("."), 0));
  const isIn = (number, list) => number !== null && list.some((each) => BigInt(each) === number);
  const thousands = (count) => count.toLocaleString("en");

  const WHOLE = {
    REQ006(context, report) {
      const { request } = context;
      if (isBareBody(request)) return;
      const counts = {};
      for (const name of ["sr:Header", "sr:Body"]) {
        counts[name] = (request.envelope[name] || []).length;
        if (counts[name] !== 1) {
          report(`sr:Request has ${amount(counts[name])} ${name}`, context.place(0, ""), `a request has one ${name}`);
        }
      }
      for (const field of counts["sr:Header"] ? HEADER_FIELDS : []) {
        const times = (request.header[field] || []).length;
        if (times === 1) continue;
        report(`sr:Header has ${amount(times)} sr:${field}`, context.header(field), `a header has one sr:${field}`);
      }
      if (counts["sr:Body"] === 1 && request.bodies.length !== 1) {
        const message = `sr:Body holds ${request.bodies.length} elements; it must hold exactly one`;
        report(message, context.place(bodyNode(request), "body"), "see: s1sr show SRV");
      }
    },
    REQ007(context, report) {
      const { request, service, decisions } = context;
      if (service || !(isBareBody(request) || request.header[SRV])) return;
      if (isBareBody(request) && !request.srv) {
        report("the body alone does not tell its SRV", context.header(SRV), "give it with --srv");
        return;
      }
      const reference = headerText(request, "ServiceReference");
      const near = decisions.services.map(({ id }) => id).filter((srv) => reference && srv.startsWith(`${reference}.`));
      const tip = near.length ? `variants of ${reference}: ${near.join(", ")}` : "see: s1sr list services";
      report(`there is no SRV ${shown(request.srv)}`, context.header(SRV), tip);
    },
  };

  const FIT = {
    REQ008(context, report) {
      const { request, service, decisions } = context;
      const element = bodyElement(request);
      if (element === service.element || isSigned(request) || request.bodies.length !== 1) return;
      const [given] = request.bodies, place = context.place(given.node, "body");
      if (!element) {
        const message = `the body's element ${given.text} is not in the sr namespace`;
        report(message, place, `SRV ${service.id} asks for sr:${service.element}`);
        return;
      }
      const owner = decisions.services.find((found) => found.element === element);
      const tip = owner ? `${given.text} belongs to SRV ${owner.id}` : `write sr:${service.element}`;
      report(`SRV ${service.id} asks for the body sr:${service.element}, but it is ${given.text}`, place, tip);
    },
  };

  const ENVELOPE = {
    REQ105(context, report) {
      const given = headerText(context.request, "RequestID"), found = messageId(given);
      if (found === null) {
        const tip = "write it as 00-00-5E-EF-10-00-00-01:00-00-5E-EF-10-00-00-A1:1001";
        report(`the RequestID ${shown(given)} is not EUI:EUI:counter`, context.header("RequestID"), tip);
      } else if (!found.fits) {
        const most = `${COUNTER_MOST}, the most that 64 bits hold`;
        const message = `the RequestID's counter ${found.counter} is more than ${most}`;
        report(message, context.header("RequestID"), "use a smaller counter");
      }
    },
    REQ106(context, report) {
      const parts = headerText(context.request, "RequestID").toUpperCase().split(":");
      if (parts.length !== 3 || !parts[0] || parts[0] !== parts[1]) return;
      const tip = "the first part is the User's EUI-64, the second that of the Device or the DCC";
      report(`originator and target of the RequestID are both ${shown(parts[0])}`, context.header("RequestID"), tip);
    },
    REQ124(context, report) {
      const { request } = context;
      const text = headerText(request, FIRST);
      if (!(Object.hasOwn(FLAGS, text) && FLAGS[text]) || !request.header[PREDECESSOR]) return;
      const message = `${FIRST} is true, but ${PREDECESSOR} names a request before it`;
      report(message, context.header(PREDECESSOR), `leave one of them out, or set ${FIRST} to false`);
    },
    REQ125(context, report) {
      for (const field of context.request.header[FIRST] || []) {
        if (Object.hasOwn(FLAGS, field.text)) continue;
        const place = context.place(field.node, `header.${FIRST}`);
        report(`${FIRST} is ${shown(field.text)}, not a boolean`, place, "write true or false");
      }
    },
    REQ126(context, report) {
      for (const field of context.request.header[PREDECESSOR] || []) {
        if (messageId(field.text)?.fits) continue;
        const place = context.place(field.node, `header.${PREDECESSOR}`);
        const message = `the ${PREDECESSOR} ${shown(field.text)} is not EUI:EUI:counter`;
        report(message, place, "copy the RequestID of the request before");
      }
    },
    REQ130(context, report) {
      for (const name of ["ServiceReference", SRV]) {
        for (const field of context.request.header[name] || []) {
          if (!field.padded) continue;
          const place = context.place(field.node, `header.${name}`);
          const message = `${name} ${field.text} has white space around it`;
          report(message, place, `write <sr:${name}>${field.text}</sr:${name}>`);
        }
      }
    },
    REQ131(context, report) {
      for (const name of ["RequestID", PREDECESSOR]) {
        for (const field of context.request.header[name] || []) {
          if (!field.padded) continue;
          report(`${name} has white space around it`, context.place(field.node, `header.${name}`), "write it without");
        }
      }
    },
    REQ132(context, report) {
      const number = variantOf(context.request);
      if (!isIn(number, KNOWN)) return;
      const [field] = context.request.header[VARIANT] || [];
      if (!field || (!field.padded && field.text === String(number))) return;
      const how = field.padded ? "with white space around it" : `as ${shown(field.text)}`;
      report(`CommandVariant ${number} is written ${how}`, context.header(VARIANT), `write ${number}`);
    },
    REQ133(context, report) {
      const { header } = context.request, known = [...HEADER_FIELDS, FIRST, PREDECESSOR];
      const unknown = Object.keys(header).filter((name) => !known.includes(name));
      for (const name of unknown.slice(0, MOST)) {
        const near = S1SR.nearest(name, known);
        const tip = near.length ? `nearest: ${near.join(", ")}` : `a header has: ${known.join(", ")}`;
        report(`a header has no field ${shown(name)}`, context.header(name), tip);
      }
      if (unknown.length > MOST) {
        const message = `${thousands(unknown.length - MOST)} further fields of the header are unknown too`;
        report(message, context.header(unknown[MOST]), `a header has: ${known.join(", ")}`);
      }
      for (const name of [FIRST, PREDECESSOR]) {
        const fields = header[name] || [];
        if (fields.length < 2) continue;
        const place = context.place(fields[fields.length - 1].node, `header.${name}`);
        report(`sr:Header has ${fields.length} times sr:${name}`, place, `keep one sr:${name}`);
      }
    },
  };

  const HEADER = {
    REQ101(context, report) {
      const given = headerText(context.request, "ServiceReference"), { id, reference } = context.service;
      if (given === reference) return;
      const message = `the ServiceReference is ${shown(given)}, but SRV ${id} belongs to ${reference}`;
      report(message, context.header("ServiceReference"), `write ${reference}, or correct the SRV`);
    },
    REQ102(context, report) {
      const number = variantOf(context.request);
      if (isIn(number, [...KNOWN, RESERVED])) return;
      const given = shown(headerText(context.request, VARIANT));
      const message = `the CommandVariant is ${given}, which is none of 1 to 8`;
      report(message, context.header(VARIANT), `SRV ${context.service.id} takes: ${context.known.variants.join(", ")}`);
    },
    REQ103(context, report) {
      if (!isIn(variantOf(context.request), [RESERVED])) return;
      const tip = `SRV ${context.service.id} takes: ${context.known.variants.join(", ")}`;
      report(`CommandVariant ${RESERVED} is not for a User's requests`, context.header(VARIANT), tip);
    },
    REQ104(context, report) {
      const number = variantOf(context.request), allowed = context.known.variants;
      if (!isIn(number, KNOWN) || !allowed.length || isIn(number, allowed)) return;
      const message = `SRV ${context.service.id} does not take CommandVariant ${number}`;
      report(message, context.header(VARIANT), `it takes: ${allowed.join(", ")}`);
    },
    REQ134(context, report) {
      const { request, service, known } = context;
      if (!isSigned(request) || known.critical || known.variants.some((each) => SIGNED.includes(each))) return;
      const message = `SRV ${service.id} is not critical, so there is no pre-command of it to sign`;
      report(message, context.place(bodyNode(request), "body"), `send sr:${service.element}, or correct the SRV`);
    },
    REQ135(context, report) {
      const { request } = context, number = variantOf(request);
      const taken = [...new Set(context.known.variants.length ? context.known.variants : KNOWN)];
      if (!isIn(number, taken) || !bodyElement(request) || !taken.some((each) => SIGNED.includes(each))) return;
      const isSignedBody = isSigned(request);
      if (isSignedBody === isIn(number, SIGNED)) return;
      const fitting = taken.filter((each) => SIGNED.includes(each) === isSignedBody).sort((one, other) => one - other);
      const kind = isSignedBody ? "a signed pre-command" : "no signed pre-command";
      const message = `the body is ${kind}, but CommandVariant is ${number}`;
      report(message, context.header(VARIANT), `with this body: ${fitting.join(", ")}`);
    },
  };

  const BODY = {
    REQ107(context, report) {
      for (const period of periods(context.request)) {
        if (order(period.end, period.start) >= 0) continue;
        const [end, start] = [minuteOf(period.end), minuteOf(period.start)];
        const place = context.body(period.endPath, period.endNode);
        report(`${period.endPath} ${end} is before the start ${start}`, place, "exchange the two, or correct one of them");
      }
    },
    REQ108(context, report) {
      for (const period of periods(context.request)) {
        if (order(period.end, period.start) !== 0) continue;
        const message = `${period.endPath} is the same moment as the start, ${minuteOf(period.start)}`;
        report(message, context.body(period.endPath, period.endNode), "let the period end after it starts");
      }
    },
    REQ109(context, report) {
      const executed = momentOf(context.request, EXECUTION);
      const day = executed && dayOf(executed) > context.asOf ? dayOf(executed) : context.asOf;
      for (const period of periods(context.request)) {
        if (period.name !== "ReadLogPeriod" || day >= dayOf(period.start)) continue;
        if (order(period.start, period.end) > 0) continue;
        const message = `the log period starts on ${dayOf(period.start)}, after the day of reading, ${day}`;
        report(message, context.body(period.startPath, period.startNode), "ask for a time that has passed");
      }
    },
    REQ110(context, report) {
      if (!context.request.fields[EXECUTION] || context.known.future_datable) return;
      const message = `SRV ${context.service.id} cannot be future dated, but the body has an ${EXECUTION}`;
      report(message, context.body(EXECUTION), `leave ${EXECUTION} out`);
    },
    REQ111(context, report) {
      const executed = momentOf(context.request, EXECUTION);
      if (!executed || dayOf(executed) >= context.asOf || !context.known.future_datable) return;
      const tip = `give a time to come, leave ${EXECUTION} out, or ask about another day with --as-of`;
      report(`${EXECUTION} ${minuteOf(executed)} is before ${context.asOf}`, context.body(EXECUTION), tip);
    },
    REQ112(context, report) {
      const executed = momentOf(context.request, EXECUTION);
      if (!executed || executed.time !== Date.UTC(3000, 11, 31) || executed.micro || !context.known.future_datable) return;
      const message = `${EXECUTION} is the cancellation date: this withdraws a future dated request`;
      report(message, context.body(EXECUTION), "nothing to do, if a cancellation is meant");
    },
    REQ113(context, report) {
      const known = context.known.fields.map(([path]) => path), all = new Set(known), inside = new Set();
      for (const path of known) {
        for (let at = path.indexOf("."); at >= 0; at = path.indexOf(".", at + 1)) inside.add(path.slice(0, at));
      }
      const unknown = Object.keys(context.request.fields)
        .filter((path) => !inside.has(path) && !all.has(path) && path !== EXECUTION);
      for (const path of unknown.slice(0, MOST)) {
        const near = S1SR.nearest(path, known);
        const tip = near.length ? `nearest: ${near.join(", ")}` : `see: s1sr show ${context.service.id}`;
        report(`the body of SRV ${context.service.id} has no field ${shown(path)}`, context.body(path), tip);
      }
      if (unknown.length > MOST) {
        const message = `${thousands(unknown.length - MOST)} further fields are unknown too`;
        report(message, context.body(unknown[MOST]), `see: s1sr show ${context.service.id}`);
      }
    },
    REQ114(context, report) {
      const { fields } = context.request, paths = Object.keys(fields);
      const count = (path) => (fields[path] || []).length;
      const needed = context.known.fields.filter(([, , occurs]) => occurs === "1");
      const isThere = (parent) => paths.some((path) => path === parent || path.startsWith(`${parent}.`));
      const isContainer = (path) =>
        paths.some((other) => other.startsWith(`${path}.`) && !other.startsWith(`${path}.@`));
      for (const [path, type] of needed) {
        const parent = parentOf(path);
        const siblings = needed.filter(([other]) => parentOf(other) === parent).map(([other]) => count(other));
        const around = parent ? Math.max(...siblings, count(parent), isThere(parent) ? 1 : 0) : 1;
        if (count(path) >= around || isContainer(path)) continue;
        const where = parent || `the body of SRV ${context.service.id}`, name = lastName(path);
        const what = name.startsWith("@") ? name : `sr:${name}`;
        report(`${where} has no ${name}`, context.body(path), `add ${what} (${type})`);
      }
    },
    REQ115(context, report) {
      const ranges = context.requests.integer_ranges;
      for (const [path, type] of context.known.fields) {
        for (const value of context.request.fields[path] || []) {
          if (isOfType(value.text, type, ranges)) continue;
          const words = TYPE_WORDS[type] || wholeNumber(ranges[type]);
          const message = `${path} is ${shown(value.text)}, which is not ${words}`;
          report(message, context.body(path, value.node), `write ${words}`);
        }
      }
    },
    REQ137(context, report) {
      for (const [path, , occurs] of context.known.fields) {
        const last = occurs.slice(occurs.lastIndexOf("..") < 0 ? 0 : occurs.lastIndexOf("..") + 2);
        if (last === "*" || lastName(path).startsWith("@")) continue;
        for (const values of together(path, context.request.fields[path] || [])) {
          if (values.length <= Number(last)) continue;
          const message = `${path} occurs ${values.length} times, and at the most ${Number(last)} may`;
          report(message, context.body(path, values[Number(last)].node), "keep the one that is meant");
        }
      }
    },
    REQ138(context, report) {
      for (const [path, type] of context.known.fields) {
        for (const value of type === "xs:dateTime" ? context.request.fields[path] || [] : []) {
          if (!isOfType(value.text, type, {}) || hasZone(value.text)) continue;
          const message = `${path} ${value.text} has no time zone; it is taken as UTC`;
          report(message, context.body(path, value.node), `write ${value.text}Z, if so meant`);
        }
      }
    },
    REQ139(context, report) {
      const { eui_fields: euis, request_id_fields: ids } = context.requests;
      for (const [path] of context.known.fields) {
        for (const value of context.request.fields[path] || []) {
          const place = context.body(path, value.node);
          if (euis.includes(lastName(path)) && !new RegExp(`^${EUI}$`).test(value.text)) {
            report(`${path} ${shown(value.text)} is no EUI-64`, place, "write it as 00-00-5E-EF-10-00-00-A1");
          }
          if (ids.includes(lastName(path)) && !messageId(value.text)?.fits) {
            const message = `${path} ${shown(value.text)} is not EUI:EUI:counter`;
            report(message, place, "copy the RequestID of the request that is meant");
          }
        }
      }
    },
    REQ141(context, report) {
      for (const span of spans(context.request)) {
        const [[year, month, day], [laterYear, laterMonth, laterDay]] = [span.start, span.end];
        if ((laterYear - year || laterMonth - month || laterDay - day) >= 0) continue;
        const message = `${span.endPath} ${span.endText} is before the start ${span.startText}`;
        report(message, context.body(span.endPath, span.endNode), "exchange the two, or correct one of them");
      }
    },
    REQ143(context, report) {
      for (const period of periods(context.request)) {
        if (period.name || order(period.start, period.end) > 0 || dayOf(period.end) >= context.asOf) continue;
        const tip = "give a time to come, or ask about another day with --as-of";
        const message = `the period ended on ${dayOf(period.end)}, before ${context.asOf}`;
        report(message, context.body(period.endPath, period.endNode), tip);
      }
    },
  };

  const DEVICE = {
    REQ117(context, report) {
      if (!context.known.non_device) return;
      const message = `SRV ${context.service.id} is answered by the DCC, not by a Device`;
      report(message, context.header(SRV), "leave --device out");
    },
    REQ118(context, report) {
      const known = context.known.device_types;
      if (!known.length || context.known.non_device) return;
      const types = new Set(context.devices.map((key) => key.split("/")[0]).filter((type) => !known.includes(type)));
      for (const given of [...types].sort(compareText)) {
        const message = `no source connects SRV ${context.service.id} with a Device of type ${given}`;
        const tip = `sources name: ${known.join(", ")}; that is positive evidence only, so ${given} is not ruled out`;
        report(message, context.header(SRV), tip);
      }
    },
  };

  const ROLE = {
    REQ116(context, report) {
      const eligible = context.known.roles;
      if (!eligible.length || eligible.includes(context.role)) return;
      const message = `the role ${context.role} may not send SRV ${context.service.id}`;
      report(message, context.header(SRV), `roles that may: ${eligible.join(", ")}`);
    },
  };

  function wholeNumber([least, most]) {
    const bounds = [least === null ? "" : `from ${least}`, most === null ? "" : `up to ${most}`];
    return ["a whole number", ...bounds.filter(Boolean)].join(" ");
  }

  /* Groups of values that certainly stand in one element: between fields in two of them is a start tag. */
  function together(path, values) {
    const groups = [];
    for (const value of values) {
      const group = groups[groups.length - 1];
      if (group && (!path.includes(".") || value.node <= group[group.length - 1].node + 1)) group.push(value);
      else groups.push([value]);
    }
    return groups;
  }

  function ask(rules, context) {
    for (const [code, rule] of Object.entries(rules)) {
      if (!context.requests.asked.includes(code)) continue;
      rule(context, (message, place, tip) => context.report(code, message, place, tip));
    }
  }

  /* Asks every rule that there is something for; returns the findings in order. */
  function check(given) {
    const context = new Context(given);
    const { request, service } = context, isBare = isBareBody(request);
    ask(WHOLE, context);
    if (service) ask(FIT, context);
    if (!isBare) ask(ENVELOPE, context);
    if (!isBare && service) ask(HEADER, context);
    if (service && !isSigned(request) && bodyElement(request) === service.element) ask(BODY, context);
    if (service && context.devices.length) ask(DEVICE, context);
    if (service && context.role) ask(ROLE, context);
    return inOrder(context.findings);
  }

  /* Why no prediction can be made for a request. */
  function obstacles(given) {
    const context = new Context(given);
    ask(WHOLE, context);
    if (context.service) ask(FIT, context);
    return inOrder(context.findings);
  }

  function inOrder(findings) {
    const key = ({ location: { file, line, column, path }, code, message }) => [file, line, column, path, code, message];
    const unique = [...new Map(findings.map((found) => [S1SR.values.json(found), found])).values()];
    return unique.sort((one, other) => {
      const [left, right] = [key(one), key(other)];
      for (let at = 0; at < left.length; at += 1) {
        const by = typeof left[at] === "number" ? left[at] - right[at] : compareText(left[at], right[at]);
        if (by) return by;
      }
      return 0;
    });
  }

  S1SR.rules = {
    check, obstacles, inOrder, messageId,
    codes: Object.keys({ ...WHOLE, ...FIT, ...ENVELOPE, ...HEADER, ...BODY, ...DEVICE, ...ROLE }).sort(),
  };
})((globalThis.S1SR = globalThis.S1SR || {}));
