"""What one cell says, whatever a spreadsheet made of it."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from s1sr_validator.exchange.cell_values import (
    Code,
    comparable,
    date_of,
    entry_number,
    entry_number_of,
    hex_of,
    lines_of,
    text_of,
)
from s1sr_validator.exchange.workbook import CellValue


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        ("  SMETS V2.0 ", "SMETS V2.0"),
        ("two  spaces\nand a line_x000D_\n", "two spaces and a line"),
        ("&#39;Current&#39; &amp; more", "'Current' & more"),
        (12, "12"),
        (12.0, "12"),
        (1.5, "1.5"),
        ("\xa0hard space\xa0", "hard space"),
    ],
)
def test_text(value: CellValue, text: str) -> None:
    """Text is on one line, without what spreadsheets and web forms leave behind."""
    assert text == text_of(value)


def test_lines_are_kept() -> None:
    """The log's text keeps its lines."""
    assert "one\ntwo" == lines_of("one_x000D_\r\ntwo_x000D_\n_x000D_\n")


@pytest.mark.parametrize(
    ("value", "digits", "code"),
    [
        ("F0:01", 4, Code("F001")),
        ("f001", 4, Code("F001")),
        (" 01:02:0a:0B ", 8, Code("01020A0B")),
        ("05", 2, Code("05")),
        (5, 2, Code("05", from_number=True)),
        (105.0, 4, Code("0105", from_number=True)),
        (120000.0, 4, Code("", from_number=True)),
        (-5, 2, Code("")),
        (1.5, 2, Code("")),
        (True, 2, Code("")),
        ("F0:0", 4, Code("")),
        ("F0:01:02", 4, Code("")),
        ("G001", 4, Code("")),
        ("", 2, Code("")),
        (None, 2, Code("")),
        (dt.time(10, 28), 4, Code("")),
        ("\u0660\u0660\u0660\u0661", 4, Code("")),
    ],
)
def test_hex(value: CellValue, digits: int, code: Code) -> None:
    """A code has exactly its digits; a number gets its zeros back, and anything else is no code."""
    assert code == hex_of(value, digits)


@given(st.integers(0, 0xFFFF))
def test_colons_and_case_do_not_matter(number: int) -> None:
    """The same code with colons and in lower case reads the same."""
    code = f"{number:04X}"
    assert code == hex_of(code, 4).text == hex_of(f"{code[:2]}:{code[2:]}".lower(), 4).text


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("990001", "990001"),
        ("00026", "000026"),
        ("0000014", "000014"),
        ("7", "000007"),
        ("0000000", ""),
        ("1234567", ""),
        ("12345678", ""),
        ("12a", ""),
        ("", ""),
    ],
)
def test_entry_number(text: str, number: str) -> None:
    """Six digits, whatever zeros were lost or typed too often."""
    assert number == entry_number(text)


def test_entry_number_that_is_a_number() -> None:
    """A number gets its zeros back."""
    assert Code("000012", from_number=True) == entry_number_of(12.0)


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("31/01/2099", dt.date(2099, 1, 31)),
        ("31-01-2099", dt.date(2099, 1, 31)),
        ("1.2.2099", dt.date(2099, 2, 1)),
        ("2099-01-31", dt.date(2099, 1, 31)),
        ("2099-01-31 00:00:00", dt.date(2099, 1, 31)),
        (dt.datetime(2099, 1, 31, 12, 0), dt.date(2099, 1, 31)),  # noqa: DTZ001 - a cell has no time zone
        (dt.date(2099, 1, 31), dt.date(2099, 1, 31)),
        ("31/13/2099", None),
        ("soon", None),
        (None, None),
        (45, None),
    ],
)
def test_date(value: CellValue, day: dt.date | None) -> None:
    """The day comes first, as the list writes it; ISO 8601 is read as well."""
    assert day == date_of(value)


def test_comparable_ignores_form() -> None:
    """Colons, case, spaces and the form of a date are no difference."""
    assert comparable(" F0:0a ") == comparable("F00A")
    assert comparable("31/01/2099") == comparable(dt.date(2099, 1, 31))
    assert comparable("F00A") != comparable("F00B")
