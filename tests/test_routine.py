"""Routine requests: of a known shape, asked about by plan, they get the findings that every rule together gives."""

import datetime as dt
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from s1sr_validator import Catalogue
from s1sr_validator.examination import examine, open_request, predictable
from s1sr_validator.inquiry import Inquiry
from s1sr_validator.model.errors import InputError
from s1sr_validator.model.finding import Finding
from s1sr_validator.model.message import Message
from s1sr_validator.routine import MOST_SHAPES
from tests.invented import LOG, MAKER_ONE, REGISTER, TINY, request_xml
from tests.test_inquiry import SNIPPETS

DAY = dt.date(2020, 1, 1)
OWN, OTHER = "90-B3-D5-1F-30-00-00-01", "90-B3-D5-1F-30-00-00-02"
PERIOD = {"StartDateTime": "2019-01-01T00:00:00Z", "EndDateTime": "2019-02-01T00:00:00Z"}
USUAL = {"ReadLogPeriod": PERIOD, "Depth": "3", "Detailed": "true"}


def sent(fields: Mapping[str, object], **header: str) -> str:
    """Return a request for the invented log."""
    return request_xml(LOG, fields, header={"RequestID": f"{OWN}:{OTHER}:1", **header})


TEXTS = [sent(USUAL), sent({"ReadLogPeriod": PERIOD}), request_xml(REGISTER, header={"RequestID": f"{OWN}:{OTHER}:1"})]


def knowing(*texts: str) -> Inquiry:
    """Return an inquiry that has seen these requests twice."""
    inquiry = Catalogue.load(TINY).inquiry(device=MAKER_ONE, as_of=DAY, findings=True)
    for text in (*texts, *texts):
        inquiry.predict_and_check(Message("request", text.encode()))
    return inquiry


KNOWING = knowing(*TEXTS)


def agree(text: str) -> bool:
    """Compare what is found by plan and one rule after the other; say whether there was a plan."""
    message = Message("request", text.encode())
    plainly: tuple[Finding, ...] | str
    by_plan: tuple[Finding, ...] | str
    is_routine = KNOWING.routines.examine(message) is not None
    try:
        opened = open_request(message, KNOWING.known)
        predictable(opened, KNOWING.known)
        plainly = examine(opened, KNOWING.known).findings
    except InputError as error:
        plainly = error.message
    try:
        by_plan = KNOWING.predict_and_check(message).findings
    except InputError as error:
        by_plan = error.message
    assert plainly == by_plan
    return is_routine


MOMENTS = st.sampled_from(
    [
        *PERIOD.values(),
        "2019-01-01T00:00:00",
        "2019-02-30T00:00:00Z",
        "2018-01-01T24:00:00Z",
        "2031-01-01T00:00:00.5Z",
        "2031-01-01T00:00:00+01:00",
        " 2019-01-01T00:00:00Z ",
        "never",
        "",
    ]
)
HEADERS = st.fixed_dictionaries(
    {},
    optional={
        "RequestID": st.sampled_from(
            [f"{OWN}:{OWN}:1", f"{OWN}:{OWN.lower()}:1", f"{OWN}:{OTHER}:01", f" {OWN}:{OTHER}:1", "x"]
        ),
        "CommandVariant": st.sampled_from(["1", "2", "8", "9", "01", "+1", "x", " 1"]),
        "ServiceReference": st.sampled_from(["9.9", "9.8", " 9.9", "x"]),
        "PrecedingServiceRequestID": st.sampled_from([f"{OWN}:{OTHER}:1", f"{OTHER}:{OWN}:2"]),
        "FirstInSequence": st.sampled_from(["true", "no"]),
    },
)


@given(HEADERS, MOMENTS, MOMENTS, st.sampled_from(["1", "03", "0", "-1", "x", "", "9" * 40]), st.booleans())
def test_values_of_all_kinds(header: dict[str, str], start: str, end: str, depth: str, whole: bool) -> None:
    """Right and wrong values, in header and body: both ways of asking find the same."""
    period = {"ReadLogPeriod": {"StartDateTime": start, "EndDateTime": end}}
    agree(sent({**period, "Depth": depth, "Detailed": "true"} if whole else period, **header))


@given(
    st.sampled_from(TEXTS),
    st.lists(st.tuples(st.integers(0, 900), st.sampled_from([*SNIPPETS, "\r", "&lt;"]), st.integers(0, 3)), max_size=2),
)
def test_damaged_requests(text: str, changes: list[tuple[int, str, int]]) -> None:
    """Whatever is put into a request or cut out of it: both ways of asking find the same, or refuse it alike."""
    for place, snippet, cut in changes:
        at = place % (len(text) + 1)
        text = text[:at] + snippet + text[at + cut :]
    agree(text)


@pytest.mark.parametrize(
    ("text", "is_routine"),
    [
        (TEXTS[0], True),
        (TEXTS[1], True),
        (TEXTS[0].replace("2019-02", "2018-02"), True),
        (TEXTS[0].replace(":1<", ":77<"), True),
        (TEXTS[0].replace("><", ">\n<"), True),
        (TEXTS[0].replace(">3<", ">0<"), False),
        (TEXTS[0].replace("Z<", "<"), False),
        (sent({"Depth": "3"}), False),
        (sent(USUAL, PrecedingServiceRequestID=f"{OWN}:{OTHER}:0"), False),
        (request_xml(LOG, element="SignedPreCommand"), False),
        ('<sr:ReadInventedLog xmlns:sr="http://www.dccinterface.co.uk/ServiceUserGateway"/>', False),
        ("", False),
    ],
)
def test_what_is_routine(text: str, is_routine: bool) -> None:
    """Values may differ, and what rules say of them too; form may not."""
    assert is_routine == agree(text)


@pytest.mark.parametrize(
    "text",
    [
        sent({"ReadLogPeriod": {"EndDateTime": PERIOD["EndDateTime"]}}),
        sent(USUAL, PrecedingServiceRequestID=f"{OWN}:{OTHER}:0"),
        sent(USUAL).replace("<sr:Depth>3", "<sr:Depth><!-- three -->3"),
        request_xml(LOG, element="SignedPreCommand", header={"CommandVariant": "5"}),
        TEXTS[0].replace(' schemaVersion="5.4"', ""),
        TEXTS[0].replace("sr:Detailed", "sr:Detail"),
    ],
)
def test_what_has_a_fault_of_form_becomes_no_shape(text: str) -> None:
    """However often such a request comes, it is examined in full."""
    inquiry = knowing(text, text)
    assert inquiry.routines.examine(Message("request", text.encode())) is None


def test_only_so_many_shapes_are_kept() -> None:
    """Requests of ever new shapes fill no memory: of each service a few are kept."""
    texts = [TEXTS[1].replace("<sr:Body>", "<sr:Body>" + "<!---->" * number) for number in range(MOST_SHAPES + 3)]
    inquiry = knowing(TEXTS[1], *texts)
    assert sum(inquiry.routines.examine(Message("r", text.encode())) is not None for text in texts) <= MOST_SHAPES
