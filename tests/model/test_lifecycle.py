"""Events lead to standings, each with its half-open period."""

import datetime as dt

import pytest

from s1sr_validator.model.lifecycle import (
    LIVE_STANDINGS,
    STANDING_AFTER,
    Event,
    EventKind,
    Span,
    Standing,
    standing_on,
    timeline,
)
from s1sr_validator.model.period import Period
from tests.invented import event


def span(standing: Standing, start: str, end: str = "") -> Span:
    """Return a span from texts."""
    last = dt.date.fromisoformat(end) if end else None
    return Span(standing=standing, period=Period(start=dt.date.fromisoformat(start), end=last))


@pytest.mark.parametrize(
    ("expected", "events"),
    [
        ((), ()),
        ((span(Standing.OBSERVED, "2010-01-01"),), (event("observed", "2010-01-01"),)),
        (
            (span(Standing.PROPOSED, "2010-01-01", "2011-01-01"), span(Standing.DESIGNATED, "2011-01-01")),
            (event("designated", "2011-01-01"), event("consulted", "2010-01-01")),
        ),
        (
            (span(Standing.DESIGNATED, "2010-01-01"),),
            (event("designated", "2010-01-01"), event("consulted", "2010-01-01")),
        ),
        (
            (span(Standing.PROPOSED, "2010-01-01"),),
            (event("consulted", "2010-01-01"), event("designated", "2011-01-01", planned=True)),
        ),
        (
            (span(Standing.PROPOSED, "2010-01-01"),),
            (
                event("considered", "2009-01-01"),
                event("consulted", "2010-01-01"),
                event("consultation_closes", "2010-02-01"),
                event("submitted", "2010-03-01"),
            ),
        ),
    ],
    ids=["no event", "one event", "out of order", "one day", "planned", "events without a standing"],
)
def test_timeline(expected: tuple[Span, ...], events: tuple[Event, ...]) -> None:
    """Each event that gives a standing opens a span that the next one ends; planned events never count."""
    assert expected == timeline(events)


@pytest.mark.parametrize(
    ("expected", "day"),
    [
        (None, "2009-12-31"),
        (Standing.PROPOSED, "2010-01-01"),
        (Standing.PROPOSED, "2010-12-31"),
        (Standing.DESIGNATED, "2011-01-01"),
        (Standing.DESIGNATED, "2019-12-31"),
        (Standing.SUPERSEDED, "2020-01-01"),
        (Standing.SUPERSEDED, "9999-12-31"),
    ],
)
def test_standing_on(expected: Standing | None, day: str) -> None:
    """The standing changes on the day of the event, and there is none before the first."""
    events = (event("consulted", "2010-01-01"), event("designated", "2011-01-01"), event("superseded", "2020-01-01"))
    assert expected == standing_on(events, dt.date.fromisoformat(day))


def test_a_claim_can_come_back() -> None:
    """A later event counts even after one that ended the claim."""
    events = (event("withdrawn", "2010-01-01"), event("consulted", "2011-01-01"))
    assert Standing.PROPOSED is standing_on(events, dt.date(2012, 1, 1))


def test_standings_rank_from_weak_to_ended() -> None:
    """The order of standings is the order of the process."""
    assert [0, 1, 2, 3, 4] == [standing.rank for standing in Standing]


def test_live_standings() -> None:
    """Claims that are superseded or withdrawn predict nothing."""
    assert (Standing.OBSERVED, Standing.PROPOSED, Standing.DESIGNATED) == LIVE_STANDINGS
    assert list(LIVE_STANDINGS) == [standing for standing in Standing if standing.is_live]


def test_every_standing_has_an_event_that_gives_it() -> None:
    """No standing is out of reach, and no event leads to two."""
    assert set(Standing) == set(STANDING_AFTER.values())
    assert set(STANDING_AFTER) < set(EventKind)
