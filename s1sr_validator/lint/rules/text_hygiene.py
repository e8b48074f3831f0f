"""CAT105: texts hold only what a reader can see."""

import unicodedata
from collections.abc import Iterator
from typing import Any

from s1sr_validator.lint.context import Context
from s1sr_validator.lint.texts import texts
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="CAT105",
    name="text-hygiene",
    severity=Severity.ERROR,
    summary="A text holds characters that a reader cannot see or tell apart, or blanks at its ends.",
    why="Invisible and right-to-left characters make a text read otherwise than it is; a foreign letter in an id that "
    "looks like an ordinary one makes two ids out of what seems to be one.",
    example=Example(
        file="behaviours/S1B-9001.yaml",
        wrong='title: "The invented log fails when it is empty "',
        right="title: The invented log fails when it is empty",
    ),
)
_IDENTIFIERS = frozenset(
    {"id", "source", "document", "edition", "clause", "code", "number", "part_of", "record", "to", "group_id"}
    | {"behaviour", "matrix_row", "observation", "consultation", "direction"}
    | {"behaviours", "services", "cohorts", "documents", "error_codes", "gbcs_use_cases"}
)
_OTHER_ALPHABETS = ("CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "FULLWIDTH", "MATHEMATICAL")


def check(context: Context) -> Iterator[Finding]:
    """Look at every text of every file."""
    for file in context.loaded.files.values():
        for path, text in texts(file.data):
            problem = _problem(text, path)
            if problem:
                yield RULE.finding(f"{'.'.join(map(str, path))}: {problem}", file.location(*path), tip=_TIP)


_TIP = "type the text anew; it may have been copied with its formatting"


def _problem(text: str, path: tuple[Any, ...]) -> str:
    if text != text.strip():
        return "blanks at the beginning or the end"
    if text.isascii() and text.isprintable():
        return ""
    hidden = [character for character in text if character != "\n" and not character.isprintable()]
    if hidden:
        return f"the character {_name(hidden[0])}, which cannot be seen"
    field = next(part for part in reversed(path) if isinstance(part, str))
    foreign = [c for c in text if not c.isascii()] if field in _IDENTIFIERS else _foreign_letters(text)
    if foreign:
        return f"the character {_name(foreign[0])} among ordinary letters"
    return "" if unicodedata.is_normalized("NFC", text) else "accents as characters of their own (not in form NFC)"


def _foreign_letters(text: str) -> list[str]:
    """Return letters of other alphabets that stand in one word with ordinary ones."""
    mixed = [word for word in text.split() if not word.isascii() and any("a" <= c.lower() <= "z" for c in word)]
    return [character for word in mixed for character in word if _name(character)[7:].startswith(_OTHER_ALPHABETS)]


def _name(character: str) -> str:
    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".strip()
