"""Conditions decided by facts in three-valued logic, and what is left of them where facts are unknown."""

from collections.abc import Callable

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


def _ordered(holds: Callable[[int], bool]) -> Callable[[Value, tuple[Value, ...]], bool]:
    def decide(value: Value, operands: tuple[Value, ...]) -> bool:
        limit = operands[0]
        if isinstance(value, str) and isinstance(limit, str):
            return holds((value > limit) - (value < limit))
        if isinstance(value, int) and isinstance(limit, int):
            return holds((value > limit) - (value < limit))
        return False

    return decide


OPERATIONS: dict[Operator, Callable[[Value, tuple[Value, ...]], bool]] = {
    Operator.EQUALS: lambda value, operands: value == operands[0],
    Operator.ONE_OF: lambda value, operands: value in operands,
    Operator.LESS_THAN: _ordered(lambda order: order < 0),
    Operator.AT_MOST: _ordered(lambda order: order <= 0),
    Operator.MORE_THAN: _ordered(lambda order: order > 0),
    Operator.AT_LEAST: _ordered(lambda order: order >= 0),
}
