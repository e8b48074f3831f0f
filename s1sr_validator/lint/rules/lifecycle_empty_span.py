"""CAT124: a standing lasts for at least a day."""

from collections.abc import Iterator
from itertools import combinations

from s1sr_validator.lint.context import Context
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.lifecycle import STANDING_AFTER, Event
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="CAT124",
    name="lifecycle-empty-span",
    severity=Severity.WARNING,
    summary="Two events of one day each give a standing, so one of the two standings holds on no day.",
    why="Only the last step of a day counts. As a rule one of the two dates was copied from the other.",
    example=Example(
        file="behaviours/S1B-9001.yaml",
        wrong="{date: 2010-01-01, event: designated,",
        right="{date: 2011-01-01, event: designated,",
    ),
)


def check(context: Context) -> Iterator[Finding]:
    """Look for two standings that begin on one day."""
    for record in context.records_with_lifecycle:
        turns = [(number, event) for number, event in enumerate(record.lifecycle) if _is_turn(event)]
        for (_, before), (number, event) in combinations(turns, 2):
            if event.date == before.date:
                message = f"{before.event} and {event.event} on one day, {event.date}"
                yield RULE.finding(message, context.location(record, "lifecycle", number, "date"))


def _is_turn(event: Event) -> bool:
    return event.event in STANDING_AFTER and not event.planned
