"""REQ135: the command variant goes with the kind of body."""

from collections.abc import Iterator

from s1sr_validator.checking.command_variant import KNOWN, SIGNED, variant_number
from s1sr_validator.checking.context import Context
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="REQ135",
    name="command-variant-of-body",
    severity=Severity.ERROR,
    summary="The CommandVariant is one of a signed pre-command and the body is none, or the other way round.",
    why="5, 6 and 7 belong to a signed pre-command, 1 to 4 and 8 to a service request. The schema ties "
    "neither to the body.",
    example=Example(
        file="critical.xml",
        wrong="<sr:CommandVariant>5</sr:CommandVariant>",
        right="<sr:CommandVariant>4</sr:CommandVariant>",
    ),
)


def check(context: Context) -> Iterator[Finding]:
    """Compare the kind of body with the command variant; one that the service does not take has a rule of its own."""
    number, request = variant_number(context.request), context.request
    taken = {*context.service.command_variants} or {*KNOWN}
    if number not in taken or not request.body_element or not SIGNED & taken:
        return
    if request.is_signed_pre_command != (number in SIGNED):
        kind = "a signed pre-command" if request.is_signed_pre_command else "no signed pre-command"
        fitting = sorted(taken & SIGNED if request.is_signed_pre_command else taken - SIGNED)
        message = f"the body is {kind}, but CommandVariant is {number}"
        tip = f"with this body: {', '.join(map(str, fitting))}"
        yield RULE.finding(message, context.header("CommandVariant"), tip=tip)
