"""CAT120: the events of a record follow the process by which a clause comes into the Code, and out of it."""

from collections.abc import Iterator
from itertools import pairwise

from s1sr_validator.lint.context import Context
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.lifecycle import STANDING_AFTER, Event, EventKind
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="CAT120",
    name="lifecycle-order",
    severity=Severity.ERROR,
    summary="An event comes before one that it needs, takes a standing back, or follows the end.",
    why="The standing on a day is read from the events. Out of order, a designated clause would fall back to a "
    "proposal, or a withdrawn one live on.",
    example=Example(
        file="behaviours/S1B-9001.yaml",
        wrong="{date: 2009-01-01, event: designated,",
        right="{date: 2011-01-01, event: designated,",
    ),
)
_PROCESS = list(EventKind)
_AT_ANY_TIME = EventKind.CONSIDERED
_ENDS = (EventKind.SUPERSEDED, EventKind.WITHDRAWN)

Numbered = tuple[int, Event]


def check(context: Context) -> Iterator[Finding]:
    """Look at the events of every record in the order of their days."""
    for record in context.records_with_lifecycle:
        events = sorted(enumerate(record.lifecycle), key=lambda item: (item[1].date, _PROCESS.index(item[1].event)))
        for number, problem in (*_taken_back(events), *_too_early(events), *_after_the_end(events)):
            yield RULE.finding(problem, context.location(record, "lifecycle", number, "event"))


def _taken_back(events: list[Numbered]) -> Iterator[tuple[int, str]]:
    """Find events that lead to a weaker standing than the one before; what is only planned changes none."""
    turns = [(number, event) for number, event in events if event.event in STANDING_AFTER and not event.planned]
    for (_, before), (number, event) in pairwise(turns):
        if STANDING_AFTER[event.event].rank < STANDING_AFTER[before.event].rank:
            yield number, f"{event.event} on {event.date} follows {before.event} on {before.date}"


def _too_early(events: list[Numbered]) -> Iterator[tuple[int, str]]:
    """Find steps whose first day comes before that of an earlier step. A step may be repeated afterwards."""
    firsts = [first for kind in _PROCESS if kind is not _AT_ANY_TIME and (first := _first(events, kind))]
    for place, (number, event) in enumerate(firsts):
        for _, before in firsts[:place]:
            if (
                event.date < before.date
                and not (_is_turn(event) and _is_turn(before))
                and not _overtaken(before, event)
            ):
                yield number, f"{event.event} on {event.date} comes before {before.event} on {before.date}"


def _after_the_end(events: list[Numbered]) -> Iterator[tuple[int, str]]:
    ends = [event for _, event in events if event.event in _ENDS and not event.planned]
    for number, event in events:
        if ends and event.event not in STANDING_AFTER and not event.planned and event.date > ends[0].date:
            yield number, f"{event.event} on {event.date} comes after {ends[0].event} on {ends[0].date}"


def _first(events: list[Numbered], kind: EventKind) -> Numbered | None:
    """Return the first event of a kind; what happened counts before what was planned."""
    found = [item for item in events if item[1].event is kind]
    return min(found, key=lambda item: item[1].planned, default=None)


def _overtaken(plan: Event, event: Event) -> bool:
    """Say whether the earlier step was only planned, and the later one happened without it."""
    return plan.planned and not event.planned


def _is_turn(event: Event) -> bool:
    return event.event in STANDING_AFTER and not event.planned
