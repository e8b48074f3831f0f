"""Periods are half-open: the first day belongs, the end does not."""

import datetime as dt

import pytest

from s1sr_validator.model.period import Period

JUNE_1, JUNE_2, JUNE_3, JUNE_4 = (dt.date(2015, 6, day) for day in (1, 2, 3, 4))


@pytest.mark.parametrize(
    ("expected", "period", "day"),
    [
        (False, Period(start=JUNE_2, end=JUNE_4), JUNE_1),
        (True, Period(start=JUNE_2, end=JUNE_4), JUNE_2),
        (True, Period(start=JUNE_2, end=JUNE_4), JUNE_3),
        (False, Period(start=JUNE_2, end=JUNE_4), JUNE_4),
        (False, Period(start=JUNE_2), JUNE_1),
        (True, Period(start=JUNE_2), JUNE_2),
        (True, Period(start=JUNE_2), dt.date.max),
        (False, Period(start=JUNE_2, end=JUNE_2), JUNE_2),
        (False, Period(start=JUNE_3, end=JUNE_2), JUNE_2),
    ],
)
def test_contains(expected: bool, period: Period, day: dt.date) -> None:
    """A period contains its first day and every day before its end."""
    assert expected is period.contains(day)


@pytest.mark.parametrize(
    ("expected", "period", "other"),
    [
        (True, Period(start=JUNE_1, end=JUNE_3), Period(start=JUNE_2, end=JUNE_4)),
        (True, Period(start=JUNE_1, end=JUNE_4), Period(start=JUNE_2, end=JUNE_3)),
        (True, Period(start=JUNE_1), Period(start=JUNE_4)),
        (True, Period(start=JUNE_1), Period(start=JUNE_3, end=JUNE_4)),
        (False, Period(start=JUNE_1, end=JUNE_2), Period(start=JUNE_2, end=JUNE_3)),
        (False, Period(start=JUNE_1, end=JUNE_2), Period(start=JUNE_3)),
        (False, Period(start=JUNE_1), Period(start=JUNE_2, end=JUNE_2)),
    ],
    ids=["across", "within", "both open", "open and closed", "adjoining", "apart", "empty"],
)
def test_overlaps(expected: bool, period: Period, other: Period) -> None:
    """Two periods overlap when some day lies in both, whichever is asked."""
    assert (expected, expected) == (period.overlaps(other), other.overlaps(period))


@pytest.mark.parametrize(
    ("expected", "period"),
    [
        (False, Period(start=JUNE_1)),
        (False, Period(start=JUNE_1, end=JUNE_2)),
        (True, Period(start=JUNE_1, end=JUNE_1)),
        (True, Period(start=JUNE_2, end=JUNE_1)),
    ],
)
def test_is_empty(expected: bool, period: Period) -> None:
    """A period whose end is not after its start holds no day."""
    assert expected is period.is_empty
