"""What stands at the beginning of a line: a clause number, the letter of an item, or nothing of the kind."""

import calendar
import re

import msgspec

from s1sr_validator.exchange.regulation.numbers import NUMBER, ClauseNumber, parse_number

_BULLET_NUMBER = re.compile(r"[-*•]\s+(?=\d)")
_DOTTED = re.compile(rf"(?:Clause\s+)?(?P<number>{NUMBER})(?P<stop>\.?)(?:\s+|$)(?P<rest>.*)", re.DOTALL)
_BRACKETED = re.compile(r"\((?P<item>[a-z]{1,6}|[A-Z]{1,2}|\d{1,2})\)(?:\s+|$)(?P<rest>.*)", re.DOTALL)
_CLOSED = re.compile(r"(?P<item>[a-z]|[ivx]{2,6})[.)]\s+(?P<rest>.*)", re.DOTALL)
_DATE = re.compile(rf"(?:{'|'.join(calendar.month_name[1:])})\b")
_LONGEST_HEADING = 120
_SENTENCE_END = 20
_OPEN_WORDS = frozenset(
    {"a", "an", "and", "any", "by", "clause", "clauses", "each", "every", "for", "from", "in", "is", "of", "on", "or"}
    | {"paragraph", "section", "see", "srv", "srvs", "than", "the", "this", "table", "to", "version", "with"}
)


class Marker(msgspec.Struct, frozen=True, kw_only=True):
    """A number at the beginning of a text and what follows it; either a whole number or an item of the clause above."""

    number: ClauseNumber | None = None
    item: str = ""
    rest: str = ""
    is_bracketed: bool = False


def marker_of(text: str) -> Marker | None:
    """Return the number that a text begins with; None where it begins with none."""
    line = _BULLET_NUMBER.sub("", text.lstrip(), count=1)
    for form in (_BRACKETED, _CLOSED):
        if found := form.match(line):
            return Marker(item=found["item"], rest=found["rest"], is_bracketed=form is _BRACKETED)
    found = _DOTTED.match(line)
    number = parse_number(found["number"]) if found else None
    if found is None or number is None:
        return None
    # A bare integer begins a heading (`18 Equivalent Steps`) or just a line (`30 days after`).
    is_bare = number.depth == 1 and not found["stop"]
    if is_bare and (number.dotted[0][0].isalpha() or not _is_title(found["rest"]) or _DATE.match(found["rest"])):
        return None
    return Marker(number=number, rest=found["rest"])


def is_heading(text: str) -> bool:
    """Say whether a text has the form of a heading: short, on one line, and no sentence."""
    return bool(text) and len(text) <= _LONGEST_HEADING and text[-1] not in ".;:,?!" and not text[0].islower()


def is_unfinished(text: str) -> bool:
    """Say whether a text ends in the middle of a sentence."""
    return bool(text) and text[-_SENTENCE_END:].rstrip(" \"'\u201d\u2019)")[-1:] not in set(".:;?!")


def breaks_off(text: str, rest: str) -> bool:
    """Say whether a sentence was broken before a number: `see clause`, then `9.9.1 and others` on the next line."""
    last = text.lower().rpartition(" ")[2]
    return is_unfinished(text) and (last in _OPEN_WORDS or not rest or rest[0].islower())


def _is_title(rest: str) -> bool:
    return is_heading(rest) and rest[0].isupper()
