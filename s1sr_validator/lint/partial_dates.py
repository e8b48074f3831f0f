"""Dates that a source may give without a day or a month, as the period of days that they can mean."""

import datetime as dt

from s1sr_validator.model.period import Period

_WITH_DAY, _WITH_MONTH = 3, 2


def partial_period(text: str) -> Period | None:
    """Return the days that `2022`, `2022-10` or `2022-10-31` can mean, or None where the calendar has no such day."""
    try:
        parts = [int(part) for part in text.split("-")]
        start = dt.date(*[*parts, 1, 1][:3])
        return Period(start=start, end=_end(start, len(parts)))
    except (ValueError, OverflowError):
        return None


def is_before(earlier: Period, later: Period) -> bool:
    """Say whether every day that the first can mean comes before every day that the second can mean."""
    return earlier.end is not None and earlier.end <= later.start


def _end(start: dt.date, precision: int) -> dt.date:
    if precision == _WITH_DAY:
        return start + dt.timedelta(days=1)
    if precision == _WITH_MONTH:
        return (start.replace(day=28) + dt.timedelta(days=4)).replace(day=1)
    return start.replace(year=start.year + 1)
