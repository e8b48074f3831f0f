/* Reads vectors line by line from stdin, answers each with the scripts of the site, and compares byte for byte. */
"use strict";
const S1SR = require("./scripts.js").load();
const { json, fromTable } = S1SR.values;

const MOST_SHOWN = 5;
const tables = {};
const outcome = { run: {}, failed: 0, first: [] };

function withValues(question) {
  const state = Object.fromEntries(Object.entries(question.state).map(([name, value]) => [name, fromTable(value)]));
  return { ...question, state };
}

const DEFAULTS = { asOf: "", devices: [], role: "" };

function opened(vector) {
  return { decisions: tables[vector.decisions], requests: tables[vector.requests] };
}

function reading(vector, text, read, name = "message") {
  const given = opened(vector);
  return read(S1SR.xml.readXml(text, name, given.requests.bounds), given);
}

function refusable(answer) {
  try {
    return answer();
  } catch (error) {
    if (error instanceof S1SR.xml.Refusal) return { refused: error.code };
    throw error;
  }
}

/* Values as the canonical JSON of Python has them. */
function stateOrError(vector) {
  try {
    return S1SR.facts.readState(vector.given, tables[vector.table]);
  } catch (error) {
    return { error: error.message };
  }
}

const ANSWERS = {
  state: stateOrError,
  predict: (vector) => S1SR.predict(tables[vector.table], withValues(vector.question)),
  difference: (vector) => {
    const register = tables[vector.register];
    const [since, until] = vector.sides.map((side) => S1SR.register.point(side, register));
    return S1SR.register.difference(tables[vector.decisions], register, since, until);
  },
  nearest: (vector) => S1SR.nearest(vector.word, vector.known),
  read_request: (vector) => refusable(() =>
    reading(vector, vector.text, (document, { decisions }) => S1SR.request.readRequest(document, decisions))),
  read_answer: (vector) => refusable(() => {
    const answer = (document, { requests }) => S1SR.answer.readAnswer(document, requests.element_names);
    return reading(vector, vector.text, answer);
  }),
  check: (vector) => refusable(() => reading(vector, vector.text, (document, given) => {
    const request = S1SR.request.readRequest(document, given.decisions);
    return S1SR.rules.check({ ...given, ...DEFAULTS, ...vector.asked, request, document });
  })),
  verdict: (vector) => {
    const given = opened(vector);
    const read = (document) => S1SR.request.readRequest(document, given.decisions);
    const request = reading(vector, vector.request, read, "request");
    const answers = vector.answers.map((text, number) => reading(vector, text, (document) =>
      [S1SR.answer.readAnswer(document, given.requests.element_names), document], `answer ${number}`));
    return S1SR.verdict(given, { ...withValues(vector.asked), request, answers });
  },
};

function answer(vector) {
  try {
    return json(ANSWERS[vector.kind](vector));
  } catch (error) {
    return `${error.stack}`;
  }
}

function take(line) {
  const vector = JSON.parse(line);
  if (vector.kind === "table") {
    tables[vector.name] = vector.table;
    return;
  }
  outcome.run[vector.kind] = (outcome.run[vector.kind] || 0) + 1;
  const found = answer(vector);
  if (found === vector.expected) return;
  outcome.failed += 1;
  if (outcome.first.length >= MOST_SHOWN) return;
  const { expected, ...asked } = vector;
  outcome.first.push(`${JSON.stringify(asked).slice(0, 3000)}\nPython: ${expected}\nscript: ${found}`);
}

/* Only a line feed ends a line: a text may hold U+2028, at which readline would cut. */
let rest = "";
process.stdin.setEncoding("utf8");
process.stdin.on("data", (chunk) => {
  const lines = (rest + chunk).split("\n");
  rest = lines.pop();
  lines.forEach(take);
});
process.stdin.on("end", () => process.stdout.write(JSON.stringify(outcome)));
