"""Text in which nothing steers a terminal."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from s1sr_validator.report.visible_text import columns_of, visible


@pytest.mark.parametrize(
    ("shown", "text"),
    [
        ("plain é 漢", "plain é 漢"),
        ("\\x1b[2J", "\x1b[2J"),
        ("a b c d", "a\tb\nc\rd"),
        ("\\x9b31m", "\x9b31m"),
        ("a\\u202eb", "a\u202eb"),
        ("\\u200b\\ufeff\\xad", "\u200b\ufeff\xad"),
        ("\\udcff", "\udcff"),
        ("\\U000e0041", "\U000e0041"),
        ("\\u2028", "\u2028"),
    ],
)
def test_what_is_written_out(shown: str, text: str) -> None:
    """Control and format characters, marks of direction, lone surrogates; letters of any script stay."""
    assert shown == visible(text)


@given(st.text(st.characters()))
def test_nothing_steers(text: str) -> None:
    """Whatever comes in, what goes out is visible, can be encoded, and stays when it is done again."""
    shown = visible(text)
    assert not {unicodedata.category(character) for character in shown} & {"Cc", "Cf", "Cs", "Zl", "Zp"}
    assert shown == visible(shown)
    assert shown == shown.encode().decode()


@pytest.mark.parametrize(
    ("columns", "text"), [(3, "abc"), (4, "漢字"), (1, "e\u0301"), (2, "😀"), (2, "\uff21"), (0, "")]
)
def test_columns(columns: int, text: str) -> None:
    """Wide characters take two columns, combining ones none."""
    assert columns == columns_of(text)
