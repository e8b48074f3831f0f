"""Conditions as functions: every comparison, and every group over every truth value of its parts."""

from itertools import product
from typing import Any

import pytest

from s1sr_validator.model import truth
from s1sr_validator.model.condition import AllOf, AnyOf, Comparison, Condition, Not, Operator, Value
from s1sr_validator.model.truth import Truth
from s1sr_validator.prediction.compiled import compiled, decide
from s1sr_validator.prediction.evaluate import evaluate
from s1sr_validator.prediction.facts import Facts, Missing

FACT, FIELD = "state.invented.fact", "request.Field"
UNKNOWN, ABSENT = Missing.UNKNOWN, Missing.ABSENT


def compared(operator: Operator, *operands: Value, fact: str = FACT) -> Comparison:
    """Return a comparison of the fact."""
    return Comparison(fact=fact, operator=operator, operands=operands)


ORDERS = {
    Operator.LESS_THAN: (True, False, False),
    Operator.AT_MOST: (True, True, False),
    Operator.MORE_THAN: (False, False, True),
    Operator.AT_LEAST: (False, True, True),
}


@pytest.mark.parametrize("operator", ORDERS)
@pytest.mark.parametrize("values", [(4, 5, 6), ("4", "5", "50"), (False, True, 2)], ids=["numbers", "texts", "truths"])
def test_order(operator: Operator, values: tuple[Value, Value, Value]) -> None:
    """A value below, at and above the limit."""
    _, limit, _ = values
    condition = compiled(compared(operator, limit))
    assert ORDERS[operator] == tuple(condition({FACT: value}, True) for value in values)


@pytest.mark.parametrize("operator", ORDERS)
def test_numbers_and_texts_have_no_order(operator: Operator) -> None:
    """One held against the other is false, whichever way."""
    assert compiled(compared(operator, 5))({FACT: "5"}, True) is False
    assert compiled(compared(operator, "5"))({FACT: 5}, True) is False


@pytest.mark.parametrize(
    ("expected", "operator", "operands", "value"),
    [
        (True, Operator.EQUALS, (5,), 5),
        (False, Operator.EQUALS, (5,), 6),
        (False, Operator.EQUALS, (5,), "5"),
        (True, Operator.ONE_OF, (4, 5), 5),
        (False, Operator.ONE_OF, (4, 5), 6),
        (True, Operator.PRESENT, (True,), 5),
        (False, Operator.PRESENT, (False,), 5),
        (True, Operator.PRESENT, (True,), False),
        (True, Operator.PRESENT, (True,), ""),
    ],
)
def test_value(expected: bool, operator: Operator, operands: tuple[Value, ...], value: Value) -> None:
    """A known value, whether the request was seen or not."""
    for seen in (True, False):
        assert expected is compiled(compared(operator, *operands))({FACT: value}, seen)


@pytest.mark.parametrize("operator", Operator)
@pytest.mark.parametrize(
    ("is_present", "fact", "values", "seen"),
    [
        (None, FACT, {}, True),
        (None, FACT, {}, False),
        (None, FACT, {FACT: UNKNOWN}, True),
        (False, FACT, {FACT: ABSENT}, False),
        (False, FIELD, {}, True),
        (None, FIELD, {}, False),
        (None, FIELD, {FIELD: UNKNOWN}, True),
        (False, FIELD, {FIELD: ABSENT}, False),
    ],
)
def test_without_a_value(
    operator: Operator, is_present: bool | None, fact: str, values: dict[str, Value | Missing], seen: bool
) -> None:
    """What nobody knows decides nothing; what is known to be absent compares as false, and is known not to be there."""
    operand: Value = True if operator is Operator.PRESENT else 5
    assert is_present is compiled(compared(operator, operand, fact=fact))(values, seen)
    if operator is Operator.PRESENT:
        not_present = None if is_present is None else not is_present
        assert not_present is compiled(compared(operator, False, fact=fact))(values, seen)


OTHER = "state.invented.other"
POINTS: tuple[Value | Missing, ...] = (4, 5, 6, "4", "5", "6", UNKNOWN, ABSENT)


@pytest.mark.parametrize("limits", list(product((5, "5"), repeat=2)))
@pytest.mark.parametrize("operators", list(product(ORDERS, repeat=2)))
def test_two_orders_together(operators: tuple[Operator, Operator], limits: tuple[Value, Value]) -> None:
    """Every two orders that must both hold, over numbers, texts, unknown and absent values, are what each one is."""
    first, second = compared(operators[0], limits[0]), compared(operators[1], limits[1], fact=OTHER)
    together = compiled(AllOf(parts=(first, second)))
    for one, other in product(POINTS, repeat=2):
        facts = Facts({FACT: one, OTHER: other})
        assert truth.all_of([evaluate(first, facts), evaluate(second, facts)]) is decide(together, facts)
        assert decide(compiled(first), facts) is evaluate(first, facts)
    field = compiled(AllOf(parts=(compared(operators[0], 5, fact=FIELD), second)))
    assert Truth.FALSE is decide(field, Facts({}, request_was_seen=True))
    assert Truth.UNKNOWN is decide(field, Facts({}, request_was_seen=False))


LEAVES = {value: compared(Operator.EQUALS, 1, fact=f"state.x.{value}") for value in Truth}
SETTLED = Facts({"state.x.true": 1, "state.x.false": 2})


@pytest.mark.parametrize("count", range(5))
def test_groups(count: int) -> None:
    """All and any of up to four parts, each true, false or unknown, follow Kleene's tables; so does their negation."""
    for values in product(Truth, repeat=count):
        parts: tuple[Condition, ...] = tuple(LEAVES[value] for value in values)
        both, either = truth.all_of(values), truth.any_of(values)
        assert (both, either) == tuple(decide(compiled(group(parts=parts)), SETTLED) for group in (AllOf, AnyOf))
        negated = (truth.negate(both), truth.negate(either))
        assert negated == tuple(decide(compiled(Not(part=group(parts=parts))), SETTLED) for group in (AllOf, AnyOf))


def test_a_decisive_part_is_enough() -> None:
    """What is decided by its first part asks for no other."""
    asked: list[str] = []

    class Watched(dict[str, Value | Missing]):
        """Values that remember what was asked for."""

        def get(self, key: str, default: Any = None) -> Any:  # noqa: ANN401 - as a dictionary has it
            asked.append(key)
            return super().get(key, default)

    parts = (LEAVES[Truth.FALSE], LEAVES[Truth.TRUE])
    assert compiled(AllOf(parts=parts))(Watched(SETTLED.values), True) is False
    assert ["state.x.false"] == asked
    asked.clear()
    assert compiled(AnyOf(parts=parts[::-1]))(Watched(SETTLED.values), True) is True
    assert ["state.x.true"] == asked


def test_the_request_counts_as_the_facts_say() -> None:
    """A field that is not among the facts is absent only where the request was seen."""
    present = compiled(compared(Operator.PRESENT, True, fact=FIELD))
    assert Truth.FALSE is decide(present, Facts({}, request_was_seen=True))
    assert Truth.UNKNOWN is decide(present, Facts({}, request_was_seen=False))


@pytest.mark.parametrize(("seen", "expected"), [(True, Truth.FALSE), (False, Truth.UNKNOWN)])
def test_groups_and_negations_know_whether_the_request_was_seen(seen: bool, expected: Truth) -> None:
    """Whatever a comparison stands in, it decides by the same facts."""
    given = compared(Operator.PRESENT, True, fact=FIELD)
    absent = compared(Operator.PRESENT, False, fact=FIELD)
    conditions: list[Condition] = [
        Not(part=absent),
        AllOf(parts=(LEAVES[Truth.TRUE], given)),
        AllOf(parts=(given, LEAVES[Truth.TRUE])),
        AnyOf(parts=(LEAVES[Truth.FALSE], given)),
        AnyOf(parts=(given, LEAVES[Truth.FALSE])),
    ]
    for condition in conditions:
        assert expected is decide(compiled(condition), Facts(SETTLED.values, request_was_seen=seen))
