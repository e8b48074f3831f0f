"""Inquiries: what is read at a glance is answered as what is read in full."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from s1sr_validator import Catalogue
from s1sr_validator.examination import open_request, predictable
from s1sr_validator.messages.glance import glance
from s1sr_validator.model.errors import InputError
from s1sr_validator.model.lifecycle import Standing
from s1sr_validator.model.message import Message
from s1sr_validator.model.prediction import PredictionReport
from s1sr_validator.prediction.predict import predict
from tests.invented import LOG, MAKER_ONE, REGISTER, SETTING, TINY, request_xml

DAY = dt.date(2020, 1, 1)
PLAIN = request_xml(LOG, {"Depth": 1})
DECLARED = '<?xml version="1.0" encoding="UTF-8"?>\n' + PLAIN
SNIPPETS = [
    "<!-- a comment -->",
    "<!-- RequestID> -->",
    "<!DOCTYPE r>",
    "<![CDATA[x]]>",
    "<?target data?>",
    "]]>",
    "&amp;",
    "&#65;",
    "&unknown;",
    "<sr:Body/>",
    "<sr:Header/>",
    "</sr:Body>",
    "<sr:Depth>2</sr:Depth>",
    "<sr:FirstInSequence>true</sr:FirstInSequence>",
    ' xmlns:sr="urn:other"',
    ' xmlns="urn:other"',
    ' a="1" a="2"',
    ' a="' + "x" * 1200 + '"',
    " ",
    "\t\n",
    "\x00",
    "\x01",
    "é",
    "<",
    ">",
    "!",
    "?",
    "0",
    "x" * 3000,
    "<sr:a>" * 120 + "</sr:a>" * 120,
    "<sr:a/>" * 120,
    "".join(f' a{number}=""' for number in range(120)),
]

Told = PredictionReport | tuple[str, str]


def told(ask: Callable[[], PredictionReport]) -> Told:
    """Return the report, or the code and message of the error."""
    try:
        return ask()
    except InputError as error:
        return error.finding.code, error.message


def in_full(catalogue: Catalogue, message: Message) -> PredictionReport:
    """Predict by way of the gate, the map of fields and the rules."""
    known = catalogue.circumstances(as_of=DAY, device=MAKER_ONE, with_schemas=False)
    request = predictable(open_request(message, known), known).request
    return predict(
        request, known.devices, known.lookup, as_of=DAY, state={}, lowest_standing=Standing.PROPOSED, traced=False
    )


TINY_CATALOGUE = Catalogue.load(TINY)


def both(text: str, catalogue: Catalogue = TINY_CATALOGUE) -> tuple[Told, Told]:
    """Return what an inquiry tells of a request, and what is told when it is read in full."""
    message = Message("request", text.encode())
    inquiry = catalogue.inquiry(device=MAKER_ONE, as_of=DAY)
    return told(lambda: inquiry.predict(message)), told(lambda: in_full(catalogue, message))


@given(
    st.sampled_from([PLAIN, DECLARED]),
    st.lists(st.tuples(st.integers(0, 600), st.sampled_from(SNIPPETS), st.integers(0, 3)), min_size=1, max_size=3),
)
def test_damaged_requests_fare_alike(text: str, changes: list[tuple[int, str, int]]) -> None:
    """Whatever is put into a request or cut out of it: at a glance and in full it gets one answer, or one error."""
    for place, snippet, cut in changes:
        at = place % (len(text) + 1)
        text = text[:at] + snippet + text[at + cut :]
    at_a_glance, read_in_full = both(text)
    assert read_in_full == at_a_glance


@pytest.mark.parametrize(
    "text",
    [
        request_xml(LOG, {"Depth": "not a number"}),
        request_xml(REGISTER),
        request_xml(SETTING, {"Level": 3}),
        request_xml("9.9.9"),
        request_xml(LOG, element="ReadInventedRegister"),
        request_xml(LOG, element="SignedPreCommand"),
        request_xml(LOG, header={"RequestID": ""}),
        request_xml(LOG, header={"RequestID": " 1:2:3 "}),
        request_xml(LOG, header={"ServiceReferenceVariant": f" {LOG} "}),
        request_xml(LOG, body=""),
        request_xml(LOG, body="<sr:ReadInventedLog/><sr:ReadInventedLog/>"),
        PLAIN.replace("sr:", "").replace("xmlns:sr", "xmlns"),
        PLAIN.replace("ServiceUserGateway", "Another"),
        PLAIN.replace("</sr:Request>", "<sr:Body/></sr:Request>"),
        PLAIN.replace("</sr:Request>", "<sr:Signature/></sr:Request>"),
        PLAIN.replace("</sr:Request>", "<sr:Signature/><sr:Further/></sr:Request>"),
        PLAIN[:-5],
        '<sr:ReadInventedLog xmlns:sr="http://www.dccinterface.co.uk/ServiceUserGateway"/>',
        "",
        "{}",
    ],
)
def test_unusual_requests_fare_alike(text: str) -> None:
    """Requests that are incomplete, of another form or no requests at all get the answer that they get in full."""
    at_a_glance, read_in_full = both(text)
    assert read_in_full == at_a_glance


@pytest.mark.parametrize("text", [PLAIN, DECLARED, request_xml(REGISTER), request_xml(LOG, {"Note": "x" * 3000})])
def test_ordinary_requests_are_read_at_a_glance(text: str) -> None:
    """A whole request without anything unusual needs no more."""
    assert glance(text.encode()) is not None


def test_only_the_request_id_is_new() -> None:
    """A request that was seen before under another RequestID has its own in the answer."""
    ids = ["90-B3-D5-1F-30-00-00-02:00-00-00-00-00-00-00-0A:" + number for number in ("1", "2", "2")]
    texts = [request_xml(LOG, {"Depth": 1}, header={"RequestID": each}) for each in ids]
    inquiry = TINY_CATALOGUE.inquiry(device=MAKER_ONE, as_of=DAY)
    assert ids == [inquiry.predict(Message("request", text.encode())).request.request_id for text in texts]


@pytest.mark.reference
def test_real_requests_are_read_at_a_glance(reference_data: Path) -> None:
    """Nearly every official template is ordinary, and all of them fare at a glance as they do in full."""
    catalogue = Catalogue.bundled()
    device = "ESME/1028/5678/0201/03465317"
    known = catalogue.circumstances(as_of=DAY, device=device, with_schemas=False)
    inquiry = catalogue.inquiry(device=device, as_of=DAY)
    seen = []
    for file in sorted((reference_data / "duis-templates").glob("*.XML")):
        message = Message(file.name, file.read_bytes())
        seen.append(glance(message.data) is not None)
        request = predictable(open_request(message, known), known).request
        wanted = predict(
            request, known.devices, known.lookup, as_of=DAY, state={}, lowest_standing=Standing.PROPOSED, traced=False
        )
        assert wanted == inquiry.predict(message)
    assert sum(seen) > len(seen) * 9 // 10
