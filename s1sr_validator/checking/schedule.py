"""What a request for a DSP schedule asks to be carried out: its SRV, its Device, and the element for it."""

from s1sr_validator.checking.context import Context
from s1sr_validator.model.service import Service

SCHEDULED_REFERENCE = "DSPScheduledServiceReference"
SCHEDULED_SRV = "DSPScheduledServiceReferenceVariant"
SCHEDULED_DEVICE = "DeviceID"
START_DATE, END_DATE = "ScheduleStartDate", "ScheduleEndDate"
_PREFIX = "DSP"


def scheduled_service(context: Context) -> Service | None:
    """Return the service that the body schedules, or None where the body schedules none that is known."""
    field = context.request.first(SCHEDULED_SRV)
    return context.lookup.services.get(field.text) if field else None


def schedule_element(service: Service) -> str:
    """Return the element that schedules a service: every one is named after the body of the service."""
    return _PREFIX + service.request_body.element


def elements_given(context: Context) -> tuple[str, ...]:
    """Return the elements of the body that schedule some service, in their order."""
    known = {schedule_element(service) for service in context.lookup.services.values() if service.dsp_schedulable}
    names = dict.fromkeys(path.partition(".")[0] for path in context.request.fields)
    return tuple(name for name in names if name in known)
