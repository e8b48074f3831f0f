"""REQ143: what a Device is to do for a while is still to come."""

from collections.abc import Iterator

from s1sr_validator.checking.context import Context
from s1sr_validator.checking.moments import periods
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="REQ143",
    name="period-over",
    severity=Severity.WARNING,
    summary="The period in which a Device is to do something ended before the day asked about.",
    why="Such a request asks for nothing that is still to be done; it is most often an old file sent again.",
    example=Example(
        file="limit.xml",
        wrong=""
        "<sr:EndDateTime>2020-06-01T12:00:00Z</sr:EndDateTime><sr:StartDateTime>2020-06-01T11:00:00Z"
        "</sr:StartDateTime>",
        right=""
        "<sr:EndDateTime>2126-06-01T12:00:00Z</sr:EndDateTime><sr:StartDateTime>2126-06-01T11:00:00Z"
        "</sr:StartDateTime>",
    ),
)


def check(context: Context) -> Iterator[Finding]:
    """Compare the end of a period of the body itself with the day; a log's period has a name, and lies in the past."""
    for period in periods(context.request):
        if not period.name and period.start <= period.end and period.end.date() < context.as_of:
            message = f"the period ended on {period.end.date()}, before {context.as_of}"
            tip = "give a time to come, or ask about another day with --as-of"
            yield RULE.finding(message, context.body(period.end_path, period.end_node), tip=tip)
