/* Loads the scripts of the site into this process, as a page does: one after the other, into one global. */
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const vm = require("node:vm");

const FOLDER = path.join(__dirname, "..", "..", "site", "assets", "js");
const ENGINE = [
  "values.js", "conditions.js", "facts.js", "predict.js", "nearest.js", "xml.js", "request.js", "moments.js", "answer.js",
  "rules.js", "seen.js", "exchange_rules.js", "verdict.js", "search.js", "register.js",
];

function load(names = ENGINE) {
  for (const name of names) {
    const file = path.join(FOLDER, name);
    if (fs.existsSync(file)) vm.runInThisContext(fs.readFileSync(file, "utf8"), { filename: file });
  }
  return globalThis.S1SR;
}

module.exports = { load, FOLDER };
