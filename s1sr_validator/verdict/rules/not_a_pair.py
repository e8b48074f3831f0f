"""RSP201: an answer that was given belongs to the request."""

from collections.abc import Iterator

from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule
from s1sr_validator.verdict.context import Exchange
from s1sr_validator.verdict.pairing import Belongs

RULE = Rule(
    code="RSP201",
    name="not-a-pair",
    severity=Severity.ERROR,
    summary="An answer does not belong to the request.",
    why="Ids, Device or SRV of the two disagree, so whatever the answer says is not about this request. It is "
    "left out.",
    example=Example(
        file="response.xml",
        wrong="<sr:RequestID>00-00-5E-EF-10-00-00-01:00-00-5E-EF-10-00-00-A1:1002</sr:RequestID>",
        right="<sr:RequestID>00-00-5E-EF-10-00-00-01:00-00-5E-EF-10-00-00-A1:1001</sr:RequestID>",
    ),
)


def check(exchange: Exchange) -> Iterator[Finding]:
    """Report every answer that was found to be of another request."""
    for pairing in exchange.pairings:
        if pairing.belongs is Belongs.NO:
            place = exchange.place(pairing.answer, "")
            message = f"the answer is not one to this request: {'; '.join(pairing.reasons)}"
            yield RULE.finding(message, place, tip="give the answer that came for this request")
