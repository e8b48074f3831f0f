"""CAT111: an SRV begins with its service reference."""

from collections.abc import Iterator

from s1sr_validator.lint.context import Context
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="CAT111",
    name="service-id",
    severity=Severity.ERROR,
    summary="A Service Reference Variant does not begin with its service reference.",
    why="A request carries both, and is checked against this pair. The classic slip is 6.2 for 6.20.",
    example=Example(file="services/9.7.1.yaml", wrong='service_reference: "9.71"', right='service_reference: "9.7"'),
)


def check(context: Context) -> Iterator[Finding]:
    """Compare the id of every service with its service reference, number by number."""
    for service in context.records.services:
        reference = service.service_reference.split(".")
        if service.id.split(".")[: len(reference)] != reference:
            message = f"SRV {service.id} does not belong to service reference {service.service_reference}"
            yield RULE.finding(message, context.location(service, "service_reference"))
