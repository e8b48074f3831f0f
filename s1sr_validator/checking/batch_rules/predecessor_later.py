"""REQ302: the request before comes before."""

from collections.abc import Iterator, Sequence

from s1sr_validator.checking.context import Context
from s1sr_validator.checking.request_ids import RequestId, read_request_id
from s1sr_validator.checking.sequence import PREDECESSOR, predecessor
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="REQ302",
    name="predecessor-later",
    severity=Severity.WARNING,
    summary="A request names one as its predecessor that comes later in the batch.",
    why="If the requests are sent in this order, the later one is not there yet when it is waited for.",
    example=Example(
        file="requests/",
        wrong="1.xml waits for the request of 2.xml",
        right="2.xml waits for the request of 1.xml",
    ),
)


def check(contexts: Sequence[Context]) -> Iterator[Finding]:
    """Look every predecessor up among the requests, in the order in which they were given."""
    places: dict[RequestId, int] = {}
    for number, context in enumerate(contexts):
        if own := read_request_id(context.request.request_id):
            places.setdefault(own, number)
    for number, context in enumerate(contexts):
        before = predecessor(context.request)
        if before and places.get(before, -1) > number:
            message = f"the request before is in {contexts[places[before]].request.name}, which comes later"
            yield RULE.finding(message, context.header(PREDECESSOR), tip="send the requests in their order")
