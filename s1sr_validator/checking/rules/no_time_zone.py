"""REQ138: a date and time names its zone."""

from collections.abc import Iterator

from s1sr_validator.checking.context import Context
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule
from s1sr_validator.model.xsd_types import has_zone, is_of_type

RULE = Rule(
    code="REQ138",
    name="no-time-zone",
    severity=Severity.WARNING,
    summary="A date and time of the body has no time zone.",
    why="It is taken as UTC here. In summer the clock on the wall is an hour ahead, and a day that is an "
    "hour off loses entries.",
    example=Example(
        file="request.xml",
        wrong="<sr:StartDateTime>2025-01-01T00:00:00</sr:StartDateTime>",
        right="<sr:StartDateTime>2025-01-01T00:00:00Z</sr:StartDateTime>",
    ),
)

_TYPE = "xs:dateTime"


def check(context: Context) -> Iterator[Finding]:
    """Look at every date and time that reads as one."""
    for field in context.service.request_body.fields:
        for value in context.request.fields.get(field.path, ()) if field.type == _TYPE else ():
            if is_of_type(value.text, _TYPE) and not has_zone(value.text):
                message = f"{field.path} {value.text} has no time zone; it is taken as UTC"
                yield RULE.finding(
                    message, context.body(field.path, value.node), tip=f"write {value.text}Z, if so meant"
                )
