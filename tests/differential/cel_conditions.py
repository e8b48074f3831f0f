"""Conditions and facts in the words of the Common Expression Language, and generated ones of every type.

A fact is a CEL map: `{"value": ...}` where it is known, `{}` where it is known to be absent. One that nobody knows is
not declared at all: CEL's own rule that one decisive operand absorbs the error of the other is then Kleene's table.
"""

import datetime as dt
import json
from random import Random
from typing import Any

import cel

from s1sr_validator.model.condition import AllOf, AnyOf, Comparison, Condition, Not, Operator, Value, ValueType
from s1sr_validator.model.truth import Truth, of
from s1sr_validator.prediction.facts import Facts, Missing

_SYMBOLS = {
    Operator.EQUALS: "==",
    Operator.LESS_THAN: "<",
    Operator.AT_MOST: "<=",
    Operator.MORE_THAN: ">",
    Operator.AT_LEAST: ">=",
}
_UNDECLARED = "Undefined variable or function"

TYPES: dict[str, ValueType] = {
    "state.invented.count": ValueType.INTEGER,
    "state.invented.mode": ValueType.TEXT,
    "request.Depth": ValueType.INTEGER,
    "request.Detailed": ValueType.BOOLEAN,
    "request.Start": ValueType.DATETIME,
    "device.firmware": ValueType.TEXT,
}
DOMAINS: dict[ValueType, tuple[Value, ...]] = {
    ValueType.INTEGER: (-(2**63), -1, 0, 1, 2, 9, 10, 2**63 - 1),
    ValueType.BOOLEAN: (True, False),
    ValueType.TEXT: ("", " ", "10", "9", "A", "a", "a b", "é", "\u00df", "\ud7ff", "\uffee", "\U0001f50c", '"', "\\"),
    ValueType.DATETIME: (
        "0001-01-01T00:00:00.000000Z",
        "0999-12-31T23:59:59.999999Z",
        "2015-06-01T00:00:00.000000Z",
        "2015-06-01T00:00:00.000001Z",
        "9999-12-31T23:59:59.999999Z",
    ),
}


def as_cel(condition: Condition) -> str:
    """Return a condition as a CEL expression."""
    match condition:
        case Comparison():
            return _compared(condition)
        case Not(part=part):
            return f"!({as_cel(part)})"
        case AllOf(parts=parts):
            return " && ".join(f"({as_cel(part)})" for part in parts) or "true"
        case AnyOf(parts=parts):
            return " || ".join(f"({as_cel(part)})" for part in parts) or "false"


def _compared(comparison: Comparison) -> str:
    name, type_ = _name(comparison.fact), TYPES[comparison.fact]
    if comparison.operator is Operator.PRESENT:
        return f"has({name}.value)" if comparison.operands[0] else f"!has({name}.value)"
    operands = [_literal(operand, type_) for operand in comparison.operands]
    if comparison.operator is Operator.ONE_OF:
        return f"has({name}.value) && {name}.value in [{', '.join(operands)}]"
    return f"has({name}.value) && {name}.value {_SYMBOLS[comparison.operator]} {operands[0]}"


def _name(fact: str) -> str:
    return fact.replace(".", "_")


def _literal(value: Value, type_: ValueType) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return f"timestamp({text})" if type_ is ValueType.DATETIME else text


def declared(facts: Facts) -> dict[str, Any]:
    """Return the facts as CEL variables."""
    known = {name: facts.get(name) for name in TYPES}
    return {
        _name(name): {} if value is Missing.ABSENT else {"value": _known(value, TYPES[name])}
        for name, value in known.items()
        if value is not Missing.UNKNOWN
    }


def _known(value: Value | Missing, type_: ValueType) -> object:
    return dt.datetime.fromisoformat(str(value)) if type_ is ValueType.DATETIME else value


def cel_truth(condition: Condition, facts: Facts) -> Truth:
    """Return what CEL makes of a condition; only an undeclared fact leaves it open, any other error is raised."""
    try:
        found = cel.evaluate(as_cel(condition), declared(facts))
    except RuntimeError as error:
        if _UNDECLARED not in str(error):
            raise
        return Truth.UNKNOWN
    assert isinstance(found, bool), f"CEL makes {found!r} of {as_cel(condition)}"
    return of(found)


def generated_condition(random: Random, depth: int = 3) -> Condition:
    """Make up a condition as an author could write it: every operand has its fact's type."""
    kind = random.randrange(5 if depth else 2)
    if kind < 2:
        return _generated_comparison(random)
    if kind == 2:
        return Not(part=generated_condition(random, depth - 1))
    parts = tuple(generated_condition(random, depth - 1) for _ in range(random.randrange(4)))
    return random.choice((AllOf, AnyOf))(parts=parts)


def _generated_comparison(random: Random) -> Comparison:
    fact, operator = random.choice(list(TYPES)), random.choice(list(Operator))
    type_ = TYPES[fact]
    if operator is Operator.PRESENT:
        return Comparison(fact=fact, operator=operator, operands=(random.choice((True, False)),))
    if type_ is ValueType.BOOLEAN:
        operator = Operator.EQUALS
    count = random.randint(1, 3) if operator is Operator.ONE_OF else 1
    operands = tuple(random.choice(DOMAINS[type_]) for _ in range(count))
    return Comparison(fact=fact, operator=operator, operands=operands)


def generated_facts(random: Random) -> Facts:
    """Make up what is known: values, fields known to be absent, fields that cannot be read, and nothing at all."""
    seen = random.random() < 0.7
    values: dict[str, Value | Missing] = {}
    for name, type_ in TYPES.items():
        chance = random.random()
        if chance < 0.6:
            values[name] = random.choice(DOMAINS[type_])
        elif chance < 0.7:
            values[name] = Missing.UNKNOWN
    return Facts(values, request_was_seen=seen)
