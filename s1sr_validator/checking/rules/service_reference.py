"""REQ101: the service reference is the one that the SRV belongs to."""

from collections.abc import Iterator

from s1sr_validator.checking.context import Context, shown
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="REQ101",
    name="service-reference",
    severity=Severity.ERROR,
    summary="The ServiceReference is not the one that the ServiceReferenceVariant belongs to.",
    why="The schema lists both apart and lets any go with any, so a slip in one of them passes validation.",
    example=Example(
        file="request.xml",
        wrong="<sr:ServiceReference>4.3</sr:ServiceReference>",
        right="<sr:ServiceReference>4.4</sr:ServiceReference>",
    ),
)


def check(context: Context) -> Iterator[Finding]:
    """Compare the service reference with that of the service."""
    given, expected = context.request.service_reference, context.service.service_reference
    if given != expected:
        message = f"the ServiceReference is {shown(given)}, but SRV {context.service.id} belongs to {expected}"
        yield RULE.finding(message, context.header("ServiceReference"), tip=f"write {expected}, or correct the SRV")
