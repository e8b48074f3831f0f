/* The page that compares the register on two days. Both sides are in the address, so a comparison can be passed on;
   nothing is sent and nothing is kept. */
(function (S1SR) {
  "use strict";
  const { h, recordLink, labelled, today, isDay } = S1SR.elements;
  const TURNS = {
    into_force: "came into force", out_of_force: "went out of force", began: "began", ended: "ended",
    changed: "changed standing",
  };
  const REGULATION = ["clause", "document", "edition"];

  function start(place, { decisions, register }) {
    const asked = fromAddress(location.hash, register);
    const spoken = h("p", { role: "status" });
    const panel = h("div", { class: "s1sr-panel" });
    const sides = { from: side("From the end of", "or from", "from"), to: side("Until the end of", "or until", "to") };

    place.replaceChildren(sides.from.element, sides.to.element, spoken, panel);
    addEventListener("hashchange", () => {
      Object.assign(asked, fromAddress(location.hash, register));
      show();
    });
    show();

    /* A day to type, and a list of days that mean something; either sets the other. */
    function side(words, others, name) {
      const day = h("input", { type: "date", onchange: () => {
        if (isDay(day.value)) change(name, day.value);
      } });
      const list = h("select", { onchange: () => {
        if (list.value) change(name, list.value);
      } }, h("option", { value: "" }, "choose an edition or a date"), groups(register));
      const element = h("div", { class: "s1sr-row" }, labelled(words, day), labelled(others, list));
      return { element, set(text) {
        day.value = S1SR.register.point(text, register).day;
        list.value = [...list.options].some(({ value }) => value === text) ? text : "";
      } };
    }

    function change(name, value) {
      asked[name] = value;
      history.replaceState(null, "", `#${new URLSearchParams(asked)}`.replaceAll("%2F", "/"));
      show();
    }

    function show() {
      sides.from.set(asked.from);
      sides.to.set(asked.to);
      const points = [asked.from, asked.to].map((text) => S1SR.register.point(text, register));
      const isTurned = points[0].day > points[1].day;
      const [since, until] = isTurned ? points.reverse() : points;
      const found = S1SR.register.difference(decisions, register, since, until);
      spoken.textContent = `${inWords(since)} to ${inWords(until)}: ${summary(found)}`
        + (isTurned ? " The earlier day comes first here." : "");
      panel.replaceChildren(...view(found, register).flat(Infinity).filter(Boolean));
    }
  }

  function groups({ editions, days, listings, living }) {
    const versions = new Map(listings.flatMap(([, , joined, left]) => [joined, left]).filter(Boolean)
      .map(([date, version]) => [date, version]));
    const turns = new Set(living.flatMap(([, , , spans]) => spans.map(([, first]) => first)));
    const option = (value, words) => h("option", { value }, words);
    return [
      h("optgroup", { label: "A standing changes" }, days.filter((day) => turns.has(day)).reverse()
        .map((day) => option(day, day))),
      h("optgroup", { label: "Editions" }, editions.map(([, id, means]) => option(id, `${id.replace("/", " ")}, ${means}`))),
      h("optgroup", { label: "Versions of the Central Products List" }, [...versions].sort().reverse()
        .map(([date, version]) => option(date, `${version}, ${date}`))),
      h("optgroup", { label: "Other dated events" }, days.filter((day) => !turns.has(day) && !versions.has(day)).reverse()
        .map((day) => option(day, day))),
    ];
  }

  function inWords({ day, edition, means }) {
    return edition ? `${day} (${edition.replace("/", " ")}, ${means})` : day;
  }

  function summary(found) {
    if (found.since.day === found.until.day) return "both sides stand on the same day, so nothing dated can differ.";
    const counted = [
      [found.standings, "change of standing", "changes of standing"],
      [found.joined, "Device Model joined the list", "Device Models joined the list"],
      [found.left, "Device Model left it", "Device Models left it"],
      [found.events, "dated event", "dated events"],
    ].filter(([items]) => items.length).map(([items, one, many]) => `${items.length} ${items.length === 1 ? one : many}`);
    return counted.length ? `${counted.join(", ")}.` : "nothing in the register differs.";
  }

  function view(found, register) {
    const regulation = found.events.filter(({ kind }) => REGULATION.includes(kind));
    const others = found.events.filter(({ kind }) => !REGULATION.includes(kind));
    const record = (kind, id) => recordLink(register.folders[kind], id);
    const events = (title, moments) => section(title, ["date", "what", "how firm", "of", "records"], alike(moments), (some) => [
      dates(some[0]), some[0].what, some[0].status, plain(some[0].kind),
      some.map((each, at) => [at ? ", " : "", record(each.kind, each.record)]),
    ], moments.length);
    return [
      section("Standings", ["record", "kind", "became", "before", "after"], found.standings, (each) => [
        [record(each.kind, each.id), ` ${each.title}`], plain(each.kind), TURNS[each.turn], each.before || "none yet",
        each.after || "none",
      ]),
      section("Claims that reach other Device Models", ["claim", "gained", "lost"], found.reach, (each) => [
        [record("behaviour", each.behaviour), ` ${each.title}`], models(each.gained), models(each.lost),
      ]),
      section("Device Models that joined the list", ["Device Model", "name", "on", "list version"], found.joined, listing),
      section("Device Models that left the list", ["Device Model", "name", "on", "list version"], found.left, listing),
      events("Clauses, documents and editions", regulation),
      events("Other dated events", others),
      events("Events that may lie in between", found.perhaps),
      found.perhaps.length ? h("p", {}, "Their sources give a month, a year or a range that only partly lies in between.") : null,
      found.editions.length ? [h("h2", {}, "Editions"), h("ul", {}, found.editions.map((each) => h("li", {}, holding(each))))] : null,
      h("p", { class: "note" }, "An announced or draft date may have turned out otherwise: whether it happened is not recorded. "
        + (register.undated_models ? `${register.undated_models} Device Models have no date of joining or leaving the list.` : "")),
      h("p", { class: "s1sr-small" },
        `Catalogue ${register.catalogue.version} (${register.catalogue.digest.slice(0, 12)}). When its sources were last checked is not recorded.`),
      h("p", { class: "s1sr-small" }, "On the command line: ", h("code", {},
        `s1sr diff --by-date ${name(found.since)}..${name(found.until)}`)),
    ];
  }

  const name = ({ day, edition }) => edition || day;
  const plain = (kind) => kind.replaceAll("_", " ");
  const day = (text) => h("span", { class: "day" }, text);
  const dates = ({ date, until }) => (until ? [day(date), " to ", day(until)] : day(date));
  const listing = ({ device, name: called, date, version }) => [recordLink("devices", device), called || "-", day(date), version];

  function models(keys) {
    if (!keys.length) return "-";
    return h("details", {}, h("summary", {}, `${keys.length} Device Models`),
      h("ul", { class: "many" }, keys.map((key) => h("li", {}, recordLink("devices", key)))));
  }

  function holding({ edition, matrix_rows: rows, clauses }) {
    const named = [...rows.map((id) => ["matrix", id]), ...clauses.map((id) => ["clauses", id])];
    const words = [recordLink("editions", edition), ": "];
    if (!named.length) return [...words, "this catalogue holds no row or clause of it, which does not mean that it has none."];
    return [...words, "held of it: ", named.map(([folder, id], at) => [at ? ", " : "", recordLink(folder, id)])];
  }

  /* Events of one day that differ in their record alone stand in one row. */
  function alike(moments) {
    const found = new Map();
    for (const each of moments) {
      const key = JSON.stringify([each.date, each.until, each.what, each.status, each.kind]);
      found.set(key, [...(found.get(key) || []), each]);
    }
    return [...found.values()];
  }

  function section(title, head, items, cells, count = items.length) {
    if (!items.length) return null;
    const rows = items.map((item) => {
      const [first, ...rest] = cells(item);
      return h("tr", {}, h("th", { scope: "row" }, first), rest.map((cell) => h("td", {}, cell)));
    });
    const table = h("table", { class: "data" }, h("caption", { class: "hidden" }, title),
      h("thead", {}, h("tr", {}, head.map((word) => h("th", { scope: "col" }, word)))), h("tbody", {}, rows));
    return [h("h2", {}, `${title} (${count})`), h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": title }, table)];
  }

  /* #from=2020-01-01&to=S1SR/16.0-redline; what is neither a day nor an edition gives way to the last change. */
  function fromAddress(hash, register) {
    const parts = new URLSearchParams(hash.replace(/^#/, ""));
    const known = (text, otherwise) => (text && S1SR.register.point(text, register) ? text : otherwise);
    const turns = register.living.flatMap(([, , , spans]) => spans.map(([, first]) => first)).sort();
    const last = turns.length ? dayBefore(turns[turns.length - 1]) : today();
    return { from: known(parts.get("from"), last), to: known(parts.get("to"), today()) };
  }

  function dayBefore(day) {
    return S1SR.values.isoDay(Date.parse(day) - 864e5);
  }

  S1SR.compare = { start, fromAddress };
  const place = document.getElementById("s1sr-compare");
  if (place) start(place, globalThis.S1SR_TABLES);
})((globalThis.S1SR = globalThis.S1SR || {}));
