"""Clause numbers: their grammar, their order, and which number can come after which."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from s1sr_validator.exchange.regulation.list_forms import label_of
from s1sr_validator.exchange.regulation.numbers import (
    ClauseNumber,
    follows,
    letter_order,
    parse_number,
    roman_order,
)

PARTS = st.lists(st.integers(1, 99).map(str), min_size=1, max_size=4).map(tuple)
ITEMS = st.lists(st.sampled_from(["a", "p", "ii", "iv", "aa", "12"]), max_size=3).map(tuple)


@pytest.mark.parametrize(
    ("text", "dotted", "items"),
    [
        ("18.17p", ("18", "17"), ("p",)),
        ("18.17(p)", ("18", "17"), ("p",)),
        ("18.17 (p)", ("18", "17"), ("p",)),
        ("17.3.2(b)(iii)", ("17", "3", "2"), ("b", "iii")),
        ("2A 1.1", ("2A", "1", "1"), ()),
        ("3.14E", ("3", "14E"), ()),
        ("L3.18", ("L3", "18"), ()),
        ("9.", ("9",), ()),
        ("18.10", ("18", "10"), ()),
    ],
)
def test_a_number_has_one_meaning_however_it_is_written(
    text: str, dotted: tuple[str, ...], items: tuple[str, ...]
) -> None:
    """An item that is glued to its number and one in brackets are the same clause."""
    assert ClauseNumber(dotted, items) == parse_number(text)


@pytest.mark.parametrize("text", ["", "clause", "(a)", "2018", "1,5", "18.", "18.17(p", "9..1", "S1CE2003"])
def test_what_is_no_number_is_none(text: str) -> None:
    """Words, years and broken numbers are refused; a full stop at the end is not."""
    assert (parse_number(text) is None) == (text != "18.")


@given(PARTS, ITEMS)
def test_a_written_number_reads_as_itself(dotted: tuple[str, ...], items: tuple[str, ...]) -> None:
    """Written out and read again a number is the same."""
    number = ClauseNumber(dotted, items)
    assert number == parse_number(str(number))


@given(st.integers(1, 39))
def test_a_roman_numeral_has_the_place_that_it_was_made_of(value: int) -> None:
    """The orders of items undo the forms in which lists write them."""
    assert value == roman_order(label_of(value, "lowerRoman"))
    assert value == letter_order(label_of(value, "lowerLetter"))


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("9.1", "9.2", True),
        ("9.1", "9.1.1", True),
        ("9.1.4", "9.2", True),
        ("9.9", "10", True),
        ("3.14", "3.14A", True),
        ("3.14F", "3.15", True),
        ("9.1", "9.3", True),
        ("9.1", "9.7", False),
        ("9.1", "4.4.2", False),
        ("9.2", "9.1", False),
        ("9.2", "9.2", False),
    ],
)
def test_a_number_follows_its_neighbours(before: str, after: str, expected: bool) -> None:
    """A child, a later neighbour and one after a gap of one follow; anything else is doubtful."""
    later = parse_number(after)
    assert later is not None
    assert expected == follows(later, parse_number(before))
