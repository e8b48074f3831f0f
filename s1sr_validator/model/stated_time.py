"""A moment as a message states it: the text, and what it means in UTC."""

import datetime as dt
import re

import msgspec

_DATE_TIME = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})T([0-9]{2}:[0-9]{2}:[0-9]{2})(\.[0-9]{1,30})?(Z|[+-][0-9]{2}:[0-9]{2})?"
)
_END_OF_DAY = "24:00:00"


class StatedTime(msgspec.Struct, frozen=True):
    """A date and time: `text` is empty where there is none, `utc` is None where the text is not one."""

    text: str = ""
    utc: dt.datetime | None = None


def stated_time(text: str) -> StatedTime:
    """Read a text as XML Schema's dateTime; one without a zone is taken as UTC, as DUIS means it."""
    return StatedTime(text, _in_utc(text))


def _in_utc(text: str) -> dt.datetime | None:
    shape = _DATE_TIME.fullmatch(text)
    if shape is None:
        return None
    day, clock, fraction, zone = shape[1], shape[2], shape[3] or "", shape[4] or "Z"
    # XML Schema lets the last moment of a day be written as its hour 24, with nothing behind it.
    over = dt.timedelta(days=1) if clock == _END_OF_DAY and not fraction.strip(".0") else dt.timedelta()
    try:
        moment = dt.datetime.fromisoformat(f"{day}T{'00:00:00' if over else clock}{fraction}{zone}")
        return (moment + over).astimezone(dt.UTC)
    except (ValueError, OverflowError):
        # A 30th of February, an hour 25, or a moment outside the years 1 to 9999.
        return None
