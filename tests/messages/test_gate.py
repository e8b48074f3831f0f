"""The gate: what never reaches the full parser."""

import pytest

from s1sr_validator import InputError
from s1sr_validator.messages.bounds import (
    MAX_ATTRIBUTES,
    MAX_BYTES,
    MAX_DEPTH,
    MAX_ELEMENTS,
    MAX_NAME,
    MAX_TAGS,
    MAX_VALUE,
)
from s1sr_validator.messages.document import open_document
from s1sr_validator.messages.gate import admit, check_size
from s1sr_validator.model.finding import Location

BOMB = (
    '<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {name} "{f"&{inner};" * 10}">' for inner, name in zip("abcdefgh", "bcdefghi", strict=True))
    + "]><r>&i;</r>"
)
DOCTYPES = {
    "plain": "<!DOCTYPE r><r/>",
    "entity bomb": BOMB,
    "quadratic": f'<!DOCTYPE r [<!ENTITY a "{"a" * 50_000}">]><r>{"&a;" * 1000}</r>',
    "file": '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/hostname">]><r>&x;</r>',
    "http": '<!DOCTYPE r SYSTEM "http://127.0.0.1:9/x.dtd"><r/>',
    "public": '<!DOCTYPE r PUBLIC "-//X//Y" "http://127.0.0.1:9/x.dtd"><r/>',
    "parameter entity": '<!DOCTYPE r [<!ENTITY % p SYSTEM "http://127.0.0.1:9/x.dtd"> %p;]><r/>',
    "after a comment": "<!-- c --><?pi?>\n<!DOCTYPE r><r/>",
    "after a declaration": '<?xml version="1.0"?>\n<!DOCTYPE r><r/>',
}
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("text", DOCTYPES.values(), ids=DOCTYPES)
def test_a_document_type_is_refused(text: str, encoding: str) -> None:
    """A document type declaration is refused in every encoding, before anything in it is looked at."""
    with pytest.raises(InputError) as raised:
        open_document(text.encode(encoding), "request.xml")
    finding = raised.value.finding
    assert "REQ004" == finding.code
    assert "the input has a document type declaration (<!DOCTYPE ...>)" == finding.message
    assert "remove it; no DUIS message has one" == finding.tip
    assert text[: text.index("<!DOCTYPE")].count("\n") + 1 == finding.location.line


@pytest.mark.parametrize(
    "data",
    [
        b"<r/>",
        b'<?xml version="1.0" encoding="ISO-8859-1"?><r/>',
        b"<!-- a comment --><?a pi?><r/>",
        b"\n <r/>",
        b"<a:r/>",
        b"<r>" + b"x" * (MAX_BYTES - 7) + b"</r>",
        b"<!--" + b"x" * (MAX_BYTES - 11) + b"--><r/>",
        b"<a>" * MAX_DEPTH + b"</a>" * MAX_DEPTH,
        b"<r>" + b"<a/>" * (MAX_ELEMENTS - 1) + b"</r>",
        b"<" + b"r" * MAX_NAME + b"/>",
        b'<r a="' + b"x" * MAX_VALUE + b'"/>',
        b"<r " + b" ".join(b'a%d=""' % number for number in range(MAX_ATTRIBUTES)) + b"/>",
    ],
    ids=range(12),
)
def test_what_the_gate_lets_pass(data: bytes) -> None:
    """What is as large as may be passes; prefixes are not looked at here."""
    admit(data, "request.xml")


BOUNDS = {
    "tags": (0, "the input has more than 300,000 tags", b"<r>" + b"</a>" * MAX_TAGS),
    "equals signs": (0, "the input has more than 100,000 attributes (signs =)", b"<r " + b'a="" ' * 100_001 + b"/>"),
    "depth": (1, "the element is more than 100 levels deep", b"<a>" * (MAX_DEPTH + 1)),
    "elements": (1, "the input has more than 150,000 elements", b"<r>" + b"<a/>" * MAX_ELEMENTS + b"</r>"),
    "name": (1, "the element's name has more than 2,000 characters", b"<" + b"r" * (MAX_NAME + 1) + b"/>"),
    "attributes": (
        2,
        "the element has more than 100 attributes",
        b"<r>\n<a " + b" ".join(b'a%d=""' % number for number in range(MAX_ATTRIBUTES + 1)) + b"/></r>",
    ),
    "value": (
        1,
        "an attribute's name or value has more than 1,000 characters",
        b'<r a="' + b"x" * (MAX_VALUE + 1) + b'"/>',
    ),
    "namespace": (
        1,
        "an attribute's name or value has more than 1,000 characters",
        b'<r xmlns:a="' + b"x" * (MAX_VALUE + 1) + b'"/>',
    ),
}


@pytest.mark.parametrize(("line", "message", "data"), BOUNDS.values(), ids=BOUNDS)
def test_bounds(line: int, message: str, data: bytes) -> None:
    """One more than a bound allows is refused; where it is counted by elements, with the element's place."""
    with pytest.raises(InputError) as raised:
        admit(data, "request.xml")
    finding = raised.value.finding
    expected = ("REQ002", f"{message}, the most that is read", line)
    assert expected == (finding.code, finding.message, finding.location.line)


@pytest.mark.parametrize("data", [b"", b" \r\n\t"], ids=["nothing", "white space"])
def test_an_empty_input(data: bytes) -> None:
    """An empty input is called so, rather than no XML."""
    with pytest.raises(InputError) as raised:
        check_size(data, "request.xml")
    finding = raised.value.finding
    assert ("REQ003", "the input is empty") == (finding.code, finding.message)
    assert Location(file="request.xml", line=1, column=1) == finding.location


def test_size_is_bounded() -> None:
    """An input of the greatest size passes; one more byte is too many, whatever they are."""
    check_size(b"\x00" * MAX_BYTES, "request.xml")
    with pytest.raises(InputError) as raised:
        check_size(b" " * (MAX_BYTES + 1), "request.xml")
    finding = raised.value.finding
    message = "the input has more than 5,242,880 bytes, the most that is read"
    assert ("REQ002", message, Location(file="request.xml")) == (finding.code, finding.message, finding.location)


UNESCAPED = "is a < or & in a text not written as &lt; or &amp;?"
NOT_XML = {
    "text": (1, 1, "syntax error", "give a DUIS message as XML or JSON", b"hello"),
    "only a comment": (3, 5, "no element found", "", b"<!-- a\n\n -->"),
    "only a declaration": (1, 22, "no element found", "", b'<?xml version="1.0"?>'),
    "cut off in a tag": (1, 1, "unclosed token", "is the file complete?", b"<r a="),
    "cut off": (2, 1, "the input ends inside <a> of line 1", "is the file complete?", b"<r><a>\n"),
    "wrong end tag": (3, 5, "the end tag does not match <a> of line 2", "close that first: </a>", b"<r>\n<a>\n  </r>"),
    "long name": (
        1,
        107,
        f"the end tag does not match <{'n' * 60}...> of line 1",
        f"close that first: </{'n' * 60}...>",
        b"<r><" + b"n" * 99 + b"></r>",
    ),
    "NUL": (1, 5, "not well-formed (invalid token)", "XML has no control characters", b"<r>a\x00</r>"),
    "bare &": (1, 7, "not well-formed (invalid token)", UNESCAPED, b"<r>a & b</r>"),
    "bare <": (1, 7, "not well-formed (invalid token)", UNESCAPED, b'<r a="<"/>'),
    "no quotes": (1, 6, "not well-formed (invalid token)", "", b"<r a=b/>"),
    "entity": (
        1,
        4,
        "undefined entity",
        "only &lt; &gt; &amp; &quot; &apos; and character references such as &#233; can stand here",
        b"<r>&nbsp;</r>",
    ),
    "no character": (1, 4, "reference to invalid character number", "XML has no such character", b"<r>&#1;</r>"),
    "surrogate": (1, 4, "reference to invalid character number", "XML has no such character", b"<r>&#xD800;</r>"),
    "space first": (
        2,
        1,
        "XML or text declaration not at start of entity",
        "remove what stands before <?xml",
        b'\n<?xml version="1.0"?><r/>',
    ),
    "two roots": (1, 5, "junk after document element", "give one message a file", b"<r/><r/>"),
    "late document type": (2, 1, "junk after document element", "give one message a file", b"<r/>\n<!DOCTYPE r>"),
    "attribute twice": (1, 9, "duplicate attribute", "", b'<r a="" a=""/>'),
}


@pytest.mark.parametrize(("line", "column", "message", "tip", "data"), NOT_XML.values(), ids=NOT_XML)
def test_what_is_not_xml(line: int, column: int, message: str, tip: str, data: bytes) -> None:
    """What is not well-formed is refused with its place, and with what to do where that is known."""
    with pytest.raises(InputError) as raised:
        admit(data, "request.xml")
    finding = raised.value.finding
    assert ("REQ003", f"not XML: {message}", tip) == (finding.code, finding.message, finding.tip)
    assert Location(file="request.xml", line=line, column=column) == finding.location
