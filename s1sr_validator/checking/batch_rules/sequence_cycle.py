"""REQ304: a sequence does not lead back to itself."""

from collections.abc import Iterator, Sequence

from s1sr_validator.checking.context import Context
from s1sr_validator.checking.request_ids import RequestId, read_request_id
from s1sr_validator.checking.sequence import PREDECESSOR, predecessor
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="REQ304",
    name="sequence-cycle",
    severity=Severity.ERROR,
    summary="Requests wait for one another in a circle.",
    why="None of them is ever carried out, for each waits for one that waits for it.",
    example=Example(
        file="requests/",
        wrong="1.xml waits for 2.xml, and 2.xml for 1.xml",
        right="1.xml is the first, and 2.xml waits for 1.xml",
    ),
)


def check(contexts: Sequence[Context]) -> Iterator[Finding]:
    """Follow the predecessors from every request; one that names itself has a rule of its own."""
    before: dict[RequestId, RequestId] = {}
    for context in contexts:
        own, earlier = read_request_id(context.request.request_id), predecessor(context.request)
        if own and earlier and own != earlier:
            before.setdefault(own, earlier)
    looping = frozenset[RequestId]().union(*_cycles(before))
    for context in contexts:
        if read_request_id(context.request.request_id) in looping:
            message = "the request waits for one that waits for it in turn"
            yield RULE.finding(message, context.header(PREDECESSOR), tip="let one request be the first")


def _cycles(before: dict[RequestId, RequestId]) -> Iterator[frozenset[RequestId]]:
    done: set[RequestId] = set()
    for start in before:
        path: list[RequestId] = []
        on_path: set[RequestId] = set()
        found: RequestId | None = start
        while found is not None and found not in done and found not in on_path:
            path.append(found)
            on_path.add(found)
            found = before.get(found)
        if found in on_path:
            yield frozenset(path[path.index(found) :])
        done |= on_path
