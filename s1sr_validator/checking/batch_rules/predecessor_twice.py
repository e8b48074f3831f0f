"""REQ303: a request has one successor."""

from collections.abc import Iterator, Sequence

from s1sr_validator.checking.context import Context
from s1sr_validator.checking.request_ids import RequestId, read_request_id
from s1sr_validator.checking.sequence import PREDECESSOR, predecessor
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="REQ303",
    name="predecessor-twice",
    severity=Severity.ERROR,
    summary="Two requests name the same predecessor.",
    why="A sequence is a line: of two requests after the same one it cannot be told which comes first.",
    example=Example(
        file="requests/",
        wrong="2.xml and 3.xml wait for the request of 1.xml",
        right="2.xml waits for 1.xml, 3.xml for 2.xml",
    ),
)


def check(contexts: Sequence[Context]) -> Iterator[Finding]:
    """Compare the predecessors; the same request given twice has a rule of its own."""
    first: dict[RequestId, Context] = {}
    for context in contexts:
        before = predecessor(context.request)
        if before is None:
            continue
        other = first.setdefault(before, context)
        own_id, other_id = (read_request_id(each.request.request_id) for each in (context, other))
        if own_id != other_id:
            message = f"the request of {other.request.name} has the same predecessor"
            yield RULE.finding(message, context.header(PREDECESSOR), tip="let each request follow another one")
