"""CAT162: a source tells of milestones that happened before its own date, and announces those to come."""

from collections.abc import Iterator

from s1sr_validator.lint.context import Context
from s1sr_validator.lint.partial_dates import is_before, partial_period
from s1sr_validator.model.dated import Milestone, MilestoneStatus
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.period import Period
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="CAT162",
    name="milestone-source",
    severity=Severity.ERROR,
    summary="A milestone happened after the date of its source, or was announced when it was past.",
    why="A paper can set a date for what is to come, and then the milestone is final, a draft or announced. That it "
    "happened, only a later source can say.",
    example=Example(
        file="cohorts/invented-alpha.yaml",
        wrong="{date: 2016-07, event: migration_completed,",
        right="{date: 2016-04, event: migration_completed,",
    ),
)


def check(context: Context) -> Iterator[Finding]:
    """Compare the date of every milestone with the date of its source, where that has one."""
    for record in context.records_with_milestones:
        for number, milestone in enumerate(record.milestones):
            dated = context.source_days.get(milestone.source)
            problem = _problem(milestone, dated) if dated else ""
            if problem:
                location = context.location(record, "milestones", number, "date")
                yield RULE.finding(problem, location, tip="cite the source that can say so, or correct the status")


def _problem(milestone: Milestone, dated: Period) -> str:
    first, last = partial_period(milestone.date), partial_period(milestone.latest or milestone.date)
    if milestone.status is MilestoneStatus.HAPPENED and first and is_before(dated, first):
        return (
            f"{milestone.event}: {milestone.source} is of {dated.start} and cannot say what happened {milestone.date}"
        )
    if milestone.status is MilestoneStatus.ANNOUNCED and last and is_before(last, dated):
        return f"{milestone.event}: announced for {milestone.date}, but {milestone.source} is of {dated.start}"
    return ""
