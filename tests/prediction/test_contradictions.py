"""Claims that cannot both be right: which pairs disagree, which are told, and in what words."""

from typing import Any

import pytest

from s1sr_validator import Catalogue
from s1sr_validator.model.behaviour import Answer, Behaviour, Claim, ExpectedAlert, Outcome, ValueDifference
from s1sr_validator.model.lifecycle import Standing
from s1sr_validator.model.prediction import AppliedClaim, Certainty
from s1sr_validator.prediction.contradictions import disagree, opposed, private_contradictions, with_disputes
from tests.invented import FAILURE, SUCCESS, behaviour, with_records
from tests.invented_claims import applied

ALERT = Answer(outcome=Outcome.FAILURE, summary="It fails.", alerts=(ExpectedAlert(code="S1X9001"),))
REWORDED = Answer(outcome=Outcome.FAILURE, summary="In other words.")
TEN = Answer(outcome=Outcome.SUCCESS, summary="Ten.", differences=(ValueDifference(about="value", says="ten"),))
ELEVEN = Answer(outcome=Outcome.SUCCESS, summary="Eleven.", differences=(ValueDifference(about="value", says="11"),))
OTHER = Answer(outcome=Outcome.SUCCESS, summary="Other.", differences=(ValueDifference(about="other", says="ten"),))


def deviating(deviation: Answer, baseline: Answer = SUCCESS) -> Behaviour:
    """Return a claim that Devices deviate."""
    return behaviour("S1B-9100", deviation=deviation, baseline=baseline)


def conforming(baseline: Answer = SUCCESS) -> Behaviour:
    """Return a claim that Devices do what GBCS says."""
    return behaviour("S1B-9101", claim=Claim.CONFORMS, deviation=None, baseline=baseline)


@pytest.mark.parametrize(
    ("expected", "first", "second"),
    [
        (False, deviating(FAILURE), deviating(REWORDED)),
        (True, deviating(FAILURE), deviating(ALERT)),
        (True, deviating(FAILURE), deviating(TEN)),
        (True, deviating(TEN), deviating(ELEVEN)),
        (False, deviating(TEN), deviating(OTHER)),
        (False, conforming(), conforming()),
        (True, conforming(), conforming(FAILURE)),
        (True, conforming(), deviating(FAILURE)),
        (True, conforming(), deviating(TEN)),
        (True, conforming(TEN), deviating(TEN)),
        (True, conforming(FAILURE), deviating(FAILURE)),
        (False, conforming(FAILURE), deviating(FAILURE, baseline=REWORDED)),
        (True, conforming(FAILURE), deviating(SUCCESS, baseline=SUCCESS)),
        (False, conforming(TEN), deviating(OTHER, baseline=OTHER)),
    ],
)
def test_disagree(expected: bool, first: Behaviour, second: Behaviour) -> None:
    """Two answers that exclude each other, or a claim that something differs and one that nothing does."""
    assert expected is disagree(first, second) is disagree(second, first)


FAILS, ALERTS, FAILS_TOO = "S1B-9100", "S1B-9101", "S1B-9102"
CLAIMS = (
    behaviour(FAILS, deviation=FAILURE),
    behaviour(ALERTS, deviation=ALERT),
    behaviour(FAILS_TOO, deviation=REWORDED),
)
OPEN: dict[str, Any] = {"certainty": Certainty.CONDITIONAL}
PUBLIC: dict[str, Any] = {"overlay": ""}


@pytest.mark.parametrize(
    ("pairs", "claims"),
    [
        ([(FAILS, ALERTS)], [applied(FAILS), applied(ALERTS)]),
        ([(FAILS, ALERTS)], [applied(FAILS, **PUBLIC), applied(ALERTS)]),
        ([(FAILS, ALERTS)], [applied(FAILS), applied(ALERTS, **PUBLIC)]),
        ([], [applied(FAILS, **PUBLIC), applied(ALERTS, **PUBLIC)]),
        ([(FAILS, ALERTS)], [applied(FAILS, **OPEN), applied(ALERTS)]),
        ([(FAILS, ALERTS)], [applied(FAILS), applied(ALERTS, **OPEN)]),
        ([], [applied(FAILS, **OPEN), applied(ALERTS, **OPEN)]),
        ([], [applied(FAILS), applied(FAILS_TOO)]),
        ([(FAILS, ALERTS), (ALERTS, FAILS_TOO)], [applied(FAILS), applied(ALERTS), applied(FAILS_TOO)]),
    ],
)
def test_private_contradictions(tiny: Catalogue, pairs: list[tuple[str, str]], claims: list[AppliedClaim]) -> None:
    """Of every two claims: one is an overlay's, one is certain, and they disagree."""
    lookup = with_records(tiny, CLAIMS, alone=True).lookup
    found = private_contradictions(iter(claims), lookup)
    assert pairs == [(one.behaviour, other.behaviour) for one, other in found]


def test_opposed() -> None:
    """Two claims of which one has the Device deviate and the other not, in whichever order."""
    one, other, conforms = applied(FAILS), applied(ALERTS), applied(FAILS_TOO, claim=Claim.CONFORMS)
    assert not opposed([])
    assert not opposed([(one, other)])
    assert not opposed([(conforms, conforms)])
    assert opposed([(one, other), (conforms, one)])
    assert opposed([(one, conforms)])


def test_disputes_are_told_on_both_sides() -> None:
    """Each claim says what the other one says, after the disputes that it has; one without a contradiction stays."""
    open_one = applied(FAILS, residual_condition="the log is empty", disputes=("Known before.",), **OPEN)
    public = applied(ALERTS, standing=Standing.DESIGNATED, **PUBLIC)
    third = applied(FAILS_TOO, residual_condition="not asked")
    found = with_disputes([open_one, public, third], [(open_one, public)])
    assert [
        ("Known before.", "the designated record S1B-9101 says otherwise: failure: What S1B-9101 says."),
        ("overlay own (private, observed) S1B-9100 says otherwise, if the log is empty: failure: What S1B-9100 says.",),
        (),
    ] == [claim.disputes for claim in found]
    several = with_disputes([open_one, public, third], [(public, third), (open_one, public)])[1]
    assert ["S1B-9102 says otherwise: ", "S1B-9100 says otherwise, "] == [
        said.partition(") ")[2][: len("S1B-9102 says otherwise: ")] for said in several.disputes
    ]
