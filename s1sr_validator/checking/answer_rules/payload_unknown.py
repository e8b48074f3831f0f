"""RSP110: the payload is that of some service."""

from collections.abc import Iterator

from s1sr_validator.checking.answers.context import AnswerContext
from s1sr_validator.checking.answers.payload_path import payload_path
from s1sr_validator.checking.context import shown
from s1sr_validator.index.lookup import nearest
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="RSP110",
    name="payload-unknown",
    severity=Severity.ERROR,
    summary="The payload is the element of no service.",
    why="Every service that reads a Device has one payload element. Another name is mistyped, or of another version.",
    example=Example(
        file="response.xml",
        wrong='<ra:ReadNothingRsp MessageSuccess="true"/>',
        right='<ra:ReadNetworkDataRsp MessageSuccess="true"/>',
    ),
)


def check(context: AnswerContext) -> Iterator[Finding]:
    """Look for the payload among those of the services."""
    payload = context.answer.payload
    known = tuple(service.response_payload for service in context.lookup.services.values() if service.response_payload)
    if payload and known and payload.element not in known:
        near = nearest(payload.element, known)
        tip = f"nearest: {', '.join(f'ra:{name}' for name in near)}" if near else "see: s1sr list services"
        message = f"no service has the payload {shown('ra:' + payload.element)}"
        yield RULE.finding(message, context.place(payload.node, payload_path(context.answer)), tip=tip)
