"""CAT118: a service reference that a code or use case names is that of a service."""

from collections.abc import Iterator

from s1sr_validator.lint.context import Context
from s1sr_validator.model.code import Code
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule
from s1sr_validator.model.service import UseCase

RULE = Rule(
    code="CAT118",
    name="known-service-reference",
    severity=Severity.ERROR,
    summary="A code or use case names a service reference that no service has.",
    why="A reader who looks for the services behind a code finds none, although there are some.",
    example=Example(
        file="codes/response/X9901.yaml", wrong='service_reference: "9.70"', right='service_reference: "9.7"'
    ),
)


def check(context: Context) -> Iterator[Finding]:
    """Look up the service reference of every code and use case; a whole SRV is known as well."""
    known = {known for service in context.records.services for known in (service.id, service.service_reference)}
    records: tuple[Code | UseCase, ...] = (*context.records.codes, *context.records.use_cases)
    for record in records:
        if record.service_reference and record.service_reference not in known:
            message = f"no service has the service reference {record.service_reference}"
            yield RULE.finding(message, context.location(record, "service_reference"))
