/* Prediction: which claims apply to a service, a Device Model and a day, which nearly did, and what follows.
   The same steps as s1sr_validator/prediction; the answers are the same, byte for byte (see tests/publish). */
(function (S1SR) {
  "use strict";
  const { compareText, text } = S1SR.values;
  const { evaluate, residual, inWords, factNames, ALWAYS } = S1SR.conditions;
  const { KEY_FIELDS, factsAbout } = S1SR.facts;

  const VERSION = "1";
  const RANKS = { observed: 0, proposed: 1, designated: 2, superseded: 3, withdrawn: 4 };
  const NEAREST_FIRST = ["condition", "standing", "date", "device", "service"];
  const SIGNED = "The body is a signed pre-command: its content cannot be seen, so conditions on it stay open.";
  const prepared = new WeakMap();

  /* Returns the lookups of a table, made once. */
  function lookup(table) {
    if (!prepared.has(table)) prepared.set(table, prepare(table));
    return prepared.get(table);
  }

  function prepare(table) {
    if (table.decision_version !== VERSION) {
      throw new Error(`the decision table has shape ${table.decision_version}; this page reads shape ${VERSION}`);
    }
    const byId = (records) => new Map(records.map((record) => [record.id, record]));
    const claims = byId(table.claims), rows = byId(table.rows);
    return {
      services: byId(table.services),
      devices: new Map(table.devices.map(([key, name, notes]) => [key, { key, name, notes }])),
      states: new Map(table.states.map((state) => [`state.${state.name}`, state])),
      applications: table.applications.map(([claim, row]) => ({ claim: claims.get(claim), row: rows.get(row) })),
      phrases: new Map(KEY_FIELDS.map((name, number) => [`device.${name}`, table.device_phrases[number]])),
    };
  }

  /* Predicts as `s1sr predict` does.
     question: srv, device (a whole key), asOf (a day), standing (the lowest to listen to), state (values by full name),
     fields (texts by path, or null where no request was seen), signed (whether the body is a signed pre-command). */
  function predict(table, question) {
    const found = lookup(table);
    const service = found.services.get(question.srv), device = found.devices.get(question.device);
    if (!service) throw new Error(`there is no SRV ${question.srv}`);
    if (!device) throw new Error(`there is no Device Model ${question.device}`);
    const asked = {
      ...question, service, parts: device.key.split("/"),
      facts: factsAbout(device.key, service, question.state || {}, question.fields ?? null),
      phraseOf: (name) => phrase(found, service, name),
    };
    const considered = found.applications.map((application) => consider(application, asked));
    const claims = oneEach(considered).map((each) => applied(each, asked));
    return {
      device_model: device.key,
      device_name: device.name,
      assessment: assess(claims),
      predicts: outlook(claims, considered),
      baseline: baseline(considered, service),
      deviations: claims.filter((claim) => claim.claim === "deviates"),
      conformance: claims.filter((claim) => claim.claim === "conforms"),
      near_misses: nearMisses(considered, asked),
      notes: question.signed ? [...device.notes, SIGNED] : device.notes,
      trace: [],
    };
  }

  function phrase(found, service, name) {
    if (found.states.has(name)) return found.states.get(name).phrase;
    if (found.phrases.has(name)) return found.phrases.get(name);
    const path = name.startsWith("request.") ? name.slice(8) : "";
    return path && Object.hasOwn(service.fields, path) ? `${path} in the request` : name;
  }

  function consider(application, asked) {
    const { claim, row } = application;
    const span = jointSpan(claim.spans, row.spans, asked.asOf);
    const truth = evaluate(claim.when, asked.facts);
    const holds = {
      service: claim.services.includes(asked.service.id),
      device: row.devices.some((pattern) => mismatches(pattern, asked.parts).length === 0),
      date: span !== null,
      standing: span === null || (isLive(span.standing) && RANKS[span.standing] >= RANKS[asked.standing]),
      condition: truth !== false,
    };
    return { claim, row, span, truth, failed: Object.keys(holds).filter((step) => !holds[step]) };
  }

  function isLive(standing) {
    return RANKS[standing] < RANKS.superseded;
  }

  function spanOn(spans, day) {
    return spans.find(([, start, end]) => start <= day && (end === null || day < end)) || null;
  }

  function jointSpan(first, second, day) {
    const found = [spanOn(first, day), spanOn(second, day)];
    if (!found[0] || !found[1]) return null;
    const ended = found.find(([standing]) => !isLive(standing));
    const weaker = RANKS[found[1][0]] < RANKS[found[0][0]] ? found[1] : found[0];
    return { standing: (ended || weaker)[0], start: found[0][1] > found[1][1] ? found[0][1] : found[1][1] };
  }

  function mismatches(pattern, parts) {
    return Object.keys(pattern).filter((number) => !pattern[number].includes(parts[number])).map(Number);
  }

  function oneEach(considered) {
    const best = new Map();
    for (const each of considered) {
      if (each.failed.length) continue;
      const held = best.get(each.claim.id);
      if (!held || RANKS[each.span.standing] > RANKS[held.span.standing]) best.set(each.claim.id, each);
    }
    return [...best.values()];
  }

  function applied({ claim, row, span, truth }, asked) {
    const isCertain = truth === true;
    const rest = isCertain ? ALWAYS : residual(claim.when, asked.facts);
    return {
      behaviour: claim.id, title: claim.title, claim: claim.claim, standing: span.standing,
      certainty: isCertain ? "certain" : "conditional",
      condition: inWords(claim.when, asked.phraseOf),
      residual_condition: isCertain ? "" : inWords(rest, asked.phraseOf),
      residual_facts: isCertain ? [] : [...factNames(rest)].sort(compareText),
      expected: claim.expected, baseline: claim.baseline,
      clause: claim.clause, clause_id: claim.clause_id, document: claim.document,
      matrix_row: row.id, matrix_label: row.label, matrix_edition: row.edition,
      in_force_since: span.start,
      announced: claim.announced
        .filter(({ happened }) => happened === null || happened > asked.asOf)
        .map(({ event, date, latest, source, place }) => ({ event, date, latest, source, place })),
      disputes: claim.disputes, citations: [...claim.citations, ...row.citations],
      source_file: claim.file, line: claim.line, overlay: "", matrix_overlay: "",
    };
  }

  function assess(claims) {
    const has = (claim, certainty) => claims.some((each) => each.claim === claim && each.certainty === certainty);
    if (claims.some((each) => each.disputes.length)) return "disputed";
    if (has("deviates", "certain")) return "deviates";
    if (has("deviates", "conditional")) return "deviates_if";
    return has("conforms", "certain") ? "conforms" : "not_assessed";
  }

  function outlook(claims, considered) {
    const has = (claim, certainty) => claims.some((each) => each.claim === claim && each.certainty === certainty);
    if (has("deviates", "certain")) return "deviation";
    if (has("deviates", "conditional")) return "either";
    const isRuledOut = considered.some(
      ({ failed, claim }) => failed.length === 1 && failed[0] === "condition" && claim.claim === "deviates",
    );
    return isRuledOut || has("conforms", "certain") ? "baseline" : "unknown";
  }

  function baseline(considered, service) {
    const first = considered.find(({ failed }) => failed.length === 0);
    if (first) return first.claim.baseline;
    return { outcome: "success", summary: service.baseline, alerts: [], differences: [] };
  }

  function nearMisses(considered, asked) {
    const fell = ({ failed }) => (failed.length ? NEAREST_FIRST.indexOf(failed[0]) : -1);
    const fared = considered
      .map((each) => ({ ...each, at: fell(each) }))
      .sort((one, other) => one.at - other.at || compareText(one.claim.id, other.claim.id));
    const done = new Set(fared.filter(({ failed }) => !failed.length).map(({ claim }) => claim.id));
    const missed = [];
    for (const each of fared) {
      const { claim, failed } = each;
      if (done.has(claim.id) || !isNear(each, asked)) continue;
      done.add(claim.id);
      missed.push({
        behaviour: claim.id, title: claim.title, clause: claim.clause, step: failed[0],
        reason: reason(each, failed[0], asked), overlay: "",
      });
    }
    return missed;
  }

  function isNear({ claim, row, failed }, asked) {
    if (failed.length !== 1) return false;
    if (failed[0] === "device") return nearestPatterns(row, asked.parts).length > 0;
    if (failed[0] !== "service") return true;
    return claim.services.some((srv) => srv.slice(0, Math.max(srv.lastIndexOf("."), 0)) === asked.service.reference);
  }

  function nearestPatterns(row, parts) {
    return row.devices.map((pattern) => [mismatches(pattern, parts), pattern]).filter(([missed]) => missed.length === 1);
  }

  function reason({ claim, row, span }, step, asked) {
    if (step === "condition") {
      const known = [...factNames(claim.when)].sort(compareText).map((name) => knownHere(name, asked.facts));
      return `it applies only if ${inWords(claim.when, asked.phraseOf)}; known here: ${known.join(", ")}`;
    }
    if (step === "standing") {
      return `its standing on ${asked.asOf} is ${span.standing}; asked for ${asked.standing} or higher`;
    }
    if (step === "date") return dateReason(claim, row, asked.asOf);
    if (step === "service") return `it is about SRV ${claim.services.join(", ")}, not ${asked.service.id}`;
    const near = nearestPatterns(row, asked.parts).map(([[part], pattern]) => {
      const name = KEY_FIELDS[part].replace("_", " ");
      return `it applies to ${name} ${pattern[part].join(", ")} (${row.label}), not ${asked.parts[part]}`;
    });
    return near.join("; ");
  }

  function knownHere(name, facts) {
    const value = facts.get(name);
    return `${name} is ${value.missing || text(value)}`;
  }

  function dateReason(claim, row, day) {
    if (!claim.spans.length || !row.spans.length) return "no event has given it a standing yet";
    const [first, second] = [claim.spans[0][1], row.spans[0][1]];
    return `it was first published on ${first > second ? first : second}, after ${day}`;
  }

  S1SR.predict = predict;
  S1SR.lookup = lookup;
})((globalThis.S1SR = globalThis.S1SR || {}));
