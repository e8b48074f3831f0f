"""REQ155: the Device Model is a SMETS1 one."""

from collections.abc import Iterator

from s1sr_validator.checking.context import Context
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="REQ155",
    name="device-not-smets1",
    severity=Severity.ERROR,
    summary="The Central Products List has the Device Model, but not as a SMETS1 one.",
    why="This catalogue is about what SMETS1 Devices do. Another Device does what GBCS says, and nothing "
    "here bears on it.",
    example=Example(
        file="command line",
        wrong="s1sr check request.xml --device (a SMETS2+ Device Model)",
        right="s1sr check request.xml --device ESME/1028",
    ),
)


def check(context: Context) -> Iterator[Finding]:
    """Say of every entry what it is."""
    for model in context.other_models:
        message = f"Device Model {model.key} is {model.specification}, not SMETS1 (CPL entry {model.entry})"
        place = context.header("ServiceReferenceVariant")
        yield RULE.finding(message, place, tip="see: s1sr list devices")
