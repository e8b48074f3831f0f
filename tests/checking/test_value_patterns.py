"""Patterns of values: what they take, the rules about form have nothing against."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from s1sr_validator.checking.request_ids import read_request_id
from s1sr_validator.checking.rules.eui_shape import EUI_FIELDS, REQUEST_ID_FIELDS
from s1sr_validator.checking.value_patterns import OWN_REQUEST_ID, value_pattern
from s1sr_validator.model.xsd_types import INTEGER_RANGES, has_zone, is_of_type

TYPES = (
    *INTEGER_RANGES,
    "xs:dateTime",
    "xs:date",
    "xs:time",
    "xs:boolean",
    "xs:decimal",
    "xs:base64Binary",
    "xs:hexBinary",
    "xs:string",
)
IDS = "90-B3-D5-1F-30-01-00-00:00-DB-12-34-56-78-90-{}:{}"


@pytest.mark.parametrize("schema_type", TYPES)
@given(st.data())
def test_what_a_pattern_takes_is_of_the_type(schema_type: str, data: st.DataObject) -> None:
    """No text that a pattern takes is refused by the rules about types and time zones."""
    # Characters beyond ASCII never come: patterns are asked about the bytes of an ordinary message.
    text = data.draw(st.from_regex(re.compile(value_pattern("A.Field", schema_type), re.ASCII), fullmatch=True))
    assert is_of_type(text, schema_type)
    assert schema_type != "xs:dateTime" or has_zone(text)


@pytest.mark.parametrize(("schema_type", "bounds"), INTEGER_RANGES.items())
def test_bounds_of_whole_numbers(schema_type: str, bounds: tuple[int | None, int | None]) -> None:
    """The numbers about both bounds: those outside are never taken, and the greatest is."""
    pattern = re.compile(value_pattern("Field", schema_type))
    for bound in bounds:
        for number in range(bound - 2, bound + 3) if bound is not None else ():
            assert is_of_type(str(number), schema_type) or not pattern.fullmatch(str(number))
    if bounds[1] is not None and bounds[1] >= 0:
        assert pattern.fullmatch(str(bounds[1]))


@pytest.mark.parametrize("name", sorted(EUI_FIELDS | REQUEST_ID_FIELDS | {"UTRN"}))
@pytest.mark.parametrize("text", ["", "x", "00-DB-12-34-56-78-90-A", "0" * 19])
def test_ids_of_the_body(name: str, text: str) -> None:
    """Fields with a shape of their own take that, whatever their type says."""
    assert not re.fullmatch(value_pattern(f"A.{name}", "xs:string"), text)


@pytest.mark.parametrize(
    ("text", "is_taken"),
    [
        (IDS.format("A0", "1001"), True),
        (IDS.format("a0", "0"), True),
        (IDS.format("A0", "01"), False),
        (IDS.format("A0", "9" * 20), False),
        ("90-B3-D5-1F-30-01-00-0a:90-b3-d5-1F-30-01-00-0A:1", False),
        (IDS.format("A0", "1") + " ", False),
    ],
)
def test_own_request_id(text: str, is_taken: bool) -> None:
    """A RequestID with a counter that fits, not to its own sender in either case of the digits."""
    assert is_taken == bool(re.fullmatch(OWN_REQUEST_ID, text))
    assert not is_taken or read_request_id(text) is not None
