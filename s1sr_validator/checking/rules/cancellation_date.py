"""REQ112: an ExecutionDateTime that cancels is pointed out."""

from collections.abc import Iterator

from s1sr_validator.checking.context import Context
from s1sr_validator.checking.moments import CANCELLATION, EXECUTION, moment
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="REQ112",
    name="cancellation-date",
    severity=Severity.INFO,
    summary="The ExecutionDateTime is the one that cancels a future dated request.",
    why="3000-12-31T00:00:00Z is no time to act at: it withdraws what was future dated before. Nothing is wrong "
    "if that is meant.",
    example=Example(
        file="request.xml",
        wrong="<sr:ExecutionDateTime>3000-12-31T00:00:00Z</sr:ExecutionDateTime>",
        right="<sr:ExecutionDateTime>2126-02-01T00:00:00Z</sr:ExecutionDateTime>",
    ),
)


def check(context: Context) -> Iterator[Finding]:
    """Look for the one moment that cancels."""
    if moment(context.request, EXECUTION) == CANCELLATION and context.service.request_body.future_datable:
        message = f"{EXECUTION} is the cancellation date: this withdraws a future dated request"
        yield RULE.finding(message, context.body(EXECUTION), tip="nothing to do, if a cancellation is meant")
