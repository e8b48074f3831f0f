"""REQ106: originator and target of the RequestID differ."""

from collections.abc import Iterator

from s1sr_validator.checking.context import Context, shown
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="REQ106",
    name="originator-is-target",
    severity=Severity.ERROR,
    summary="The RequestID names the same EUI-64 as originator and as target.",
    why="The first part is the User, the second the Device or the DCC. If they are the same, one of them was put "
    "in twice.",
    example=Example(
        file="request.xml",
        wrong="<sr:RequestID>00-00-5E-EF-10-00-00-A1:00-00-5E-EF-10-00-00-A1:",
        right="<sr:RequestID>00-00-5E-EF-10-00-00-01:00-00-5E-EF-10-00-00-A1:",
    ),
)


_PARTS = 3


def check(context: Context) -> Iterator[Finding]:
    """Compare the first two parts, whatever the case of their digits."""
    parts = context.request.request_id.upper().split(":")
    if len(parts) == _PARTS and parts[0] and parts[0] == parts[1]:
        message = f"originator and target of the RequestID are both {shown(parts[0])}"
        tip = "the first part is the User's EUI-64, the second that of the Device or the DCC"
        yield RULE.finding(message, context.header("RequestID"), tip=tip)
