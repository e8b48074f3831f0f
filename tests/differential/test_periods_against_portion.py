"""Half-open periods and standings in time against the interval algebra of `portion`."""

import datetime as dt
from itertools import product

import portion  # type: ignore[import-untyped] # it has no types
import pytest
from hypothesis import given, settings

from s1sr_validator.index.lookup import Application
from s1sr_validator.lint.applying import live_periods
from s1sr_validator.model.lifecycle import STANDING_AFTER, Event, EventKind, Standing, timeline
from s1sr_validator.model.period import Period
from s1sr_validator.prediction.consider import joint_span
from tests.differential.how_many import how_many
from tests.invented import behaviour, row
from tests.properties.strategies import lifecycles

FIRST = dt.date(2010, 1, 1)
LAST = dt.date(2010, 1, 20)
DAYS = [FIRST + dt.timedelta(days=number) for number in range(-2, 24)]
LIVE = (Standing.OBSERVED, Standing.PROPOSED, Standing.DESIGNATED)
PERIODS = [
    Period(start=DAYS[start], end=None if end is None else DAYS[end])
    for start, end in product(range(8), (*range(8), None))
]


def interval(period: Period) -> portion.Interval:
    """Return a period as an interval of days; one that ends before it starts is empty."""
    return portion.closedopen(period.start, portion.inf if period.end is None else period.end)


def by_standing(events: tuple[Event, ...]) -> dict[Standing, portion.Interval]:
    """Return when each standing holds: each event, in the order of time and process, takes all days from its own on."""
    order = list(EventKind)
    held = {standing: portion.empty() for standing in Standing}
    for turn in sorted(events, key=lambda turn: (turn.date, order.index(turn.event))):
        if turn.planned or turn.event not in STANDING_AFTER:
            continue
        from_then = portion.closedopen(turn.date, portion.inf)
        held = {standing: days - from_then for standing, days in held.items()}
        held[STANDING_AFTER[turn.event]] |= from_then
    return held


def union(intervals: list[portion.Interval]) -> portion.Interval:
    """Return all days of the intervals."""
    whole = portion.empty()
    for each in intervals:
        whole |= each
    return whole


@pytest.mark.parametrize("one", PERIODS, ids=str)
def test_every_two_small_periods(one: Period) -> None:
    """Days, emptiness and overlap of every period of seven days, or without an end, with every other."""
    assert interval(one).empty is one.is_empty
    for day in DAYS:
        assert (day in interval(one)) is one.contains(day)
    for other in PERIODS:
        assert interval(one).overlaps(interval(other)) is one.overlaps(other), (one, other)


@settings(max_examples=how_many(100, 100_000))
@given(lifecycles)
def test_standings_in_time(events: tuple[Event, ...]) -> None:
    """Each standing holds in the days that the algebra gives it, and the live periods are the union of three."""
    held = by_standing(events)
    for standing, days in held.items():
        assert days == union([interval(span.period) for span in timeline(events) if span.standing is standing])
    assert union([held[standing] for standing in LIVE]) == union([interval(days) for days in live_periods(events)])


@settings(max_examples=how_many(100, 50_000))
@given(lifecycles, lifecycles)
def test_claim_and_row_together(of_claim: tuple[Event, ...], of_row: tuple[Event, ...]) -> None:
    """Both stand on the days of the intersection; the weaker standing counts, and an end ends both."""
    claim, other = by_standing(of_claim), by_standing(of_row)
    application = Application(behaviour("S1B-9100", lifecycle=of_claim), row("invented/a", lifecycle=of_row))
    for day in DAYS:
        found = joint_span(application, day)
        standing = [(one, two) for one, two in product(Standing, repeat=2) if day in claim[one] & other[two]]
        if not standing:
            assert found is None
            continue
        ((one, two),) = standing
        assert found is not None
        ended = [each for each in (one, two) if each not in LIVE]
        assert found.standing is (ended[0] if ended else min(one, two, key=LIVE.index))
        assert day in interval(found.period)
        assert interval(found.period) in claim[one] & other[two]
