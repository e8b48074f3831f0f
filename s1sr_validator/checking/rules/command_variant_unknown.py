"""REQ102: the command variant is one of 1 to 8."""

from collections.abc import Iterator

from s1sr_validator.checking.command_variant import KNOWN, RESERVED, variant_number
from s1sr_validator.checking.context import Context, shown
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="REQ102",
    name="command-variant-unknown",
    severity=Severity.ERROR,
    summary="The CommandVariant is none of 1 to 8.",
    why="The command variant says what the DCC makes of the request and where the result goes; there are eight "
    "for Users.",
    example=Example(
        file="request.xml",
        wrong="<sr:CommandVariant>0</sr:CommandVariant>",
        right="<sr:CommandVariant>1</sr:CommandVariant>",
    ),
)


def check(context: Context) -> Iterator[Finding]:
    """Read the command variant; the reserved one has a rule of its own."""
    number = variant_number(context.request)
    if number is None or number not in (*KNOWN, RESERVED):
        message = f"the CommandVariant is {shown(context.request.command_variant)}, which is none of 1 to 8"
        allowed = ", ".join(map(str, context.service.command_variants))
        yield RULE.finding(message, context.header("CommandVariant"), tip=f"SRV {context.service.id} takes: {allowed}")
