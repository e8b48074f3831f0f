/* Conditions in three-valued logic, what is left of them where facts are unknown, and in words.
   The same steps as s1sr_validator/prediction/evaluate.py and words.py. */
(function (S1SR) {
  "use strict";
  const { equal, compare, text, fromTable } = S1SR.values;

  const ABSENT = { missing: "absent" }, UNKNOWN = { missing: "unknown" };
  const ALWAYS = ["all"];
  const VERBS = {
    equals: "is", one_of: "is one of", less_than: "is less than", at_most: "is at most", more_than: "is more than",
    at_least: "is at least",
  };
  const ORDERED = {
    less_than: (order) => order < 0, at_most: (order) => order <= 0, more_than: (order) => order > 0,
    at_least: (order) => order >= 0,
  };

  /* Truth is true, false, or null for unknown. */
  function evaluate(condition, facts) {
    const [node, ...parts] = condition;
    if (node === "is") return compared(condition, facts);
    if (node === "not") {
      const held = evaluate(parts[0], facts);
      return held === null ? null : !held;
    }
    const deciding = node === "any";
    let isOpen = false;
    for (const part of parts) {
      const held = evaluate(part, facts);
      if (held === deciding) return deciding;
      if (held === null) isOpen = true;
    }
    return isOpen ? null : !deciding;
  }

  function compared([, fact, operator, operands], facts) {
    const value = facts.get(fact);
    if (value === UNKNOWN) return null;
    if (operator === "present") return equal(value !== ABSENT, fromTable(operands[0]));
    if (value === ABSENT) return false;
    if (operator === "equals") return equal(value, fromTable(operands[0]));
    if (operator === "one_of") return operands.some((operand) => equal(value, fromTable(operand)));
    const order = compare(value, fromTable(operands[0]));
    return order !== null && ORDERED[operator](order);
  }

  function residual(condition, facts) {
    const [node, ...parts] = condition;
    if (node === "is") return condition;
    if (node === "not") return ["not", residual(parts[0], facts)];
    const open = parts.filter((part) => evaluate(part, facts) === null).map((part) => residual(part, facts));
    if (open.length === 0) return ALWAYS;
    return open.length === 1 ? open[0] : [node, ...open];
  }

  function inWords(condition, phraseOf) {
    const [node, ...parts] = condition;
    if (node === "is") return comparisonInWords(condition, phraseOf);
    if (node === "not") return `it is not so that ${nested(parts[0], phraseOf)}`;
    return parts.map((part) => nested(part, phraseOf)).join(node === "all" ? " and " : " or ");
  }

  function nested(part, phraseOf) {
    const words = inWords(part, phraseOf);
    return (part[0] === "all" || part[0] === "any") && part.length > 2 ? `(${words})` : words;
  }

  function comparisonInWords([, fact, operator, operands], phraseOf) {
    const values = operands.map(fromTable);
    if (operator === "present") return `${phraseOf(fact)} is ${values[0] ? "given" : "not given"}`;
    return `${phraseOf(fact)} ${VERBS[operator]} ${values.map(text).join(", ")}`;
  }

  function factNames(condition, found = new Set()) {
    if (condition[0] === "is") found.add(condition[1]);
    else condition.slice(1).forEach((part) => factNames(part, found));
    return found;
  }

  S1SR.conditions = { ABSENT, UNKNOWN, ALWAYS, evaluate, residual, inWords, factNames };
})((globalThis.S1SR = globalThis.S1SR || {}));
