"""What one cell says: text, a hex code, a date, an entry number, also where a spreadsheet made a number of a code."""

import html
import re
from datetime import date, datetime

import msgspec

from s1sr_validator.exchange.workbook import CellValue

ENTRY_DIGITS = 6
_CARRIAGE_RETURN = "_x000D_"
_DAY_FIRST = re.compile(r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})")
_YEAR_FIRST = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:[T ].*)?")


class Code(msgspec.Struct, frozen=True):
    """A code read from a cell: its text (empty when it cannot be read), and whether the cell was a number."""

    text: str
    from_number: bool = False


def text_of(value: CellValue) -> str:
    """Return a cell as text on one line, without the spaces around it; an empty cell is an empty text."""
    return " ".join(lines_of(value).split())


def lines_of(value: CellValue) -> str:
    """Return a cell as text that keeps its lines, without the escapes that spreadsheets and web forms leave behind."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return html.unescape(str(value).replace(_CARRIAGE_RETURN, "")).replace("\r", "").strip()


def hex_of(value: CellValue, digits: int) -> Code:
    """Return a hex code of so many digits in upper case, without colons; a number gets its leading zeros back."""
    number = _whole(value)
    if number is not None:
        text = f"{number:0{digits}d}"
        return Code(text if len(text) == digits else "", from_number=True)
    text = text_of(value).replace(":", "").upper()
    return Code(text if re.fullmatch(rf"[0-9A-F]{{{digits}}}", text) else "")


def entry_number_of(value: CellValue) -> Code:
    """Return an entry number as six digits."""
    number = _whole(value)
    text = text_of(value) if number is None else str(number)
    return Code(entry_number(text), from_number=number is not None)


def entry_number(text: str) -> str:
    """Return a number of up to seven digits as the six of an entry number, or an empty text."""
    if not re.fullmatch(r"[0-9]{1,7}", text) or len(text.lstrip("0")) > ENTRY_DIGITS or not text.strip("0"):
        return ""
    return text.lstrip("0").zfill(ENTRY_DIGITS)


def date_of(value: CellValue) -> date | None:
    """Return the day that a cell names (day first, as the list writes it, or ISO 8601), or None."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    text = text_of(value)
    if found := _DAY_FIRST.fullmatch(text):
        day, month, year = map(int, found.groups())
    elif found := _YEAR_FIRST.fullmatch(text):
        year, month, day = map(int, found.groups())
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def comparable(value: CellValue) -> str:
    """Return a form in which the same fact reads the same in every sheet: no colons, one case, ISO dates."""
    day = date_of(value)
    return day.isoformat() if day else text_of(value).replace(":", "").casefold()


def _whole(value: CellValue) -> int | None:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None
