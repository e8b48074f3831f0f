"""Conditions in words."""

import pytest

from s1sr_validator import Catalogue
from s1sr_validator.model.condition import ALWAYS, AllOf, AnyOf, Comparison, Condition, Not, Operator, Value
from s1sr_validator.prediction.vocabulary import vocabulary_for
from s1sr_validator.prediction.words import in_words
from tests.invented import LOG


def compared(fact: str, operator: Operator, *operands: Value) -> Comparison:
    """Return a comparison."""
    return Comparison(fact=fact, operator=operator, operands=operands)


EMPTY = compared("state.invented_log.entries", Operator.EQUALS, 0)
CALM = compared("state.invented_mode.name", Operator.EQUALS, "calm")
DEEP = compared("request.Depth", Operator.AT_LEAST, 10)
EMPTY_WORDS = "the number of entries in the invented log is 0"
CALM_WORDS = "the invented mode is calm"
DEEP_WORDS = "Depth in the request is at least 10"


@pytest.mark.parametrize(
    ("expected", "condition"),
    [
        ("", ALWAYS),
        (EMPTY_WORDS, EMPTY),
        (
            "the invented mode is one of calm, busy",
            compared("state.invented_mode.name", Operator.ONE_OF, "calm", "busy"),
        ),
        ("Depth in the request is less than 10", compared("request.Depth", Operator.LESS_THAN, 10)),
        ("Depth in the request is at most 10", compared("request.Depth", Operator.AT_MOST, 10)),
        ("Depth in the request is more than 10", compared("request.Depth", Operator.MORE_THAN, 10)),
        (DEEP_WORDS, DEEP),
        ("Detailed in the request is true", compared("request.Detailed", Operator.EQUALS, True)),
        ("Detailed in the request is false", compared("request.Detailed", Operator.EQUALS, False)),
        ("Depth in the request is given", compared("request.Depth", Operator.PRESENT, True)),
        ("Depth in the request is not given", compared("request.Depth", Operator.PRESENT, False)),
        (
            "ReadLogPeriod.StartDateTime in the request is at least 2015-06-01T00:00:00Z",
            compared("request.ReadLogPeriod.StartDateTime", Operator.AT_LEAST, "2015-06-01T00:00:00.000000Z"),
        ),
        ("the Device's hardware is 0105", compared("device.hardware", Operator.EQUALS, "0105")),
        ("state.unheard.of is 1", compared("state.unheard.of", Operator.EQUALS, 1)),
        (f"{EMPTY_WORDS} and {CALM_WORDS}", AllOf(parts=(EMPTY, CALM))),
        (f"{EMPTY_WORDS} or {CALM_WORDS}", AnyOf(parts=(EMPTY, CALM))),
        (f"{DEEP_WORDS} and ({EMPTY_WORDS} or {CALM_WORDS})", AllOf(parts=(DEEP, AnyOf(parts=(EMPTY, CALM))))),
        (f"({EMPTY_WORDS} and {CALM_WORDS}) or {DEEP_WORDS}", AnyOf(parts=(AllOf(parts=(EMPTY, CALM)), DEEP))),
        (f"{DEEP_WORDS} and {EMPTY_WORDS}", AllOf(parts=(DEEP, AnyOf(parts=(EMPTY,))))),
        (f"it is not so that {EMPTY_WORDS}", Not(part=EMPTY)),
        (f"it is not so that {EMPTY_WORDS} and {CALM_WORDS}", AllOf(parts=(Not(part=EMPTY), CALM))),
        (f"it is not so that ({EMPTY_WORDS} and {CALM_WORDS})", Not(part=AllOf(parts=(EMPTY, CALM)))),
    ],
)
def test_in_words(expected: str, condition: Condition, tiny: Catalogue) -> None:
    """A condition reads as one sentence; groups within groups and negated groups stand in brackets."""
    assert expected == in_words(condition, vocabulary_for(tiny.lookup, tiny.lookup.services[LOG]))
