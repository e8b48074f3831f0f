"""REQ118: some source connects the Device's type with the service."""

from collections.abc import Iterator

from s1sr_validator.checking.context import Context
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="REQ118",
    name="device-type",
    severity=Severity.WARNING,
    summary="No source connects the service with a Device of this type.",
    why="The evidence is positive only: a type is listed where a source names it, and one that is not listed may "
    "still be right.",
    example=Example(
        file="command line",
        wrong="s1sr check request.xml --device CHF/1031",
        right="s1sr check request.xml --device ESME/1028",
    ),
)


def check(context: Context) -> Iterator[Finding]:
    """Look for the types of the Devices among those of the service, where it has any."""
    known = tuple(evidence.device_type for evidence in context.service.device_types)
    if not known or context.service.non_device_request:
        return
    for given in sorted({device.device_type for device in context.devices}.difference(known)):
        message = f"no source connects SRV {context.service.id} with a Device of type {given}"
        tip = f"sources name: {', '.join(known)}; that is positive evidence only, so {given} is not ruled out"
        yield RULE.finding(message, context.header("ServiceReferenceVariant"), tip=tip)
