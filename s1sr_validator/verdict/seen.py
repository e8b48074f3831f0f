"""What came back, read from all the answers of one request together."""

from collections.abc import Iterable

import msgspec

from s1sr_validator.model.answer import Answer, AnswerKind
from s1sr_validator.model.answer_content import ResponsePayload
from s1sr_validator.model.behaviour import Outcome
from s1sr_validator.model.service import Service

S1SP_ALERT_LIST = "s1sp_alert"
_RESPONSES = {AnswerKind.SMETS1_RESPONSE, AnswerKind.GBCS_RESPONSE}


class Seen(msgspec.Struct, frozen=True, kw_only=True):
    """The outcome (None: nothing decisive came), the S1SP alerts' codes, the payload, and the whole in words."""

    outcome: Outcome | None
    alerts: tuple[str, ...]
    payload: ResponsePayload | None
    says: str


def seen_in(answers: Iterable[Answer], service: Service) -> Seen:
    """Read acknowledgement, alerts and response together; of a repeated alert one is enough."""
    given = tuple(answers)
    responses = [answer for answer in given if answer.kind in _RESPONSES]
    alerts = tuple(dict.fromkeys(answer.s1sp_alert.code for answer in given if answer.s1sp_alert))
    if responses:
        return _with_response(responses[-1], alerts, service)
    if alerts:
        says = f"the S1SP raised {', '.join(code or 'an alert without a code' for code in alerts)}"
        return Seen(outcome=Outcome.FAILURE, alerts=alerts, payload=None, says=says)
    return Seen(outcome=None, alerts=(), payload=None, says=_nothing_decisive(given))


def _with_response(response: Answer, alerts: tuple[str, ...], service: Service) -> Seen:
    payload, trouble = response.payload, failure_in(response)
    beside = f", and the S1SP raised {', '.join(alerts)}" if alerts else ""
    if trouble:
        return Seen(outcome=Outcome.FAILURE, alerts=alerts, payload=payload, says=trouble + beside)
    if payload is not None:
        says = f"a response with payload {payload.element}{beside}"
        return Seen(outcome=Outcome.SUCCESS, alerts=alerts, payload=payload, says=says)
    if not service.response_payload:
        says = f"a response without a payload, as the service has none{beside}"
        return Seen(outcome=Outcome.SUCCESS, alerts=alerts, payload=None, says=says)
    if alerts:
        return Seen(outcome=Outcome.FAILURE, alerts=alerts, payload=None, says=f"a response without content{beside}")
    return Seen(outcome=None, alerts=(), payload=None, says="a response that holds neither data nor debug information")


def failure_in(response: Answer) -> str:
    """Return in words what makes a response a failure; empty where nothing does."""
    if response.message_success is False:
        return "a response whose payload says that it failed"
    if response.debug_codes:
        return f"a response with debug information (code {', '.join(response.debug_codes)})"
    if response.response_code.startswith("E"):
        return f"a response with code {response.response_code}"
    return ""


def _nothing_decisive(answers: tuple[Answer, ...]) -> str:
    kinds = {answer.kind for answer in answers}
    if AnswerKind.ERROR in kinds:
        codes = ", ".join(answer.response_code for answer in answers if answer.kind is AnswerKind.ERROR)
        return f"the DCC did not accept the request ({codes}), so no Device was asked"
    if AnswerKind.DCC_ONLY_RESPONSE in kinds:
        return "the DCC answered by itself, so no Device was asked"
    if AnswerKind.ACKNOWLEDGEMENT in kinds:
        return "only an acknowledgement came: the Device's answer is still to come"
    if kinds & {AnswerKind.GBCS_PAYLOAD, AnswerKind.DEVICE_ALERT, AnswerKind.GBCS_DEVICE_ALERT}:
        return "the answer is a GBCS message of a SMETS2+ Device, which is not looked into"
    return "nothing came that says how the Device answered"
