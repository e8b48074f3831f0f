"""The hardened parser behind the gate."""

import pytest
from lxml import etree

from s1sr_validator import InputError
from s1sr_validator.messages.xml import DUIS, MMC, local_name, parse_xml, shown_name


@pytest.mark.parametrize(
    ("expected", "data"),
    [
        ("é", b"<r>\xc3\xa9</r>"),
        ("é", b'<?xml version="1.0" encoding="UTF-16"?><r>\xc3\xa9</r>'),
        ("<&>\"'é", b"<r>&lt;&amp;&gt;&quot;&apos;&#233;</r>"),
        ("abc", b"<r>a<!-- x -->b<?pi y?>c</r>"),
        ("a<b>c", b"<r>a<![CDATA[<b>]]>c</r>"),
        ("a", b'<r xmlns="">a</r>'),
    ],
)
def test_text(expected: str, data: bytes) -> None:
    """Comments, processing instructions and CDATA sections do not split or lose text; characters come in UTF-8."""
    assert expected == parse_xml(data, "request.xml").text


REFUSED = {
    "cut off": ("REQ003", b"<r><a>"),
    "undeclared prefix": ("REQ003", b"<sr:r/>"),
    "undeclared prefix of an attribute": ("REQ003", b'<r xsi:a=""/>'),
    "xml prefix bound to another": ("REQ003", b'<r xmlns:xml="urn:x"/>'),
    "same attribute by two prefixes": ("REQ003", b'<r xmlns:a="u" xmlns:b="u" a:c="" b:c=""/>'),
    "document type": ("REQ004", b"<!DOCTYPE r><r/>"),
    "too deep": ("REQ002", b"<a>" * 300 + b"</a>" * 300),
}


@pytest.mark.parametrize(("code", "data"), REFUSED.values(), ids=REFUSED)
def test_refusals(code: str, data: bytes) -> None:
    """What the gate refuses is refused, and so is what only a parser that knows namespaces can see."""
    with pytest.raises(InputError) as raised:
        parse_xml(data, "request.xml")
    location = raised.value.finding.location
    assert (code, "request.xml", 1) == (raised.value.finding.code, location.file, location.line)


def test_a_text_beyond_the_bound_of_the_parser() -> None:
    """A text of more bytes than libxml2 takes is too large, not ill-formed."""
    with pytest.raises(InputError) as raised:
        parse_xml(b"<r>" + "é".encode() * 5_100_000 + b"</r>", "request.xml")
    assert "REQ002" == raised.value.finding.code
    assert raised.value.finding.message.startswith("the input goes beyond a bound: ")


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
