"""REQ151: some source connects the scheduled service with the Device's type."""

from collections.abc import Iterator

from s1sr_validator.checking.context import Context
from s1sr_validator.checking.schedule import SCHEDULED_DEVICE, SCHEDULED_SRV, scheduled_service
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="REQ151",
    name="scheduled-device",
    severity=Severity.WARNING,
    summary="No source connects the scheduled service with a Device of the type that was stated for the DeviceID.",
    why="The evidence is positive only: a type is listed where a source names it, and one that is not "
    "listed may still be right.",
    example=Example(
        file="schedule.xml",
        wrong="a DeviceID that is stated as CHF/1031",
        right="a DeviceID that is stated as ESME/1028",
    ),
)


def check(context: Context) -> Iterator[Finding]:
    """Look for the type of the Device among those of the scheduled service, where it has any."""
    service = scheduled_service(context)
    field = context.request.first(SCHEDULED_DEVICE) if context.request.first(SCHEDULED_SRV) else None
    device = context.targets.get(field.text.upper()) if field else None
    if service is None or device is None:
        return
    known = tuple(evidence.device_type for evidence in service.device_types)
    if known and device.device_type not in known:
        message = f"no source connects scheduled SRV {service.id} with a Device of type {device.device_type}"
        tip = f"sources name: {', '.join(known)}; that is positive evidence only, so it is not ruled out"
        yield RULE.finding(message, context.body(SCHEDULED_DEVICE), tip=tip)
