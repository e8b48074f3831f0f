"""Schemas that would keep a compiler busy are refused by counting, and those that are as large as real ones are not."""

import pytest
from lxml import etree

from s1sr_validator.messages.schema_bounds import MAX_CHAIN, MAX_PARTS, beyond_bounds
from tests.messages.invented_schemas import XS, duis_xsd, mmc_xsd, signature_xsd

ELEMENT = '<xs:element name="a" type="xs:string" minOccurs="0"/>'


def said_of(*bodies: str) -> str:
    """Return what is said of schemas with these contents."""
    return beyond_bounds([etree.fromstring(f'<xs:schema xmlns:xs="{XS}">{body}</xs:schema>') for body in bodies])


def typed(content: str, name: str = "") -> str:
    """Return a complex type, of an element of its own where it has no name."""
    if name:
        return f'<xs:complexType name="{name}">{content}</xs:complexType>'
    return f'<xs:element name="r"><xs:complexType>{content}</xs:complexType></xs:element>'


def doubled(kind: str, leaf: str, levels: int) -> str:
    """Return groups that each hold the one before twice."""
    wrapped = ("<xs:sequence>", "</xs:sequence>") if kind == "group" else ("", "")
    each = ""
    for level in range(levels):
        twice = f'<xs:{kind} ref="g{level}"/>' * 2
        each += f'<xs:{kind} name="g{level + 1}">{wrapped[0]}{twice}{wrapped[1]}</xs:{kind}>'
    last = f'<xs:{kind} name="g0">{wrapped[0]}{leaf}{wrapped[1]}</xs:{kind}>'
    return each + last + typed(f'<xs:{kind} ref="g{levels}"/>')


def extended(levels: int) -> str:
    """Return types that each extend the one before by nothing."""
    each = "".join(
        typed(f'<xs:complexContent><xs:extension base="t{level}"/></xs:complexContent>', f"t{level + 1}")
        for level in reversed(range(levels))
    )
    return each + typed("<xs:sequence/>", "t0")


def unions(levels: int) -> str:
    """Return unions that each hold the one before twice."""
    return "".join(
        f'<xs:simpleType name="u{level + 1}"><xs:union memberTypes="u{level} u{level}"/></xs:simpleType>'
        for level in range(levels)
    )


SUBSTITUTES = "".join(f'<xs:element name="s{number}" substitutionGroup="head"/>' for number in range(MAX_PARTS))
HOSTILE = {
    "wide sequence": typed(f"<xs:sequence>{ELEMENT * MAX_PARTS}</xs:sequence>"),
    "many wide sequences": typed(f"<xs:sequence>{ELEMENT * 200}</xs:sequence>") * 20,
    "attributes": typed('<xs:attribute name="a"/>' * (MAX_PARTS + 1)),
    "groups of groups": doubled("group", ELEMENT, 22),
    "groups of attributes": doubled("attributeGroup", '<xs:attribute name="a"/>', 22),
    "unions of unions": unions(22),
    "long chain": extended(3000),
    "substitutes": SUBSTITUTES + typed('<xs:sequence><xs:element ref="head"/></xs:sequence>'),
    "long pattern": f'<xs:simpleType name="t"><xs:restriction base="xs:string"><xs:pattern value="{"a?" * 3000}"/>'
    "</xs:restriction></xs:simpleType>",
    "long number": typed(f'<xs:sequence><xs:element name="a" maxOccurs="{"9" * 5000}"/></xs:sequence>'),
    "many elements": ELEMENT * 50_001,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_refused(name: str) -> None:
    """Each would take a compiler seconds, gigabytes or its stack."""
    assert said_of(HOSTILE[name])


def test_what_another_schema_defines_counts() -> None:
    """A base in another namespace is found by the prefix."""
    wide = f'<xs:complexType name="t"><xs:sequence>{ELEMENT * 390}</xs:sequence></xs:complexType>'
    other = f'<xs:schema xmlns:xs="{XS}" targetNamespace="urn:o">{wide}</xs:schema>'
    more = f'<xs:complexContent><xs:extension base="o:t"><xs:sequence>{ELEMENT * 20}</xs:sequence></xs:extension>'
    here = f'<xs:schema xmlns:xs="{XS}" xmlns:o="urn:o">{typed(more + "</xs:complexContent>")}</xs:schema>'
    assert "" == beyond_bounds([etree.fromstring(other)])
    assert beyond_bounds([etree.fromstring(here), etree.fromstring(other)])


@pytest.mark.parametrize(
    "body",
    [
        typed(f"<xs:sequence>{ELEMENT * 150}</xs:sequence>"),
        typed('<xs:sequence minOccurs="1000000" maxOccurs="1000000">' * 3 + ELEMENT + "</xs:sequence>" * 3),
        doubled("group", ELEMENT, 3),
        extended(MAX_CHAIN - 1),
        unions(3),
        '<xs:group name="g"><xs:sequence><xs:group ref="g"/></xs:sequence></xs:group>',
        '<xs:simpleType name="t"><xs:restriction base="t"/></xs:simpleType>',
        '<xs:element name="a" substitutionGroup="b"/><xs:element name="b" substitutionGroup="a"/>',
        typed('<xs:sequence><xs:element name="a" maxOccurs="unbounded"/></xs:sequence>'),
    ],
)
def test_what_is_left_to_the_compiler(body: str) -> None:
    """It ends soon by itself: what is counted is small, or refers to itself, which every compiler finds."""
    assert "" == said_of(body)


def test_the_invented_set() -> None:
    """Nothing is said of ordinary schemas."""
    assert "" == beyond_bounds([etree.fromstring(text) for text in (duis_xsd(), mmc_xsd(), signature_xsd())])
