"""REQ110: only a service that can be future dated has an ExecutionDateTime."""

from collections.abc import Iterator

from s1sr_validator.checking.context import Context
from s1sr_validator.checking.moments import EXECUTION
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="REQ110",
    name="not-future-datable",
    severity=Severity.ERROR,
    summary="The body has an ExecutionDateTime, but its service cannot be future dated.",
    why="The element belongs to future datable bodies only; here it promises a time that nobody will keep.",
    example=Example(
        file="read_configuration.xml",
        wrong="<sr:ReadDeviceConfigurationIdentityExcMPxN>"
        "<sr:ExecutionDateTime>2126-02-01T00:00:00Z</sr:ExecutionDateTime>"
        "</sr:ReadDeviceConfigurationIdentityExcMPxN>",
        right="<sr:ReadDeviceConfigurationIdentityExcMPxN></sr:ReadDeviceConfigurationIdentityExcMPxN>",
    ),
)


def check(context: Context) -> Iterator[Finding]:
    """Look for the element in a body that has no place for it."""
    if EXECUTION in context.request.fields and not context.service.request_body.future_datable:
        message = f"SRV {context.service.id} cannot be future dated, but the body has an {EXECUTION}"
        yield RULE.finding(message, context.body(EXECUTION), tip=f"leave {EXECUTION} out")
