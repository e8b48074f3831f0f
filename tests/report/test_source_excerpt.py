"""Parts of lines that fit a width."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from s1sr_validator.report.source_excerpt import excerpt
from s1sr_validator.report.visible_text import columns_of


@pytest.mark.parametrize(
    ("text", "before", "line", "column"),
    [
        ("<a/>", 0, "<a/>", 1),
        ("<a/>", 0, "    <a/>", 5),
        ("<a/>", 0, "    <a/>", 2),
        ("<a/>", 4, "<a/>", 5),
        ("<a/>", 4, "<a/>", 99),
        ("<a/>", 0, "<a/>", 0),
        ("a  <b/>", 3, "a\t<b/>", 3),
        ("漢<b/>", 2, "漢<b/>", 2),
        ("e\u0301<b/>", 1, "e\u0301<b/>", 3),
        ("\\x1b[0m<b/>", 7, "\x1b[0m<b/>", 5),
        ("a\\u202e<b/>", 7, "a\u202e<b/>", 3),
        ("...mnopqrstuvwxyz", 15, "abcdefghijklmnopqrstuvwxyz", 25),
        ("abcdefghijklmn...", 2, "abcdefghijklmnopqrstuvwxyz", 3),
        ("...hijklmnopqrstu...", 10, "abcdefghijklmnopqrstuvwxyz", 15),
    ],
)
def test_excerpts(text: str, before: int, line: str, column: int) -> None:
    """The place of the column is known whatever stands before it, and cut ends are seen."""
    assert (text, before) == excerpt(line, column, 20)


@given(st.text(max_size=200), st.integers(0, 300), st.integers(24, 80))
def test_an_excerpt_fits_and_points_at_its_character(line: str, column: int, width: int) -> None:
    """Whatever the line holds."""
    shown = excerpt(f"{line}<{line}", len(line) + 1, width)
    assert columns_of(shown.text) <= width
    assert any("<" == shown.text[at] and columns_of(shown.text[:at]) == shown.before for at in range(len(shown.text)))
    anywhere = excerpt(line, column, width)
    assert 0 <= anywhere.before <= columns_of(anywhere.text) <= width


def test_only_the_surroundings_of_a_place_are_looked_at() -> None:
    """A line of five million characters is as quick as a short one, and shown the same."""
    long = "x" * 5_000_000
    assert ("...xxxxxxx<yyyyyy...", 10) == excerpt(f"{long}<{long.replace('x', 'y')}", len(long) + 1, 20)


def test_a_mark_is_cut_off_with_its_letter() -> None:
    """An excerpt does not begin with an accent that has lost its letter."""
    accented = "e\u0301" * 60
    for width in (24, 25):
        shown = excerpt(f"{accented}<", len(accented) + 1, width)
        assert shown.text.startswith("...e")
        assert shown.text.endswith("<")
        assert columns_of(shown.text) == shown.before + 1
