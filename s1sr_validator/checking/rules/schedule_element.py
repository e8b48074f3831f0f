"""REQ148: a schedule has the element of the scheduled SRV, and no other."""

from collections.abc import Iterator

from s1sr_validator.checking.context import Context
from s1sr_validator.checking.schedule import elements_given, schedule_element, scheduled_service
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="REQ148",
    name="schedule-element",
    severity=Severity.ERROR,
    summary="The element that says what to read is not that of the scheduled SRV, or there is more than one.",
    why="Every service that can be scheduled has an element of its own, named after its body. The schema "
    "does not tie it to the SRV.",
    example=Example(
        file="schedule.xml",
        wrong=""
        "<sr:DSPRetrieveExportDailyReadLog><sr:StartDateOffset>-7</sr:StartDateOffset>"
        "<sr:StartTime>00:00:00</sr:StartTime><sr:EndDateOffset>-1</sr:EndDateOffset>"
        "<sr:EndTime>23:59:59</sr:EndTime></sr:DSPRetrieveExportDailyReadLog>",
        right=""
        "<sr:DSPRetrieveImportDailyReadLog><sr:StartDateOffset>-7</sr:StartDateOffset>"
        "<sr:StartTime>00:00:00</sr:StartTime><sr:EndDateOffset>-1</sr:EndDateOffset>"
        "<sr:EndTime>23:59:59</sr:EndTime></sr:DSPRetrieveImportDailyReadLog>",
    ),
)


def check(context: Context) -> Iterator[Finding]:
    """Compare the elements that are there with that of the scheduled service."""
    service = scheduled_service(context)
    if service is None or not service.dsp_schedulable:
        return
    expected, given = schedule_element(service), elements_given(context)
    if given == (expected,):
        return
    message = (
        f"a schedule of SRV {service.id} has sr:{expected}, but here is {' and '.join(given) or 'no such element'}"
    )
    wrong = next((name for name in given if name != expected), expected)
    path = next((path for path in context.request.fields if path.partition(".")[0] == wrong), wrong)
    yield RULE.finding(message, context.body(path), tip=f"write sr:{expected}, or correct the SRV")
