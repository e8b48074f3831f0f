/* Finding records by id, by the start of an id, and by words; a word that nothing holds is taken for the nearest. */
(function (S1SR) {
  "use strict";

  const PARTS = /[\s/.:_()[\],-]+/;
  const EXACT = 100, NAME = 80, PART = 60, START = 50, PART_START = 30, TITLE = 20, WORD = 12, INSIDE = 4;
  /* Where two records fit equally well, the kind that people ask for most comes first. */
  const FIRST = ["services", "devices", "clauses", "behaviours", "codes", "manufacturers"];

  /* Returns records ready to be searched: { kind, folder, id, title, words, path, ... }. */
  function prepare(index) {
    const records = index.kinds.flatMap(({ folder, name, records: entries }) => entries.map(([id, title, words, path]) => ({
      kind: name, folder, id, title, words, path: path || `records/${folder}/${id}.html`,
      key: id.toLowerCase(), name: title.toLowerCase(), said: `${title} ${words}`.toLowerCase(), weight: FIRST.indexOf(folder) + 1 || 9,
    })));
    records.forEach((record, order) => Object.assign(record, { order, parts: record.key.split(PARTS) }));
    return records;
  }

  function scoreOf(record, token) {
    if (record.key === token) return EXACT;
    if (record.name === token) return NAME;
    if (record.parts.includes(token)) return PART;
    if (record.key.startsWith(token)) return START;
    if (record.key.endsWith(`/${token}`)) return PART;
    if (record.key.includes(token)) return record.parts.some((part) => part.startsWith(token)) ? PART_START : INSIDE;
    const at = record.said.indexOf(token);
    if (at < 0) return 0;
    if (at === 0) return TITLE;
    return wordStart(record.said, token) ? WORD : INSIDE;
  }

  function wordStart(text, token) {
    for (let at = text.indexOf(token); at >= 0; at = text.indexOf(token, at + 1)) {
      if (at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1])) return true;
    }
    return false;
  }

  /* Returns { found, total, mended }: the best records in which every word occurs, how many there are, and the words
     that were put in the place of words that occur nowhere. */
  function search(records, query, most = 12) {
    const tokens = query.toLowerCase().split(/\s+/).filter(Boolean);
    if (!tokens.length) return { found: [], total: 0, mended: [] };
    const first = ranked(records, tokens);
    if (first.length) return { found: first.slice(0, most), total: first.length, mended: [] };
    const mended = tokens.map((token) => mend(records, token));
    const found = mended.some((token, at) => token !== tokens[at]) ? ranked(records, mended) : [];
    return { found: found.slice(0, most), total: found.length, mended: found.length ? mended : [] };
  }

  function ranked(records, tokens) {
    const scored = [];
    for (const record of records) {
      let sum = 0;
      for (const token of tokens) {
        const score = scoreOf(record, token);
        if (!score) {
          sum = 0;
          break;
        }
        sum += score;
      }
      if (sum) scored.push([sum, record]);
    }
    scored.sort(([one, first], [other, second]) => other - one || first.weight - second.weight || first.order - second.order);
    return scored.map(([, record]) => record);
  }

  const vocabularies = new WeakMap();

  function mend(records, token) {
    if (token.length < 3 || records.some((record) => scoreOf(record, token))) return token;
    const near = vocabulary(records).filter((word) => Math.abs(word.length - token.length) <= 2 && shares(word, token));
    return S1SR.nearest(token, near, 1, 0.7)[0] || token;
  }

  /* Returns every word of the records; to make it takes a moment, so a page asks for it before it is needed. */
  function vocabulary(records) {
    if (!vocabularies.has(records)) {
      const words = records.flatMap((record) => [record.key, ...record.parts, ...record.said.split(PARTS)]);
      vocabularies.set(records, [...new Set(words)].filter((word) => word.length > 2));
    }
    return vocabularies.get(records);
  }

  /* Most typing errors keep the first letter or the last. */
  function shares(word, token) {
    return word[0] === token[0] || word[word.length - 1] === token[token.length - 1];
  }

  S1SR.search = { prepare, search, vocabulary };
})((globalThis.S1SR = globalThis.S1SR || {}));
