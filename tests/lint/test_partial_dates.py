"""Dates that may lack their day or month."""

import pytest

from s1sr_validator.lint.partial_dates import is_before, partial_period


@pytest.mark.parametrize(
    ("expected", "earlier", "later"),
    [
        (True, "2015-12-31", "2016-01-01"),
        (True, "2015-12-31", "2016"),
        (True, "2015", "2016-01"),
        (True, "2016-01", "2016-02-01"),
        (False, "2016-01-01", "2016-01-01"),
        (False, "2016", "2016-12-31"),
        (False, "2016-01-01", "2016"),
        (False, "2016-02", "2016-01-31"),
    ],
)
def test_is_before(expected: bool, earlier: str, later: str) -> None:
    """One date is before another when that holds whatever days they mean."""
    periods = partial_period(earlier), partial_period(later)
    assert periods[0] is not None
    assert periods[1] is not None
    assert expected is is_before(periods[0], periods[1])
