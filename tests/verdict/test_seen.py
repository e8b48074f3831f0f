"""What came back, read from all answers together: the outcome, the alerts, the payload, and the words for each."""

import msgspec
import pytest

from s1sr_validator import Catalogue
from s1sr_validator.model.alert import S1spAlert
from s1sr_validator.model.answer import Answer, AnswerKind, ResponseHeader
from s1sr_validator.model.answer_content import ResponsePayload
from s1sr_validator.model.behaviour import Outcome
from s1sr_validator.model.debug_info import DebugInfo, Smets1DebugEntry
from s1sr_validator.model.device_message import DeviceMessage, DeviceResponse
from s1sr_validator.model.service import Service
from s1sr_validator.verdict.seen import Seen, failure_in, seen_in
from tests.invented import LOG

PAYLOAD = ResponsePayload(element="ReadInventedLogRsp")
SUCCEEDED, FAILED = Outcome.SUCCESS, Outcome.FAILURE


def of_kind(kind: AnswerKind, code: str = "") -> Answer:
    """Return an answer that is nothing but of a kind, with a response code."""
    header = ResponseHeader(response_code=code) if code else None
    return Answer(name="answer.xml", root="sr:Response", kind=kind, header=header)


def response(
    payload: ResponsePayload | None = None, debug: tuple[str, ...] = (), code: str = "", *, gbcs: bool = False
) -> Answer:
    """Return a response with a payload, the codes of debug information, and a response code."""
    info = DebugInfo(smets1=tuple(Smets1DebugEntry(response_code=each) for each in debug)) if debug else None
    kind = AnswerKind.GBCS_RESPONSE if gbcs else AnswerKind.SMETS1_RESPONSE
    message = DeviceMessage(response=DeviceResponse(payload=payload, debug=info))
    return msgspec.structs.replace(of_kind(kind, code), device_message=message)


def alert(code: str = "S1X9001") -> Answer:
    """Return an S1SP alert."""
    return msgspec.structs.replace(of_kind(AnswerKind.S1SP_ALERT), s1sp_alert=S1spAlert(code=code))


@pytest.fixture
def log(tiny: Catalogue) -> Service:
    """The invented service that has a payload."""
    return tiny.lookup.services[LOG]


ACKNOWLEDGED = of_kind(AnswerKind.ACKNOWLEDGEMENT, "I0")
REFUSED = of_kind(AnswerKind.ERROR, "E4"), of_kind(AnswerKind.ERROR, "E57")
STILL_TO_COME = "only an acknowledgement came: the Device's answer is still to come"
NOT_LOOKED_INTO = "the answer is a GBCS message of a SMETS2+ Device, which is not looked into"
NOTHING = "nothing came that says how the Device answered"


@pytest.mark.parametrize(
    ("outcome", "alerts", "has_payload", "says", "answers"),
    [
        (SUCCEEDED, (), True, "a response with payload ReadInventedLogRsp", (response(PAYLOAD),)),
        (SUCCEEDED, (), True, "a response with payload ReadInventedLogRsp", (response(PAYLOAD, code="I0"),)),
        (SUCCEEDED, (), True, "a response with payload ReadInventedLogRsp", (response(PAYLOAD, gbcs=True),)),
        (
            SUCCEEDED,
            (),
            True,
            "a response with payload ReadInventedLogRsp",
            (response(debug=("7",)), response(PAYLOAD)),
        ),
        (FAILED, (), False, "a response with debug information (code 7)", (response(PAYLOAD), response(debug=("7",)))),
        (
            SUCCEEDED,
            ("S1X9001", "S1X9002"),
            True,
            "a response with payload ReadInventedLogRsp, and the S1SP raised S1X9001, S1X9002",
            (alert(), response(PAYLOAD), alert("S1X9002"), alert()),
        ),
        (
            FAILED,
            ("S1X9001",),
            False,
            "a response with debug information (code 7), and the S1SP raised S1X9001",
            (response(debug=("7",)), alert()),
        ),
        (
            FAILED,
            ("S1X9001",),
            False,
            "a response without content, and the S1SP raised S1X9001",
            (response(), alert()),
        ),
        (None, (), False, "a response that holds neither data nor debug information", (ACKNOWLEDGED, response())),
        (FAILED, ("S1X9001",), False, "the S1SP raised S1X9001", (ACKNOWLEDGED, alert(), alert())),
        (
            FAILED,
            ("S1X9001", ""),
            False,
            "the S1SP raised S1X9001, an alert without a code",
            (alert(), alert("")),
        ),
        (None, (), False, STILL_TO_COME, (ACKNOWLEDGED,)),
        (
            None,
            (),
            False,
            "the DCC did not accept the request (E4, E57), so no Device was asked",
            (ACKNOWLEDGED, *REFUSED, of_kind(AnswerKind.DCC_ONLY_RESPONSE, "I0")),
        ),
        (
            None,
            (),
            False,
            "the DCC answered by itself, so no Device was asked",
            (ACKNOWLEDGED, of_kind(AnswerKind.DCC_ONLY_RESPONSE)),
        ),
        (None, (), False, NOT_LOOKED_INTO, (of_kind(AnswerKind.GBCS_PAYLOAD),)),
        (None, (), False, NOT_LOOKED_INTO, (of_kind(AnswerKind.DEVICE_ALERT),)),
        (None, (), False, NOT_LOOKED_INTO, (of_kind(AnswerKind.GBCS_DEVICE_ALERT),)),
        (None, (), False, STILL_TO_COME, (of_kind(AnswerKind.GBCS_PAYLOAD), ACKNOWLEDGED)),
        (None, (), False, NOTHING, (of_kind(AnswerKind.DCC_ALERT), of_kind(AnswerKind.UNCLEAR))),
        (None, (), False, NOTHING, (of_kind(AnswerKind.SMETS1_DEVICE_ALERT),)),
        (None, (), False, NOTHING, ()),
    ],
)
def test_what_came_back(
    log: Service,
    outcome: Outcome | None,
    alerts: tuple[str, ...],
    has_payload: bool,
    says: str,
    answers: tuple[Answer, ...],
) -> None:
    """The last response decides, else the alerts do; without either nothing is decided, and the words say why."""
    expected = Seen(outcome=outcome, alerts=alerts, payload=PAYLOAD if has_payload else None, says=says)
    assert expected == seen_in(iter(answers), log)


@pytest.mark.parametrize(
    ("alerts", "beside"), [((), ""), ((alert(),), ", and the S1SP raised S1X9001")], ids=["alone", "with an alert"]
)
def test_a_service_without_a_payload(log: Service, alerts: tuple[Answer, ...], beside: str) -> None:
    """Where the service has no payload of its own, a response without one is its success."""
    service = msgspec.structs.replace(log, response_payload="")
    says = f"a response without a payload, as the service has none{beside}"
    codes = tuple(each.s1sp_alert.code for each in alerts if each.s1sp_alert)
    expected = Seen(outcome=SUCCEEDED, alerts=codes, payload=None, says=says)
    assert expected == seen_in((response(), *alerts), service)


NOT_SO = ResponsePayload(element="ReadInventedLogRsp", message_success=False)


@pytest.mark.parametrize(
    ("says", "answer"),
    [
        ("", response(PAYLOAD)),
        ("", response(ResponsePayload(element="ReadInventedLogRsp", message_success=True), code="I0")),
        ("", response(PAYLOAD, code="W1")),
        ("a response whose payload says that it failed", response(NOT_SO, ("7",), "E4")),
        ("a response with debug information (code 7, 8)", response(PAYLOAD, ("7", "8"), "E4")),
        ("a response with code E4", response(PAYLOAD, code="E4")),
    ],
)
def test_what_makes_a_response_a_failure(says: str, answer: Answer) -> None:
    """Its payload, its debug information, its code: the first of these that says so."""
    assert says == failure_in(answer)


def test_a_failure_keeps_its_payload(log: Service) -> None:
    """What came with a failure is still there to be compared."""
    assert NOT_SO == seen_in([response(NOT_SO)], log).payload
