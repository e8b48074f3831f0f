"""Values of the built-in types of XML Schema, read from the texts that a document may hold for them."""

import datetime as dt
import re
from collections.abc import Callable
from decimal import Decimal

_SPACE = " \t\n\r"
_MONTHS = 12
_ZONE = r"(Z|[+-](?:0[0-9]|1[0-3]):[0-5][0-9]|[+-]14:00)?"
_DATE = r"(-?(?:[1-9][0-9]{3,8}|0[0-9]{3}))-([0-9]{2})-([0-9]{2})"
_TIME = r"([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\.([0-9]+))?"
_DATETIME_SHAPE = re.compile(rf"{_DATE}T{_TIME}{_ZONE}")
_DATE_SHAPE = re.compile(_DATE + _ZONE)
_TIME_SHAPE = re.compile(_TIME + _ZONE)
_DECIMAL_SHAPE = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)")
_INTEGER_SHAPE = re.compile(r"[+-]?[0-9]{1,30}")
_BASE64_SHAPE = re.compile(r"(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?")
_LONGEST_DECIMAL = 100
_LAST_HOUR = 24

INTEGER_RANGES: dict[str, tuple[int | None, int | None]] = {
    "xs:integer": (None, None),
    "xs:positiveInteger": (1, None),
    "xs:nonNegativeInteger": (0, None),
    "xs:nonPositiveInteger": (None, 0),
    "xs:negativeInteger": (None, -1),
    "xs:long": (-(2**63), 2**63 - 1),
    "xs:int": (-(2**31), 2**31 - 1),
    "xs:short": (-(2**15), 2**15 - 1),
    "xs:byte": (-(2**7), 2**7 - 1),
    "xs:unsignedLong": (0, 2**64 - 1),
    "xs:unsignedInt": (0, 2**32 - 1),
    "xs:unsignedShort": (0, 2**16 - 1),
    "xs:unsignedByte": (0, 2**8 - 1),
}
"""Least and greatest value of every built-in type of whole numbers."""


def read_datetime(text: str) -> dt.datetime:
    """Return an `xs:dateTime` as a moment in UTC; one without a zone is taken as UTC.

    Raises:
        ValueError: it is none, or lies outside the years that can be reckoned with.
    """
    found = _DATETIME_SHAPE.fullmatch(text.strip(_SPACE))
    if found is None:
        raise _no_datetime(text)
    year, month, day, hour, minute, second = map(int, found.group(1, 2, 3, 4, 5, 6))
    fraction = found[7] or ""
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        raise _far_away(text)
    # 24:00:00 is the first moment of the next day, and nothing after it has an hour of 24.
    ends_day = hour == _LAST_HOUR and minute == second == 0 and not fraction.strip("0")
    try:
        micro = int(fraction[:6].ljust(6, "0"))
        moment = dt.datetime(year, month, day, 0 if ends_day else hour, minute, second, micro, _zone(found[8]))
    except ValueError:
        raise _no_datetime(text) from None
    try:
        return (moment + dt.timedelta(days=ends_day)).astimezone(dt.UTC)
    except OverflowError:
        raise _far_away(text) from None


def _zone(text: str | None) -> dt.timezone:
    if not text or text == "Z":
        return dt.UTC
    offset = dt.timedelta(hours=int(text[1:3]), minutes=int(text[4:]))
    return dt.timezone(-offset if text[0] == "-" else offset)


def _no_datetime(text: str) -> ValueError:
    return ValueError(f"{text!r} is not a date and time such as 2025-01-01T00:00:00Z")


def _far_away(text: str) -> ValueError:
    return ValueError(f"{text!r} lies outside the years 1 to 9999 in UTC")


def has_zone(text: str) -> bool:
    """Say whether an `xs:dateTime` names its time zone."""
    found = _DATETIME_SHAPE.fullmatch(text.strip(_SPACE))
    return found is not None and found[8] is not None


def read_date(text: str) -> tuple[int, int, int]:
    """Return year, month and day of an `xs:date`, whose year may lie far beyond those of a calendar.

    Raises:
        ValueError: it is none.
    """
    found = _DATE_SHAPE.fullmatch(text.strip(_SPACE))
    if found is None:
        raise ValueError(f"{text!r} is not a date such as 2025-01-01")
    year, month, day = int(found[1]), int(found[2]), int(found[3])
    if year == 0 or not 1 <= month <= _MONTHS:
        raise ValueError(f"{text!r} is not a date such as 2025-01-01")
    try:
        # The leap years of the calendar repeat every 400 years.
        dt.date(2000 + year % 400, month, day)
    except ValueError:
        raise ValueError(f"{text!r} is not a day of that month") from None
    return year, month, day


def read_time(text: str) -> dt.time:
    """Return an `xs:time`, without its zone; 24:00:00 is 00:00:00.

    Raises:
        ValueError: it is none.
    """
    found = _TIME_SHAPE.fullmatch(text.strip(_SPACE))
    if found is None:
        raise ValueError(f"{text!r} is not a time such as 00:00:00")
    return read_datetime(f"2000-01-01T{text.strip(_SPACE)}").astimezone(_zone(found[5])).time()


def read_whole_number(text: str, schema_type: str = "xs:integer") -> int:
    """Return a whole number of a built-in type.

    Raises:
        ValueError: it is none, or out of the type's range.
    """
    stripped = text.strip(_SPACE)
    if not _INTEGER_SHAPE.fullmatch(stripped):
        raise ValueError(f"{text!r} is not a whole number")
    number = int(stripped)
    least, most = INTEGER_RANGES[schema_type]
    if (least is not None and number < least) or (most is not None and number > most):
        raise ValueError(f"{number} is out of the range of {schema_type}")
    return number


def read_decimal(text: str) -> Decimal | None:
    """Return an `xs:decimal`, or None where it is none, or longer than any number that is meant."""
    stripped = text.strip(_SPACE)
    return Decimal(stripped) if len(stripped) <= _LONGEST_DECIMAL and _DECIMAL_SHAPE.fullmatch(stripped) else None


def is_of_type(text: str, schema_type: str) -> bool:
    """Say whether a text can stand for a value of a built-in type; a type that any text can stand for is always met."""
    if schema_type in INTEGER_RANGES:
        return _reads(lambda given: read_whole_number(given, schema_type), text)
    accept = _TYPES.get(schema_type)
    return accept is None or accept(text.strip(_SPACE))


def _reads(read: Callable[[str], object], text: str) -> bool:
    try:
        read(text)
    except ValueError:
        return False
    return True


def is_base64(text: str) -> bool:
    """Say whether a text is base64, with white space in it or not."""
    return _BASE64_SHAPE.fullmatch("".join(text.split())) is not None


_TYPES: dict[str, Callable[[str], bool]] = {
    "xs:dateTime": lambda text: _reads(read_datetime, text),
    "xs:date": lambda text: _reads(read_date, text),
    "xs:time": lambda text: _reads(read_time, text),
    "xs:boolean": lambda text: text in {"true", "false", "1", "0"},
    "xs:decimal": lambda text: _DECIMAL_SHAPE.fullmatch(text) is not None,
    "xs:base64Binary": is_base64,
    "xs:hexBinary": lambda text: re.fullmatch(r"(?:[0-9A-Fa-f]{2})*", text) is not None,
}
