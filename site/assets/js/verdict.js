/* From a request and its answers to the verdict: pair, read together, reveal, predict, weigh.
   The same steps as s1sr_validator/verdict; the report is the same, byte for byte, but for the catalogue's stamp. */
(function (S1SR) {
  "use strict";
  const { compareText, text } = S1SR.values;
  const { responseCode, debugCodes, deviceId, alertCode, requestIds, statedSrvs } = S1SR.answer;
  const { headerText, isSigned, textsOf } = S1SR.request;
  const { pair, seenIn, revealedState } = S1SR.seen;
  const BEARINGS = { yes: "seen", no: "not_seen", open: "cannot_tell" };
  const OF_THIS_DEVICE = ["condition", "standing", "date"];
  const S1SP = "s1sp_alert";
  const UNEXPECTED = { unpredicted_deviation: ["RSP211", "clause"], predicted_not_seen: ["RSP212", "correction"] };

  /* `answers` are pairs of an answer and the document that it was read from. */
  function verdict({ decisions, requests }, { request, answers, devices, state, asOf, standing, device = "", role = "" }) {
    const service = S1SR.lookup(decisions).services.get(request.srv);
    const pairings = answers.map(([answer]) => pair(request, answer));
    const belonging = pairings.filter(({ belongs }) => belongs !== "no").map(({ answer }) => answer);
    const seen = seenIn(belonging, service);
    const exchange = {
      request, service, pairings, seen, devices, given: state, answers: belonging,
      revealed: revealedState(seen, service, decisions),
      place(answer, path, node = 0) {
        const [, document] = answers.find(([found]) => found === answer);
        return { file: answer.name, ...document.placeOf(node), path };
      },
    };
    const asked = {
      srv: request.srv, asOf, standing, fields: textsOf(request), signed: isSigned(request),
      state: { ...state, ...exchange.revealed },
    };
    const predictions = devices.map((key) => S1SR.predict(decisions, { ...asked, device: key }));
    const verdicts = predictions.map((prediction) =>
      belonging.length ? weigh(prediction, seen, service) : notAPair(prediction, pairings));
    const whole = together(verdicts);
    const last = belonging[belonging.length - 1];
    const place = last ? exchange.place(last, "") : { file: request.name, line: 0, column: 0, path: "" };
    return {
      schema_version: "1", as_of: asOf, lowest_standing: standing, device, role,
      request: {
        name: request.name, srv: service.id, service_name: service.name, request_id: headerText(request, "RequestID"),
        devices, schema: "", rules_run: [], rules_not_asked: [],
      },
      answers: pairings.map(readAnswer), unread: [],
      ...whole,
      outcome: belonging.length ? seen.outcome || "" : "",
      devices: verdicts, state: usedState(exchange),
      findings: S1SR.rules.inOrder([
        ...S1SR.exchangeFindings(exchange, requests), ...verdictFindings(whole, place, requests),
      ]),
      suppressed: [],
      coverage: coverage(exchange, verdicts),
    };
  }

  /* A verdict that somebody should look at is a finding too. */
  function verdictFindings({ verdict: found, says }, location, { rules }) {
    if (!Object.hasOwn(UNEXPECTED, found)) return [];
    const [code, what] = UNEXPECTED[found];
    const tip = `propose a ${what}, or correct --device and --state`;
    return [{ code, severity: rules[code].severity, message: `${found}: ${says}`, tip, location }];
  }

  function notAPair(prediction, pairings) {
    const reasons = [...new Set(pairings.flatMap((pairing) => pairing.reasons))].join("; ");
    return {
      device_model: prediction.device_model, device_name: prediction.device_name, verdict: "not_a_pair",
      says: `the answer is not one to this request: ${reasons}`, behaviours: [],
    };
  }

  function together(verdicts) {
    const [first] = verdicts;
    if (verdicts.every((found) => found.verdict === first.verdict && found.says === first.says)) {
      const all = verdicts.flatMap((found) => found.behaviours);
      const behaviours = [...new Map(all.map((weighed) => [S1SR.values.json(weighed), weighed])).values()];
      return { verdict: first.verdict, says: first.says, behaviours };
    }
    const kinds = [...new Set(verdicts.map((found) => found.verdict))].sort(compareText).join(", ");
    const says = `the ${verdicts.length} Device Models would get different verdicts (${kinds}): name one of them`;
    return { verdict: "not_assessed", says, behaviours: [] };
  }

  function readAnswer({ answer, belongs, reasons }) {
    const codes = [
      responseCode(answer), answer.dcc_alert ? answer.dcc_alert.code : "", answer.s1sp_alert ? answer.s1sp_alert.code : "",
      alertCode(answer), ...debugCodes(answer),
    ];
    return {
      name: answer.name, kind: answer.kind, belongs, says: reasons, request_id: requestIds(answer)[0] || "",
      response_id: answer.header ? answer.header.response_id : "", srv: statedSrvs(answer)[0] || "",
      device_id: deviceId(answer), codes: codes.filter(Boolean),
      time: answer.header ? answer.header.response_time.text : "",
    };
  }

  function usedState({ given, revealed }) {
    const used = new Map(Object.entries(given).map(([name, value]) => [name, [value, "given"]]));
    for (const [name, value] of Object.entries(revealed)) used.set(name, [value, "revealed"]);
    return [...used]
      .sort(([one], [other]) => compareText(one, other))
      .map(([name, [value, origin]]) => ({ name, value: text(value), origin }));
  }

  function weigh(prediction, seen, service) {
    const matched = prediction.deviations.map((claim) => [claim, matches(claim.expected, seen, service)]);
    const isBaseline = matches(prediction.baseline, seen, service) !== "no";
    const [verdict, says] = decide(matched, seen, isBaseline);
    return {
      device_model: prediction.device_model, device_name: prediction.device_name, verdict, says,
      behaviours: [
        ...(seen.outcome === null ? [] : matched.map(([claim, match]) => weighed(claim, match, seen))),
        ...prediction.near_misses.filter(({ step }) => OF_THIS_DEVICE.includes(step)).map(ruledOut),
      ],
    };
  }

  function decide(matched, seen, isBaseline) {
    const by = (match) => matched.filter(([, found]) => found === match).map(([claim]) => claim);
    const unseen = by("no").filter((claim) => claim.certainty === "certain");
    if (seen.outcome === null) return ["not_assessed", `${seen.says}; there is nothing to compare`];
    if (by("yes").length) return ["predicted_deviation", `${seen.says}, as ${names(by("yes"))} says`];
    if (by("open").length) {
      const told = `whether its values differ as ${names(by("open"))} says cannot be seen by program`;
      return ["not_assessed", `${seen.says}; ${told}`];
    }
    if (!isBaseline) {
      const expected = by("no").length ? `; ${names(by("no"))} would have it differ in another way` : "";
      return ["unpredicted_deviation", `${seen.says}, which is neither the baseline nor predicted${expected}`];
    }
    if (unseen.length) return ["predicted_not_seen", `${seen.says}, though ${names(unseen)} says otherwise`];
    return ["as_gbcs", `${seen.says}, as the GBCS baseline says`];
  }

  function names(claims) {
    return claims.map(({ behaviour, clause }) => (clause ? `${behaviour} (clause ${clause})` : behaviour)).join(" and ");
  }

  function weighed(claim, match, seen) {
    const words = {
      yes: `what came back is what it says: ${claim.expected.summary}`,
      no: `it says: ${claim.expected.summary} What came back: ${seen.says}.`,
      open: `outcome and alerts agree; the rest is for a reader: ${claim.expected.summary}`,
    };
    const condition = claim.residual_condition;
    const open = condition && match !== "yes" ? ` It applies only if ${condition}.` : "";
    return {
      behaviour: claim.behaviour, title: claim.title, clause: claim.clause, standing: claim.standing,
      bearing: BEARINGS[match], says: words[match] + open,
    };
  }

  function ruledOut({ behaviour, title, clause, reason }) {
    return { behaviour, title, clause, standing: "", bearing: "ruled_out", says: reason };
  }

  function matches(expected, seen, service) {
    if (seen.outcome !== expected.outcome || !hasPayload(expected, seen, service)) return "no";
    const codes = new Set(expected.alerts.filter(({ list }) => list === S1SP).map(({ code }) => code));
    if (codes.size !== seen.alerts.length || seen.alerts.some((code) => !codes.has(code))) return "no";
    const found = expected.differences.map((difference) => shows(difference, seen.payload));
    if (found.includes("no")) return "no";
    return found.includes("open") || expected.alerts.some(({ list }) => list !== S1SP) ? "open" : "yes";
  }

  function hasPayload(expected, seen, service) {
    return expected.outcome !== "success" || !seen.payload || seen.payload.element === service.payload;
  }

  function shows({ path = "", values = [] }, payload) {
    const fields = payload && path ? payload.fields[path] || [] : [];
    if (!fields.length) return "open";
    return fields.some((field) => values.includes(field.text)) ? "yes" : "no";
  }

  function coverage(exchange, verdicts) {
    const looked = (aspect, says) => ({ aspect, checked: true, says });
    const unseen = (aspect, says) => ({ aspect, checked: false, says });
    const { pairings, seen } = exchange;
    const paired = pairings.filter(({ belongs }) => belongs === "yes").length;
    const behaviours = verdicts.flatMap((found) => found.behaviours.map(({ behaviour }) => behaviour));
    const held = [...new Set(behaviours)].sort(compareText);
    const codes = seen.alerts.map((code) => code || "one without a code").join(", ");
    const gbcs = exchange.answers.some(({ device_message: message }) =>
      message && (message.response?.gbcs_data.length || message.alert?.gbcs_data.length));
    return [
      (paired ? looked : unseen)("pairing", `${paired} of ${pairings.length} answers paired with the request`),
      (seen.outcome === null ? unseen : looked)("outcome", seen.says),
      looked("S1SP alerts", codes ? `alerts: ${codes}` : "no S1SP alert among the answers"),
      payloadCoverage(exchange, looked, unseen),
      stateCoverage(exchange, looked, unseen),
      behaviourCoverage(seen, held, looked, unseen),
      unseen("payload values", "values are compared only where a behaviour names them; nobody has stated others"),
      unseen("signature", "signatures are not verified"),
      ...(gbcs ? [unseen("GBCS data", "data of the Device's own message is not decoded")] : []),
    ];
  }

  function behaviourCoverage(seen, held, looked, unseen) {
    if (seen.outcome === null) return unseen("behaviours", "nothing decisive came that a behaviour could be held against");
    if (held.length) return looked("behaviours", `held against ${held.join(", ")}`);
    return unseen("behaviours", "no behaviour that this catalogue holds speaks of this Device Model and service");
  }

  function payloadCoverage({ seen, service }, looked, unseen) {
    if (seen.payload) {
      const count = Object.values(seen.payload.fields).reduce((sum, fields) => sum + fields.length, 0);
      const values = `${count.toLocaleString("en")} value${count === 1 ? "" : "s"}`;
      return looked("payload", `ra:${seen.payload.element} with ${values}`);
    }
    return service.payload
      ? unseen("payload", "no payload came") : looked("payload", "the service has no payload of its own");
  }

  function stateCoverage({ revealed, seen }, looked, unseen) {
    const shown = Object.entries(revealed)
      .sort(([one], [other]) => compareText(one, other))
      .map(([name, value]) => `${name.replace(/^state\./, "")} = ${value}`);
    if (shown.length) return looked("state", `the answer reveals ${shown.join(", ")}`);
    const succeeded = seen.outcome === "success";
    return unseen("state", succeeded ? "no declared state shows in this payload" : "no payload to count in");
  }

  S1SR.verdict = verdict;
})((globalThis.S1SR = globalThis.S1SR || {}));
