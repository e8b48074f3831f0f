"""Clause numbers as people write them: `18.17p`, `18.17(p)`, `Clause 17.3.2 (b)(iii)`, `2A 1.1`."""

import re

import msgspec

_WORD = r"(?:(?P<word>(?i:S1SR)\s+)?(?P<kind>(?i:clauses?|cl\.|sections?|paragraphs?|paras?\.?))?\s*)"
_NUMBER = r"[1-9][0-9]{0,2}[A-Z]?(?:(?:\.|(?<=[A-Z])\s)[0-9]{1,3}[A-Z]?)*[a-z]{0,2}(?:\s?\([A-Za-z0-9]{1,5}\))*"
_BARE = re.compile(rf"{_WORD}(?P<number>{_NUMBER})\.?")
_TITLED = re.compile(
    rf"{_WORD}(?P<number>{_NUMBER})(?:\s*[:\n\u2013\u2014-]\s*|\s+)(?!(?:to|and|or|except)\b)[A-Za-z]{{3}}.*", re.DOTALL
)
_SEPARATOR = re.compile(r"\s*[,;\n&]\s*|\s+and\s+")
_LONGEST = 400


class ClauseNumber(msgspec.Struct, frozen=True):
    """A clause number: how it is written (without spaces), the form in which spellings are equal, and how sure it is.

    A whole number alone is weak: it counts as a clause only where the other cells beside it are clauses.
    """

    text: str
    key: str
    is_strong: bool


def read_clauses(text: str) -> tuple[ClauseNumber, ...]:
    """Return the clause numbers that a cell names; empty where it is neither these alone nor one with its title."""
    words = text.strip()
    if not words or len(words) > _LONGEST or not re.search("[0-9]", words):
        return ()
    parts = [_bare(part) for part in _SEPARATOR.split(words)]
    found = tuple(part for part in parts if part is not None)
    if len(found) == len(parts):
        return found
    titled = _TITLED.fullmatch(words)
    number = _number(titled) if titled else None
    return (number,) if number is not None and number.is_strong else ()


def clause_key(number: str) -> str:
    """Return the form in which `18.17p`, `18.17(P)` and `18.17 (p)` are equal."""
    return ".".join(re.findall(r"[0-9]+|[A-Za-z]+", number)).casefold()


def _bare(text: str) -> ClauseNumber | None:
    found = _BARE.fullmatch(text)
    return _number(found) if found else None


def _number(found: re.Match[str]) -> ClauseNumber:
    number = re.sub(r"(?<=[A-Z])\s(?=[0-9])", ".", found["number"]).replace(" ", "")
    is_strong = bool(found["word"] or found["kind"] or re.search(r"[.(]|[0-9][A-Za-z]", number))
    return ClauseNumber(number, clause_key(number), is_strong)
