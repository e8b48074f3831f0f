"""Conditions decided by facts in three-valued logic, and what is left of them where facts are unknown."""

import operator
from collections.abc import Callable
from functools import partial
from typing import Any

from s1sr_validator.model import truth
from s1sr_validator.model.condition import ALWAYS, AllOf, AnyOf, Comparison, Condition, Not, Operator, Value
from s1sr_validator.model.truth import Truth
from s1sr_validator.prediction.facts import Facts, Missing


def evaluate(condition: Condition, facts: Facts) -> Truth:
    """Decide a condition: true, false, or unknown."""
    match condition:
        case Comparison():
            return _compare(condition, facts)
        case Not(part=part):
            return truth.negate(evaluate(part, facts))
        case AllOf(parts=parts):
            return truth.all_of(evaluate(part, facts) for part in parts)
        case AnyOf(parts=parts):
            return truth.any_of(evaluate(part, facts) for part in parts)


def residual(condition: Condition, facts: Facts) -> Condition:
    """Return what is still open: the condition without the parts that the facts have settled."""
    match condition:
        case Not(part=part):
            return Not(part=residual(part, facts))
        case AllOf(parts=parts):
            return _without_settled(AllOf, parts, facts)
        case AnyOf(parts=parts):
            return _without_settled(AnyOf, parts, facts)
        case _:
            return condition


def _without_settled(node: type[AllOf] | type[AnyOf], parts: tuple[Condition, ...], facts: Facts) -> Condition:
    is_open = tuple(residual(part, facts) for part in parts if evaluate(part, facts) is Truth.UNKNOWN)
    if not is_open:
        return ALWAYS
    return is_open[0] if len(is_open) == 1 else node(parts=is_open)


def _compare(comparison: Comparison, facts: Facts) -> Truth:
    value = facts.get(comparison.fact)
    if value is Missing.UNKNOWN:
        return Truth.UNKNOWN
    if comparison.operator is Operator.PRESENT:
        return truth.of((value is not Missing.ABSENT) == comparison.operands[0])
    if isinstance(value, Missing):
        return Truth.FALSE
    return truth.of(OPERATIONS[comparison.operator](value, comparison.operands))


def _is_in_order(relation: Callable[[Any, Any], bool], value: Value, operands: tuple[Value, ...]) -> bool:
    """Compare numbers with numbers and texts with texts; between one and the other there is no order."""
    limit = operands[0]
    return isinstance(value, str) is isinstance(limit, str) and relation(value, limit)


OPERATIONS: dict[Operator, Callable[[Value, tuple[Value, ...]], bool]] = {
    Operator.EQUALS: lambda value, operands: value == operands[0],
    Operator.ONE_OF: lambda value, operands: value in operands,
    Operator.LESS_THAN: partial(_is_in_order, operator.lt),
    Operator.AT_MOST: partial(_is_in_order, operator.le),
    Operator.MORE_THAN: partial(_is_in_order, operator.gt),
    Operator.AT_LEAST: partial(_is_in_order, operator.ge),
}
