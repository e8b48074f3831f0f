/* Finding records by id, by the start of an id, and by words; a word that nothing holds is taken for the nearest. */
(function (S1SR) {
  "use strict";

  const PARTS = /[\s/.:_()[\],-]+/;
  const HEX_PAIRS = /^[0-9a-f]{2}(:[0-9a-f]{2})+$/;
  const END = "\n";
  const EXACT = 100, NAME = 80, PART = 60, START = 50, PART_START = 30, TITLE = 20, WORD = 12, INSIDE = 4;
  /* Where two records fit equally well, the kind that people ask for most comes first. */
  const FIRST = ["services", "devices", "clauses", "behaviours", "codes", "manufacturers"];
  const LIKE_ENOUGH = 0.6;

  /* Returns records ready to be searched: { kind, folder, id, title, words, path, ... }. */
  function prepare(index) {
    const records = [];
    for (const { folder, name: kind, records: entries } of index.kinds) {
      const weight = FIRST.indexOf(folder) + 1 || FIRST.length + 1;
      for (const [id, title, words, path] of entries) {
        records.push({
          kind, folder, id, title, words, path: path || `records/${folder}/${id}.html`, key: id.toLowerCase(),
          name: title.toLowerCase(), said: `${title} ${words}`.toLowerCase(), weight, order: records.length, parts: null,
        });
      }
    }
    return records;
  }

  /* The texts of records in one, so that a word is looked for once and not in each; made when it is first asked for. */
  const texts = new WeakMap();

  function textOf(records) {
    if (!texts.has(records)) {
      const starts = [];
      let length = 0;
      const lines = records.map(({ key, said }) => {
        starts.push(length);
        const line = `${key}${END}${said}${END}`;
        length += line.length;
        return line;
      });
      texts.set(records, { text: lines.join(""), starts: [...starts, length] });
    }
    return texts.get(records);
  }

  /* Returns the records that hold a word, in order. */
  function holders(records, token) {
    const { text, starts } = textOf(records), found = [];
    let number = 0;
    for (let at = text.indexOf(token); at >= 0; at = text.indexOf(token, starts[number])) {
      while (starts[number + 1] <= at) number += 1;
      found.push(records[number]);
      number += 1;
    }
    return found;
  }

  function scoreOf(record, token) {
    if (record.key === token) return EXACT;
    if (record.name === token) return NAME;
    if (!record.key.includes(token)) return scoreOfWords(record.said, token);
    record.parts ||= record.key.split(PARTS);
    if (record.parts.includes(token)) return PART;
    if (record.key.startsWith(token)) return START;
    if (record.key.endsWith(token) && record.key.at(-token.length - 1) === "/") return PART;
    return record.parts.some((part) => part.startsWith(token)) ? PART_START : INSIDE;
  }

  function scoreOfWords(said, token) {
    const at = said.indexOf(token);
    if (at <= 0) return at < 0 ? 0 : TITLE;
    for (let from = at; from >= 0; from = said.indexOf(token, from + 1)) {
      if (!isLetter(said.charCodeAt(from - 1))) return WORD;
    }
    return INSIDE;
  }

  function isLetter(code) {
    return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code > 191;
  }

  /* Returns { found, total, mended }: the best records in which every word occurs, how many there are, and the words
     that were put in the place of words that occur nowhere. */
  function search(records, query, most = 12) {
    const tokens = query.toLowerCase().split(/\s+/).filter(Boolean).map(plain);
    if (!tokens.length) return { found: [], total: 0, mended: [] };
    const first = best(records, tokens, most);
    if (first.total) return { ...first, mended: [] };
    const mended = tokens.map((token) => mend(records, token));
    if (mended.every((token, at) => token === tokens[at])) return { ...first, mended: [] };
    const second = best(records, mended, most);
    return { ...second, mended: second.total ? mended : [] };
  }

  /* A firmware version may be written as bytes with colons between them. */
  function plain(token) {
    return HEX_PAIRS.test(token) ? token.replaceAll(":", "") : token;
  }

  /* Returns the records with the highest scores without sorting all of them. */
  function best(records, tokens, most) {
    const rarest = tokens.reduce((one, other) => (other.length > one.length ? other : one));
    const found = [];
    let total = 0;
    for (const record of holders(records, rarest)) {
      let score = 0;
      for (const token of tokens) {
        const own = scoreOf(record, token);
        score = own && score + own;
        if (!own) break;
      }
      if (!score) continue;
      total += 1;
      insert(found, { score, record }, most);
    }
    return { found: found.map(({ record }) => record), total };
  }

  function insert(found, entry, most) {
    if (found.length === most && !isBefore(entry, found[most - 1])) return;
    let at = found.length;
    while (at && isBefore(entry, found[at - 1])) at -= 1;
    found.splice(at, 0, entry);
    if (found.length > most) found.pop();
  }

  function isBefore(one, other) {
    const by = other.score - one.score || one.record.weight - other.record.weight || one.record.order - other.record.order;
    return by < 0;
  }

  function mend(records, token) {
    if (token.length < 3 || textOf(records).text.includes(token)) return token;
    const letters = lettersOf(token), near = [];
    for (const [word, own] of vocabulary(records)) {
      if (Math.abs(word.length - token.length) <= 2 && shares(word, token) && mayBeLike(word, own, token, letters)) near.push(word);
    }
    return S1SR.nearest(token, near, 1, LIKE_ENOUGH)[0] || token;
  }

  /* Every word of the records with its letters. To collect them takes a moment: a page lets it `grow` while it is idle. */
  const vocabularies = new WeakMap();

  function vocabulary(records) {
    while (!grow(records, records.length));
    return vocabularies.get(records).words;
  }

  /* Collects the words of some more records; returns whether there are no more. */
  function grow(records, count) {
    if (!vocabularies.has(records)) vocabularies.set(records, { words: new Map(), done: 0 });
    const vocabulary = vocabularies.get(records), until = Math.min(vocabulary.done + count, records.length);
    for (; vocabulary.done < until; vocabulary.done += 1) {
      const { key, said } = records[vocabulary.done];
      for (const word of [key, key.slice(key.lastIndexOf("/") + 1), ...key.split(PARTS), ...said.split(PARTS)]) {
        if (word.length > 2 && !vocabulary.words.has(word)) vocabulary.words.set(word, lettersOf(word));
      }
    }
    return vocabulary.done === records.length;
  }

  /* A bit for each letter that occurs; letters that share a bit only let more words through. */
  function lettersOf(word) {
    let letters = 0;
    for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) & 31);
    return letters;
  }

  /* Says whether two words can be like enough at all: letters that only one of them has match nothing. */
  function mayBeLike(word, own, token, letters) {
    const same = Math.min(word.length - bits(own & ~letters), token.length - bits(letters & ~own));
    return 2 * same >= LIKE_ENOUGH * (word.length + token.length);
  }

  function bits(letters) {
    let count = 0;
    for (let rest = letters; rest; rest &= rest - 1) count += 1;
    return count;
  }

  /* Most typing errors keep the first letter or the last. */
  function shares(word, token) {
    return word[0] === token[0] || word[word.length - 1] === token[token.length - 1];
  }

  S1SR.search = { prepare, search, grow };
})((globalThis.S1SR = globalThis.S1SR || {}));
