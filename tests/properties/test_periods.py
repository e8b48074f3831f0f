"""Laws of periods and of the standings that events lead to."""

import datetime as dt
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from s1sr_validator.model.lifecycle import STANDING_AFTER, Event, EventKind, Standing, standing_on, timeline
from s1sr_validator.model.period import Period
from tests.properties.strategies import days, lifecycles

ALL_DAYS = [dt.date(2009, 12, 30) + dt.timedelta(days=number) for number in range(30)]
periods = st.builds(Period, start=days, end=st.one_of(st.none(), days))


@given(st.lists(days, min_size=2, unique=True).map(sorted))
def test_adjoining_periods_part_the_days(cuts: list[dt.date]) -> None:
    """Every day from the first to the last cut lies in exactly one of the periods between them; no other day does."""
    adjoining = [Period(start=start, end=end) for start, end in pairwise(cuts)]
    for day in ALL_DAYS:
        assert (cuts[0] <= day < cuts[-1]) == sum(period.contains(day) for period in adjoining)


@given(periods, periods)
def test_periods_overlap_when_they_share_a_day(one: Period, other: Period) -> None:
    """Overlap is nothing but a common day."""
    shared = any(one.contains(day) and other.contains(day) for day in ALL_DAYS)
    assert shared is one.overlaps(other) is other.overlaps(one)


@given(periods)
def test_an_empty_period_has_no_day(period: Period) -> None:
    """A period is empty when no day lies in it."""
    assert period.is_empty is not any(period.contains(day) for day in ALL_DAYS)


def told_by_hand(events: tuple[Event, ...], day: dt.date) -> Standing | None:
    """Return the standing on a day by going through the events: the last one until then decides."""
    order = list(EventKind)
    happened = [e for e in events if not e.planned and e.event in STANDING_AFTER and e.date <= day]
    last = max(happened, key=lambda e: (e.date, order.index(e.event)), default=None)
    return STANDING_AFTER[last.event] if last else None


@given(lifecycles)
def test_the_last_event_decides(events: tuple[Event, ...]) -> None:
    """The standing on a day is what the last event until then leads to; without one there is none."""
    for day in ALL_DAYS:
        assert told_by_hand(events, day) == standing_on(events, day)


@given(lifecycles)
def test_spans_adjoin(events: tuple[Event, ...]) -> None:
    """Spans follow each other without gap or overlap, none is empty, and the last has no end."""
    spans = timeline(events)
    for one, next_one in pairwise(spans):
        assert one.period.end == next_one.period.start
    assert not any(span.period.is_empty for span in spans)
    assert all(span.period.end is None for span in spans[-1:])


@given(lifecycles)
def test_on_a_boundary_day_exactly_one_span_holds(events: tuple[Event, ...]) -> None:
    """On the day of a change the new standing holds, and the old one no more."""
    spans = timeline(events)
    for one, next_one in pairwise(spans):
        holding = [span for span in spans if span.period.contains(next_one.period.start)]
        assert [next_one] == holding
        assert one not in holding


@given(st.data(), lifecycles)
def test_the_order_of_events_makes_no_difference(data: st.DataObject, events: tuple[Event, ...]) -> None:
    """A lifecycle is told by dates, not by the order in the file."""
    shuffled = tuple(data.draw(st.permutations(events)))
    assert timeline(events) == timeline(shuffled)


@given(lifecycles)
def test_planned_events_never_count(events: tuple[Event, ...]) -> None:
    """What a source only announced changes nothing."""
    assert timeline(events) == timeline(tuple(event for event in events if not event.planned))
