"""Texts hold only what a reader can see."""

import pytest

from s1sr_validator.lint.rules import text_hygiene
from s1sr_validator.model.migration import Consultation
from s1sr_validator.model.regulation import Publication, Source
from tests.lint.asked import context_with, messages

NO_BREAK, ZERO_WIDTH, RIGHT_TO_LEFT, SOFT_HYPHEN = "\u00a0", "\u200b", "\u202e", "\u00ad"
CYRILLIC_O, GREEK_O, FULLWIDTH_A = "\u043e", "\u03bf", "\uff21"


def said(title: str = "A title", record_id: str = "invented") -> list[str]:
    """Return what the rule says of a source with this title and id."""
    source = Source(id=record_id, title=title, publisher="Nobody", obtained=Publication.PUBLISHED)
    return [message for message in messages(text_hygiene, context_with(source, only=True)) if message != ""]


@pytest.mark.parametrize(
    ("says", "title"),
    [
        ("blanks at the beginning or the end", " A title"),
        ("blanks at the beginning or the end", "A title\n"),
        ("U+202E RIGHT-TO-LEFT OVERRIDE, which cannot be seen", f"A {RIGHT_TO_LEFT}title"),
        ("U+200B ZERO WIDTH SPACE, which cannot be seen", f"A ti{ZERO_WIDTH}tle"),
        ("U+00A0 NO-BREAK SPACE, which cannot be seen", f"A{NO_BREAK}title"),
        ("U+00AD SOFT HYPHEN, which cannot be seen", f"A ti{SOFT_HYPHEN}tle"),
        ("U+0009, which cannot be seen", "A\ttitle"),
        ("U+0007, which cannot be seen", "A\x07title"),
        ("U+043E CYRILLIC SMALL LETTER O among ordinary letters", f"H{CYRILLIC_O}me"),
        ("U+03BF GREEK SMALL LETTER OMICRON among ordinary letters", f"H{GREEK_O}me"),
        ("U+FF21 FULLWIDTH LATIN CAPITAL LETTER A among ordinary letters", f"{FULLWIDTH_A}nother"),
        ("not in form NFC", "Cafe\u0301"),
    ],
)
def test_reported(says: str, title: str) -> None:
    """The message names the character, since nobody can see it."""
    (message,) = said(title)
    assert message.startswith("title: ")
    assert says in message


@pytest.mark.parametrize(
    "title",
    [
        "A title",
        "A title of\ntwo lines",
        "Café, naïve, Ångström",
        "10 \u2013 20 °C, £5, “quoted”, it\u2019s…",
        "\u03b1 and \u03b2 particles",
        "\u041c\u043e\u0441\u043a\u0432\u0430",
        "12 \u00b5s",
        "x ≤ y",
    ],
)
def test_silent(title: str) -> None:
    """Accents, signs, dashes and words of another alphabet are what they look like."""
    assert [] == said(title)


def test_ids_are_plain() -> None:
    """In an id, even a letter with an accent is one too many."""
    assert ["id: the character U+00E9 LATIN SMALL LETTER E WITH ACUTE among ordinary letters"] == said(record_id="café")


def test_ids_in_a_list() -> None:
    """An id is made of plain letters, wherever it stands."""
    record = Consultation(id="invented", title=CYRILLIC_O, publisher="p", summary="s", documents=("D", CYRILLIC_O))
    found = messages(text_hygiene, context_with(record, only=True))
    assert ["documents.1: the character U+043E CYRILLIC SMALL LETTER O among ordinary letters"] == found
