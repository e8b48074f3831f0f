"""REQ130: the service is written without white space around it."""

from collections.abc import Iterator

from s1sr_validator.checking.context import Context
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.request import SERVICE_REFERENCE, SRV
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="REQ130",
    name="padded-service",
    severity=Severity.ERROR,
    summary="ServiceReference or ServiceReferenceVariant has white space around it.",
    why="White space counts in these two: the schema refuses them, though they look right. Tools that "
    "indent a file put it in.",
    example=Example(
        file="request.xml",
        wrong="<sr:ServiceReferenceVariant> 4.4.2 </sr:ServiceReferenceVariant>",
        right="<sr:ServiceReferenceVariant>4.4.2</sr:ServiceReferenceVariant>",
    ),
)


def check(context: Context) -> Iterator[Finding]:
    """Look at both."""
    for name in (SERVICE_REFERENCE, SRV):
        for field in context.request.header.get(name, ()):
            if field.padded:
                place = context.place(field.node, f"header.{name}")
                message = f"{name} {field.text} has white space around it"
                yield RULE.finding(message, place, tip=f"write <sr:{name}>{field.text}</sr:{name}>")
