"""Laws of reading messages: whatever the bytes, a request or one finding of a known rule."""

import string

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from s1sr_validator import Catalogue, InputError, UsageError
from s1sr_validator.messages.document import open_document
from s1sr_validator.messages.request import read_request
from s1sr_validator.messages.rules import READING_RULES
from s1sr_validator.model.request import Request
from tests.invented import LOG, MAKER_ONE, request_xml

CODES = {rule.code for rule in READING_RULES}
REQUEST = '<?xml version="1.0" encoding="UTF-8"?>\n<!-- invented -->\n' + request_xml(
    LOG,
    {
        "ReadLogPeriod": {"StartDateTime": "2015-06-01T00:00:00Z", "EndDateTime": "2015-07-01T00:00:00Z"},
        "Depth": 12,
        "Detailed": "true",
    },
)
PIECES = [
    "<",
    ">",
    "/>",
    "</",
    "&",
    "&e;",
    "&#0;",
    "&#x10FFFF;",
    "]]>",
    "<![CDATA[",
    "<!--",
    "-->",
    "<?",
    "?>",
    "<!DOCTYPE r>",
    '<!DOCTYPE r [<!ENTITY e "x">]>',
    "\0",
    "\ufeff",
    "\uffff",
    "<sr:Header/>",
    "<sr:Body>",
    ' xmlns:sr="urn:other"',
    ' xmlns=""',
    'encoding="utf-16"',
    'encoding="utf-7"',
    'version="1.1"',
    "9.9.2",
    "sr:",
]
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "latin-1", "utf-7", "cp037"]


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """Damage a request: cut, repeat or replace pieces, and write it in some encoding."""
    text = REQUEST
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, min(len(text), start + 40)))
        piece = draw(st.one_of(st.just(""), st.sampled_from(PIECES), st.just(text[start:end] * 2), st.text(max_size=4)))
        text = text[:start] + piece + text[end:]
    data = text.encode(draw(st.sampled_from(ENCODINGS)), "xmlcharrefreplace" if draw(st.booleans()) else "ignore")
    return data[: draw(st.integers(0, len(data)))] if draw(st.booleans()) else data


def outcome(data: bytes, tiny: Catalogue) -> Request | InputError:
    """Return the request, or the refusal."""
    try:
        return read_request(open_document(data, "request.xml"), tiny.lookup.services)
    except InputError as error:
        return error


def is_known(found: Request | InputError) -> bool:
    """Say whether this is a request, or a finding of a known rule about the input."""
    if isinstance(found, Request):
        return True
    finding = found.finding
    return finding.code in CODES and bool(finding.message) and finding.location.file == "request.xml"


@given(st.one_of(st.binary(max_size=200), st.lists(st.sampled_from(PIECES)).map(lambda found: "".join(found).encode())))
@example(data=b"\xfe\xff")
@example(data=b"\x00" * 4)
@example(data=b"\x4c\x6f\xa7\x94")
@example(data=b"<?xml version='1.0' encoding='\xff'?><r/>")
def test_any_bytes(tiny: Catalogue, data: bytes) -> None:
    """Any bytes are refused with a finding, or are a request."""
    assert is_known(outcome(data, tiny))


@given(damaged())
def test_damaged_requests(tiny: Catalogue, data: bytes) -> None:
    """A damaged request is refused with a finding, or is still a request."""
    assert is_known(outcome(data, tiny))


@given(st.text(max_size=100))
def test_any_text_by_the_api(tiny: Catalogue, text: str) -> None:
    """Any text that a caller may hold is refused as an input, also with lone surrogates."""
    with pytest.raises(InputError) as raised:
        tiny.predict(text, device=MAKER_ONE, as_of="2015-06-01")
    assert raised.value.finding.code in CODES


names = st.text(string.ascii_letters, min_size=1, max_size=8)
values = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"))


@given(st.dictionaries(names, values, max_size=5), st.sampled_from(["utf-8", "utf-16", "utf-8-sig"]))
def test_fields_come_back_as_they_were_sent(tiny: Catalogue, fields: dict[str, str], encoding: str) -> None:
    """Every field has its text, without the white space around it."""
    request = read_request(
        open_document(request_xml(LOG, fields).encode(encoding), "request.xml"), tiny.lookup.services
    )
    assert {name: text.strip() for name, text in fields.items()} == {
        name: values[0].text for name, values in request.fields.items()
    }


loose = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=5), st.binary(max_size=3))
state_names = st.one_of(st.text(max_size=5), st.sampled_from(["invented_log.entries", "state.invented_mode.name"]))


def refusal(tiny: Catalogue, device: str, state: dict[str, object]) -> UsageError | None:
    """Return the error with which a question is refused, if it is."""
    try:
        tiny.predict(request_xml(LOG), device=device, as_of="2015-06-01", state=state)
    except UsageError as error:
        return error
    return None


@given(st.dictionaries(state_names, loose))
def test_any_state_is_read_or_refused(tiny: Catalogue, state: dict[str, object]) -> None:
    """Whatever a caller gives for a state, it is read or refused with the vocabulary."""
    error = refusal(tiny, MAKER_ONE, state)
    assert error is None or error.tip.startswith("state facts: ")


@given(st.text(max_size=30))
def test_any_device_key_is_found_or_refused(tiny: Catalogue, key: str) -> None:
    """Whatever a caller gives for a device, it is found or refused with a tip."""
    error = refusal(tiny, key, {})
    assert error is None or error.tip
