"""REQ129: a sequence over several targets is pointed out."""

from collections.abc import Iterator

from s1sr_validator.checking.context import Context
from s1sr_validator.checking.request_ids import read_request_id
from s1sr_validator.checking.sequence import PREDECESSOR, predecessor
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="REQ129",
    name="preceding-of-another-target",
    severity=Severity.INFO,
    summary="The PrecedingServiceRequestID has another target than the RequestID.",
    why="A sequence mostly leads one Device through several steps. Nothing is wrong if it is meant to go over several.",
    example=Example(
        file="sequence.xml",
        wrong="<sr:PrecedingServiceRequestID>00-00-5E-EF-10-00-00-01:00-00-5E-EF-10-00-00-A2:",
        right="<sr:PrecedingServiceRequestID>00-00-5E-EF-10-00-00-01:00-00-5E-EF-10-00-00-A1:",
    ),
)


def check(context: Context) -> Iterator[Finding]:
    """Compare the targets."""
    own, before = read_request_id(context.request.request_id), predecessor(context.request)
    if own and before and own.target != before.target:
        message = f"the request before goes to {before.target}, this one to {own.target}"
        yield RULE.finding(message, context.header(PREDECESSOR), tip="nothing to do, if both targets are meant")
