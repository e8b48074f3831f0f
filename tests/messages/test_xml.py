"""The hardened parser behind the gate."""

import pytest
from lxml import etree

from s1sr_validator import InputError
from s1sr_validator.messages.xml import DUIS, MMC, local_name, parse_xml, shown_name
from s1sr_validator.model.finding import Location


@pytest.mark.parametrize(
    ("expected", "data"),
    [
        ("é", '<?xml version="1.0" encoding="ISO-8859-1"?><r>é</r>'.encode("latin-1")),
        ("é", "<r>é</r>".encode("utf-16")),
        ("é", b"\xef\xbb\xbf<r>\xc3\xa9</r>"),
        ("<&>\"'é", b"<r>&lt;&amp;&gt;&quot;&apos;&#233;</r>"),
        ("abc", b"<r>a<!-- x -->b<?pi y?>c</r>"),
        ("a<b>c", b"<r>a<![CDATA[<b>]]>c</r>"),
    ],
)
def test_text(expected: str, data: bytes) -> None:
    """Comments, processing instructions and CDATA sections do not split or lose text."""
    assert expected == parse_xml(data, "request.xml").text


REFUSED = {
    "cut off": ("REQ003", 1, b"<r><a>"),
    "wrong end tag": ("REQ003", 2, b"<r>\n<a></r>"),
    "two roots": ("REQ003", 1, b"<r/><r/>"),
    "text after": ("REQ003", 1, b"<r/>text"),
    "undefined entity": ("REQ003", 1, b"<r>&undefined;</r>"),
    "late document type": ("REQ003", 2, b"<r>\n<!DOCTYPE r></r>"),
    "document type at the end": ("REQ003", 1, b"<r/><!DOCTYPE r>"),
    "NUL": ("REQ003", 1, b"<r>\x00</r>"),
    "control character": ("REQ003", 1, b"<r>&#1;</r>"),
    "no such character": ("REQ003", 1, b"<r>&#xFFFFFFFF;</r>"),
    "bytes that are not UTF-8": ("REQ003", 1, b"<r>\xff</r>"),
    "attribute twice": ("REQ003", 1, b'<r a="" a=""/>'),
    "undeclared prefix": ("REQ003", 1, b"<sr:r/>"),
    "empty": ("REQ003", 1, b""),
    "document type": ("REQ004", 1, b"<!DOCTYPE r><r/>"),
    "too deep": ("REQ002", 1, b"<a>" * 300 + b"</a>" * 300),
}


@pytest.mark.parametrize(("code", "line", "data"), REFUSED.values(), ids=REFUSED)
def test_refusals(code: str, line: int, data: bytes) -> None:
    """What is not well-formed, or goes beyond a bound, is refused with its line."""
    with pytest.raises(InputError) as raised:
        parse_xml(data, "request.xml")
    location = raised.value.finding.location
    assert (code, "request.xml", line) == (raised.value.finding.code, location.file, location.line)


def test_a_syntax_error_has_its_place() -> None:
    """The finding says where reading stopped."""
    with pytest.raises(InputError) as raised:
        parse_xml(b"<r>\n  <a>\n  </b>\n</r>", "request.xml")
    assert Location(file="request.xml", line=3, column=7) == raised.value.finding.location
    assert raised.value.finding.message.startswith("not XML: Opening and ending tag mismatch")


@pytest.mark.parametrize(
    ("shown", "local", "tag"),
    [
        ("sr:Request", "Request", f"{{{DUIS}}}Request"),
        ("ra:Electricity", "Electricity", f"{{{MMC}}}Electricity"),
        ("ds:Signature", "Signature", "{http://www.w3.org/2000/09/xmldsig#}Signature"),
        ("Request", "Request", "Request"),
        ("{urn:other}Request", "Request", "{urn:other}Request"),
    ],
)
def test_names(shown: str, local: str, tag: str) -> None:
    """Known namespaces have their prefix; another one is written out."""
    element = etree.Element(tag)
    assert (shown, local) == (shown_name(element), local_name(element))
