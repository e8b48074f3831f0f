/* The known words nearest to one that was not found, as Python's difflib.get_close_matches finds them. */
(function (S1SR) {
  "use strict";
  const { compareText } = S1SR.values;
  const LONG = 200;

  function nearest(word, known, count = 3, cutoff = 0.6) {
    const letters = Array.from(word), places = placesOf(letters);
    const found = [];
    for (const candidate of known) {
      const other = Array.from(candidate);
      const total = other.length + letters.length;
      if (total && (2 * Math.min(other.length, letters.length)) / total < cutoff) continue;
      const ratio = total ? (2 * matching(other, letters, places)) / total : 1;
      if (ratio >= cutoff) found.push([ratio, candidate]);
    }
    found.sort((one, other) => other[0] - one[0] || compareText(other[1], one[1]));
    return found.slice(0, count).map(([, candidate]) => candidate);
  }

  /* Letters that are frequent in a long word lead nowhere: difflib leaves them out. */
  function placesOf(letters) {
    const places = new Map();
    letters.forEach((letter, at) => places.has(letter) ? places.get(letter).push(at) : places.set(letter, [at]));
    if (letters.length >= LONG) {
      const most = Math.floor(letters.length / 100) + 1;
      for (const [letter, found] of places) if (found.length > most) places.delete(letter);
    }
    return places;
  }

  function matching(one, other, places) {
    const waiting = [[0, one.length, 0, other.length]];
    let total = 0;
    while (waiting.length) {
      const [from, to, otherFrom, otherTo] = waiting.pop();
      const [at, otherAt, size] = longest(one, other, places, from, to, otherFrom, otherTo);
      if (!size) continue;
      total += size;
      waiting.push([from, at, otherFrom, otherAt], [at + size, to, otherAt + size, otherTo]);
    }
    return total;
  }

  function longest(one, other, places, from, to, otherFrom, otherTo) {
    let [best, otherBest, size] = [from, otherFrom, 0];
    let lengths = new Map();
    for (let at = from; at < to; at += 1) {
      const next = new Map();
      for (const otherAt of places.get(one[at]) || []) {
        if (otherAt < otherFrom) continue;
        if (otherAt >= otherTo) break;
        const length = (lengths.get(otherAt - 1) || 0) + 1;
        next.set(otherAt, length);
        if (length > size) [best, otherBest, size] = [at - length + 1, otherAt - length + 1, length];
      }
      lengths = next;
    }
    while (best > from && otherBest > otherFrom && one[best - 1] === other[otherBest - 1]) {
      [best, otherBest, size] = [best - 1, otherBest - 1, size + 1];
    }
    while (best + size < to && otherBest + size < otherTo && one[best + size] === other[otherBest + size]) size += 1;
    return [best, otherBest, size];
  }

  S1SR.nearest = nearest;
})((globalThis.S1SR = globalThis.S1SR || {}));
