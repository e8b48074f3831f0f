"""Texts are read as XML Schema reads them, for every built-in type that DUIS uses."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from s1sr_validator.model.xsd_types import (
    INTEGER_RANGES,
    has_zone,
    is_base64,
    is_of_type,
    read_date,
    read_datetime,
    read_decimal,
    read_time,
)

SCHEMA = '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="v" type="{}"/></xs:schema>'
TYPES = (
    *INTEGER_RANGES,
    "xs:dateTime",
    "xs:date",
    "xs:time",
    "xs:boolean",
    "xs:decimal",
    "xs:hexBinary",
)
"""The types, but base64: libxml2 takes "2025-13-01" for such."""

TEXTS = (
    *("", " ", "0", "-0", "+7", "-7", "007", "1.", ".5", ".", "1e3", "1,5", "true", "TRUE", "1 0", "\u0661"),
    *("127", "128", "-128", "-129", "255", "256", "32767", "32768", "65535", "65536", "2147483647", "2147483648"),
    *("4294967295", "4294967296", "9223372036854775807", "9223372036854775808", "18446744073709551616"),
    *("QUJD", "QUI=", "QUI", "QQ==", "Q===", "QU JD", "QU-D", "0aFF", "ABC", "GG"),
    *("2025-01-01", "2025-02-29", "2024-02-29", "2000-02-29", "1900-02-29", "65535-04-29Z", "2025-13-01", "2025-1-1"),
    *("2025-01-01+14:00", "2025-01-01+14:01", "2025-01-01-13:59", "2025-01-01Z", "25-01-01", "02025-01-01"),
    *("00:00:00", "24:00:00", "24:00:01", "23:59:60", "10:00", "10:00:00.", "10:00:00.5Z", "10:60:00"),
    *("2025-01-01T00:00:00", "2025-01-01T24:00:00Z", "2025-01-01T24:00:00.0Z", "2025-01-01 00:00:00Z"),
    *("2025-01-01T00:00:00.123456789-00:30", "2025-01-01T00:00Z", "20250101T000000Z", "2025-01-01T00:00:00z"),
)


@pytest.mark.parametrize("schema_type", TYPES)
def test_texts_are_of_a_type_as_libxml2_says(schema_type: str) -> None:
    """What a validator accepts is accepted, and what it refuses is refused."""
    schema = etree.XMLSchema(etree.fromstring(SCHEMA.format(schema_type)))
    element = etree.Element("v")
    verdicts = {}
    for text in TEXTS:
        element.text = text
        verdicts[text] = schema.validate(element)
    assert verdicts == {text: is_of_type(text, schema_type) for text in TEXTS}


@pytest.mark.parametrize(
    ("expected", "text"),
    [(True, text) for text in ("", "QUJD", "QUI=", "QQ==", "QU JD", " QUJD ")]
    + [(False, text) for text in ("QUI", "Q===", "QU-D", "QUJD=", "2025-13-01", "\u0661", "\ud800")],
)
def test_base64(expected: bool, text: str) -> None:
    """Base64 is in fours of its own letters, with white space between them or not."""
    assert expected == is_of_type(text, "xs:base64Binary")


def test_any_text_is_a_string() -> None:
    """A type that rules nothing out is always met."""
    assert is_of_type("anything", "xs:string")
    assert is_of_type("anything", "empty")


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (dt.datetime(2025, 1, 2, tzinfo=dt.UTC), "2025-01-01T24:00:00Z"),
        (dt.datetime(2024, 12, 31, 23, 30, tzinfo=dt.UTC), "2025-01-01T00:00:00+00:30"),
        (dt.datetime(2025, 1, 1, 0, 30, tzinfo=dt.UTC), "2025-01-01T00:00:00-00:30"),
        (dt.datetime(2025, 1, 1, 0, 0, 0, 123456, tzinfo=dt.UTC), "2025-01-01T00:00:00.123456789"),
    ],
)
def test_read_datetime(expected: dt.datetime, text: str) -> None:
    """A moment is brought to UTC; what is finer than a microsecond is left out."""
    assert expected == read_datetime(text)


@pytest.mark.parametrize(
    "text", ["0000-01-01T00:00:00Z", "-0044-03-15T00:00:00Z", "10000-01-01T00:00:00Z", "0001-01-01T00:00:00+14:00"]
)
def test_a_far_away_moment_is_refused_in_words(text: str) -> None:
    """It is a date and time to a schema, but there is no reckoning with it."""
    with pytest.raises(ValueError, match="outside the years 1 to 9999"):
        read_datetime(text)


@given(st.datetimes(min_value=dt.datetime(2, 1, 1), max_value=dt.datetime(9998, 1, 1)))  # noqa: DTZ001 - zone below
def test_every_moment_is_read_as_it_is_written(moment: dt.datetime) -> None:
    """Reading is the inverse of writing."""
    written = moment.replace(tzinfo=dt.UTC)
    assert written == read_datetime(written.isoformat())


@given(st.text())
def test_no_text_makes_reading_fail_otherwise(text: str) -> None:
    """Every text is of a type or is not."""
    assert {True, False} >= {is_of_type(text, schema_type) for schema_type in TYPES}
    assert read_decimal(text) is None or is_of_type(text, "xs:decimal")


def test_parts() -> None:
    """Days, times and numbers are given as values that can be compared."""
    assert (65535, 4, 29) == read_date("65535-04-29Z")
    assert dt.time(10) == read_time("10:00:00+01:00")
    assert dt.time(0) == read_time("24:00:00")
    assert Decimal("5.4") == read_decimal(" 5.40 ")
    assert read_decimal("9" * 101) is None
    assert (True, False, False) == (has_zone("2025-01-01T00:00:00Z"), has_zone("2025-01-01T00:00:00"), has_zone("x"))
    assert is_base64("QU\nJD")
