"""REQ153: the target is of the Device Model that is asked about."""

from collections.abc import Iterator

from s1sr_validator.checking.context import Context
from s1sr_validator.checking.request_ids import read_request_id
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="REQ153",
    name="target-is-another-model",
    severity=Severity.WARNING,
    summary="The target of the RequestID was stated as a Device Model that is none of those asked about.",
    why="Either the request goes to another Device, or the question is about another model; the answer "
    "would be about the wrong one.",
    example=Example(
        file="command line",
        wrong="s1sr check request.xml --device GSME/1063",
        right="s1sr check request.xml --device ESME/1028",
    ),
)


def check(context: Context) -> Iterator[Finding]:
    """Compare the stated model with those asked about."""
    found = read_request_id(context.request.request_id)
    stated = context.targets.get(found.target) if found else None
    if found and stated and stated.id not in {device.id for device in context.devices}:
        message = f"the target {found.target} is stated as {stated.id}, which is none of the Device Models asked about"
        yield RULE.finding(message, context.header("RequestID"), tip="correct the target, the statement or --device")
