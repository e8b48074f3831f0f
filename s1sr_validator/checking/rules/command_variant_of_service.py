"""REQ104: the command variant is one that the service takes."""

from collections.abc import Iterator

from s1sr_validator.checking.command_variant import KNOWN, variant_number
from s1sr_validator.checking.context import Context
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="REQ104",
    name="command-variant-of-service",
    severity=Severity.ERROR,
    summary="The service does not take the CommandVariant.",
    why="Critical requests are first made into a pre-command and come back signed, others go straight to the "
    "Device or stay with the DCC; each has its own variants, and the schema does not tie them to the SRV.",
    example=Example(
        file="request.xml",
        wrong="<sr:CommandVariant>4</sr:CommandVariant>",
        right="<sr:CommandVariant>1</sr:CommandVariant>",
    ),
)


def check(context: Context) -> Iterator[Finding]:
    """Compare the command variant with those of the service."""
    number, allowed = variant_number(context.request), context.service.command_variants
    if number in KNOWN and allowed and number not in allowed:
        message = f"SRV {context.service.id} does not take CommandVariant {number}"
        tip = f"it takes: {', '.join(map(str, allowed))}"
        yield RULE.finding(message, context.header("CommandVariant"), tip=tip)
