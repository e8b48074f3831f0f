"""REQ147: the scheduled service reference is that of the scheduled SRV."""

from collections.abc import Iterator

from s1sr_validator.checking.context import Context, shown
from s1sr_validator.checking.schedule import SCHEDULED_REFERENCE, scheduled_service
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="REQ147",
    name="schedule-service-reference",
    severity=Severity.ERROR,
    summary="The DSPScheduledServiceReference is not the one that the DSPScheduledServiceReferenceVariant belongs to.",
    why="The schema lists both apart and lets any go with any, so a slip in one of them passes validation.",
    example=Example(
        file="schedule.xml",
        wrong="<sr:DSPScheduledServiceReference>4.8</sr:DSPScheduledServiceReference>",
        right="<sr:DSPScheduledServiceReference>4.6</sr:DSPScheduledServiceReference>",
    ),
)


def check(context: Context) -> Iterator[Finding]:
    """Compare the service reference with that of the scheduled service, if it can be scheduled at all."""
    field, service = context.request.first(SCHEDULED_REFERENCE), scheduled_service(context)
    if field and service and service.dsp_schedulable and field.text != service.service_reference:
        expected = service.service_reference
        message = f"{SCHEDULED_REFERENCE} is {shown(field.text)}, but SRV {service.id} belongs to {expected}"
        yield RULE.finding(message, context.body(SCHEDULED_REFERENCE), tip=f"write {expected}, or correct the SRV")
