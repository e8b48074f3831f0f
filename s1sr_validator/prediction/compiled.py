"""Conditions compiled: each becomes one function of the known values, several times as quick as walking its tree.

`evaluate` says what a condition means; a property test holds the two to one answer for every condition and all facts.
"""

import operator
from collections.abc import Callable, Mapping
from typing import Any

from s1sr_validator.model.condition import AllOf, AnyOf, Comparison, Condition, Not, Operator, Value
from s1sr_validator.model.truth import Truth
from s1sr_validator.model.vocabulary import REQUEST
from s1sr_validator.prediction.evaluate import OPERATIONS
from s1sr_validator.prediction.facts import Facts, Missing

Values = Mapping[str, Value | Missing]
Compiled = Callable[[Values, bool], bool | None]
"""Takes the known values and whether the request was seen; returns None where what decides is not known."""

_PAIR = 2
_ORDERS = {
    Operator.LESS_THAN: operator.lt,
    Operator.AT_MOST: operator.le,
    Operator.MORE_THAN: operator.gt,
    Operator.AT_LEAST: operator.ge,
}
TRUTHS = {True: Truth.TRUE, False: Truth.FALSE, None: Truth.UNKNOWN}


def compiled(condition: Condition) -> Compiled:
    """Return a condition as a function."""
    match condition:
        case Comparison():
            return _comparison(condition)
        case Not(part=part):
            return _negation(compiled(part))
        case AllOf(parts=(Comparison() as one, Comparison() as two)) if {one.operator, two.operator} <= _ORDERS.keys():
            return _both_orders(one, two)
        case AllOf(parts=parts):
            return _group([compiled(part) for part in parts], decisive=False)
        case AnyOf(parts=parts):
            return _group([compiled(part) for part in parts], decisive=True)


def decide(condition: Compiled, facts: Facts) -> Truth:
    """Decide a compiled condition by facts."""
    return TRUTHS[condition(facts.values, facts.request_was_seen)]


def _comparison(comparison: Comparison) -> Compiled:
    if comparison.operator is Operator.PRESENT:
        return _presence(comparison)
    relation = _ORDERS.get(comparison.operator)
    return _value_test(comparison) if relation is None else _order(comparison, relation)


def _presence(comparison: Comparison) -> Compiled:
    name, wanted, of_request = comparison.fact, comparison.operands[0], comparison.fact.startswith(REQUEST)

    def present(values: Values, seen: bool) -> bool | None:  # noqa: FBT001 - a fact about the request, not a switch
        value = values.get(name) if name in values else Missing.ABSENT if of_request and seen else Missing.UNKNOWN
        return None if value is Missing.UNKNOWN else (value is not Missing.ABSENT) == wanted

    return present


def _value_test(comparison: Comparison) -> Compiled:
    name, operands, holds = comparison.fact, comparison.operands, OPERATIONS[comparison.operator]
    if_missing = _if_missing(name)

    def test(values: Values, seen: bool) -> bool | None:  # noqa: FBT001 - as above
        value = values.get(name, Missing.UNKNOWN)
        return if_missing(values, seen) if isinstance(value, Missing) else holds(value, operands)

    return test


def _order(comparison: Comparison, relation: Callable[[Any, Any], bool]) -> Compiled:
    """Compare without a further call: numbers with numbers, texts with texts, and nothing else."""
    name, limit = comparison.fact, comparison.operands[0]
    kind = str if isinstance(limit, str) else int
    if_missing = _if_missing(name)

    def compare(values: Values, seen: bool) -> bool | None:  # noqa: FBT001 - as above
        value = values.get(name)
        if isinstance(value, kind):
            return relation(value, limit)
        return if_missing(values, seen) if value is None or isinstance(value, Missing) else False

    return compare


def _both_orders(one: Comparison, two: Comparison) -> Compiled:
    """Compare two values in one call where both are known, which is the most frequent condition by far."""
    first, least, first_holds, first_kind = _order_of(one)
    second, most, second_holds, second_kind = _order_of(two)
    otherwise = _group([_comparison(one), _comparison(two)], decisive=False)

    def compare_both(values: Values, seen: bool) -> bool | None:  # noqa: FBT001 - as above
        value, other = values.get(first), values.get(second)
        if isinstance(value, first_kind) and isinstance(other, second_kind):
            return first_holds(value, least) and second_holds(other, most)
        return otherwise(values, seen)

    return compare_both


def _order_of(comparison: Comparison) -> tuple[str, Value, Callable[[Any, Any], bool], type]:
    limit = comparison.operands[0]
    return comparison.fact, limit, _ORDERS[comparison.operator], str if isinstance(limit, str) else int


def _if_missing(name: str) -> Compiled:
    """Return what says whether a fact without a value is known to be absent: then no comparison with it holds."""
    of_request = name.startswith(REQUEST)

    def decide_missing(values: Values, seen: bool) -> bool | None:  # noqa: FBT001 - as above
        is_absent = values[name] is Missing.ABSENT if name in values else of_request and seen
        return False if is_absent else None

    return decide_missing


def _negation(part: Compiled) -> Compiled:
    def negate(values: Values, seen: bool) -> bool | None:  # noqa: FBT001 - as above
        found = part(values, seen)
        return None if found is None else not found

    return negate


def _group(parts: list[Compiled], *, decisive: bool) -> Compiled:
    """One part of the decisive value decides; otherwise one that is not known leaves the whole open."""
    if len(parts) == 1:
        return parts[0]
    if len(parts) > _PAIR:
        return _group([_group(parts[:_PAIR], decisive=decisive), *parts[_PAIR:]], decisive=decisive)
    if len(parts) == _PAIR:
        return _pair(*parts, decisive=decisive)
    return lambda _values, _seen: not decisive


def _pair(first: Compiled, second: Compiled, *, decisive: bool) -> Compiled:
    def decide_both(values: Values, seen: bool) -> bool | None:  # noqa: FBT001 - as above
        one = first(values, seen)
        if one is decisive:
            return decisive
        other = second(values, seen)
        return other if other is decisive or one is not None else None

    return decide_both
