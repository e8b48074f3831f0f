"""REQ103: the command variant is not the reserved 9."""

from collections.abc import Iterator

from s1sr_validator.checking.command_variant import RESERVED, variant_number
from s1sr_validator.checking.context import Context
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="REQ103",
    name="command-variant-reserved",
    severity=Severity.ERROR,
    summary="The CommandVariant is 9, which is not for Users.",
    why="The schema's list has 9, so it passes validation, but no request of a User may carry it.",
    example=Example(
        file="request.xml",
        wrong="<sr:CommandVariant>9</sr:CommandVariant>",
        right="<sr:CommandVariant>1</sr:CommandVariant>",
    ),
)


def check(context: Context) -> Iterator[Finding]:
    """Look for the one reserved command variant."""
    if variant_number(context.request) == RESERVED:
        message = f"CommandVariant {RESERVED} is not for a User's requests"
        allowed = ", ".join(map(str, context.service.command_variants))
        yield RULE.finding(message, context.header("CommandVariant"), tip=f"SRV {context.service.id} takes: {allowed}")
