"""REQ149: a schedule is for days to come."""

from collections.abc import Iterator

from s1sr_validator.checking.context import Context
from s1sr_validator.checking.moments import day_given
from s1sr_validator.checking.schedule import END_DATE, START_DATE
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="REQ149",
    name="schedule-in-past",
    severity=Severity.WARNING,
    summary="The schedule ended, or was to start, before the day asked about.",
    why="The DCC cannot carry out what lies in the past; such a request is most often an old file sent again.",
    example=Example(
        file="schedule.xml",
        wrong="<sr:ScheduleStartDate>2015-01-01</sr:ScheduleStartDate>",
        right="<sr:ScheduleStartDate>2126-01-01</sr:ScheduleStartDate>",
    ),
)


def check(context: Context) -> Iterator[Finding]:
    """Compare the end with the day, or else the start."""
    today = (context.as_of.year, context.as_of.month, context.as_of.day)
    for path, what in ((END_DATE, "ended"), (START_DATE, "was to start")):
        day = day_given(context.request, path)
        if day and day < today:
            message = f"the schedule {what} on {day[0]:04}-{day[1]:02}-{day[2]:02}, before {context.as_of}"
            tip = "give days to come, or ask about another day with --as-of"
            yield RULE.finding(message, context.body(path), tip=tip)
            return
