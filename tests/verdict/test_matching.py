"""Whether what came back is a predicted answer: outcome, payload, alerts, values."""

import msgspec
import pytest

from s1sr_validator import Catalogue
from s1sr_validator.model.answer_content import AnswerField, ResponsePayload
from s1sr_validator.model.behaviour import Outcome, ValueDifference
from s1sr_validator.model.prediction import PredictedAlert, PredictedAnswer
from s1sr_validator.verdict.matching import Match, matches
from s1sr_validator.verdict.seen import Seen
from tests.invented import LOG

YES, NO, CANNOT_TELL = Match.YES, Match.NO, Match.CANNOT_TELL
S1SP = PredictedAlert(code="S1X9001", list="s1sp_alert", name="", external_references=())
SECOND = msgspec.structs.replace(S1SP, code="S1X9002")
UNSEEN = PredictedAlert(code="81A0", list="gbcs_alert", name="", external_references=())
TEN = ValueDifference(about="one", says="ten", path="Log.Value", values=("10", "TEN"))
ELEVEN = ValueDifference(about="two", says="eleven", path="Log.Value", values=("11",))
ELSEWHERE = ValueDifference(about="three", says="one that is not there", path="Log.Other", values=("10",))
WORDS = ValueDifference(about="four", says="only in words")


def payload(*values: str, element: str = "ReadInventedLogRsp") -> ResponsePayload:
    """Return a payload with these values in a log."""
    return ResponsePayload(element=element, fields={"Log.Value": tuple(AnswerField(text) for text in values)})


def seen(*alerts: str, payload: ResponsePayload | None = None, outcome: Outcome | None = Outcome.SUCCESS) -> Seen:
    """Return what came back."""
    return Seen(outcome=outcome, alerts=alerts, payload=payload, says="")


def expected(
    *alerts: PredictedAlert, outcome: Outcome = Outcome.SUCCESS, differences: tuple[ValueDifference, ...] = ()
) -> PredictedAnswer:
    """Return a predicted answer."""
    return PredictedAnswer(outcome=outcome, summary="", alerts=alerts, differences=differences)


FAILURE = Outcome.FAILURE
FAILED = seen(outcome=FAILURE)


@pytest.mark.parametrize(
    ("match", "predicted", "back"),
    [
        (YES, expected(), seen()),
        (YES, expected(), seen(payload=payload())),
        (NO, expected(), FAILED),
        (NO, expected(outcome=FAILURE), seen()),
        (NO, expected(outcome=FAILURE), seen(outcome=None)),
        (YES, expected(outcome=FAILURE), FAILED),
        (NO, expected(), seen(payload=payload(element="ReadInventedRegisterRsp"))),
        (YES, expected(outcome=FAILURE), seen(payload=payload(element="Other"), outcome=FAILURE)),
        (NO, expected(S1SP), seen()),
        (NO, expected(), seen("S1X9001")),
        (NO, expected(S1SP), seen("S1X9002")),
        (NO, expected(S1SP), seen("S1X9001", "S1X9002")),
        (YES, expected(S1SP), seen("S1X9001")),
        (YES, expected(S1SP, SECOND), seen("S1X9002", "S1X9001")),
        (CANNOT_TELL, expected(UNSEEN), seen()),
        (CANNOT_TELL, expected(S1SP, UNSEEN), seen("S1X9001")),
        (NO, expected(S1SP, UNSEEN), seen()),
        (NO, expected(UNSEEN), seen("81A0")),
        (YES, expected(differences=(TEN,)), seen(payload=payload("10"))),
        (YES, expected(differences=(TEN,)), seen(payload=payload("9", "TEN"))),
        (NO, expected(differences=(TEN,)), seen(payload=payload("9"))),
        (NO, expected(differences=(TEN, ELEVEN)), seen(payload=payload("10"))),
        (YES, expected(differences=(TEN, ELEVEN)), seen(payload=payload("10", "11"))),
        (CANNOT_TELL, expected(differences=(TEN,)), seen(payload=payload())),
        (CANNOT_TELL, expected(differences=(TEN,)), seen()),
        (CANNOT_TELL, expected(differences=(WORDS,)), seen(payload=payload("10"))),
        (CANNOT_TELL, expected(differences=(TEN, ELSEWHERE)), seen(payload=payload("10"))),
        (NO, expected(differences=(WORDS, ELEVEN)), seen(payload=payload("10"))),
        (NO, expected(UNSEEN, differences=(ELEVEN,)), seen(payload=payload("10"))),
    ],
)
def test_match(tiny: Catalogue, match: Match, predicted: PredictedAnswer, back: Seen) -> None:
    """Whatever can be seen has to agree, and what no machine can see leaves the match open."""
    assert match is matches(predicted, back, tiny.lookup.services[LOG])
