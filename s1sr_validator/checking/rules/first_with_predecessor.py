"""REQ124: the first request of a sequence has none before it."""

from collections.abc import Iterator

from s1sr_validator.checking.context import Context
from s1sr_validator.checking.sequence import FIRST, PREDECESSOR, is_first
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="REQ124",
    name="first-with-predecessor",
    severity=Severity.ERROR,
    summary="The header has FirstInSequence true and a PrecedingServiceRequestID as well.",
    why="Nothing comes before the first. The schema takes both together, so it cannot be told where the "
    "request belongs.",
    example=Example(
        file="sequence.xml",
        wrong="<sr:FirstInSequence>true</sr:FirstInSequence>",
        right="<sr:FirstInSequence>false</sr:FirstInSequence>",
    ),
)


def check(context: Context) -> Iterator[Finding]:
    """Look for both."""
    if is_first(context.request) and PREDECESSOR in context.request.header:
        message = f"{FIRST} is true, but {PREDECESSOR} names a request before it"
        yield RULE.finding(message, context.header(PREDECESSOR), tip=f"leave one of them out, or set {FIRST} to false")
