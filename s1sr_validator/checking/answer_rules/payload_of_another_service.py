"""RSP111: the payload is that of the service that the answer names."""

from collections.abc import Iterator

from s1sr_validator.checking.answers.context import AnswerContext
from s1sr_validator.checking.answers.payload_path import payload_path
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="RSP111",
    name="payload-of-another-service",
    severity=Severity.WARNING,
    summary="The payload belongs to another service than the answer names.",
    why="The schema lets any payload stand under any header, so such an answer passes validation. It does not answer "
    "what it says it answers.",
    example=Example(
        file="response.xml",
        wrong="<ra:ServiceReferenceVariant>4.6.1</ra:ServiceReferenceVariant>",
        right="<ra:ServiceReferenceVariant>4.4.2</ra:ServiceReferenceVariant>",
    ),
)


def check(context: AnswerContext) -> Iterator[Finding]:
    """Compare the payload with that of each service that the answer names."""
    payload = context.answer.payload
    if payload is None:
        return
    services = context.lookup.services
    owners = [service.id for service in services.values() if service.response_payload == payload.element]
    for srv in context.answer.stated_srvs if owners else ():
        if srv in services and srv not in owners:
            message = f"the answer names SRV {srv}, but its payload is that of SRV {', '.join(owners)}"
            expected = services[srv].response_payload
            tip = f"the payload of SRV {srv} is ra:{expected}" if expected else f"SRV {srv} has no payload"
            yield RULE.finding(message, context.place(payload.node, payload_path(context.answer)), tip=tip)
