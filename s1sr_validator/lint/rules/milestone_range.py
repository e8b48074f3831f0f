"""CAT161: the latest date of a milestone is not before its first."""

from collections.abc import Iterator

from s1sr_validator.lint.context import Context
from s1sr_validator.lint.partial_dates import is_before, partial_period
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="CAT161",
    name="milestone-range",
    severity=Severity.ERROR,
    summary="The latest date that a source gives for a milestone is before its first.",
    why="Readers are told between which dates to expect an event, or to look for one.",
    example=Example(
        file="editions/INVENTED-ANNEX/1.1.yaml",
        wrong='date: "2018"\n    latest: 2017-06-30',
        right='date: "2018"\n    latest: 2018-06-30',
    ),
)


def check(context: Context) -> Iterator[Finding]:
    """Compare the two dates of every milestone that has two."""
    for record in context.records_with_milestones:
        for number, milestone in enumerate(record.milestones):
            first, latest = partial_period(milestone.date), partial_period(milestone.latest)
            if first and latest and is_before(latest, first):
                message = f"{milestone.event}: at the latest {milestone.latest}, but not before {milestone.date}"
                yield RULE.finding(message, context.location(record, "milestones", number, "latest"))
