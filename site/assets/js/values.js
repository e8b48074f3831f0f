/* Values as the Python side has them: whole numbers without a bound, text in the order of its characters, moments in
   UTC to the microsecond, and one way to write JSON. A classic script, so that it also runs from a file. */
(function (S1SR) {
  "use strict";

  const SPACE = "[\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]+";
  const AROUND = new RegExp(`^${SPACE}|${SPACE}$`, "g");
  const XML_AROUND = /^[ \t\n\r]+|[ \t\n\r]+$/g;
  const DATE = "(-?(?:[1-9][0-9]{3,8}|0[0-9]{3}))-([0-9]{2})-([0-9]{2})";
  const ZONE = "(Z|[+-](?:0[0-9]|1[0-3]):[0-5][0-9]|[+-]14:00)?";
  const DATE_TIME = new RegExp(`^${DATE}T([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\\.([0-9]+))?${ZONE}$`);
  const DATE_ALONE = new RegExp(`^${DATE}${ZONE}$`);
  const FIRST = utc(1, 1, 1, 0, 0, 0), LAST = utc(9999, 12, 31, 23, 59, 59) + 999;
  const ESCAPES = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };

  function utc(year, month, day, hour, minute, second) {
    const moment = new Date(0);
    moment.setUTCFullYear(year, month - 1, day);
    moment.setUTCHours(hour, minute, second);
    return moment.getTime();
  }

  function strip(text) {
    return text.replace(AROUND, "");
  }

  function stripXml(text) {
    return text.replace(XML_AROUND, "");
  }

  /* UTF-16 puts the characters beyond U+FFFF before U+E000; Python does not. */
  function rank(unit) {
    return unit < 0xd800 ? unit : unit >= 0xe000 ? unit - 0x800 : unit + 0x2000;
  }

  function compareText(one, other) {
    const length = Math.min(one.length, other.length);
    for (let at = 0; at < length; at += 1) {
      const left = one.charCodeAt(at), right = other.charCodeAt(at);
      if (left !== right) return rank(left) - rank(right);
    }
    return one.length - other.length;
  }

  function isNumber(value) {
    return typeof value !== "string";
  }

  function equal(one, other) {
    if (isNumber(one) !== isNumber(other)) return false;
    return isNumber(one) ? BigInt(one) === BigInt(other) : one === other;
  }

  function compare(one, other) {
    if (isNumber(one) !== isNumber(other)) return null;
    if (!isNumber(one)) return compareText(one, other);
    const left = BigInt(one), right = BigInt(other);
    return left < right ? -1 : left > right ? 1 : 0;
  }

  function readInteger(text) {
    return /^[+-]?[0-9]{1,30}$/.test(text) ? BigInt(text.replace(/^\+/, "")) : null;
  }

  function readBoolean(text) {
    return { true: true, false: false, 1: true, 0: false }[text.toLowerCase()] ?? null;
  }

  /* Returns milliseconds and the microseconds within a second; null where the text is no date and time, and undefined
     where it is one that lies outside the years 1 to 9999 in UTC. */
  function readMoment(text) {
    const found = DATE_TIME.exec(stripXml(text));
    if (!found) return null;
    const [year, month, day, hour, minute, second] = found.slice(1, 7).map(Number);
    const fraction = found[7] || "";
    if (year < 1 || year > 9999) return undefined;
    if (!isDay(year, month, day)) return null;
    const endsDay = hour === 24 && minute === 0 && second === 0 && !/[^0]/.test(fraction);
    if ((hour > 23 && !endsDay) || minute > 59 || second > 59) return null;
    const micro = Number(fraction.slice(0, 6).padEnd(6, "0"));
    const whole = utc(year, month, day, endsDay ? 0 : hour, minute, second) + (endsDay ? 864e5 : 0);
    if (whole > LAST) return undefined;
    const time = whole - offset(found[8]) + Math.floor(micro / 1000);
    return time < FIRST || time > LAST ? undefined : { time, micro };
  }

  function isDay(year, month, day) {
    const inYear = ((year % 400) + 400) % 400;
    return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(2000 + inYear, month, 0)).getUTCDate();
  }

  function offset(zone) {
    if (!zone || zone === "Z") return 0;
    const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4));
    return (zone[0] === "-" ? -1 : 1) * minutes * 60000;
  }

  function readDateTime(text) {
    const found = readMoment(text);
    return found && `${isoSeconds(found.time)}.${String(found.micro).padStart(6, "0")}Z`;
  }

  function isoSeconds(time) {
    return new Date(time).toISOString().slice(0, 19);
  }

  function isoDay(time) {
    return new Date(time).toISOString().slice(0, 10);
  }

  function readDay(text) {
    const found = DATE_ALONE.exec(stripXml(text));
    if (!found) return null;
    const [year, month, day] = found.slice(1, 4).map(Number);
    return year !== 0 && isDay(year, month, day) ? [year, month, day] : null;
  }

  function text(value) {
    return typeof value === "boolean" ? String(value) : String(value).split(".000000Z").join("Z");
  }

  function fromTable(value) {
    return Array.isArray(value) ? BigInt(value[1]) : value;
  }

  /* The text as Python quotes it in a message. */
  function quoted(given) {
    const mark = given.includes("'") && !given.includes('"') ? '"' : "'";
    let shown = "";
    for (const letter of given) {
      if (letter === mark) shown += `\\${mark}`;
      else if (ESCAPES[letter]) shown += ESCAPES[letter];
      else shown += letter !== " " && /[\p{C}\p{Z}]/u.test(letter) ? escaped(letter.codePointAt(0)) : letter;
    }
    return mark + shown + mark;
  }

  function escaped(code) {
    const hex = code.toString(16);
    if (code < 0x100) return `\\x${hex.padStart(2, "0")}`;
    return code < 0x10000 ? `\\u${hex.padStart(4, "0")}` : `\\U${hex.padStart(8, "0")}`;
  }

  function json(value) {
    if (Array.isArray(value)) return `[${value.map(json).join(",")}]`;
    if (typeof value === "bigint") return String(value);
    if (value === null || typeof value !== "object") return JSON.stringify(value);
    const keys = Object.keys(value).filter((key) => value[key] !== undefined).sort(compareText);
    return `{${keys.map((key) => `${JSON.stringify(key)}:${json(value[key])}`).join(",")}}`;
  }

  S1SR.values = {
    strip, stripXml, compareText, equal, compare, readInteger, readBoolean, readMoment, readDateTime, isoSeconds, isoDay,
    readDay, text, fromTable, quoted, json,
  };
})((globalThis.S1SR = globalThis.S1SR || {}));
