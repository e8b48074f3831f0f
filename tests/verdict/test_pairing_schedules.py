"""Pairing by parts: requests that schedule another service, requests without an id, and answers with several ids."""

import pytest

from s1sr_validator.model.answer import Answer, AnswerKind, ResponseHeader
from s1sr_validator.model.device_message import DeviceMessage, DeviceMessageHeader
from s1sr_validator.model.request import Request, RequestField
from s1sr_validator.verdict.pairing import (
    SCHEDULED_DEVICE,
    SCHEDULED_SRV,
    Belongs,
    device_of,
    pair,
    srvs_of,
)
from tests.invented_answers import METER, REQUEST_ID, USER

SCHEDULED = "90-B3-D5-1F-30-00-00-0c"


def request(request_id: str = REQUEST_ID, srv: str = "9.9.1", **fields: str) -> Request:
    """Return a request with an id and fields of the body."""
    held: dict[str, tuple[RequestField, ...]] = {name: (RequestField(text),) for name, text in fields.items()}
    header: dict[str, tuple[RequestField, ...]] = {"RequestID": (RequestField(request_id),)} if request_id else {}
    return Request(name="request.xml", srv=srv, header=header, fields=held)


def answer(request_id: str = "", device: str = "", srv: str = "", beside: str = "") -> Answer:
    """Return an answer that states an id, a Device, an SRV in its message and one beside it."""
    message = DeviceMessage(header=DeviceMessageHeader(originator_id=device, srv=srv))
    return Answer(
        name="answer.xml",
        root="sr:Response",
        kind=AnswerKind.SMETS1_RESPONSE,
        header=ResponseHeader(request_id=request_id),
        srv=beside,
        device_message=message,
    )


SCHEDULING = {SCHEDULED_SRV: "9.9.2", SCHEDULED_DEVICE: SCHEDULED}


@pytest.mark.parametrize(
    ("srvs", "device", "asked"),
    [
        (("9.9.1",), METER, request()),
        (("9.9.1",), METER, request(request_id=REQUEST_ID.lower())),
        (("9.9.1", "9.9.2"), SCHEDULED.upper(), request(**SCHEDULING)),
        (("9.9.1", "9.9.2"), METER, request(**{SCHEDULED_SRV: "9.9.2"})),
        (("9.9.1",), METER, request(**{SCHEDULED_DEVICE: SCHEDULED})),
        (("9.9.1",), "", request(request_id="")),
        (("9.9.1",), "", request(request_id="no id")),
    ],
)
def test_what_is_asked(srvs: tuple[str, ...], device: str, asked: Request) -> None:
    """A request that schedules another service may be answered by that one, from the Device that it names."""
    assert (srvs, device) == (srvs_of(asked), device_of(asked))


@pytest.mark.parametrize(
    ("belongs", "reasons", "asked", "given"),
    [
        (Belongs.UNKNOWN, (), request(request_id=""), answer(request_id=REQUEST_ID)),
        (Belongs.UNKNOWN, (), request(), answer()),
        (Belongs.YES, (f"it names request {REQUEST_ID.lower()}",), request(), answer(request_id=REQUEST_ID.lower())),
        (Belongs.YES, (f"it is from Device {METER.lower()}",), request(), answer(device=METER.lower())),
        (Belongs.YES, ("it is about SRV 9.9.2",), request(**SCHEDULING), answer(srv="9.9.2")),
        (Belongs.YES, ("it is about SRV 9.9.1",), request(**SCHEDULING), answer(srv="9.9.1")),
        (
            Belongs.NO,
            ("it is about SRV 9.9.3, not 9.9.1 or 9.9.2",),
            request(**SCHEDULING),
            answer(beside="9.9.1", srv="9.9.3"),
        ),
        (
            Belongs.NO,
            (f"it is from Device {METER}, not {SCHEDULED.upper()}",),
            request(**SCHEDULING),
            answer(device=METER),
        ),
        (Belongs.YES, ("it names request spelt So",), request(request_id="Spelt so"), answer(request_id="spelt So")),
        (Belongs.NO, ("it names request one, not two",), request(request_id="two"), answer(request_id="one")),
        (
            Belongs.NO,
            (f"it names request {USER}:{METER}:8, not {REQUEST_ID}", "it is about SRV 9.9.9, not 9.9.1"),
            request(),
            answer(request_id=f"{USER}:{METER}:8", device=METER, srv="9.9.9"),
        ),
        (
            Belongs.YES,
            (f"it names request {REQUEST_ID}", f"it is from Device {METER}", "it is about SRV 9.9.1"),
            request(),
            answer(request_id=REQUEST_ID, device=METER, srv="9.9.1", beside="9.9.1"),
        ),
    ],
)
def test_pairing(belongs: Belongs, reasons: tuple[str, ...], asked: Request, given: Answer) -> None:
    """Ids, Devices and SRVs are held against each other in this order, each without regard to case or spelling."""
    found = pair(asked, given)
    assert (belongs, reasons, given) == (found.belongs, found.reasons, found.answer)
