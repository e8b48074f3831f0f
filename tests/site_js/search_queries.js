/* Reads { index, queries } from stdin; writes, for each query, the first records that the look-up finds, and what it put
   in the place of words that occur nowhere. */
"use strict";
const fs = require("node:fs");
const S1SR = require("./scripts.js").load();

const { index, queries } = JSON.parse(fs.readFileSync(0, "utf8"));
const records = S1SR.search.prepare(index);
const answers = queries.map((query) => {
  const { found, mended } = S1SR.search.search(records, query);
  return { first: found.slice(0, 3).map(({ folder, id }) => `${folder}/${id}`), mended };
});
process.stdout.write(JSON.stringify(answers));
