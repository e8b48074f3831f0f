/* Reads { index, questions } from stdin; a question is a list of records to choose one after the other. Writes, for each
   question, the fewest keys that choose them: letters of an id or of a word of the title, arrows, Enter. */
"use strict";
const fs = require("node:fs");
const S1SR = require("./scripts.js").load();

const { index, questions } = JSON.parse(fs.readFileSync(0, "utf8"));
const records = S1SR.search.prepare(index);
const byName = new Map(records.map((record) => [`${record.folder}/${record.id}`, record]));
const MOST_LETTERS = 10;
const answers = new Map();
const known = new Map();

function listed(query) {
  if (!answers.has(query)) answers.set(query, S1SR.search.search(records, query).found);
  return answers.get(query);
}

function keysFor(name) {
  if (!known.has(name)) known.set(name, fewest(byName.get(name)));
  return known.get(name);
}

function fewest(record) {
  const texts = new Set([record.id, record.id.split("/").at(-1), ...record.title.split(/[\s(),]+/)]);
  let best = null;
  for (const text of [...texts].filter((text) => /^[\x20-\x7e]+$/.test(text))) {
    for (let length = 1; length <= Math.min(text.length, MOST_LETTERS); length += 1) {
      const at = listed(text.slice(0, length)).indexOf(record);
      if (at < 0) continue;
      /* Enter alone takes the first; for the others the arrow goes to the first one, and on from there. */
      const keys = [...text.slice(0, length), ...Array(at ? at + 1 : 0).fill("ArrowDown"), "Enter"];
      if (!best || keys.length < best.length) best = keys;
    }
  }
  return best;
}

process.stdout.write(JSON.stringify(questions.map((names) => names.flatMap(keysFor))));
