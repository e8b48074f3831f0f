"""RSP203: the payload is that of the service."""

from collections.abc import Iterator

from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule
from s1sr_validator.verdict.context import Exchange

RULE = Rule(
    code="RSP203",
    name="payload-of-other-service",
    severity=Severity.ERROR,
    summary="The payload is not the one of the service that was asked.",
    why="The schema lets any payload stand under any SRV. Nothing in another payload answers this request.",
    example=Example(
        file="response.xml",
        wrong="<ra:ReadInventoryRsp/>",
        right="<ra:RetrieveCoMOrTariffTriggeredBillingDataLogRsp>",
    ),
)


def check(exchange: Exchange) -> Iterator[Finding]:
    """Compare the payload with that of the service; a schedule brings the payload of what it schedules."""
    expected = exchange.service.response_payload
    for answer in exchange.answers:
        payload = answer.payload
        if payload is None or payload.element == expected or answer.dsp_schedule_id:
            continue
        message = f"the payload is ra:{payload.element}, but SRV {exchange.service.id} has " + (
            f"ra:{expected}" if expected else "none"
        )
        place = exchange.place(answer, "payload", payload.node)
        yield RULE.finding(message, place, tip=f"see: s1sr show {exchange.service.id}")
