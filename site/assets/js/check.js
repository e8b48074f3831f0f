/* Checking in the page: a request, what came back, and a Device Model give findings, a prediction and a verdict.
   Nothing is sent, nothing is kept: not even in the address. */
(function (S1SR) {
  "use strict";
  const { h, link, recordLink, labelled, options, today, isDay } = S1SR.elements;
  const { predictionView, definitions, stateFields, STANDINGS } = S1SR.view;
  const PAUSE = 120;
  const MOST_SHOWN = 200;
  const SEVERITIES = { error: "Error", warning: "Warning", info: "Note" };
  const VERDICTS = {
    as_gbcs: "as GBCS says", predicted_deviation: "a deviation that was predicted",
    unpredicted_deviation: "a deviation that nobody predicted", predicted_not_seen: "a predicted deviation was not seen",
    not_assessed: "not assessed", not_a_pair: "not a pair",
  };

  function start(place, tables) {
    const { decisions, makers, requests } = tables;
    const models = modelsOf(decisions.devices, makers);
    const given = { device: "", state: {} };
    const results = h("div", { class: "s1sr-panel" }), spoken = h("p", { role: "status", class: "hidden" });
    const chosen = h("p", { class: "s1sr-chosen-device" });
    const request = messageField("Request", "Paste a DUIS Service Request as XML, or drop its file here.", changed);
    const answers = h("div", { class: "s1sr-answers" });
    const box = S1SR.combobox({
      label: "Device Model", hint: "Type a part of its CPL key, maker, name or firmware. Without it, there are findings only.",
      suggest: (text) => {
        const { found, total } = S1SR.search.search(models, text);
        return { total, options: found.map(({ id, title }) => ({ kind: "", label: id, detail: title, value: id })) };
      },
      choose: (key) => choose(key),
    });
    const day = h("input", { type: "date", value: today(), onchange: changed });
    const standing = h("select", { onchange: changed }, options(STANDINGS, "proposed"));
    const role = h("select", { onchange: changed }, options([["", "not given"], ...requests.roles.map((name) => [name, name])], ""));
    const states = stateFields(decisions.states, {}, (name, value) => {
      given.state[name] = value;
      changed();
    });
    let waiting = 0;

    place.replaceChildren(
      request.element, answers,
      h("p", { class: "s1sr-buttons" },
        h("button", { type: "button", onclick: () => addAnswer().area.focus() }, "Add an answer"), " ",
        h("button", { type: "button", onclick: example }, "Show an example"), " ",
        h("button", { type: "button", onclick: clear }, "Clear everything")),
      box.element, chosen,
      h("div", { class: "s1sr-row" },
        labelled("Day", day), labelled("Listen to claims that are", standing), labelled("Role of the sender", role)),
      h("details", {}, h("summary", {}, "What is known of the Device's state"), states),
      spoken, results, limits(requests),
    );
    addAnswer();
    changed();

    function addAnswer(text = "") {
      const number = answers.children.length + 1;
      const hint = "What came back: a response, an acknowledgement or an alert. Leave it empty to predict only.";
      const field = messageField(`Answer ${number}`, hint, changed);
      field.area.value = text;
      answers.append(field.element);
      return field;
    }

    function choose(key) {
      given.device = key;
      box.clear();
      chosen.replaceChildren(...(key ? [recordLink("devices", key), " ", h("button", {
        type: "button", "aria-label": `Remove Device Model ${key}`, onclick: () => {
          choose("");
          box.input.focus();
        } }, "×")] : []));
      changed();
    }

    function clear() {
      request.area.value = "";
      answers.replaceChildren();
      addAnswer();
      choose("");
      request.area.focus();
    }

    function example() {
      const [sent, came] = exampleMessages(S1SR.xml);
      request.area.value = sent;
      answers.replaceChildren();
      addAnswer(came);
      const claim = decisions.claims.find(({ services }) => services.includes("4.4.2"));
      const row = claim && decisions.applications.find(([id]) => id === claim.id);
      const patterns = row ? decisions.rows.find(({ id }) => id === row[1]).devices : [];
      const fits = (key) => patterns.some((pattern) =>
        Object.entries(pattern).every(([part, values]) => values.includes(key.split("/")[part])));
      choose((decisions.devices.find(([key]) => fits(key)) || [""])[0]);
    }

    /* What is pasted or dropped is whole: nobody has to be waited for. */
    function changed(event) {
      clearTimeout(waiting);
      waiting = setTimeout(run, event?.inputType?.startsWith("insertFrom") ? 0 : PAUSE);
    }

    function run() {
      const texts = [...answers.querySelectorAll("textarea")];
      const asked = {
        request: request.area, answers: texts.filter((area) => area.value.trim()), device: given.device,
        state: given.state, asOf: isDay(day.value) ? day.value : today(), standing: standing.value, role: role.value,
      };
      const { view, says } = report(asked, tables);
      results.replaceChildren(...[view].flat(Infinity).filter(Boolean));
      spoken.textContent = says;
    }
  }

  /* Device Models, ready to be searched by key, name and maker. */
  function modelsOf(devices, makers) {
    const records = devices.map(([key, name]) => [key, name, makers[key.split("/")[1]] || ""]);
    return S1SR.search.prepare({ kinds: [{ folder: "devices", name: "device", records }] });
  }

  /* A text area for a message; files can be dropped on it or chosen. */
  function messageField(label, hint, changed) {
    const area = h("textarea", { rows: "8", spellcheck: "false", autocomplete: "off", wrap: "off", oninput: changed });
    const problem = h("p", { class: "note", role: "alert", hidden: true });
    const file = h("input", { type: "file", accept: ".xml,text/xml,application/xml", onchange: () => take(file.files[0]) });
    const field = labelled(label, area, hint);
    const element = h("div", { class: "s1sr-message" }, field, problem,
      h("label", { class: "s1sr-file" }, `Or choose a file for ${label.toLowerCase()} `, file));
    area.addEventListener("dragover", (event) => event.preventDefault());
    area.addEventListener("drop", (event) => {
      if (!event.dataTransfer.files.length) return;
      event.preventDefault();
      take(event.dataTransfer.files[0]);
    });
    area.dataset.name = label;
    return { element, area };

    async function take(chosen) {
      if (!chosen) return;
      const { text, refused } = await decoded(chosen);
      problem.hidden = !refused;
      problem.textContent = refused;
      area.value = text;
      changed();
    }
  }

  const MOST_BYTES = 5 * 1024 * 1024;

  /* Reads UTF-8 and UTF-16, as the bytes say; the command line reads more. */
  async function decoded(file) {
    if (file.size > MOST_BYTES) return { text: "", refused: `${file.name} has more than 5 MB, the most that is read.` };
    const bytes = new Uint8Array(await file.arrayBuffer());
    const wide = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "";
    try {
      return { text: new TextDecoder(wide || "utf-8", { fatal: true }).decode(bytes), refused: "" };
    } catch {
      return { text: "", refused: `${file.name} is not UTF-8 or UTF-16: save it so, or check it with s1sr check.` };
    }
  }

  function report(asked, { decisions, requests }) {
    if (!asked.request.value.trim()) {
      const says = "Paste a request to see what the rules say of it.";
      return { view: h("p", {}, asked.answers.length ? "An answer is checked together with its request. " : "", says), says: "" };
    }
    const areas = new Map([["Request", asked.request], ...asked.answers.map((area) => [area.dataset.name, area])]);
    try {
      const document = S1SR.xml.readXml(asked.request.value, "Request", requests.bounds);
      const request = S1SR.request.readRequest(document, decisions);
      const context = {
        request, document, decisions, requests, asOf: asked.asOf, devices: asked.device ? [asked.device] : [], role: asked.role,
      };
      const findings = S1SR.rules.check(context), obstacles = S1SR.rules.obstacles(context);
      const parts = [findingsView("What the rules say of the request", findings, areas)];
      const says = `${findings.length} finding${findings.length === 1 ? "" : "s"} in the request.`;
      if (obstacles.length) parts.push(h("p", {}, "No prediction: the request is not whole, or its body is not that of its SRV."));
      else if (!asked.device) parts.push(h("p", {}, "Choose a Device Model to see what it answers."));
      else return outcome(parts, says, { ...asked, request, areas }, { decisions, requests });
      return { view: parts, says };
    } catch (error) {
      return refusal(error, "Request", requests, areas);
    }
  }

  function outcome(parts, says, asked, tables) {
    const { decisions, requests } = tables;
    const written = Object.fromEntries(Object.entries(asked.state).filter(([, value]) => value.trim()));
    let state;
    try {
      state = S1SR.facts.readState(written, decisions);
    } catch (error) {
      return { view: [parts, h("p", { class: "note" }, `${error.message}.`)], says: `${says} ${error.message}.` };
    }
    const service = S1SR.lookup(decisions).services.get(asked.request.srv);
    const question = {
      srv: service.id, device: asked.device, asOf: asked.asOf, standing: asked.standing, state,
      fields: S1SR.request.textsOf(asked.request), signed: S1SR.request.isSigned(asked.request),
    };
    const answers = [];
    for (const area of asked.answers) {
      const { name } = area.dataset;
      try {
        const document = S1SR.xml.readXml(area.value, name, requests.bounds);
        answers.push([S1SR.answer.readAnswer(document, requests.element_names), document]);
      } catch (error) {
        parts.push(...refusal(error, name, requests, asked.areas).view);
      }
    }
    if (answers.length) {
      const judged = S1SR.verdict(tables, {
        request: asked.request, answers, devices: [asked.device], state, asOf: asked.asOf, standing: asked.standing,
      });
      parts.unshift(verdictView(judged));
      parts.push(findingsView("What the rules say of request and answers together", judged.findings, asked.areas));
      says = `Verdict: ${VERDICTS[judged.verdict]}. ${says}`;
    }
    const prediction = S1SR.predict(decisions, question);
    const title = h("h2", {}, `Prediction: SRV ${service.id} ${service.name}`);
    return { view: [parts, title, predictionView(prediction, question, decisions)], says };
  }

  function verdictView(judged) {
    const behaviours = judged.behaviours.map((found) => h("li", {},
      recordLink("behaviours", found.behaviour, found.title), ` (${found.bearing.replaceAll("_", " ")}): ${found.says}`));
    const coverage = judged.coverage.map(({ aspect, checked, says }) => h("li", {}, `${checked ? "✓" : "–"} `,
      h("span", { class: "hidden" }, checked ? "looked at: " : "not looked at: "), h("b", {}, aspect), `: ${says}`));
    return [
      h("h2", {}, `Verdict: ${VERDICTS[judged.verdict]}`),
      h("p", { class: "s1sr-answer" }, `${judged.says}.`),
      behaviours.length ? h("ul", {}, behaviours) : null,
      definitions([
        ["Answers", judged.answers.map((answer) =>
          h("p", {}, `${answer.name}: ${answer.kind.replaceAll("_", " ")}; ${answer.says.join("; ") || "names nothing to pair it by"}`))],
        ["State", judged.state.map(({ name, value, origin }) => `${name} = ${value} (${origin})`).join(", ")],
      ]),
      h("details", {}, h("summary", {}, "What was looked at, and what could not be"), h("ul", { class: "s1sr-coverage" }, coverage)),
    ];
  }

  function findingsView(title, findings, areas) {
    if (!findings.length) return [h("h2", {}, title), h("p", {}, "Nothing to report.")];
    return [h("h2", {}, `${title} (${findings.length})`),
      h("ol", { class: "s1sr-findings" }, findings.slice(0, MOST_SHOWN).map((found) => findingView(found, areas))),
      findings.length > MOST_SHOWN ? h("p", {}, `${findings.length - MOST_SHOWN} more are not shown.`) : null];
  }

  function findingView({ code, severity, message, tip, location }, areas) {
    const { file, line, column, path } = location;
    const area = areas.get(file), where = [file, line && `line ${line}, column ${column}`, path].filter(Boolean).join(", ");
    const show = () => {
      const lines = area.value.split(/\r\n?|\n/).slice(0, line - 1);
      const at = lines.reduce((sum, text) => sum + text.length + 1, 0) + column - 1;
      area.focus();
      area.setSelectionRange(at, (area.value.indexOf(">", at) + 1) || at);
      area.scrollTop = Math.max(0, (line - 4) * parseFloat(getComputedStyle(area).lineHeight || "16"));
    };
    return h("li", { class: `s1sr-finding ${severity}` },
      h("b", {}, `${SEVERITIES[severity]} `), link(`rules/${code}.html`, code), ` ${message}`,
      tip ? h("span", { class: "s1sr-tip" }, ` Tip: ${tip}`) : null,
      h("div", {}, area && line ? h("button", { type: "button", class: "s1sr-plain", onclick: show }, where) : where));
  }

  function refusal(error, file, requests, areas) {
    if (!(error instanceof S1SR.xml.Refusal)) throw error;
    const { code, message, tip, line, column } = error;
    const isJson = /^\s*[[{]/.test(areas.get(file).value);
    const found = {
      code, message, severity: requests.rules[code].severity, location: { file, line, column, path: "" },
      tip: isJson ? "this page reads XML; s1sr check reads JSON too" : tip,
    };
    return { view: findingsView(`${file} cannot be read`, [found], areas), says: `${file} cannot be read: ${message}` };
  }

  function limits({ rules, asked }) {
    const others = Object.entries(rules).filter(([code]) => /^REQ[13]/.test(code) && !asked.includes(code) && !/99$/.test(code));
    const answers = Object.entries(rules).filter(([code]) => /^RSP1/.test(code));
    const list = (found) => h("ul", {}, found.map(([code, { summary }]) => h("li", {}, link(`rules/${code}.html`, code), ` ${summary}`)));
    return h("details", { class: "s1sr-limits" },
      h("summary", {}, "What this page does not check"),
      h("p", {}, `This page asks ${asked.length} rules about a request. The command line asks ${others.length} more, holds `
        + "messages to XML Schemas, surveys every answer by itself, checks several requests as a batch, and reads JSON:"),
      list([...others, ...answers]));
  }

  /* An invented exchange, so that somebody without a request at hand sees what there is to see. */
  function exampleMessages({ DUIS }) {
    const [user, device] = ["00-00-5E-EF-10-00-00-01", "00-00-5E-EF-10-00-00-A1"], id = `${user}:${device}:1001`;
    const sent = `<?xml version="1.0" encoding="UTF-8"?>
<sr:Request xmlns:sr="${DUIS}" schemaVersion="5.4">
  <sr:Header>
    <sr:RequestID>${id}</sr:RequestID>
    <sr:CommandVariant>1</sr:CommandVariant>
    <sr:ServiceReference>4.4</sr:ServiceReference>
    <sr:ServiceReferenceVariant>4.4.2</sr:ServiceReferenceVariant>
  </sr:Header>
  <sr:Body>
    <sr:RetrieveCoMOrTariffTriggeredBillingDataLog>
      <sr:ReadLogPeriod>
        <sr:StartDateTime>2025-01-01T00:00:00Z</sr:StartDateTime>
        <sr:EndDateTime>2025-02-01T00:00:00Z</sr:EndDateTime>
      </sr:ReadLogPeriod>
    </sr:RetrieveCoMOrTariffTriggeredBillingDataLog>
  </sr:Body>
</sr:Request>
`;
    const came = `<?xml version="1.0" encoding="UTF-8"?>
<sr:Response xmlns:sr="${DUIS}" schemaVersion="5.4">
  <sr:Header>
    <sr:RequestID>${id}</sr:RequestID>
    <sr:ResponseID>${device}:${user}:1001</sr:ResponseID>
    <sr:ResponseCode>I0</sr:ResponseCode>
    <sr:ResponseDateTime>2025-11-01T10:00:00Z</sr:ResponseDateTime>
  </sr:Header>
  <sr:Body>
    <sr:DCCAlertMessage>
      <sr:DCCAlertCode>N56</sr:DCCAlertCode>
      <sr:DCCAlert>
        <sr:S1SPAlertDSP>
          <sr:S1SPAlert schemaVersion="5.4">
            <sr:RequestID>${id}</sr:RequestID>
            <sr:DeviceID>${device}</sr:DeviceID>
            <sr:S1SPAlertCode>S1CE2003</sr:S1SPAlertCode>
            <sr:DateTime>2025-11-01T10:00:00Z</sr:DateTime>
          </sr:S1SPAlert>
        </sr:S1SPAlertDSP>
      </sr:DCCAlert>
    </sr:DCCAlertMessage>
  </sr:Body>
</sr:Response>
`;
    return [sent, came];
  }

  const place = document.getElementById("s1sr-check");
  if (place) start(place, globalThis.S1SR_TABLES);
})((globalThis.S1SR = globalThis.S1SR || {}));
