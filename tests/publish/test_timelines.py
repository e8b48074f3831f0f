"""Timelines: drawn to scale, with titles, hollow where an event is only planned."""

import datetime as dt

import pytest

from s1sr_validator.publish.timelines import Mark, day_of, timeline
from tests.publish.published import Seen


@pytest.mark.parametrize(
    ("day", "date"),
    [(dt.date(2020, 5, 6), "2020-05-06"), (dt.date(2020, 5, 15), "2020-05"), (dt.date(2020, 7, 1), "2020")],
)
def test_a_date_without_a_day_is_drawn_in_its_middle(day: dt.date, date: str) -> None:
    """A month or a year alone claims no first day."""
    assert day == day_of(date)


def test_later_events_stand_further_right() -> None:
    """The picture is to scale, and says what it shows."""
    shown = timeline([Mark("a", "2020-01-01", "first"), Mark("a", "2020-07-01", "second", planned=True)], title="Life")
    first, second = (int(part.partition('"')[0]) for part in shown.split('cx="')[1:])
    assert first < second
    assert "Life" in Seen(shown).text
    assert "2020-07-01: second" in Seen(shown).text
    assert (shown.count('class="happened"'), shown.count('class="planned"')) == (1, 1)


@pytest.mark.parametrize("last", ["2021", "2031", "2120"])
def test_years_stay_readable(last: str) -> None:
    """A long time has as many years written out as fit."""
    shown = timeline([Mark("a", "2020", "x"), Mark("a", last, "y")], title="t")
    assert 2 <= shown.count('class="year"') <= 17
