"""Pairing: an answer belongs to a request by its ids, its Device and its SRV, and says why."""

import pytest

from s1sr_validator import Catalogue
from s1sr_validator.messages.document import open_document
from s1sr_validator.messages.request import read_request
from s1sr_validator.model.request import Request
from s1sr_validator.verdict.pairing import Belongs, pair
from tests.invented import LOG, request_xml
from tests.invented_answers import (
    DEVICE_HEADER,
    EMPTY_LOG,
    METER,
    REQUEST_ID,
    USER,
    acknowledgement,
    data,
    read,
    response,
    s1sp_alert,
    smets1,
)

OTHER = "90-B3-D5-1F-30-00-00-0B"


def asked(tiny: Catalogue, request_id: str = REQUEST_ID, srv: str = LOG) -> Request:
    """Return an invented request with an id."""
    xml = request_xml(srv, header={"RequestID": request_id})
    return read_request(open_document(xml.encode(), "request.xml"), tiny.lookup.services)


@pytest.mark.parametrize(
    ("belongs", "answer", "reason"),
    [
        (Belongs.YES, smets1(data(EMPTY_LOG)), f"it names request {REQUEST_ID}"),
        (Belongs.YES, smets1(data(EMPTY_LOG)), f"it is from Device {METER}"),
        (Belongs.YES, smets1(data(EMPTY_LOG)), "it is about SRV 9.9.1"),
        (Belongs.YES, acknowledgement(), f"it names request {REQUEST_ID}"),
        (Belongs.YES, s1sp_alert(), f"it names request {REQUEST_ID}"),
        (Belongs.YES, s1sp_alert(request_id=REQUEST_ID.lower()), f"it names request {REQUEST_ID.lower()}"),
        (
            Belongs.NO,
            s1sp_alert(request_id=f"{USER}:{METER}:8"),
            f"it names request {USER}:{METER}:8, not {REQUEST_ID}",
        ),
        (
            Belongs.NO,
            smets1(data(EMPTY_LOG), header=DEVICE_HEADER.replace(METER, OTHER)),
            f"it is from Device {OTHER}, not {METER}",
        ),
        (
            Belongs.NO,
            smets1(data(EMPTY_LOG), header=DEVICE_HEADER.replace("9.9.1", "9.9.2")),
            "it is about SRV 9.9.2, not 9.9.1",
        ),
    ],
)
def test_reasons(tiny: Catalogue, belongs: Belongs, answer: str, reason: str) -> None:
    """What agrees speaks for the pair; one thing that disagrees is enough against it."""
    found = pair(asked(tiny), read(answer))
    assert belongs is found.belongs
    assert reason in found.reasons


def test_an_answer_that_states_nothing(tiny: Catalogue) -> None:
    """Without ids, Device and SRV nobody can tell, and the pairing says so."""
    found = pair(asked(tiny), read(response("<sr:SMETS1ResponseMessage/>", request_id="")))
    assert (Belongs.UNKNOWN, ()) == (found.belongs, found.reasons)


def test_a_reason_against_hides_those_in_favour(tiny: Catalogue) -> None:
    """What speaks against the pair is what a reader wants to know."""
    wrong = smets1(data(EMPTY_LOG), header=DEVICE_HEADER.replace("9.9.1", "9.9.2"))
    assert ("it is about SRV 9.9.2, not 9.9.1",) == pair(asked(tiny), read(wrong)).reasons
