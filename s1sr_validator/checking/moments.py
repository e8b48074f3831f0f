"""Moments and periods of a request, where its texts give any."""

import datetime as dt
from collections.abc import Iterator
from functools import lru_cache

import msgspec

from s1sr_validator.model.request import Request, RequestField
from s1sr_validator.model.xsd_types import read_date, read_datetime

EXECUTION = "ExecutionDateTime"
LOG_PERIOD = "ReadLogPeriod"
CANCELLATION = dt.datetime(3000, 12, 31, tzinfo=dt.UTC)
"""The ExecutionDateTime that stands for cancelling a future dated request."""

Day = tuple[int, int, int]
"""Year, month and day."""

_START, _END = "StartDateTime", "EndDateTime"


class RequestedPeriod(msgspec.Struct, frozen=True):
    """A period of the body with both of its ends; `name` is the element that holds them, empty for the body itself."""

    name: str
    start_path: str
    start_node: int
    start: dt.datetime
    end_path: str
    end_node: int
    end: dt.datetime


def moment(request: Request, path: str) -> dt.datetime | None:
    """Return a field as a moment in UTC, or None where it is not there or is no date and time."""
    field = request.first(path)
    return None if field is None else _read(field)


def _read(field: RequestField) -> dt.datetime | None:
    return _read_text(field.text)


@lru_cache(16)
def _read_text(text: str) -> dt.datetime | None:
    """Return a text as a moment; several rules ask about one request, one after the other."""
    try:
        return read_datetime(text)
    except ValueError:
        return None


def periods(request: Request) -> Iterator[RequestedPeriod]:
    """Yield the periods of the body whose start and end are both there, each of a repeated element too."""
    for path, starts in request.fields.items():
        parent, dot, name = path.rpartition(".")
        if name != _START:
            continue
        end_path = parent + dot + _END
        # Where one of them lacks an end it cannot be told which belong together.
        ends = request.fields.get(end_path, ())
        for first, last in zip(starts, ends, strict=True) if len(starts) == len(ends) else ():
            start, end = _read(first), _read(last)
            if start is not None and end is not None:
                yield RequestedPeriod(parent, path, first.node, start, end_path, last.node, end)


class Span(msgspec.Struct, frozen=True):
    """A span of dates of the body, with both of its ends as they are written."""

    start: Day
    start_text: str
    end_path: str
    end_node: int
    end: Day
    end_text: str


def day_given(request: Request, path: str) -> Day | None:
    """Return a field as a day, or None where it is not there or is no date of the calendar's years."""
    field = request.first(path)
    return None if field is None else _read_day(field)


def _read_day(field: RequestField) -> Day | None:
    # A year beyond those of a calendar stands for any year, so nothing can be compared with it.
    try:
        day = read_date(field.text)
    except ValueError:
        return None
    return day if dt.MINYEAR <= day[0] <= dt.MAXYEAR else None


def date_pairs(request: Request) -> Iterator[Span]:
    """Yield the spans of dates of the body whose ends are both there, each of a repeated element too."""
    for path, starts in request.fields.items():
        parent, dot, name = path.rpartition(".")
        if not name.endswith("StartDate"):
            continue
        end_path = parent + dot + name.removesuffix("StartDate") + "EndDate"
        ends = request.fields.get(end_path, ())
        for first, last in zip(starts, ends, strict=True) if len(starts) == len(ends) else ():
            start, end = _read_day(first), _read_day(last)
            if start and end:
                yield Span(start, first.text, end_path, last.node, end, last.text)
