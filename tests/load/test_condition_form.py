"""The authored form of conditions becomes typed values, by the declared vocabulary."""

from typing import Any

import pytest

from s1sr_validator import Catalogue
from s1sr_validator.load.condition_form import ConditionReader, Vocabulary
from s1sr_validator.load.mark import Mark, Path
from s1sr_validator.model.condition import AllOf, AnyOf, Comparison, Condition, Not, Operator, Value
from s1sr_validator.prediction.vocabulary import vocabulary_for
from tests.invented import LOG

PLACES: dict[Path, Mark] = {("when", "fact"): Mark(3, 9), ("when", "equals"): Mark(4, 11)}


@pytest.fixture
def vocabulary(tiny: Catalogue) -> Vocabulary:
    """The facts that a behaviour about the invented log may name."""
    return vocabulary_for(tiny.lookup, tiny.lookup.services[LOG])


def compared(fact: str, operator: Operator, *operands: Value) -> Comparison:
    """Return a comparison."""
    return Comparison(fact=fact, operator=operator, operands=operands)


DEPTH, MODE, START = "request.Depth", "state.invented_mode.name", "request.ReadLogPeriod.StartDateTime"
FORMS: dict[str, tuple[Condition, dict[str, Any]]] = {
    "equals": (compared(DEPTH, Operator.EQUALS, 3), {"fact": DEPTH, "equals": "3"}),
    "one of": (compared(MODE, Operator.ONE_OF, "calm", "busy"), {"fact": MODE, "one_of": ["calm", "busy"]}),
    "less than": (compared(DEPTH, Operator.LESS_THAN, 3), {"fact": DEPTH, "less_than": "3"}),
    "at most": (compared(DEPTH, Operator.AT_MOST, 3), {"fact": DEPTH, "at_most": "3"}),
    "more than": (compared(DEPTH, Operator.MORE_THAN, 3), {"fact": DEPTH, "more_than": "3"}),
    "at least": (compared(DEPTH, Operator.AT_LEAST, 3), {"fact": DEPTH, "at_least": "3"}),
    "present": (compared(DEPTH, Operator.PRESENT, True), {"fact": DEPTH, "present": True}),
    "absent": (compared(DEPTH, Operator.PRESENT, False), {"fact": DEPTH, "present": False}),
    "truth value": (
        compared("request.Detailed", Operator.EQUALS, True),
        {"fact": "request.Detailed", "equals": "true"},
    ),
    "date-time": (
        compared(START, Operator.AT_LEAST, "2025-01-01T00:00:00.000000Z"),
        {"fact": START, "at_least": "2025-01-01T01:00:00+01:00"},
    ),
    "code": (compared("device.hardware", Operator.EQUALS, "0105"), {"fact": "device.hardware", "equals": "0105"}),
    "tree": (
        AllOf(
            parts=(
                AnyOf(parts=(Not(part=compared(DEPTH, Operator.EQUALS, 1)), compared(MODE, Operator.EQUALS, "calm"))),
                compared(DEPTH, Operator.EQUALS, 2),
            )
        ),
        {
            "all": [
                {"any": [{"not": {"fact": DEPTH, "equals": "1"}}, {"fact": MODE, "equals": "calm"}]},
                {"fact": DEPTH, "equals": "2"},
            ]
        },
    ),
}


@pytest.mark.parametrize(("expected", "form"), FORMS.values(), ids=FORMS)
def test_forms(expected: Condition, form: dict[str, Any], vocabulary: Vocabulary) -> None:
    """Every form becomes its value, each operand of its fact's type."""
    reader = ConditionReader(vocabulary, {})
    assert (expected, []) == (reader.condition(form, ("when",)), reader.problems)


def test_forms_cover_every_operator() -> None:
    """No operator is left untested."""
    assert set(Operator) == {Operator(key) for _, form in FORMS.values() for key in form if key in set(Operator)}


PROBLEMS: dict[str, tuple[list[tuple[str, Mark | None]], dict[str, Any]]] = {
    "unknown fact": (
        [("when.fact: no fact is called 'request.Dephts'; did you mean request.Depth?", Mark(3, 9))],
        {"fact": "request.Dephts", "equals": "3"},
    ),
    "unknown fact like no other": (
        [("when.fact: no fact is called 'state.zzz'", Mark(3, 9))],
        {"fact": "state.zzz", "present": True},
    ),
    "wrong type": (
        [("when.equals: request.Depth: 'deep' is not a whole number", Mark(4, 11))],
        {"fact": DEPTH, "equals": "deep"},
    ),
    "outside the declared values": (
        [("when.equals: state.invented_mode.name: 'loud' is not one of busy, calm", Mark(4, 11))],
        {"fact": MODE, "equals": "loud"},
    ),
    "outside the declared range": (
        [
            (
                "when.equals: state.invented_log.entries: -1 is less than 0, the least that it can be",
                Mark(4, 11),
            )
        ],
        {"fact": "state.invented_log.entries", "equals": "-1"},
    ),
    "several": (
        [
            ("when.all.0.equals: request.Depth: 'a' is not a whole number", None),
            ("when.all.1.any.0.not.fact: no fact is called 'device.colour'; did you mean device.model?", None),
            ("when.all.2.one_of: request.Depth: 'b' is not a whole number", None),
            ("when.all.2.one_of: request.Depth: 'c' is not a whole number", None),
        ],
        {
            "all": [
                {"fact": DEPTH, "equals": "a"},
                {"any": [{"not": {"fact": "device.colour", "equals": "x"}}]},
                {"fact": DEPTH, "one_of": ["b", "1", "c"]},
            ]
        },
    ),
}


@pytest.mark.parametrize(("expected", "form"), PROBLEMS.values(), ids=PROBLEMS)
def test_problems(expected: list[tuple[str, Mark | None]], form: dict[str, Any], vocabulary: Vocabulary) -> None:
    """Every unknown fact and every value of another type is found, with its place."""
    reader = ConditionReader(vocabulary, PLACES)
    reader.condition(form, ("when",))
    assert expected == [(problem.message, problem.mark) for problem in reader.problems]
    assert {"CAT011"} == {problem.rule.code for problem in reader.problems}
