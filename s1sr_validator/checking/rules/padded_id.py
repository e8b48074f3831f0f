"""REQ131: white space around an id is pointed out."""

from collections.abc import Iterator

from s1sr_validator.checking.context import Context
from s1sr_validator.checking.sequence import PREDECESSOR
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.request import REQUEST_ID
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="REQ131",
    name="padded-id",
    severity=Severity.INFO,
    summary="RequestID or PrecedingServiceRequestID has white space around it.",
    why="The schema takes the white space away. Whoever pairs responses with requests by the text as it "
    "stands does not.",
    example=Example(
        file="request.xml",
        wrong="<sr:RequestID> 00-00-5E-EF-10-00-00-01:00-00-5E-EF-10-00-00-A1:1001 </sr:RequestID>",
        right="<sr:RequestID>00-00-5E-EF-10-00-00-01:00-00-5E-EF-10-00-00-A1:1001</sr:RequestID>",
    ),
)


def check(context: Context) -> Iterator[Finding]:
    """Look at both."""
    for name in (REQUEST_ID, PREDECESSOR):
        for field in context.request.header.get(name, ()):
            if field.padded:
                place = context.place(field.node, f"header.{name}")
                yield RULE.finding(f"{name} has white space around it", place, tip="write it without")
