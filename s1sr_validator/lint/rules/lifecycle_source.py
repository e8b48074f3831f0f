"""CAT122: a source tells of what happened before its own date, and announces only what comes after."""

from collections.abc import Iterator

from s1sr_validator.lint.context import Context
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.lifecycle import Event
from s1sr_validator.model.period import Period
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="CAT122",
    name="lifecycle-source",
    severity=Severity.ERROR,
    summary="An event happened after the date of the source that is cited for it, or was announced when it was past.",
    why="A paper can propose a designation; only a later source can say that it came. Taken for the fact, the "
    "proposal would put a clause in force that may never have been.",
    example=Example(
        file="behaviours/S1B-9005.yaml",
        wrong="{date: 2014-01-01, event: designated, source: invented-annex-paper, place: paragraph 2, planned: true}",
        right="{date: 2032-01-01, event: designated, source: invented-annex-paper, place: paragraph 2, planned: true}",
    ),
)


def check(context: Context) -> Iterator[Finding]:
    """Compare the day of every event with the date of its source, where that has one."""
    for record in context.records_with_lifecycle:
        for number, event in enumerate(record.lifecycle):
            dated = context.source_days.get(event.source)
            problem = _problem(event, dated) if dated else ""
            if problem:
                yield RULE.finding(problem, context.location(record, "lifecycle", number, "date"))


def _problem(event: Event, dated: Period) -> str:
    if event.planned and (event.latest or event.date) < dated.start:
        return f"{event.event}: planned for {event.date}, but {event.source} is of {dated.start}"
    if not event.planned and dated.end is not None and event.date >= dated.end:
        return f"{event.event}: {event.source} is of {dated.start} and cannot say what happened on {event.date}"
    return ""
