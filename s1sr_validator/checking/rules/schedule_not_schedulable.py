"""REQ146: a schedule is for a service that can be scheduled."""

from collections.abc import Iterator

from s1sr_validator.checking.context import Context, shown
from s1sr_validator.checking.schedule import SCHEDULED_SRV, scheduled_service
from s1sr_validator.index.lookup import nearest
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="REQ146",
    name="schedule-not-schedulable",
    severity=Severity.ERROR,
    summary="The schedule is for a service that cannot be scheduled.",
    why="The DCC carries out fourteen services by schedule. Another one stays without an answer, day after day.",
    example=Example(
        file="schedule.xml",
        wrong="<sr:DSPScheduledServiceReferenceVariant>4.4.2</sr:DSPScheduledServiceReferenceVariant>",
        right="<sr:DSPScheduledServiceReferenceVariant>4.6.1</sr:DSPScheduledServiceReferenceVariant>",
    ),
)


def check(context: Context) -> Iterator[Finding]:
    """Look the scheduled service up."""
    field, service = context.request.first(SCHEDULED_SRV), scheduled_service(context)
    if field is None or (service and service.dsp_schedulable):
        return
    known = [found.id for found in context.lookup.services.values() if found.dsp_schedulable]
    near = nearest(field.text, known) or tuple(known)
    message = f"SRV {shown(field.text)} cannot be scheduled" if service else f"there is no SRV {shown(field.text)}"
    yield RULE.finding(message, context.body(SCHEDULED_SRV), tip=f"can be scheduled: {', '.join(near)}")
