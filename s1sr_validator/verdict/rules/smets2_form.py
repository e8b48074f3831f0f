"""RSP205: a SMETS1 Device answers in the SMETS1 form."""

from collections.abc import Iterator

from s1sr_validator.model.answer import AnswerKind
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule
from s1sr_validator.verdict.context import Exchange

RULE = Rule(
    code="RSP205",
    name="smets2-form",
    severity=Severity.WARNING,
    summary="The answer has the form that only SMETS2+ Devices have.",
    why="A SMETS1 Device answers through its S1SP with a SMETS1ResponseMessage. A GBCS payload comes from a "
    "SMETS2+ Device, or was converted from one.",
    example=Example(
        file="response.xml",
        wrong="<sr:GBCSPayload>",
        right="<sr:SMETS1ResponseMessage>",
    ),
)


_KINDS = {
    AnswerKind.GBCS_PAYLOAD,
    AnswerKind.DEVICE_ALERT,
    AnswerKind.GBCS_RESPONSE,
    AnswerKind.GBCS_DEVICE_ALERT,
}


def check(exchange: Exchange) -> Iterator[Finding]:
    """Look for answers of the kinds that carry GBCS."""
    for answer in exchange.answers:
        if answer.kind in _KINDS:
            message = f"the answer is a {answer.kind.replace('_', ' ')}, which no SMETS1 Device sends"
            tip = "is it the answer of another Device, or the result of a converter?"
            yield RULE.finding(message, exchange.place(answer, ""), tip=tip)
