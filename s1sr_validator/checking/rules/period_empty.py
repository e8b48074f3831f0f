"""REQ108: a period is longer than a moment."""

from collections.abc import Iterator

from s1sr_validator.checking.context import Context
from s1sr_validator.checking.moments import periods
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="REQ108",
    name="period-empty",
    severity=Severity.WARNING,
    summary="A period starts and ends at the same moment.",
    why="Such a period holds one moment at the most, so an empty answer would say nothing about the Device.",
    example=Example(
        file="request.xml",
        wrong="<sr:EndDateTime>2025-01-01T00:00:00Z</sr:EndDateTime>",
        right="<sr:EndDateTime>2025-07-01T00:00:00Z</sr:EndDateTime>",
    ),
)


def check(context: Context) -> Iterator[Finding]:
    """Compare both ends of every period."""
    for period in periods(context.request):
        if period.end == period.start:
            message = f"{period.end_path} is the same moment as the start, {period.start:%Y-%m-%d %H:%M}"
            yield RULE.finding(
                message, context.body(period.end_path, period.end_node), tip="let the period end after it starts"
            )
