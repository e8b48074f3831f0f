"""When the entries of a simulated log were made."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from s1sr_validator.simulation.log_times import ReadPeriod, utc_text
from tests.simulation.scenes import MOMENT, request

START, END = "ReadLogPeriod.StartDateTime", "ReadLogPeriod.EndDateTime"
MOMENTS = st.datetimes(timezones=st.just(dt.UTC))


def period(start: str = "", end: str = "") -> ReadPeriod:
    """Return the period of a request with these times."""
    fields = {path: text for path, text in ((START, start), (END, end)) if text}
    return ReadPeriod(request(fields=fields), MOMENT)


@pytest.mark.parametrize(
    ("start", "end", "asked"),
    [
        ("2019-01-01T00:00:00Z", "2019-06-30T00:00:00Z", ("2019-01-01T00:00:00Z", "2019-06-30T00:00:00Z")),
        ("2019-01-01T00:00:00Z", "2020-01-31T12:00:00Z", ("2019-01-01T00:00:00", "2999-01-01T00:00:00")),
        ("2020-01-01T12:00:00Z", "2020-01-31T12:00:00Z", ("", "")),
        ("2019-12-31T23:00:00Z", "2020-01-31T12:00:00Z", ("2020-01-01T00:00:00+01:00", "no time")),
        ("2030-01-01T00:00:00Z", "2031-01-01T00:00:00Z", ("2030-01-01T00:00:00Z", "2031-01-01T00:00:00Z")),
        ("2019-06-30T00:00:00Z", "2019-06-30T00:00:00Z", ("2019-06-30T00:00:00Z", "2019-01-01T00:00:00Z")),
        ("0001-01-01T00:00:00Z", "0001-01-05T00:00:00Z", ("", "0001-01-05T00:00:00Z")),
    ],
    ids=["asked", "up to now", "a month", "other zone", "in the future", "turned round", "first days"],
)
def test_period(start: str, end: str, asked: tuple[str, str]) -> None:
    """The period is the one that was asked for, as far as it has passed; a month where none was."""
    found = period(*asked)
    assert (start, end) == (utc_text(found.start), utc_text(found.end))


@given(start=MOMENTS, end=MOMENTS, count=st.integers(1, 50), data=st.data())
def test_entries_lie_inside_and_in_order(start: dt.datetime, end: dt.datetime, count: int, data: st.DataObject) -> None:
    """No entry lies before the start, after the end, or before the one that precedes it."""
    found = ReadPeriod(request(fields={START: start.isoformat(), END: end.isoformat()}), MOMENT)
    number = data.draw(st.integers(1, count))
    assert found.start <= found.at(number, count) <= found.end
    assert found.at(number, count) <= found.at(number + 1, count)


def test_entries_stand_on_half_hours() -> None:
    """Meters write their logs on the half hour."""
    assert "2019-01-16T12:00:00Z" == utc_text(period("2019-01-01T00:10:00Z", "2019-02-01T00:00:00Z").at(1, 2 - 1))
