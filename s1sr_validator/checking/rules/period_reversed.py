"""REQ107: a period does not end before it starts."""

from collections.abc import Iterator

from s1sr_validator.checking.context import Context
from s1sr_validator.checking.moments import periods
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="REQ107",
    name="period-reversed",
    severity=Severity.ERROR,
    summary="A period's EndDateTime lies before its StartDateTime.",
    why="The schema does not compare the two, so such a period passes validation and selects nothing.",
    example=Example(
        file="request.xml",
        wrong="<sr:EndDateTime>2024-07-01T00:00:00Z</sr:EndDateTime>",
        right="<sr:EndDateTime>2025-07-01T00:00:00Z</sr:EndDateTime>",
    ),
)


def check(context: Context) -> Iterator[Finding]:
    """Compare both ends of every period."""
    for period in periods(context.request):
        if period.end < period.start:
            message = f"{period.end_path} {period.end:%Y-%m-%d %H:%M} is before the start {period.start:%Y-%m-%d %H:%M}"
            yield RULE.finding(
                message, context.body(period.end_path, period.end_node), tip="exchange the two, or correct one of them"
            )
