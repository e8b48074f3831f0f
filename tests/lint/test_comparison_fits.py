"""A condition compares facts in ways that mean something."""

import pytest

from s1sr_validator.lint.rules import comparison_fits
from s1sr_validator.model.condition import AllOf, Comparison, Not, Operator, Value
from s1sr_validator.model.migration import Dormancy, Exclusion, ExclusionEffect
from tests.invented import behaviour
from tests.lint.asked import context_with, places

SINCE = "request.ReadLogPeriod.StartDateTime"


def reported(fact: str, operator: Operator, operand: Value) -> list[str]:
    """Return the paths that the rule reports for a comparison inside a condition."""
    comparison = Comparison(fact=fact, operator=operator, operands=(operand,))
    inside = AllOf(parts=(Not(part=comparison),))
    context = context_with(behaviour("S1B-9101", when=inside), only=True)
    return [place.partition(":")[2] for place in places(comparison_fits, context)]


@pytest.mark.parametrize(
    ("fact", "operator", "operand"),
    [
        ("device.firmware", Operator.AT_LEAST, "00000001"),
        ("device.manufacturer", Operator.LESS_THAN, "FFF0"),
        ("state.invented_mode.name", Operator.MORE_THAN, "busy"),
        ("request.Detailed", Operator.AT_MOST, True),
        ("state.invented_log.entries", Operator.PRESENT, True),
        ("device.firmware", Operator.PRESENT, False),
    ],
)
def test_reported(fact: str, operator: Operator, operand: Value) -> None:
    """Texts and truth values have no order, and only request fields can be absent."""
    assert ["when.all.0.not"] == reported(fact, operator, operand)


@pytest.mark.parametrize(
    ("expected", "operator", "operand"),
    [(["when"], Operator.AT_LEAST, "XX90"), (["when"], Operator.PRESENT, True), ([], Operator.EQUALS, "XX90")],
)
def test_the_condition_of_an_exclusion_category(expected: list[str], operator: Operator, operand: Value) -> None:
    """A category's condition is held against the facts about an installation."""
    category = Exclusion(
        id="invented-category",
        name="n",
        summary="s",
        clause="INVENTED/9.2",
        dormancy=Dormancy.UNKNOWN,
        effect=ExclusionEffect.UNKNOWN,
        when=Comparison(fact="state.installation.error_code", operator=operator, operands=(operand,)),
    )
    found = places(comparison_fits, context_with(category, only=True))
    assert [f"exclusions/invented-category.yaml:{path}" for path in expected] == found


@pytest.mark.parametrize(
    ("fact", "operator", "operand"),
    [
        ("request.Depth", Operator.AT_LEAST, 1),
        ("state.invented_log.entries", Operator.MORE_THAN, 1),
        (SINCE, Operator.LESS_THAN, "2020-01-01T00:00:00.000000Z"),
        ("device.firmware", Operator.ONE_OF, "00000001"),
        ("state.invented_mode.name", Operator.EQUALS, "busy"),
        ("request.Detailed", Operator.EQUALS, True),
        ("request.Detailed", Operator.PRESENT, False),
    ],
)
def test_silent(fact: str, operator: Operator, operand: Value) -> None:
    """Numbers and moments have an order; everything can be equal."""
    assert [] == reported(fact, operator, operand)
