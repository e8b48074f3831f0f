"""REQ128: the request before is of the same sender."""

from collections.abc import Iterator

from s1sr_validator.checking.context import Context
from s1sr_validator.checking.request_ids import read_request_id
from s1sr_validator.checking.sequence import PREDECESSOR, predecessor
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="REQ128",
    name="preceding-of-another-user",
    severity=Severity.WARNING,
    summary="The PrecedingServiceRequestID has another originator than the RequestID.",
    why="The first part of both is the User who sends. One User's sequence does not wait for a request of another's.",
    example=Example(
        file="sequence.xml",
        wrong="<sr:PrecedingServiceRequestID>00-00-5E-EF-10-00-00-02:",
        right="<sr:PrecedingServiceRequestID>00-00-5E-EF-10-00-00-01:",
    ),
)


def check(context: Context) -> Iterator[Finding]:
    """Compare the originators."""
    own, before = read_request_id(context.request.request_id), predecessor(context.request)
    if own and before and own.originator != before.originator:
        message = f"the request before is of originator {before.originator}, this one of {own.originator}"
        yield RULE.finding(message, context.header(PREDECESSOR), tip="name a request of the same User")
