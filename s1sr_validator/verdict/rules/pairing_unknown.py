"""RSP202: an answer says which request it belongs to."""

from collections.abc import Iterator

from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule
from s1sr_validator.verdict.context import Exchange
from s1sr_validator.verdict.pairing import Belongs

RULE = Rule(
    code="RSP202",
    name="pairing-unknown",
    severity=Severity.WARNING,
    summary="An answer states nothing that tells which request it belongs to.",
    why="The schema leaves RequestID, SRV and Device out of its demands. Such an answer is taken for the one to "
    "this request, on your word.",
    example=Example(
        file="response.xml",
        wrong="<sr:ResponseCode>I0</sr:ResponseCode>",
        right="<sr:RequestID>00-00-5E-EF-10-00-00-01:00-00-5E-EF-10-00-00-A1:1001</sr:RequestID><sr:ResponseCode>I0</sr:ResponseCode>",
    ),
)


def check(exchange: Exchange) -> Iterator[Finding]:
    """Report every answer that could not be paired."""
    for pairing in exchange.pairings:
        if pairing.belongs is Belongs.UNKNOWN:
            message = "the answer names no request, Device or SRV; it is taken for the one to this request"
            yield RULE.finding(message, exchange.place(pairing.answer, ""), tip="make sure that it is")
