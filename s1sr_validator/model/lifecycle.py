"""The dated events of a record's life, and the standing that follows from them on a given day."""

import datetime as dt
from enum import StrEnum

import msgspec

from s1sr_validator.model.period import Period


class Standing(StrEnum):
    """How far a claim has come, weakest first; the last two end it."""

    OBSERVED = "observed"
    PROPOSED = "proposed"
    DESIGNATED = "designated"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"

    @property
    def rank(self) -> int:
        """Return 0 for the weakest standing."""
        return list(Standing).index(self)

    @property
    def is_live(self) -> bool:
        """Say whether a claim of this standing still predicts anything."""
        return self not in {Standing.SUPERSEDED, Standing.WITHDRAWN}


LIVE_STANDINGS = tuple(standing for standing in Standing if standing.is_live)


class EventKind(StrEnum):
    """What can happen to a claim on its way into the Smart Energy Code, and out of it."""

    OBSERVED = "observed"
    CONSIDERED = "considered"
    CONSULTED = "consulted"
    CONSULTATION_CLOSES = "consultation_closes"
    SUBMITTED = "submitted"
    DESIGNATED = "designated"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"


STANDING_AFTER = {
    EventKind.OBSERVED: Standing.OBSERVED,
    EventKind.CONSULTED: Standing.PROPOSED,
    EventKind.DESIGNATED: Standing.DESIGNATED,
    EventKind.SUPERSEDED: Standing.SUPERSEDED,
    EventKind.WITHDRAWN: Standing.WITHDRAWN,
}
"""The events that change a standing; the others only record what happened."""


class Event(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """One event; a planned one is what a source announced, and never changes a standing."""

    date: dt.date
    event: EventKind
    source: str
    place: str
    planned: bool = False
    latest: dt.date | None = None
    note: str = ""


class Span(msgspec.Struct, frozen=True, kw_only=True):
    """A standing and the period in which it holds."""

    standing: Standing
    period: Period


def timeline(events: tuple[Event, ...]) -> tuple[Span, ...]:
    """Return the standings that the events lead to, each with its half-open period, in order of time.

    Several events of one day count in the order of the process (consulted before designated); the last one holds.
    """
    order = list(EventKind)
    turns = sorted(
        (e for e in events if e.event in STANDING_AFTER and not e.planned), key=lambda e: (e.date, order.index(e.event))
    )
    spans = []
    for number, turn in enumerate(turns):
        end = turns[number + 1].date if number + 1 < len(turns) else None
        period = Period(start=turn.date, end=end)
        if not period.is_empty:
            spans.append(Span(standing=STANDING_AFTER[turn.event], period=period))
    return tuple(spans)


def standing_on(events: tuple[Event, ...], day: dt.date) -> Standing | None:
    """Return the standing on a day, or None before the first event that gives one."""
    return next((span.standing for span in timeline(events) if span.period.contains(day)), None)
