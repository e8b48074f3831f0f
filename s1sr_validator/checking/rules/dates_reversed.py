"""REQ141: a span of dates does not end before it starts."""

from collections.abc import Iterator

from s1sr_validator.checking.context import Context
from s1sr_validator.checking.moments import date_pairs
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="REQ141",
    name="dates-reversed",
    severity=Severity.ERROR,
    summary="An EndDate lies before its StartDate.",
    why="The schema does not compare the two. A calendar or schedule with such a span never comes to act.",
    example=Example(
        file="schedule.xml",
        wrong="<sr:ScheduleEndDate>2125-12-01</sr:ScheduleEndDate>",
        right="<sr:ScheduleEndDate>2126-12-01</sr:ScheduleEndDate>",
    ),
)


def check(context: Context) -> Iterator[Finding]:
    """Compare both ends of every span."""
    for span in date_pairs(context.request):
        if span.end < span.start:
            message = f"{span.end_path} {span.end_text} is before the start {span.start_text}"
            yield RULE.finding(
                message, context.body(span.end_path, span.end_node), tip="exchange the two, or correct one of them"
            )
