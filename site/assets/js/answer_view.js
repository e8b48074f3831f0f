/* How an answer looks: the assessment in a letter and in words, the claims with clause, condition and sources. */
(function (S1SR) {
  "use strict";
  const { h, recordLink } = S1SR.elements;

  const STATES = {
    deviates: ["D", "deviates", "A claim says that the Device does something else than GBCS."],
    deviates_if: ["if", "deviates if", "It deviates under a condition that only the Device can see."],
    conforms: ["ok", "conforms", "Evidence shows that it does what GBCS says."],
    disputed: ["!", "disputed", "A source objects to what another says."],
    not_assessed: ["?", "not assessed", "Nothing that this catalogue holds speaks of it. That does not mean that it conforms."],
  };
  const STANDINGS = [
    ["proposed", "in force or proposed"], ["designated", "in force only"], ["observed", "public reports too"],
  ];

  function badge(assessment) {
    const [letter, name] = STATES[assessment];
    return h("span", { class: `state ${assessment.replaceAll("_", "-")}` }, h("b", {}, letter), " ", name);
  }

  /* Shows a prediction; `table` is the decision table, `question` what was asked. */
  function predictionView(prediction, question, table) {
    const claims = [...prediction.deviations, ...prediction.conformance];
    return [
      h("p", { class: "s1sr-answer" }, badge(prediction.assessment), ". ", STATES[prediction.assessment][2]),
      claims.map(claimView),
      h("p", {}, h("b", {}, "GBCS baseline: "), prediction.baseline.summary),
      prediction.near_misses.length ? nearMissesView(prediction.near_misses) : null,
      prediction.notes.map((note) => h("p", { class: "note" }, note)),
      h("p", { class: "s1sr-small" },
        `As of ${question.asOf}. Catalogue ${table.catalogue.version} (${table.catalogue.digest.slice(0, 12)}). `
        + "When its sources were last checked is not recorded."),
    ];
  }

  function claimView(claim) {
    const rows = [
      ["What comes back", outcome(claim.expected)],
      ["Condition", claim.condition ? `only if ${claim.condition}` : "none"],
      ["Still open", claim.residual_condition],
      ["Clause", claim.clause ? recordLink("clauses", claim.clause_id, `${claim.document} ${claim.clause}`) : "none yet"],
      ["Standing", `${claim.standing}, since ${claim.in_force_since}`],
      ["Announced", claim.announced.length ? h("ul", {}, claim.announced.map((each) => h("li", {}, announcement(each)))) : ""],
      ["Matrix row", recordLink("matrix", claim.matrix_row, claim.matrix_label)],
      ["Disputes", claim.disputes.length ? h("ul", {}, claim.disputes.map((text) => h("li", {}, text))) : ""],
      ["Sources", h("details", { open: true }, h("summary", {}, places(claim.citations)), h("ul", {}, claim.citations.map(citation)))],
    ];
    return h("article", { class: "s1sr-claim" },
      h("h3", {}, recordLink("behaviours", claim.behaviour, claim.title)),
      definitions(rows));
  }

  function places(citations) {
    const inferred = citations.filter(({ basis }) => basis === "inferred").length;
    return `${citations.length} places: ${citations.length - inferred} stated, ${inferred} inferred`;
  }

  function definitions(rows) {
    const kept = rows.filter(([, content]) => content !== "" && content !== null);
    return h("dl", { class: "fields" }, kept.map(([name, content]) => [h("dt", {}, name), h("dd", {}, content)]));
  }

  function outcome(answer) {
    const alerts = answer.alerts.map((alert) =>
      [" ", recordLink("codes", alert.code), alert.name ? ` ${alert.name}` : ""]);
    return [`${answer.outcome}: ${answer.summary}`, alerts.length ? [h("br"), "Alerts:", alerts] : ""];
  }

  function announcement({ event, date, latest }) {
    const until = latest === date ? "" : `, by ${latest} at the latest`;
    return `${event.replaceAll("_", " ")}: ${date}${until} (planned; whether it happened is not recorded)`;
  }

  function citation({ source, place, basis, reason }) {
    const inferred = basis === "inferred" ? ` (inferred: ${reason})` : "";
    return h("li", {}, recordLink("sources", source), `, ${place}${inferred}`);
  }

  function nearMissesView(missed) {
    return h("details", {},
      h("summary", {}, `What nearly applied (${missed.length})`),
      h("ul", {}, missed.map((near) => h("li", {},
        recordLink("behaviours", near.behaviour, near.title), near.clause ? ` (clause ${near.clause})` : "",
        `: ${near.reason}.`))));
  }

  /* Fields for what only the Device knows, by name; `changed` is called with every change. */
  function stateFields(facts, given, changed) {
    return facts.map((fact) => {
      const attributes = { value: given[fact.name] || "", oninput: (event) => changed(fact.name, event.target.value) };
      const kinds = fact.type === "boolean" ? ["true", "false"] : fact.values;
      const control = kinds.length
        ? h("select", { onchange: attributes.oninput },
          S1SR.elements.options([["", "not known"], ...kinds.map((kind) => [kind, kind])], given[fact.name] || ""))
        : h("input", { type: "text", inputmode: fact.type === "integer" ? "numeric" : null, ...attributes });
      const hint = `Leave it empty where it is not known. As an argument: --state ${fact.name}=VALUE`;
      return S1SR.elements.labelled(capital(fact.phrase), control, hint);
    });
  }

  function capital(text) {
    return text.slice(0, 1).toUpperCase() + text.slice(1);
  }

  S1SR.view = { STATES, STANDINGS, badge, predictionView, definitions, stateFields };
})((globalThis.S1SR = globalThis.S1SR || {}));
