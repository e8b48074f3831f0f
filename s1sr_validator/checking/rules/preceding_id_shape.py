"""REQ126: the PrecedingServiceRequestID is a RequestID."""

from collections.abc import Iterator

from s1sr_validator.checking.context import Context, shown
from s1sr_validator.checking.request_ids import read_request_id
from s1sr_validator.checking.sequence import PREDECESSOR
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="REQ126",
    name="preceding-id-shape",
    severity=Severity.ERROR,
    summary="The PrecedingServiceRequestID is not originator, target and counter.",
    why="It is the RequestID of the request before, so it has the same parts: two EUI-64 and a decimal "
    "counter of 64 bits.",
    example=Example(
        file="sequence.xml",
        wrong="A1:01000</sr:PrecedingServiceRequestID>",
        right="A1:1000</sr:PrecedingServiceRequestID>",
    ),
)


def check(context: Context) -> Iterator[Finding]:
    """Read every one of the header."""
    for field in context.request.header.get(PREDECESSOR, ()):
        found = read_request_id(field.text)
        if found is None or not found.fits:
            message = f"the {PREDECESSOR} {shown(field.text)} is not EUI:EUI:counter"
            place = context.place(field.node, f"header.{PREDECESSOR}")
            yield RULE.finding(message, place, tip="copy the RequestID of the request before")
