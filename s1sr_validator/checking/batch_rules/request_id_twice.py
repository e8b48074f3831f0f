"""REQ301: every request has a RequestID of its own."""

from collections.abc import Iterator, Sequence

from s1sr_validator.checking.context import Context
from s1sr_validator.checking.request_ids import read_request_id
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="REQ301",
    name="request-id-twice",
    severity=Severity.ERROR,
    summary="Two requests have the same RequestID.",
    why="A response is paired with its request by the RequestID, and the DCC takes a repeated one for a "
    "replay. Two answers could not be told apart.",
    example=Example(
        file="requests/",
        wrong="two files with counter 1001",
        right="files with counters 1001 and 1002",
    ),
)


def check(contexts: Sequence[Context]) -> Iterator[Finding]:
    """Compare originator, target and counter, whatever the case of their digits."""
    first: dict[object, str] = {}
    for context in contexts:
        found = read_request_id(context.request.request_id)
        if found is None:
            continue
        if found in first:
            message = f"the RequestID is that of {first[found]} too"
            yield RULE.finding(message, context.header("RequestID"), tip="give every request a counter of its own")
        first.setdefault(found, context.request.name)
