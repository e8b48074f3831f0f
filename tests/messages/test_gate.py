"""The gate: what never reaches the full parser."""

import pytest

from s1sr_validator import InputError
from s1sr_validator.messages.gate import MAX_BYTES, admit
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
        admit(text.encode(encoding), "request.xml")
    finding = raised.value.finding
    assert "REQ004" == finding.code
    assert "the input has a document type declaration (<!DOCTYPE ...>)" == finding.message
    assert "remove it; no DUIS message has one" == finding.tip
    assert text[: text.index("<!DOCTYPE")].count("\n") + 1 == finding.location.line


@pytest.mark.parametrize(
    "data",
    [
        b"<r/>",
        b'<?xml version="1.0"?><r/>',
        b'<?xml version="1.0" encoding="ISO-8859-1"?><r>\xe9</r>',
        b'<?xml version="1.0" encoding="windows-1252"?><r>\x80</r>',
        b"<!-- a comment --><?a pi?><r/>",
        b"\xef\xbb\xbf<r/>",
        "<r/>".encode("utf-16"),
        "<r/>".encode("utf-16-be"),
        b"\n <r/>",
        b"<r>",
        b"<r>&undefined;</r>",
        b"<r><!DOCTYPE r></r>",
    ],
)
def test_what_the_gate_lets_pass(data: bytes) -> None:
    """The gate looks at the prolog only; what follows the first start tag is the parser's business."""
    admit(data, "request.xml")


@pytest.mark.parametrize("data", [b"", b" \r\n\t"], ids=["nothing", "white space"])
def test_an_empty_input(data: bytes) -> None:
    """An empty input is called so, rather than no XML."""
    with pytest.raises(InputError) as raised:
        admit(data, "request.xml")
    finding = raised.value.finding
    assert ("REQ003", "the input is empty") == (finding.code, finding.message)
    assert Location(file="request.xml", line=1, column=1) == finding.location


NOT_XML = {
    "text": (1, b"hello"),
    "JSON": (2, b'\n{"a": 1}'),
    "only a comment": (3, b"<!-- a\n\n -->"),
    "only a declaration": (1, b'<?xml version="1.0"?>'),
    "cut off": (1, b"<r a="),
    "NUL first": (1, b"\x00<r/>"),
    "NUL in a comment": (1, b"<!-- \x00 --><r/>"),
    "space before the declaration": (2, b'\n<?xml version="1.0"?><r/>'),
    "two byte order marks": (1, b"\xef\xbb\xbf\xef\xbb\xbf<r/>"),
    "wrong encoding": (1, b'<?xml version="1.0" encoding="utf-16"?><r/>'),
    "bytes of another encoding": (1, '<?xml version="1.0" encoding="utf-8"?><!-- é --><r/>'.encode("latin-1")),
    "half a character": (1, "<r/>".encode("utf-16")[:-1]),
    "white space in UTF-16": (2, " \n".encode("utf-16")),
}


@pytest.mark.parametrize(("line", "data"), NOT_XML.values(), ids=NOT_XML)
def test_what_is_not_xml(line: int, data: bytes) -> None:
    """What is not XML up to its first start tag is refused, with the line."""
    with pytest.raises(InputError, match=r"^not XML: ") as raised:
        admit(data, "request.xml")
    finding = raised.value.finding
    assert ("REQ003", "request.xml", line) == (finding.code, finding.location.file, finding.location.line)


@pytest.mark.parametrize(
    "encoding", ["no-such-encoding", "utf-7", "shift_jis", "big5", "utf-32", "base64", "idna", "undefined", "rot13"]
)
def test_encodings_that_are_not_read(encoding: str) -> None:
    """An encoding that the two parsers might read differently is refused."""
    with pytest.raises(InputError) as raised:
        admit(f'<?xml version="1.0" encoding="{encoding}"?><r/>'.encode(), "request.xml")
    assert "REQ003" == raised.value.finding.code


def test_utf_32_is_refused() -> None:
    """Four bytes a character are no encoding of a DUIS message."""
    with pytest.raises(InputError) as raised:
        admit("<!DOCTYPE r><r/>".encode("utf-32"), "request.xml")
    assert "REQ003" == raised.value.finding.code


def test_size_is_bounded() -> None:
    """An input of the greatest size passes; one more byte is too many, whatever they are."""
    admit(b"<r>" + b"x" * (MAX_BYTES - 3), "request.xml")
    with pytest.raises(InputError) as raised:
        admit(b"\x00" * (MAX_BYTES + 1), "request.xml")
    finding = raised.value.finding
    expected = ("REQ002", "the input has 5,242,881 bytes; at most 5,242,880 are read", Location(file="request.xml"))
    assert expected == (finding.code, finding.message, finding.location)


@pytest.mark.parametrize(
    "data",
    [
        b"<!--" + b"x" * (MAX_BYTES - 11) + b"--><r/>",
        b"<r " + b" ".join(b'a%d=""' % number for number in range(300_000)) + b"/>",
    ],
    ids=["comment", "attributes"],
)
def test_long_tokens_are_read_once(data: bytes) -> None:
    """A prolog as long as an input can be passes like a short one."""
    admit(data, "request.xml")
