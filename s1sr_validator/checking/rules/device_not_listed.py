"""REQ119: the Device Model stands in the current Central Products List."""

from collections.abc import Iterator

from s1sr_validator.checking.context import Context
from s1sr_validator.model.device import CplStatus
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="REQ119",
    name="device-not-listed",
    severity=Severity.WARNING,
    summary="The Central Products List marks the Device Model as removed, or no longer has it.",
    why="A model that is not on the list should not be in use, so an answer about it rests on the past.",
    example=Example(
        file="command line",
        wrong="s1sr check request.xml --device (a removed Device Model)",
        right="s1sr check request.xml --device (a current Device Model)",
    ),
)


_WORDS = {
    CplStatus.REMOVED: "is marked as removed in the Central Products List",
    CplStatus.ABSENT: "is no longer in the Central Products List",
}


def check(context: Context) -> Iterator[Finding]:
    """Ask for the status of every Device Model."""
    for device in context.devices:
        if device.cpl.status is not CplStatus.CURRENT:
            message = f"Device Model {device.id} {_WORDS[device.cpl.status]}"
            tip = f"see: s1sr show {device.id}"
            yield RULE.finding(message, context.header("ServiceReferenceVariant"), tip=tip)
