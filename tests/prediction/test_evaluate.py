"""Conditions decided in three-valued logic, and what is left of them."""

import pytest

from s1sr_validator.model.condition import ALWAYS, AllOf, AnyOf, Comparison, Condition, Not, Operator, Value
from s1sr_validator.model.truth import Truth
from s1sr_validator.prediction.evaluate import evaluate, residual
from s1sr_validator.prediction.facts import Facts, Missing

T, F, U = Truth.TRUE, Truth.FALSE, Truth.UNKNOWN
JUNE, JULY = "2015-06-01T00:00:00.000000Z", "2015-07-01T00:00:00.000000Z"


def compared(fact: str, operator: Operator, *operands: Value) -> Comparison:
    """Return a comparison."""
    return Comparison(fact=fact, operator=operator, operands=operands)


@pytest.mark.parametrize(
    ("expected", "value", "operator", "operands"),
    [
        (T, 5, Operator.EQUALS, (5,)),
        (F, 5, Operator.EQUALS, (6,)),
        (T, "calm", Operator.EQUALS, ("calm",)),
        (F, "Calm", Operator.EQUALS, ("calm",)),
        (T, True, Operator.EQUALS, (True,)),
        (F, False, Operator.EQUALS, (True,)),
        (T, 5, Operator.ONE_OF, (4, 5)),
        (F, 6, Operator.ONE_OF, (4, 5)),
        (T, 4, Operator.LESS_THAN, (5,)),
        (F, 5, Operator.LESS_THAN, (5,)),
        (T, 5, Operator.AT_MOST, (5,)),
        (F, 6, Operator.AT_MOST, (5,)),
        (T, 6, Operator.MORE_THAN, (5,)),
        (F, 5, Operator.MORE_THAN, (5,)),
        (T, 5, Operator.AT_LEAST, (5,)),
        (F, 4, Operator.AT_LEAST, (5,)),
        (T, -1, Operator.LESS_THAN, (0,)),
        (T, 10, Operator.MORE_THAN, (9,)),
        (T, JUNE, Operator.LESS_THAN, (JULY,)),
        (F, JULY, Operator.AT_MOST, (JUNE,)),
        (T, "10", Operator.LESS_THAN, ("9",)),
        (F, "5", Operator.AT_LEAST, (5,)),
        (F, 5, Operator.AT_LEAST, ("5",)),
        (T, 5, Operator.PRESENT, (True,)),
        (F, 5, Operator.PRESENT, (False,)),
        (T, False, Operator.PRESENT, (True,)),
    ],
)
def test_comparison(expected: Truth, value: Value, operator: Operator, operands: tuple[Value, ...]) -> None:
    """A known fact is compared by its type; order is that of numbers or of text, never of one against the other."""
    assert expected is evaluate(compared("state.x.y", operator, *operands), Facts({"state.x.y": value}))


@pytest.mark.parametrize("operator", Operator)
def test_an_unknown_fact_decides_nothing(operator: Operator) -> None:
    """Every comparison of a fact that nobody knows is unknown, also whether it is present."""
    operand = True if operator is Operator.PRESENT else 5
    assert U is evaluate(compared("state.x.y", operator, operand), Facts({}, request_was_seen=True))
    assert U is evaluate(compared("request.X", operator, operand), Facts({}, request_was_seen=False))
    assert U is evaluate(compared("request.X", operator, operand), Facts({"request.X": Missing.UNKNOWN}, True))


@pytest.mark.parametrize("operator", [operator for operator in Operator if operator is not Operator.PRESENT])
def test_a_field_that_was_not_sent_compares_as_false(operator: Operator) -> None:
    """What the request does not have equals nothing, and is neither less nor more."""
    assert F is evaluate(compared("request.X", operator, 5), Facts({}, request_was_seen=True))


@pytest.mark.parametrize(("expected", "operand"), [(F, True), (T, False)])
def test_a_field_that_was_not_sent_is_known_to_be_absent(expected: Truth, operand: bool) -> None:
    """Presence can be decided once the request was seen."""
    assert expected is evaluate(compared("request.X", Operator.PRESENT, operand), Facts({}, request_was_seen=True))


A, B, C = (compared(f"state.x.{name}", Operator.EQUALS, 1) for name in "abc")
FACTS = Facts({"state.x.a": 1, "state.x.b": 2})  # A is true, B is false, C is unknown


@pytest.mark.parametrize(
    ("expected", "condition"),
    [
        (T, ALWAYS),
        (F, AnyOf()),
        (T, AllOf(parts=(A, A))),
        (F, AllOf(parts=(A, B))),
        (U, AllOf(parts=(A, C))),
        (F, AllOf(parts=(B, C))),
        (T, AnyOf(parts=(A, B))),
        (T, AnyOf(parts=(A, C))),
        (U, AnyOf(parts=(B, C))),
        (F, AnyOf(parts=(B, B))),
        (F, Not(part=A)),
        (T, Not(part=B)),
        (U, Not(part=C)),
        (U, AllOf(parts=(A, Not(part=AnyOf(parts=(B, C)))))),
        (U, AnyOf(parts=(C, Not(part=C)))),
    ],
)
def test_tree(expected: Truth, condition: Condition) -> None:
    """Groups follow Kleene's tables; what is true by logic alone stays unknown while its facts are."""
    assert expected is evaluate(condition, FACTS)


@pytest.mark.parametrize(
    ("expected", "condition"),
    [
        (C, C),
        (C, AllOf(parts=(A, C))),
        (C, AnyOf(parts=(B, C))),
        (AllOf(parts=(C, Not(part=C))), AllOf(parts=(C, A, Not(part=C)))),
        (Not(part=C), Not(part=AllOf(parts=(A, C)))),
        (AnyOf(parts=(C, AllOf(parts=(C, C)))), AnyOf(parts=(B, C, AllOf(parts=(C, A, C)), AllOf(parts=(B, C))))),
        (ALWAYS, AllOf(parts=(A, A))),
    ],
)
def test_residual(expected: Condition, condition: Condition) -> None:
    """What the facts have settled falls away; a group of one part is that part."""
    assert expected == residual(condition, FACTS)
