"""REQ120: a body that cannot be seen is pointed out."""

from collections.abc import Iterator

from s1sr_validator.checking.context import Context
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="REQ120",
    name="signed-pre-command",
    severity=Severity.INFO,
    summary="The body is a signed pre-command, whose content cannot be seen.",
    why="What was signed is a GBCS message. Its fields are not checked here, and conditions on them stay open in "
    "a prediction.",
    example=Example(
        file="critical.xml",
        wrong="<sr:CommandVariant>5</sr:CommandVariant><sr:ServiceReference>7.1</sr:ServiceReference>"
        "<sr:ServiceReferenceVariant>7.1</sr:ServiceReferenceVariant></sr:Header><sr:Body>"
        "<sr:SignedPreCommand><sr:GBCSPayload>QUJD</sr:GBCSPayload></sr:SignedPreCommand>",
        right="<sr:CommandVariant>4</sr:CommandVariant><sr:ServiceReference>7.1</sr:ServiceReference>"
        "<sr:ServiceReferenceVariant>7.1</sr:ServiceReferenceVariant></sr:Header><sr:Body><sr:EnableSupply/>",
    ),
)


def check(context: Context) -> Iterator[Finding]:
    """Say that there is more than can be seen."""
    if context.request.is_signed_pre_command:
        place = context.place(context.request.body_node, "body")
        message = "the body is a signed pre-command: only the header was checked"
        yield RULE.finding(message, place, tip="check the request that the pre-command was made from")
