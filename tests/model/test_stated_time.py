"""Moments as messages state them."""

import datetime as dt

import pytest

from s1sr_validator.model.stated_time import stated_time


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("2015-07-01T10:15:30", "2015-07-01T10:15:30Z"),
        ("2015-07-01T10:15:30", "2015-07-01T10:15:30"),
        ("2015-07-01T09:15:30", "2015-07-01T10:15:30+01:00"),
        ("2015-07-01T10:15:30.123456", "2015-07-01T10:15:30.1234567Z"),
        ("2015-07-02T00:00:00", "2015-07-01T24:00:00Z"),
        ("2016-01-01T00:00:00", "2015-12-31T24:00:00.00Z"),
        ("3000-12-31T00:00:00", "3000-12-31T00:00:00.00Z"),
    ],
)
def test_moments(expected: str, text: str) -> None:
    """A date and time is read as UTC; without a zone it is UTC, and hour 24 is the next day's midnight."""
    moment = stated_time(text)
    assert (text, dt.datetime.fromisoformat(expected).replace(tzinfo=dt.UTC)) == (moment.text, moment.utc)
    assert moment.utc is not None
    assert dt.UTC is moment.utc.tzinfo


@pytest.mark.parametrize(
    "text",
    [
        "",
        "yesterday",
        "2015-07-01",
        "20150701T101530Z",
        "2015-07-01 10:15:30",
        "2015-W27-3T10:15:30",
        "2015-02-30T00:00:00Z",
        "2015-07-01T25:00:00Z",
        "2015-07-01T24:00:01Z",
        "2015-07-01T24:00:00.1Z",
        "0001-01-01T00:00:00+01:00",
        "9999-12-31T24:00:00Z",
        "2015-07-01T10:15:30+99:99",
    ],
)
def test_no_moments(text: str) -> None:
    """What is no date and time of the schema, or outside the years 1 to 9999, is kept as text only."""
    moment = stated_time(text)
    assert (text, None) == (moment.text, moment.utc)
