"""REQ109: a log is not asked for a time that is still to come."""

from collections.abc import Iterator

from s1sr_validator.checking.context import Context
from s1sr_validator.checking.moments import EXECUTION, LOG_PERIOD, moment, periods
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="REQ109",
    name="period-in-future",
    severity=Severity.WARNING,
    summary="The period of a log lies wholly after the day on which it is read.",
    why="A log holds what has happened. The day is that of the ExecutionDateTime where there is one, else the "
    "day asked about.",
    example=Example(
        file="request.xml",
        wrong=""
        "<sr:StartDateTime>2126-03-01T00:00:00Z</sr:StartDateTime><sr:EndDateTime>2126-07-01T00:00:00Z</sr:EndDateTime>",
        right=""
        "<sr:StartDateTime>2025-01-01T00:00:00Z</sr:StartDateTime><sr:EndDateTime>2025-07-01T00:00:00Z</sr:EndDateTime>",
    ),
)


def check(context: Context) -> Iterator[Finding]:
    """Compare the start of the log period with the day of reading."""
    executed = moment(context.request, EXECUTION)
    day = max(context.as_of, executed.date()) if executed else context.as_of
    for period in periods(context.request):
        if period.name == LOG_PERIOD and day < period.start.date() and period.start <= period.end:
            message = f"the log period starts on {period.start.date()}, after the day of reading, {day}"
            yield RULE.finding(
                message, context.body(period.start_path, period.start_node), tip="ask for a time that has passed"
            )
