"""REQ127: a request does not come before itself."""

from collections.abc import Iterator

from s1sr_validator.checking.context import Context
from s1sr_validator.checking.request_ids import read_request_id
from s1sr_validator.checking.sequence import PREDECESSOR, predecessor
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="REQ127",
    name="preceding-is-itself",
    severity=Severity.ERROR,
    summary="The PrecedingServiceRequestID is the request's own RequestID.",
    why="A request that waits for itself is never carried out.",
    example=Example(
        file="sequence.xml",
        wrong="A1:1001</sr:PrecedingServiceRequestID>",
        right="A1:1000</sr:PrecedingServiceRequestID>",
    ),
)


def check(context: Context) -> Iterator[Finding]:
    """Compare both, whatever the case of their digits."""
    before = predecessor(context.request)
    if before is not None and before == read_request_id(context.request.request_id):
        message = f"{PREDECESSOR} is the request's own RequestID"
        yield RULE.finding(message, context.header(PREDECESSOR), tip="name the request that comes before this one")
