/* The facts that conditions are decided by, and the values of a state that a reader gives.
   The same steps as s1sr_validator/prediction/facts.py and vocabulary.py, model/vocabulary.py. */
(function (S1SR) {
  "use strict";
  const { ABSENT, UNKNOWN } = S1SR.conditions;
  const { strip, readInteger, readBoolean, readDateTime, fromTable, quoted } = S1SR.values;

  const KEY_FIELDS = ["device_type", "manufacturer", "model", "hardware", "firmware"];
  const DAY = /^([0-9]{4}-[0-9]{2}-[0-9]{2})( .*)?$/;
  const READERS = { integer: readInteger, boolean: readBoolean, text: (text) => text, datetime: readDateTime };
  const EXPECTED = {
    integer: "is not a whole number", boolean: "is neither true nor false",
    datetime: "is not a date and time such as 2025-01-01T00:00:00Z",
  };

  /* `fields` maps paths to texts, or is null where the content was not seen. */
  function factsAbout(deviceKey, service, state, fields) {
    const values = new Map(Object.entries(state));
    if (fields !== null) {
      for (const [path, type] of Object.entries(service.fields)) {
        if (!Object.hasOwn(fields, path)) continue;
        values.set(`request.${path}`, READERS[type](fields[path]) ?? UNKNOWN);
      }
    }
    deviceKey.split("/").forEach((part, number) => values.set(`device.${KEY_FIELDS[number]}`, part));
    return {
      get(name) {
        if (values.has(name)) return values.get(name);
        return name.startsWith("request.") && fields !== null ? ABSENT : UNKNOWN;
      },
    };
  }

  /* Reads texts by name into values by full name; throws an Error that says what is wrong. */
  function readState(given, table) {
    const values = {};
    for (const [name, written] of Object.entries(given)) {
      const short = name.startsWith("state.") ? name.slice(6) : name;
      const fact = table.states.find((state) => state.name === short);
      if (!fact) throw new Error(unknownState(short, table));
      values[`state.${short}`] = readValue(fact, written, short);
    }
    return values;
  }

  function readValue(fact, written, name) {
    const given = fact.type === "datetime" ? statedMoment(written) : written;
    const value = READERS[fact.type](given);
    const refuse = (reason) => {
      throw new Error(`state ${name}: ${reason}`);
    };
    if (value === undefined) refuse(`${quoted(given)} lies outside the years 1 to 9999 in UTC`);
    if (value === null) refuse(`${quoted(given)} ${EXPECTED[fact.type]}`);
    if (typeof value === "bigint") {
      const [least, most] = [fact.minimum, fact.maximum].map((limit) => (limit === null ? null : fromTable(limit)));
      if (least !== null && value < least) refuse(`${value} is less than ${least}, the least that it can be`);
      if (most !== null && value > most) refuse(`${value} is more than ${most}, the most that it can be`);
    }
    if (fact.values.length && !fact.values.includes(value)) {
      refuse(`${quoted(given)} is not one of ${fact.values.join(", ")}`);
    }
    return value;
  }

  function unknownState(name, table) {
    const [near] = S1SR.nearest(name, table.states.map((state) => state.name));
    return `no state fact is called ${quoted(name)}${near === undefined ? "" : `; did you mean ${near}?`}`;
  }

  function statedMoment(written) {
    const found = DAY.exec(strip(written));
    return found ? `${found[1]}T${(found[2] || " 00:00:00Z").slice(1)}` : written;
  }

  S1SR.facts = { KEY_FIELDS, factsAbout, readState };
})((globalThis.S1SR = globalThis.S1SR || {}));
