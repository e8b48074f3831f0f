"""REQ111: an ExecutionDateTime does not lie in the past."""

from collections.abc import Iterator

from s1sr_validator.checking.context import Context
from s1sr_validator.checking.moments import EXECUTION, moment
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="REQ111",
    name="execution-in-past",
    severity=Severity.WARNING,
    summary="The ExecutionDateTime lies before the day asked about.",
    why="A request is future dated to a time that is still to come; one in the past is most often an old file "
    "sent again.",
    example=Example(
        file="request.xml",
        wrong="<sr:ExecutionDateTime>2015-02-01T00:00:00Z</sr:ExecutionDateTime>",
        right="<sr:ExecutionDateTime>2126-02-01T00:00:00Z</sr:ExecutionDateTime>",
    ),
)


def check(context: Context) -> Iterator[Finding]:
    """Compare the day of execution with the day asked about."""
    executed = moment(context.request, EXECUTION)
    if executed and executed.date() < context.as_of and context.service.request_body.future_datable:
        message = f"{EXECUTION} {executed:%Y-%m-%d %H:%M} is before {context.as_of}"
        tip = f"give a time to come, leave {EXECUTION} out, or ask about another day with --as-of"
        yield RULE.finding(message, context.body(EXECUTION), tip=tip)
