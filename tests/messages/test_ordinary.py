"""The ordinary request: whatever the pattern takes is read in full without a word, and holds what it says."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from s1sr_validator import Catalogue
from s1sr_validator.checking.check import obstacles
from s1sr_validator.checking.registry import FIT_RULES, WHOLE_RULES
from s1sr_validator.examination import Circumstances, context_of, open_request
from s1sr_validator.messages.bounds import MAX_DEPTH
from s1sr_validator.messages.ordinary import BODY, MOST_BYTES, ordinary
from s1sr_validator.messages.positions import XmlPositions, positions_of
from s1sr_validator.messages.xml import DUIS
from s1sr_validator.model.message import Message
from s1sr_validator.model.request import HEADER_FIELDS
from tests.hostile.xml_documents import hostile_xml
from tests.invented import LOG, TINY, request_xml
from tests.test_inquiry import DAY, SNIPPETS

CATALOGUE = Catalogue.load(TINY)
KNOWN = Circumstances(CATALOGUE.lookup, DAY)
SIGNED = (
    '<ds:Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><!-- one > two --><ds:SignedInfo>'
    '<ds:Reference URI=""/></ds:SignedInfo></ds:Signature></sr:Request>'
)
PLAIN = request_xml(LOG, {"Depth": 1, "Period": {"From": "&", "To": ">"}})
DECLARED = '<?xml version="1.0" encoding="UTF-8"?>\r\n' + PLAIN.replace(
    "<sr:Request ", '<sr:Request xmlns:ds="http://www.w3.org/2000/09/xmldsig#" '
).replace("</sr:Request>", SIGNED)
UNPREFIXED = PLAIN.replace("sr:", "").replace("xmlns:sr", "xmlns")
BASES = [PLAIN, DECLARED, UNPREFIXED]
PIECES = [
    *SNIPPETS,
    "\r",
    "\x0b",
    "\x0c",
    "\x7f",
    "]",
    "-->",
    "--",
    "'",
    '"',
    "/",
    ":",
    "=",
    "&#x0;",
    "sr:",
    "ds:",
    "xmlns:",
    "<!---->",
    "<!-- - -->",
    ' a="1"',
    ' xml:a="1"',
    ' sr:a="1"',
    ' a="&lt;"',
    "<sr:Signature/>",
    "<Signature></Signature>",
    "<sr:SignedPreCommand/>",
    '<a xmlns="urn:a"/>',
]


def holds(data: bytes) -> bool:
    """Read a message in full if it is ordinary, compare, and say whether it was."""
    found = ordinary(data)
    if found is None:
        return False
    opened = open_request(Message("request", data), KNOWN)
    request = opened.request
    assert (found["prefix"] + b"Request").decode() in data.decode()
    assert {name: found[name].decode().strip() for name in HEADER_FIELDS} == {
        name: request.header_text(name) for name in HEADER_FIELDS
    }
    assert found[BODY].decode().removeprefix(found["prefix"].decode()) == request.body_element
    about_form = {module.RULE.code for module in WHOLE_RULES} - {"REQ007"}
    assert not about_form & {problem.code for problem in obstacles(context_of(opened, KNOWN))}
    counted, walked = positions_of(data), XmlPositions(data)
    nodes = range(min(data.count(b"<"), 50))
    assert [walked.of(node) for node in nodes] == [counted.of(node) for node in nodes]
    return True


@given(
    st.sampled_from(BASES),
    st.lists(st.tuples(st.integers(0, 1500), st.sampled_from(PIECES), st.integers(0, 4)), max_size=4),
)
@example(PLAIN, [(0, "\ufeff", 0)])
def test_what_is_ordinary_is_read(text: str, changes: list[tuple[int, str, int]]) -> None:
    """Whatever is put into a request or cut out of it: the pattern never takes what the full reading refuses."""
    for place, snippet, cut in changes:
        at = place % (len(text) + 1)
        text = text[:at] + snippet + text[at + cut :]
    holds(text.encode())


@given(st.sampled_from(BASES), st.data())
def test_what_is_ordinary_is_read_with_tags_moved(text: str, data: st.DataObject) -> None:
    """The same where tags and texts of the request itself come twice, or elsewhere."""
    parts = text.replace("<", "\0<").split("\0")
    for _ in range(data.draw(st.integers(1, 3))):
        take, put = (data.draw(st.integers(0, len(parts) - 1)) for _ in range(2))
        parts.insert(put, parts[take])
        if data.draw(st.booleans()):
            del parts[data.draw(st.integers(0, len(parts) - 1))]
    holds("".join(parts).encode())


def test_hostile_documents() -> None:
    """Those that are ordinary, for they name places in values only, are read in full as well, and say the same."""
    documents = hostile_xml("secret")
    taken = [name for name, data in documents.items() if holds(data)]
    assert 0 < len(taken) < len(documents)


@pytest.mark.parametrize("text", BASES)
def test_ordinary_requests(text: str) -> None:
    """With a declaration, a signature and comments, entities of XML, or without a prefix: all of these are taken."""
    assert holds(text.encode())


def _nested(levels: int) -> str:
    return "<sr:a>" * levels + "</sr:a>" * levels


@pytest.mark.parametrize(
    "text",
    [
        PLAIN.replace("</sr:Body>", f"{_nested(MAX_DEPTH)}</sr:Body>"),
        PLAIN.replace("<sr:Depth>", f"{_nested(MAX_DEPTH)}<sr:Depth>"),
        PLAIN.replace("<sr:Depth>", f"<sr:{'a' * 2001}/><sr:Depth>"),
        PLAIN.replace("<sr:Depth>", f'<sr:a b="{"x" * 1001}"/><sr:Depth>'),
        PLAIN.replace("<sr:Depth>", "<sr:a/>" * (MOST_BYTES // 7) + "<sr:Depth>"),
        PLAIN.replace("<sr:Depth>", '<sr:a b="1" c="2"/><sr:Depth>'),
        PLAIN.replace("<sr:Depth>", '<sr:a xsi:nil="true"/><sr:Depth>'),
        PLAIN.replace("sr=", "sr2="),
        PLAIN.replace(DUIS, "urn:another"),
        PLAIN.replace("?>", "?><!DOCTYPE r>") if "?>" in PLAIN else "<!DOCTYPE r>" + PLAIN,
        DECLARED.replace("UTF-8", "ISO-8859-1"),
        PLAIN.replace("<sr:Header>", '<sr:Header a="1">'),
        PLAIN.encode().decode() + "<",
    ],
)
def test_what_is_not_ordinary(text: str) -> None:
    """What goes beyond a bound, names other namespaces or is no request is left to the full reading."""
    assert ordinary(text.encode()) is None


def test_the_fit_of_a_body_is_no_matter_of_form() -> None:
    """Whether the body is that of the service is told by a rule, not by the pattern."""
    assert FIT_RULES
    assert holds(request_xml(LOG, element="ReadInventedRegister").encode())


@pytest.mark.parametrize("piece", ["<sr:a>", "<sr:a/>", "<sr:a>x&amp;", "<!-- - ", "<!---->", "&lt;", '<sr:a b="c"/>'])
def test_no_text_takes_long(piece: str) -> None:
    """However often a part comes: where the end does not fit, there are not many ways to try."""
    text = PLAIN.replace("<sr:Depth>", piece * (40_000 // len(piece)) + "<sr:Depth>")
    assert ordinary(text.encode() + b"<") is None
