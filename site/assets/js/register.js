/* What differs in the register between two days: the same as s1sr_validator/comparison/register.py, byte for byte
   (see tests/publish). */
(function (S1SR) {
  "use strict";
  const { compareText } = S1SR.values;

  const VERSION = "1";
  const LIVE = ["observed", "proposed", "designated"];
  const EVENT = ["date", "until", "what", "status", "kind", "record", "detail", "basis", "source", "place"];

  /* A side is a day, or an edition by the day that its record gives; null where the text is neither. */
  function point(text, table) {
    const asked = text.trim();
    if (/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(asked)) {
      return S1SR.values.readDay(asked) ? { day: asked, edition: "", means: "" } : null;
    }
    const found = table.editions.find(([, edition]) => edition.toLowerCase() === asked.toLowerCase().replaceAll(":", "/"));
    return found ? { day: found[0], edition: found[1], means: found[2] } : null;
  }

  function difference(decisions, table, since, until) {
    if (table.decision_version !== VERSION) {
      throw new Error(`the register has shape ${table.decision_version}; this page reads shape ${VERSION}`);
    }
    if (since.day > until.day) throw new Error(`${since.day} is after ${until.day}`);
    const [from, to] = [since.day, until.day];
    const { events, perhaps } = happened(table, from, to);
    const editions = [...new Set([since.edition, until.edition])].filter(Boolean);
    return {
      since, until,
      standings: standings(table, from, to),
      reach: reach(decisions, from, to),
      joined: listed(table, 2, from, to),
      left: listed(table, 3, from, to),
      undated_models: table.undated_models,
      events, perhaps,
      editions: editions.map((name) => holding(table, name)),
    };
  }

  function spanOn(spans, day) {
    const found = spans.find(([, start, end]) => start <= day && (end === null || day < end));
    return found ? found[0] : "";
  }

  function standings(table, from, to) {
    return table.living
      .map(([kind, id, title, spans]) => ({ kind, id, title, before: spanOn(spans, from), after: spanOn(spans, to) }))
      .filter(({ before, after }) => before !== after)
      .map((change) => ({ ...change, turn: turnOf(change.before, change.after) }));
  }

  function turnOf(before, after) {
    if (after === "designated") return "into_force";
    if (before === "designated") return "out_of_force";
    const was = LIVE.includes(before), is = LIVE.includes(after);
    if (was === is) return "changed";
    return is ? "began" : "ended";
  }

  function reach(decisions, from, to) {
    const { applications } = S1SR.lookup(decisions), byClaim = new Map();
    for (const each of applications) {
      if (!byClaim.has(each.claim.id)) byClaim.set(each.claim.id, []);
      byClaim.get(each.claim.id).push({ ...each, was: isLive(each, from), is: isLive(each, to) });
    }
    return [...byClaim.keys()].sort(compareText).flatMap((behaviour) => {
      const found = byClaim.get(behaviour);
      if (found.every(({ was, is }) => was === is)) return [];
      const before = reached(decisions, found.filter(({ was }) => was));
      const after = reached(decisions, found.filter(({ is }) => is));
      const gained = missing(after, before), lost = missing(before, after);
      return gained.length || lost.length ? [{ behaviour, title: found[0].claim.title, gained, lost }] : [];
    });
  }

  function isLive({ claim, row }, day) {
    return LIVE.includes(spanOn(claim.spans, day)) && LIVE.includes(spanOn(row.spans, day));
  }

  function reached(decisions, applications) {
    const patterns = applications.flatMap(({ row }) => row.devices);
    const keys = decisions.devices.map(([key]) => key).filter((key) => {
      const parts = key.split("/");
      return patterns.some((pattern) => Object.keys(pattern).every((number) => pattern[number].includes(parts[number])));
    });
    return new Set(keys);
  }

  function missing(some, others) {
    return [...some].filter((key) => !others.has(key)).sort(compareText);
  }

  function listed(table, place, from, to) {
    return table.listings
      .filter((model) => model[place] && from < model[place][0] && model[place][0] <= to)
      .map((model) => ({ device: model[0], name: model[1], date: model[place][0], version: model[place][1] }));
  }

  /* Events with all of their days in the time between, and those with only some. */
  function happened(table, from, to) {
    const touched = table.events.filter(([first, last]) => first <= to && last > from && from < to);
    const isWithin = ([first, last]) => from < first && last <= to;
    const moment = ([, , ...parts]) => ({ ...Object.fromEntries(EVENT.map((name, at) => [name, parts[at]])), overlay: "" });
    return {
      events: touched.filter(isWithin).map(moment),
      perhaps: touched.filter((event) => !isWithin(event)).map(moment),
    };
  }

  function holding(table, name) {
    const [, edition, , rows, clauses] = table.editions.find((each) => each[1] === name);
    return { edition, matrix_rows: rows, clauses };
  }

  S1SR.register = { point, difference };
})((globalThis.S1SR = globalThis.S1SR || {}));
