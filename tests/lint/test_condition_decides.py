"""A condition can be true, and can be false."""

import pytest

from s1sr_validator.lint.points import BOUNDS
from s1sr_validator.lint.rules import condition_decides
from s1sr_validator.model.condition import ALWAYS, AllOf, AnyOf, Comparison, Condition, Not, Operator, Value
from s1sr_validator.model.migration import Dormancy, Exclusion, ExclusionEffect
from tests.invented import LOG, REGISTER, behaviour
from tests.lint.asked import context_with

ATTEMPTS, DORMANT = "state.installation.attempts_failed", "state.installation.only_dormant_meters"
DEPTH, ENTRIES, MODE = "request.Depth", "state.invented_log.entries", "state.invented_mode.name"


def compare(fact: str, operator: str, *operands: Value) -> Comparison:
    """Return a comparison."""
    return Comparison(fact=fact, operator=Operator(operator), operands=operands)


def said(when: Condition, *services: str) -> list[tuple[str, str]]:
    """Return paths and messages of what the rule says of a condition."""
    context = context_with(behaviour("S1B-9101", when=when, services=services or (LOG,)), only=True)
    return [(found.location.path, found.message) for found in condition_decides.check(context)]


DEEP, SHALLOW = compare(DEPTH, "more_than", 5), compare(DEPTH, "less_than", 3)
SINCE = compare("request.ReadLogPeriod.StartDateTime", "at_least", "2020-01-01T00:00:00.000000Z")
UNTIL = compare("request.ReadLogPeriod.StartDateTime", "at_most", "2020-01-01T00:00:00.000000Z")
ANY_NUMBER, NO_NUMBER = compare(ENTRIES, "at_least", 0), compare(ENTRIES, "less_than", 0)
OFTEN = compare(ATTEMPTS, "at_least", 3)
GIVEN = Comparison(fact=DEPTH, operator=Operator.PRESENT, operands=(True,))


@pytest.mark.parametrize(
    ("path", "message", "when"),
    [
        ("when", "this is always true", ANY_NUMBER),
        ("when", "this is never true", NO_NUMBER),
        ("when", "this is always true", compare(MODE, "one_of", "calm", "busy")),
        ("when", "this is never true", AllOf(parts=(DEEP, SHALLOW))),
        ("when", "this is always true", AnyOf(parts=(DEEP, Not(part=DEEP)))),
        ("when.not", "this is never true", Not(part=AllOf(parts=(DEEP, SHALLOW)))),
        ("when.any.1", "this is never true", AnyOf(parts=(DEEP, NO_NUMBER))),
        ("when.all.0.any.1", "this is always true", AllOf(parts=(AnyOf(parts=(DEEP, ANY_NUMBER)), SHALLOW))),
    ],
)
def test_reported(path: str, message: str, when: Condition) -> None:
    """Of parts within each other that do not decide, the innermost is reported."""
    assert [(path, message)] == said(when)


@pytest.mark.parametrize(
    "when",
    [
        ALWAYS,
        DEEP,
        GIVEN,
        Not(part=DEEP),
        AnyOf(parts=(DEEP, SHALLOW)),
        AllOf(parts=(compare(DEPTH, "more_than", 5), compare(DEPTH, "less_than", 7))),
        compare(ENTRIES, "equals", 0),
        compare(MODE, "equals", "calm"),
        SINCE,
        AllOf(parts=(SINCE, UNTIL)),
        compare("device.firmware", "equals", "00000001"),
    ],
)
def test_silent(when: Condition) -> None:
    """No condition at all is fine, and so is one that decides, be it by a single value."""
    assert [] == said(when)


@pytest.mark.parametrize(
    ("expected", "when"),
    [
        ([("when", "this is always true")], compare(ATTEMPTS, "at_least", 0)),
        ([("when.all.1", "this is never true")], AllOf(parts=(OFTEN, compare(ATTEMPTS, "less_than", 0)))),
        ([("when", "this is never true")], AllOf(parts=(OFTEN, compare(ATTEMPTS, "less_than", 3)))),
        ([], AllOf(parts=(OFTEN, compare(DORMANT, "equals", True)))),
        ([], None),
    ],
)
def test_the_condition_of_an_exclusion_category(expected: list[tuple[str, str]], when: Condition | None) -> None:
    """A category's condition is tried on the facts about an installation."""
    category = Exclusion(
        id="invented-category",
        name="n",
        summary="s",
        clause="INVENTED/9.2",
        dormancy=Dormancy.UNKNOWN,
        effect=ExclusionEffect.UNKNOWN,
        when=when,
    )
    found = condition_decides.check(context_with(category, only=True))
    assert expected == [(finding.location.path, finding.message) for finding in found]


def test_a_field_of_one_service_only() -> None:
    """A condition may name a field that one of the behaviour's services has."""
    assert [] == said(DEEP, LOG, REGISTER)


def test_what_cannot_be_tried_is_reported() -> None:
    """More combinations than are tried are no proof."""
    many = AnyOf(parts=tuple(compare(DEPTH, "equals", number) for number in range(0, 600, 2)))
    much = AnyOf(parts=tuple(compare(ENTRIES, "equals", number) for number in range(0, 600, 2)))
    assert [("when", f"361,200 combinations of values, {BOUNDS}")] == said(AllOf(parts=(many, much)))


def test_much_of_what_is_little_is_reported_too() -> None:
    """Many comparisons of one fact have few combinations, but each takes long: no record may hold up a build."""
    many = AnyOf(parts=tuple(compare(DEPTH, "equals", number) for number in range(0, 600, 2)))
    some = AnyOf(parts=tuple(compare(DEPTH, "equals", number) for number in range(0, 300, 2)))
    assert [] == said(some)
    assert [("when", f"602 combinations of values, {BOUNDS}")] == said(AllOf(parts=(many, many, many)))
