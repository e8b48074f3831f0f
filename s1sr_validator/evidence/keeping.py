"""What is kept of a value: it passes the test of its field's kind, and could not carry an identifier.

The tests are narrower than the schema's types: an xs:integer could be a meter point's number, so that what has more
than nine digits goes; a fraction of a second could hold one, so that three digits of it stay.
"""

import re
from collections.abc import Callable, Mapping

from s1sr_validator.evidence.field_kinds import FieldKind, FieldKinds
from s1sr_validator.evidence.listed_values import ALGORITHMS
from s1sr_validator.model.xsd_types import INTEGER_RANGES

_ZONE = r"(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)?"
_DAY = r"(?:\d{4}|65535)-[01]\d-[0-3]\d"
# The year 65535 says "any year" in the calendars of tariffs.
_CLOCK = r"[0-2]\d:[0-5]\d:[0-5]\d"
_PATTERNS = {
    FieldKind.BOOLEAN: re.compile(r"true|false|0|1"),
    FieldKind.DATE_TIME: re.compile(rf"{_DAY}T{_CLOCK}(?:\.\d{{1,3}})?{_ZONE}"),
    FieldKind.DATE: re.compile(_DAY + _ZONE),
    FieldKind.TIME: re.compile(rf"{_CLOCK}(?:\.\d{{1,3}})?{_ZONE}"),
    FieldKind.SERVICE: re.compile(r"\d{1,2}(?:\.\d{1,2}){1,2}"),
    FieldKind.CODE: re.compile(r"(?:S1[A-Z]{2})?[A-Z]{0,2}\d{1,4}|[0-9A-Fa-f]{2,4}"),
    FieldKind.VERSION: re.compile(r"(?:(?:SMETS|CHTS|GBCS|DUIS)\d? ?)?[Vv]?\d{1,2}(?:\.\d{1,3}){0,2}"),
    FieldKind.MODEL: re.compile(r"[0-9A-Fa-f]{1,8}"),
    FieldKind.HEX: re.compile(r"(?:[0-9A-Fa-f]{2}){1,2}"),
}
_NUMBER = re.compile(r"[+-]?0*(\d{0,9})(?:\.(\d{1,9}))?")
DIGITS = 9
"""The most that a number keeps; any type of 32 bits holds as many."""

_LONG_FRACTION = re.compile(r"(T?\d\d:\d\d:\d\d\.\d{3})\d+")
_BOUNDS = frozenset(str(bound) for bounds in INTEGER_RANGES.values() for bound in bounds if bound is not None)
"""The ends of the built-in types: devices say "no limit" with them."""

TIMES = frozenset((FieldKind.DATE_TIME, FieldKind.DATE, FieldKind.TIME))
"""The kinds of which a value is long, though it holds nothing but a time."""


def is_kept(text: str, kind: FieldKind, fields: FieldKinds) -> bool:
    """Say whether a value stays as it is, by what its field may hold."""
    if pattern := _PATTERNS.get(kind):
        return pattern.fullmatch(text) is not None or (kind is FieldKind.CODE and text in fields.codes)
    test = _TESTS.get(kind)
    return test is not None and test(text, fields)


def shortened(text: str, kind: FieldKind) -> str:
    """Return a time with no more of a second than is kept; any other value as it is."""
    return _LONG_FRACTION.sub(r"\1", text) if kind in TIMES else text


def _is_short_number(text: str, _fields: FieldKinds) -> bool:
    found = _NUMBER.fullmatch(text)
    if found is None:
        return text in _BOUNDS
    digits = found[1] + (found[2] or "")
    return len(text) > 0 and len(digits) <= DIGITS


_TESTS: Mapping[FieldKind, Callable[[str, FieldKinds], bool]] = {
    FieldKind.NUMBER: _is_short_number,
    FieldKind.WORD: lambda text, fields: text in fields.words,
    FieldKind.ALGORITHM: lambda text, _fields: text in ALGORITHMS,
}
