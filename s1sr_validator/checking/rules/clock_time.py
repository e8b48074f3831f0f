"""REQ144: a clock is set to the day on which it is set."""

from collections.abc import Iterator

from s1sr_validator.checking.context import Context
from s1sr_validator.checking.moments import moment
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="REQ144",
    name="clock-time",
    severity=Severity.WARNING,
    summary="The CurrentDateTime lies more than a day from the day asked about.",
    why="The Device's clock would be set by it, and every entry that the Device writes from then on carries"
    " that time. It is most often an old file sent again.",
    example=Example(
        file="clock.xml",
        wrong="<sr:CurrentDateTime>2015-01-31T12:00:00Z</sr:CurrentDateTime>",
        right="<sr:CurrentDateTime>2026-01-31T12:00:00Z</sr:CurrentDateTime>",
    ),
)

CLOCK = "CurrentDateTime"


def check(context: Context) -> Iterator[Finding]:
    """Compare the days; one more or less may be due to the time zone."""
    current = moment(context.request, CLOCK)
    if current and abs((current.date() - context.as_of).days) > 1:
        message = f"{CLOCK} {current:%Y-%m-%d %H:%M} is not on {context.as_of}"
        tip = "give the time of sending, or ask about another day with --as-of"
        yield RULE.finding(message, context.body(CLOCK), tip=tip)
