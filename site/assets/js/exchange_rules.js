/* Rules about a request and its answers: those of s1sr_validator/verdict/rules, with the same codes and words. */
(function (S1SR) {
  "use strict";
  const { payloadOf, responseCode, debugCodes, momentOf } = S1SR.answer;
  const { order, periods, dayOf } = S1SR.moments;
  const { equal } = S1SR.values;
  const GBCS_KINDS = ["gbcs_payload", "device_alert", "gbcs_response", "gbcs_device_alert"];
  const OTHER_FUEL = { ESME: "Gas", GSME: "Electricity" };
  const MOST = 5;

  const RULES = {
    RSP201(exchange, report) {
      for (const { answer, belongs, reasons } of exchange.pairings) {
        if (belongs !== "no") continue;
        const message = `the answer is not one to this request: ${reasons.join("; ")}`;
        report(message, exchange.place(answer, ""), "give the answer that came for this request");
      }
    },
    RSP202(exchange, report) {
      for (const { answer, belongs } of exchange.pairings) {
        if (belongs !== "unknown") continue;
        const message = "the answer names no request, Device or SRV; it is taken for the one to this request";
        report(message, exchange.place(answer, ""), "make sure that it is");
      }
    },
    RSP203(exchange, report) {
      const { id, payload: expected } = exchange.service;
      for (const answer of exchange.answers) {
        const payload = payloadOf(answer);
        if (!payload || payload.element === expected || answer.dsp_schedule_id) continue;
        const message = `the payload is ra:${payload.element}, but SRV ${id} has ${expected ? `ra:${expected}` : "none"}`;
        report(message, exchange.place(answer, "payload", payload.node), `see: s1sr show ${id}`);
      }
    },
    RSP204(exchange, report) {
      for (const answer of exchange.answers) {
        const payload = payloadOf(answer), codes = debugCodes(answer), code = responseCode(answer);
        if (payload?.message_success !== true) continue;
        const signs = codes.length ? [`debug information (code ${codes.join(", ")})`] : [];
        if (code.startsWith("E")) signs.push(`response code ${code}`);
        signs.push(...exchange.seen.alerts.map((alert) => `S1SP alert ${alert || "without a code"}`));
        if (!signs.length) continue;
        const place = exchange.place(answer, "payload.@MessageSuccess", payload.node);
        const tip = "treat the answer as one that needs a reader";
        report(`MessageSuccess is true, but there is ${signs.join(" and ")}`, place, tip);
      }
    },
    RSP205(exchange, report) {
      for (const answer of exchange.answers) {
        if (!GBCS_KINDS.includes(answer.kind)) continue;
        const message = `the answer is a ${answer.kind.replaceAll("_", " ")}, which no SMETS1 Device sends`;
        const tip = "is it the answer of another Device, or the result of a converter?";
        report(message, exchange.place(answer, ""), tip);
      }
    },
    RSP206(exchange, report) {
      const types = [...new Set(exchange.devices.map((key) => key.split("/")[0]))];
      const other = types.length === 1 ? OTHER_FUEL[types[0]] : "";
      for (const answer of other ? exchange.answers : []) {
        const nodes = payloadOf(answer)?.containers[other];
        if (!nodes) continue;
        const message = `the payload has an ra:${other} part, but the Device is a ${types[0]}`;
        report(message, exchange.place(answer, `payload.${other}`, nodes[0]), "is --device right?");
      }
    },
    RSP207(exchange, report) {
      const answer = exchange.answers.find((found) => payloadOf(found));
      for (const [name, value] of Object.entries(exchange.revealed)) {
        const given = Object.hasOwn(exchange.given, name) ? exchange.given[name] : value;
        if (!answer || equal(given, value)) continue;
        const written = typeof given === "boolean" ? (given ? "True" : "False") : given;
        const message = `${name} was given as ${written}, but the answer shows ${value}`;
        report(message, exchange.place(answer, "payload"), "leave the --state out, or correct it");
      }
    },
    RSP208(exchange, report) {
      const asked = periods(exchange.request).find((period) => period.name === "ReadLogPeriod");
      for (const answer of asked ? exchange.answers : []) {
        const outside = payloadOf(answer) ? entriesOutside(payloadOf(answer), asked) : [];
        const report1 = (message, [path, { node }]) =>
          report(message, exchange.place(answer, `payload.${path}`, node), "compare the periods");
        for (const entry of outside.slice(0, MOST)) {
          const span = `${dayOf(asked.start)} to ${dayOf(asked.end)}`;
          report1(`the entry of ${entry[1].text} lies outside the period ${span}`, entry);
        }
        if (outside.length > MOST) {
          const further = (outside.length - MOST).toLocaleString("en");
          report1(`${further} further entries lie outside the period`, outside[MOST]);
        }
      }
    },
    RSP209(exchange, report) {
      const before = new Map();
      for (const answer of exchange.answers) {
        if (!answer.s1sp_alert) continue;
        const { code } = answer.s1sp_alert, place = exchange.place(answer, "");
        if (before.has(code)) {
          const message = `alert ${code || "without a code"} was given before, in ${before.get(code)}`;
          report(message, place, "it is counted once");
        } else before.set(code, answer.name);
        const heldBack = answer.throttling ? answer.throttling.count : "";
        if (heldBack) report(`the alert stands for ${heldBack} that were held back`, place, "it is counted once");
      }
    },
  };

  function entriesOutside(payload, asked) {
    const found = [];
    for (const [path, fields] of Object.entries(payload.fields)) {
      const names = path.split("."), name = names.pop(), parent = names.pop() || "";
      if (name.toLowerCase() !== "timestamp" || !parent.toLowerCase().includes("logentry")) continue;
      for (const field of fields) {
        const moment = momentOf(field.text);
        if (moment && (order(moment, asked.start) < 0 || order(moment, asked.end) > 0)) found.push([path, field]);
      }
    }
    return found;
  }

  function exchangeFindings(exchange, requests) {
    const findings = [];
    for (const [code, rule] of Object.entries(RULES)) {
      rule(exchange, (message, location, tip) =>
        findings.push({ code, severity: requests.rules[code].severity, message, tip, location }));
    }
    return S1SR.rules.inOrder(findings);
  }

  S1SR.exchangeFindings = exchangeFindings;
})((globalThis.S1SR = globalThis.S1SR || {}));
