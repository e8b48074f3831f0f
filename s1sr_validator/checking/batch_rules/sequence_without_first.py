"""REQ305: a sequence begins with a request that says so."""

from collections.abc import Iterator, Sequence

from s1sr_validator.checking.context import Context
from s1sr_validator.checking.request_ids import read_request_id
from s1sr_validator.checking.sequence import FIRST, PREDECESSOR, is_first, predecessor
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="REQ305",
    name="sequence-without-first",
    severity=Severity.WARNING,
    summary="A request is named as predecessor, but neither says that it is the first nor names one before it.",
    why="FirstInSequence is how a request says that others follow. Without it the requests after it may "
    "wait for one that is outside any sequence.",
    example=Example(
        file="requests/",
        wrong="1.xml without FirstInSequence, 2.xml waits for it",
        right="1.xml with FirstInSequence true, 2.xml waits for it",
    ),
)


def check(contexts: Sequence[Context]) -> Iterator[Finding]:
    """Look at every request that another one names."""
    named = {before: context.request.name for context in contexts if (before := predecessor(context.request))}
    for context in contexts:
        own, header = read_request_id(context.request.request_id), context.request.header
        if own in named and not is_first(context.request) and PREDECESSOR not in header:
            message = f"{named[own]} follows this request, which is not in a sequence"
            yield RULE.finding(message, context.header(FIRST), tip=f"write <sr:{FIRST}>true</sr:{FIRST}>")
