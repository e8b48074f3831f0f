"""RSP113: a response names the request that it answers."""

from collections.abc import Iterator

from s1sr_validator.checking.answers.context import AnswerContext
from s1sr_validator.model.answer import AnswerKind
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="RSP113",
    name="request-id-missing",
    severity=Severity.WARNING,
    summary="The response has no RequestID.",
    why="The schema lets it be left out. Without it a response can be paired with a request only by Device, user and "
    "counter.",
    example=Example(
        file="response.xml",
        wrong="",
        right="<sr:RequestID>00-00-5E-EF-10-00-00-01:00-00-5E-EF-10-00-00-A1:1001</sr:RequestID>",
    ),
)


_RESPONSES = {
    AnswerKind.ACKNOWLEDGEMENT,
    AnswerKind.ERROR,
    AnswerKind.DCC_ONLY_RESPONSE,
    AnswerKind.GBCS_PAYLOAD,
    AnswerKind.SMETS1_RESPONSE,
}
"""Answers to a request; alerts come unasked."""


def check(context: AnswerContext) -> Iterator[Finding]:
    """Look for the id in the header of a response."""
    answer = context.answer
    # A response to a DSP schedule answers no request of the user's.
    if answer.kind in _RESPONSES and answer.header and not answer.header.request_id and not answer.dsp_schedule_id:
        node = answer.parts["header"][0].node
        tip = "a RequestID is that of the request"
        yield RULE.finding("the header has no RequestID", context.place(node, "header.RequestID"), tip=tip)
