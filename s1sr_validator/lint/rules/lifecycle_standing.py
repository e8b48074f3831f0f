"""CAT123: a behaviour or matrix row comes into being by an event that gives it a standing."""

from collections.abc import Iterator

from s1sr_validator.lint.context import Context
from s1sr_validator.model.behaviour import Behaviour, MatrixRow
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.lifecycle import timeline
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="CAT123",
    name="lifecycle-standing",
    severity=Severity.ERROR,
    summary="No event ever gives the behaviour or matrix row a standing that predicts anything.",
    why="What was only considered or planned has no standing, so it is never predicted, on any day.",
    example=Example(
        file="behaviours/S1B-9002.yaml",
        wrong="{date: 2012-03-04, event: considered,",
        right="{date: 2012-03-04, event: observed,",
    ),
)


def check(context: Context) -> Iterator[Finding]:
    """Ask for a live standing in the life of every behaviour and row."""
    records: tuple[Behaviour | MatrixRow, ...] = (*context.records.behaviours, *context.records.matrix)
    for record in records:
        if not any(span.standing.is_live for span in timeline(record.lifecycle)):
            message = "no day on which this is observed, proposed or designated"
            tip = "add the event by which it became known: observed, consulted or designated"
            yield RULE.finding(message, context.location(record, "lifecycle"), tip=tip)
