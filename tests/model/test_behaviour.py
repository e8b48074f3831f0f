"""Answers and what a behaviour expects."""

import msgspec
import pytest

from s1sr_validator.model.behaviour import Answer, Claim, ExpectedAlert, ExternalReference, Outcome, ValueDifference
from tests.invented import FAILURE, SUCCESS, behaviour

ALERT = ExpectedAlert(code="S1X9001")
REFERRED = ExpectedAlert(code="S1X9001", external_references=(ExternalReference(name="Invented Ref", value="0042"),))
OTHER = ExpectedAlert(code="S1X9002")


def failure(*alerts: ExpectedAlert, summary: str = "The request fails.") -> Answer:
    """Return a failure with alerts."""
    return Answer(outcome=Outcome.FAILURE, summary=summary, alerts=alerts)


@pytest.mark.parametrize(
    ("expected", "one", "other"),
    [
        (False, failure(), failure()),
        (False, failure(summary="In one way."), failure(summary="In another way.")),
        (False, failure(ALERT, OTHER), failure(OTHER, ALERT)),
        (True, SUCCESS, FAILURE),
        (True, failure(), failure(ALERT)),
        (True, failure(ALERT), failure(OTHER)),
        (True, failure(ALERT), failure(REFERRED)),
    ],
)
def test_differs_from(expected: bool, one: Answer, other: Answer) -> None:
    """Outcome and alerts make a difference; words and the order of alerts make none."""
    assert (expected, expected) == (one.differs_from(other), other.differs_from(one))


ZERO, ONE = ValueDifference(about="a value", says="It is 0."), ValueDifference(about="a value", says="It is 1.")
ELSEWHERE = ValueDifference(about="another value", says="It is 1.")


def valued(*differences: ValueDifference) -> Answer:
    """Return a success with differences of values."""
    return Answer(outcome=Outcome.SUCCESS, summary="A response.", differences=differences)


@pytest.mark.parametrize(
    ("differs", "contradicts", "one", "other"),
    [
        (False, False, valued(ZERO, ELSEWHERE), valued(ELSEWHERE, ZERO)),
        (True, False, valued(ZERO), valued()),
        (True, False, valued(ZERO), valued(ELSEWHERE)),
        (True, False, valued(ZERO), valued(ZERO, ELSEWHERE)),
        (True, True, valued(ZERO), valued(ONE)),
        (True, True, valued(ZERO), failure()),
        (True, True, failure(ALERT), failure()),
    ],
)
def test_contradicts(differs: bool, contradicts: bool, one: Answer, other: Answer) -> None:
    """Differences of values go together unless they are about the same thing; outcomes and alerts do not."""
    assert (differs, differs) == (one.differs_from(other), other.differs_from(one))
    assert (contradicts, contradicts) == (one.contradicts(other), other.contradicts(one))


def test_a_deviation_is_what_to_expect() -> None:
    """A behaviour that deviates expects its deviation."""
    assert FAILURE == behaviour("S1B-9100").expected


def test_conformance_expects_the_baseline() -> None:
    """A behaviour without a deviation expects the baseline."""
    assert SUCCESS == behaviour("S1B-9100", claim=Claim.CONFORMS, deviation=None).expected


def test_records_are_frozen() -> None:
    """No field of a record is filled in later."""
    record = behaviour("S1B-9100")
    with pytest.raises(AttributeError):
        record.title = "Another title"  # type: ignore[misc] # what the test is about


def test_records_refuse_fields_that_they_do_not_have() -> None:
    """A field that nobody knows is an error, not a field that is ignored."""
    form = msgspec.to_builtins(behaviour("S1B-9100")) | {"tittle": "misspelt"}
    with pytest.raises(msgspec.ValidationError, match="unknown field `tittle`"):
        msgspec.convert(form, type(behaviour("S1B-9100")))
