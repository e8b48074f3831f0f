/* The look-up of the start page: which SRV, which Device Model, which day? All that was asked is in the address, so an
   answer can be passed on; nothing is sent and nothing is kept. */
(function (S1SR) {
  "use strict";
  const { h, link, recordLink, labelled, options, today, isDay } = S1SR.elements;
  const { badge, predictionView, STANDINGS, STATES, stateFields } = S1SR.view;
  const EXAMPLES = ["4.4.2", "03465317", "18.17p", "S1CE2003", "Itron"];
  const ORDER = ["deviates", "deviates_if", "disputed", "conforms"];
  const MOST = 40;
  const OPENS = "Enter again opens its page.";
  const COLLECTED_AT_ONCE = 100, COLLECTING_PAUSE = 30;

  function start(place, tables) {
    const { decisions, index } = tables;
    const { all, devices } = recordsOf(index);
    const asked = fromAddress(location.hash, decisions);
    const chosen = h("ul", { class: "s1sr-chosen", "aria-label": "Chosen" });
    const panel = h("section", { class: "s1sr-panel", "aria-label": "Answer", tabindex: "-1" });
    const spoken = h("p", { role: "status", class: "hidden" });
    const states = h("div", { class: "s1sr-states" });
    const box = S1SR.combobox({
      label: "SRV, Device Model, clause, code or maker",
      hint: "For example 4.4.2, then 03465317. Both at once work too.",
      suggest: (text) => suggest(all(), devices(), decisions, text),
      choose,
      again: () => asked.record && panel.querySelector("h2 a")?.click(),
    });
    const day = h("input", { type: "date", value: asked.date, onchange: () => {
      if (isDay(day.value)) change({ date: day.value });
    } });
    const standing = h("select", { onchange: () => change({ standing: standing.value }) },
      options(STANDINGS, asked.standing));
    const examples = h("p", { class: "s1sr-examples" }, "Try: ", EXAMPLES.map((text) => [
      h("button", { type: "button", onclick: () => {
        box.input.value = text;
        box.input.focus();
        box.input.dispatchEvent(new Event("input"));
      } }, text), " ",
    ]));

    place.replaceChildren(
      box.element, chosen,
      h("div", { class: "s1sr-row" }, labelled("Day", day), labelled("Listen to claims that are", standing)),
      states, spoken, panel, examples,
    );
    addEventListener("hashchange", () => {
      Object.assign(asked, fromAddress(location.hash, decisions));
      day.value = asked.date;
      standing.value = asked.standing;
      show();
    });
    show();

    function choose(value) {
      box.clear();
      change(value);
    }

    function change(what) {
      Object.assign(asked, what.record ? { record: what.record } : { record: "", ...what });
      history.replaceState(null, "", toAddress(asked));
      show();
    }

    function show() {
      chosen.replaceChildren(...chips());
      showStates();
      const content = answer();
      panel.replaceChildren(...[content.view].flat(Infinity).filter(Boolean));
      spoken.textContent = content.says;
    }

    function chips() {
      const kinds = [["srv", "SRV", "services"], ["device", "Device Model", "devices"]];
      return kinds.filter(([key]) => asked[key]).map(([key, kind, folder]) => h("li", {},
        h("span", { class: "s1sr-kind" }, kind), " ", recordLink(folder, asked[key]), " ", named(key),
        h("button", { type: "button", "aria-label": `Remove ${kind} ${asked[key]}`, onclick: () => {
          change({ [key]: "" });
          box.input.focus();
        } }, "×")));
    }

    function named(key) {
      const found = S1SR.lookup(decisions);
      const name = key === "srv" ? found.services.get(asked.srv).name : found.devices.get(asked.device).name;
      return name ? `${name} ` : "";
    }

    /* Asks for a state only where an answer hangs on it; the field that is typed in stays. */
    function showStates() {
      const facts = asked.srv && asked.device ? decisions.states.filter((fact) => bears(fact)) : [];
      const key = facts.map((fact) => fact.name).join();
      if (states.dataset.facts === key) return;
      states.dataset.facts = key;
      states.replaceChildren(...stateFields(facts, asked.state, (name, value) => {
        change({ state: { ...asked.state, [name]: value } });
      }));
    }

    function bears(fact) {
      return decisions.claims.some((claim) =>
        claim.services.includes(asked.srv) && S1SR.conditions.factNames(claim.when).has(`state.${fact.name}`));
    }

    function answer() {
      if (asked.record) return recordAnswer();
      if (!asked.srv && !asked.device) return { view: [], says: "" };
      let state;
      try {
        state = S1SR.facts.readState(given(asked.state), decisions);
      } catch (error) {
        return { view: h("p", { class: "note" }, `${error.message}.`), says: error.message };
      }
      const question = { asOf: asked.date, standing: asked.standing, state, fields: null };
      if (asked.srv && asked.device) return oneAnswer({ ...question, srv: asked.srv, device: asked.device });
      return asked.srv ? byDevice(question) : byService(question);
    }

    function oneAnswer(question) {
      const prediction = S1SR.predict(decisions, question);
      return {
        view: [h("h2", {}, `SRV ${question.srv}, ${prediction.device_name || question.device}`),
          predictionView(prediction, question, decisions), commandLine(question)],
        says: `${STATES[prediction.assessment][1]}. ${STATES[prediction.assessment][2]}`,
      };
    }

    function byDevice(question) {
      const found = decisions.devices.map(([key, name]) =>
        [S1SR.predict(decisions, { ...question, srv: asked.srv, device: key }), key, name || key]);
      const title = `SRV ${asked.srv}: which Device Models deviate?`;
      return several(title, found, "Device Models", (key) => ({ device: key }));
    }

    function byService(question) {
      const found = decisions.services.map(({ id, name }) =>
        [S1SR.predict(decisions, { ...question, srv: id, device: asked.device }), id, name]);
      return several("On which SRVs does it deviate?", found, "SRVs", (srv) => ({ srv }));
    }

    function several(title, found, what, choice) {
      const known = found.filter(([prediction]) => prediction.assessment !== "not_assessed")
        .sort(([one], [other]) => ORDER.indexOf(one.assessment) - ORDER.indexOf(other.assessment));
      const unknown = found.length - known.length;
      const says = `${known.length} of ${found.length} ${what} assessed; ${unknown} are not assessed, and that does not `
        + "mean that they conform.";
      const items = known.slice(0, MOST).map(([prediction, id, name]) => h("li", {},
        badge(prediction.assessment), " ",
        h("button", { type: "button", class: "s1sr-plain", onclick: () => {
          change(choice(id));
          panel.focus();
        } }, id), ` ${name}`));
      const more = known.length > MOST ? h("li", {}, `and ${known.length - MOST} more`) : null;
      return { view: [h("h2", {}, title), h("p", {}, says), h("ul", { class: "s1sr-several" }, items, more)], says };
    }

    function recordAnswer() {
      const record = all().find(({ folder, id }) => `${folder}/${id}` === asked.record);
      if (!record) return { view: h("p", { class: "note" }, `There is no record ${asked.record}.`), says: "Not found." };
      const concerned = decisions.claims.filter((claim) => concerns(claim, record));
      const rows = concerned.map((claim) => h("li", {},
        recordLink("behaviours", claim.id, claim.title), ": SRV ",
        claim.services.map((srv) => [h("button", { type: "button", class: "s1sr-plain", onclick: () => {
          change({ srv });
          panel.focus();
        } }, srv), " "])));
      return {
        view: [
          h("h2", {}, link(encodeURI(record.path), `${record.kind} ${record.id}`)),
          h("p", {}, record.title), h("p", { class: "s1sr-small" }, OPENS), rows.length ? [h("p", {}, "Behaviours:"), h("ul", {}, rows)] : null,
          record.folder === "manufacturers" ? models(record) : null,
        ],
        says: `${record.kind} ${record.id}: ${record.title} ${OPENS}`,
      };
    }

    function models(maker) {
      const own = decisions.devices.filter(([key]) => key.split("/")[1] === maker.id);
      return [h("p", {}, `${own.length} Device Models:`), h("ul", { class: "s1sr-several" },
        own.map(([key, name]) => h("li", {}, h("button", { type: "button", class: "s1sr-plain", onclick: () => {
          change({ device: key });
          panel.focus();
        } }, key), ` ${name}`)))];
    }

    function commandLine({ srv, device, asOf }) {
      const command = `s1sr predict request_${srv}.xml --device ${device} --as-of ${asOf}`;
      return h("p", { class: "s1sr-small" }, "On the command line: ", h("code", {}, command));
    }
  }

  /* Records are made ready after the page is shown, and their words collected a few at a time: no key waits for either. */
  function recordsOf(index) {
    let records = null, devices = null;
    const all = () => (records ||= S1SR.search.prepare(index));
    const collect = () => S1SR.search.grow(all(), COLLECTED_AT_ONCE) || setTimeout(collect, COLLECTING_PAUSE);
    setTimeout(collect, COLLECTING_PAUSE);
    return { all, devices: () => (devices ||= all().filter(({ folder }) => folder === "devices")) };
  }

  function concerns(claim, { folder, id }) {
    if (folder === "clauses") return claim.clause_id === id;
    if (folder === "codes") return [...claim.expected.alerts, ...claim.baseline.alerts].some(({ code }) => code === id);
    return folder === "behaviours" && claim.id === id;
  }

  function given(state) {
    return Object.fromEntries(Object.entries(state).filter(([, value]) => value.trim() !== ""));
  }

  /* Suggests records; where the first words are an SRV and the rest finds Device Models, both at once come first. */
  function suggest(records, devices, decisions, text) {
    const { found, total, mended } = S1SR.search.search(records, text);
    const both = pairs(devices, decisions, text);
    const single = found.map((record) => ({
      kind: record.kind, label: record.id, detail: record.title, value: valueOf(record),
    }));
    const note = mended.length ? `Nothing holds these words; shown: ${mended.join(" ")}.` : "";
    return { options: [...both, ...single], total: both.length + total, note };
  }

  function pairs(devices, decisions, text) {
    const words = text.trim().split(/\s+/), services = S1SR.lookup(decisions).services;
    const srv = words.find((word) => services.has(word));
    const rest = words.filter((word) => word !== srv).join(" ");
    if (!srv || !rest) return [];
    return S1SR.search.search(devices, rest, 8).found.map((device) => ({
      kind: `SRV ${srv} and`, label: device.id, detail: device.title, value: { srv, device: device.id },
    }));
  }

  function valueOf({ folder, id }) {
    if (folder === "services") return { srv: id };
    return folder === "devices" ? { device: id } : { record: `${folder}/${id}` };
  }

  /* The address holds everything that was asked: #srv=4.4.2&device=...&date=...&standing=...&state.NAME=... */
  function fromAddress(hash, decisions) {
    const parts = new URLSearchParams(hash.replace(/^#/, "")), { services, devices } = S1SR.lookup(decisions);
    const known = (value, among) => (among.has(value) ? value : "");
    const state = [...parts].filter(([name]) => name.startsWith("state."))
      .map(([name, value]) => [name.slice(6), value])
      .filter(([name]) => decisions.states.some((fact) => fact.name === name));
    return {
      srv: known(parts.get("srv") || "", services), device: known(parts.get("device") || "", devices),
      record: parts.get("record") || "", state: Object.fromEntries(state),
      date: isDay(parts.get("date") || "") ? parts.get("date") : today(),
      standing: STANDINGS.some(([name]) => name === parts.get("standing")) ? parts.get("standing") : "proposed",
    };
  }

  function toAddress({ srv, device, record, date, standing, state }) {
    const parts = Object.entries({ srv, device, record, date, standing }).filter(([, value]) => value);
    const states = Object.entries(given(state)).map(([name, value]) => [`state.${name}`, value]);
    return `#${new URLSearchParams([...parts, ...states])}`.replaceAll("%2F", "/");
  }

  S1SR.lookUp = { start, suggest, fromAddress, toAddress };
  const place = document.getElementById("s1sr-lookup");
  if (place) start(place, globalThis.S1SR_TABLES);
})((globalThis.S1SR = globalThis.S1SR || {}));
