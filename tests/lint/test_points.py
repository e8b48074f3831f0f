"""Representative values: one of each stretch on which no comparison changes."""

from typing import Any

import pytest

from s1sr_validator.lint.points import space_of
from s1sr_validator.model.condition import AllOf, Comparison, Operator, Value, ValueType
from s1sr_validator.model.vocabulary import FactType
from s1sr_validator.prediction.facts import Missing

ABSENT = Missing.ABSENT


def compare(fact: str, operator: str, *operands: Value) -> Comparison:
    """Return a comparison."""
    return Comparison(fact=fact, operator=Operator(operator), operands=operands)


def fact(name: str, kind: ValueType, **fields: Any) -> FactType:  # noqa: ANN401 - fields of FactType
    """Return a fact of an invented vocabulary."""
    return FactType(name=name, phrase=name, type=kind, **fields)


INTEGER, TEXT, MOMENT = ValueType.INTEGER, ValueType.TEXT, ValueType.DATETIME
NOON = "2020-01-01T12:00:00.000000Z"


@pytest.mark.parametrize(
    ("expected", "known", "compared"),
    [
        ({4, 5, 6}, fact("state.a", INTEGER), [("equals", 5)]),
        ({4, 5, 6, 7, 8}, fact("state.a", INTEGER), [("equals", 5), ("at_least", 7)]),
        ({0, 1}, fact("state.a", INTEGER, minimum=0), [("equals", 0)]),
        ({8, 9}, fact("state.a", INTEGER, maximum=9), [("at_most", 9)]),
        ({4, 5, 6, ABSENT}, fact("request.A", INTEGER), [("equals", 5)]),
        ({0, ABSENT}, fact("request.A", INTEGER), [("present", True)]),
        ({True, False}, fact("state.a", ValueType.BOOLEAN), [("equals", True)]),
        ({"x", "y", "z"}, fact("state.a", TEXT, values=("x", "y", "z")), [("equals", "x")]),
        ({"x", "y", "(another value)"}, fact("state.a", TEXT), [("one_of", "x", "y")]),
        ({"(another value)", "(another value)'"}, fact("state.a", TEXT), [("equals", "(another value)")]),
        (
            {"2020-01-01T11:59:59.999999Z", NOON, "2020-01-01T12:00:00.000001Z"},
            fact("state.a", MOMENT),
            [("equals", NOON)],
        ),
        (
            {"0001-01-01T00:00:00.000000Z", "0001-01-01T00:00:00.000001Z"},
            fact("state.a", MOMENT),
            [("at_most", "0001-01-01T00:00:00.000000Z")],
        ),
    ],
)
def test_values_of_a_fact(
    expected: set[Value | Missing], known: FactType, compared: list[tuple[str, *tuple[Value, ...]]]
) -> None:
    """The values named, their neighbours within the range, one that is not named, and absence in a request."""
    conditions = tuple(compare(known.name, operator, *operands) for operator, *operands in compared)
    space = space_of(conditions, {known.name: known}, {})
    assert expected == set(space.axes[known.name])
    assert len(expected) == space.size


def test_a_field_that_the_request_does_not_have_is_absent() -> None:
    """Another service's field is never there."""
    assert {"request.B": (ABSENT,)} == space_of((compare("request.B", "equals", 1),), {}, {}).axes


def test_given_facts_are_not_varied() -> None:
    """What the Device's key says is fixed; what no condition looks at is left out."""
    condition = AllOf(parts=(compare("device.firmware", "equals", "1"), compare("request.B", "equals", 1)))
    space = space_of((condition,), {}, {"device.firmware": "2", "device.model": "3"})
    assert (["request.B"], {"device.firmware": "2"}) == (list(space.axes), space.given)
    assert [{"device.firmware": "2"}] == [dict(facts.values) for facts in space.points()]
