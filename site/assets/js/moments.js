/* Moments, days and periods of a request, where its texts give any: the same as checking/moments.py and xsd_types.py. */
(function (S1SR) {
  "use strict";
  const { readMoment, readDay, isoSeconds, isoDay, stripXml } = S1SR.values;

  const HAS_ZONE = /(Z|[+-][0-9]{2}:[0-9]{2})$/;
  const TIME = /^[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?(Z|[+-](?:0[0-9]|1[0-3]):[0-5][0-9]|[+-]14:00)?$/;
  const TYPES = {
    "xs:dateTime": (text) => Boolean(readMoment(text)),
    "xs:date": (text) => readDay(text) !== null,
    "xs:time": (text) => TIME.test(text) && Boolean(readMoment(`2000-01-01T${text}`)),
    "xs:boolean": (text) => ["true", "false", "1", "0"].includes(text),
    "xs:decimal": (text) => /^[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)$/.test(text),
    "xs:base64Binary": (text) =>
      /^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text.replace(/\s/g, "")),
    "xs:hexBinary": (text) => /^([0-9A-Fa-f]{2})*$/.test(text),
  };

  function order(one, other) {
    return one.time - other.time || one.micro - other.micro;
  }

  function momentOf(request, path) {
    return request.fields[path] ? readMoment(request.fields[path][0].text) : null;
  }

  /* The periods of the body whose start and end are both there, each of a repeated element too. */
  function periods(request) {
    return pairs(request, "StartDateTime", "EndDateTime", readMoment, (name) => name === "StartDateTime");
  }

  function spans(request) {
    return pairs(request, "StartDate", "EndDate", readCalendarDay, (name) => name.endsWith("StartDate"));
  }

  function pairs(request, start, end, read, isStart) {
    const found = [];
    for (const [path, starts] of Object.entries(request.fields)) {
      const cut = path.lastIndexOf(".");
      const parent = path.slice(0, Math.max(cut, 0)), name = path.slice(cut + 1);
      if (!isStart(name)) continue;
      const endPath = path.slice(0, cut + 1) + name.slice(0, name.length - start.length) + end;
      const ends = request.fields[endPath] || [];
      if (starts.length !== ends.length) continue;
      starts.forEach((first, number) => {
        const last = ends[number], [from, to] = [read(first.text), read(last.text)];
        if (!from || !to) return;
        found.push({ name: parent, startPath: path, startNode: first.node, start: from, startText: first.text,
          endPath, endNode: last.node, end: to, endText: last.text });
      });
    }
    return found;
  }

  function readCalendarDay(text) {
    const day = readDay(text);
    return day && day[0] >= 1 && day[0] <= 9999 ? day : null;
  }

  const hasZone = (text) => HAS_ZONE.test(stripXml(text));
  const dayOf = (moment) => isoDay(moment.time);

  /* To the minute, the year without leading zeros. */
  function minuteOf(moment) {
    return isoSeconds(moment.time).slice(0, 16).replace("T", " ").replace(/^0+(?=[0-9])/, "");
  }

  function isOfType(text, type, ranges) {
    const stripped = stripXml(text);
    if (Object.hasOwn(ranges, type)) {
      if (!/^[+-]?[0-9]{1,30}$/.test(stripped)) return false;
      const number = BigInt(stripped.replace(/^\+/, "")), [least, most] = ranges[type];
      return (least === null || number >= BigInt(least)) && (most === null || number <= BigInt(most));
    }
    return Object.hasOwn(TYPES, type) ? TYPES[type](stripped) : true;
  }

  S1SR.moments = { order, momentOf, periods, spans, hasZone, dayOf, minuteOf, isOfType };
})((globalThis.S1SR = globalThis.S1SR || {}));
