"""Whether what came back is an answer that somebody predicted: outcome, alerts, values."""

from enum import Enum

from s1sr_validator.model.answer_content import ResponsePayload
from s1sr_validator.model.behaviour import Outcome, ValueDifference
from s1sr_validator.model.prediction import PredictedAnswer
from s1sr_validator.model.service import Service
from s1sr_validator.verdict.seen import S1SP_ALERT_LIST, Seen


class Match(Enum):
    """How an answer compares with a predicted one."""

    YES = "yes"
    NO = "no"
    CANNOT_TELL = "cannot tell"


def matches(expected: PredictedAnswer, seen: Seen, service: Service) -> Match:
    """Compare what came back with a predicted answer.

    Alerts of other lists than the S1SP's, and differences that name no values, cannot be seen by a machine: where all
    that can be seen agrees, they leave the match open.
    """
    if seen.outcome is not expected.outcome or not _has_payload(expected, seen, service):
        return Match.NO
    codes = {alert.code for alert in expected.alerts if alert.list == S1SP_ALERT_LIST}
    if codes != set(seen.alerts):
        return Match.NO
    found = [_shows(difference, seen.payload) for difference in expected.differences]
    if any(alert.list != S1SP_ALERT_LIST for alert in expected.alerts):
        found.append(Match.CANNOT_TELL)
    if Match.NO in found:
        return Match.NO
    return Match.CANNOT_TELL if Match.CANNOT_TELL in found else Match.YES


def _has_payload(expected: PredictedAnswer, seen: Seen, service: Service) -> bool:
    if expected.outcome is not Outcome.SUCCESS or seen.payload is None:
        return True
    return seen.payload.element == service.response_payload


def _shows(difference: ValueDifference, payload: ResponsePayload | None) -> Match:
    texts = payload.texts(difference.path) if payload and difference.path else ()
    if not texts:
        return Match.CANNOT_TELL
    return Match.YES if any(text in difference.values for text in texts) else Match.NO
