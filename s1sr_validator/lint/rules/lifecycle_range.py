"""CAT121: the latest day of an event is not before its first."""

from collections.abc import Iterator

from s1sr_validator.lint.context import Context
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="CAT121",
    name="lifecycle-range",
    severity=Severity.ERROR,
    summary="The latest day that a source gives for an event is before its first.",
    why="Readers are told between which days to expect a change.",
    example=Example(
        file="behaviours/S1B-9004.yaml",
        wrong="date: 2031-01-01\n    latest: 2030-02-01",
        right="date: 2031-01-01\n    latest: 2031-02-01",
    ),
)


def check(context: Context) -> Iterator[Finding]:
    """Compare the two days of every event that has two."""
    for record in context.records_with_lifecycle:
        for number, event in enumerate(record.lifecycle):
            if event.latest is not None and event.latest < event.date:
                message = f"{event.event}: at the latest on {event.latest}, but not before {event.date}"
                yield RULE.finding(message, context.location(record, "lifecycle", number, "latest"))
