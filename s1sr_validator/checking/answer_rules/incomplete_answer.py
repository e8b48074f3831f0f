"""RSP101: an answer has every part that its schema asks for."""

from collections.abc import Iterator

from s1sr_validator.checking.answers.context import AnswerContext
from s1sr_validator.model.answer_oddity import OddityKind
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="RSP101",
    name="incomplete-answer",
    severity=Severity.ERROR,
    summary="The answer lacks a part that its schema asks for, or does not hold exactly one message.",
    why="Without it an answer says less than it seems to: which message it is, what its code is, or when it was sent.",
    example=Example(
        file="response.xml",
        wrong="<sr:Header></sr:Header>",
        right="<sr:Header><sr:ResponseCode>I0</sr:ResponseCode><sr:ResponseDateTime>2025-07-01T10:15:30Z</sr:ResponseDateTime></sr:Header>",
    ),
)


def check(context: AnswerContext) -> Iterator[Finding]:
    """Name what is missing, and each choice of which none or several are there."""
    for oddity in context.oddities(OddityKind.MISSING):
        message = f"{oddity.owner} has no {oddity.expected}"
        yield RULE.finding(message, context.place(oddity.node, oddity.path), tip=f"it has one {oddity.expected}")
    for oddity in context.oddities(OddityKind.NOT_ONE):
        place = context.place(oddity.node, oddity.path)
        if oddity.count:
            message = f"{oddity.owner} holds {oddity.count} elements that exclude each other"
            yield RULE.finding(message, place, tip="keep the one that is meant")
        else:
            message = f"{oddity.owner} holds none of the elements of which it must hold one"
            yield RULE.finding(message, place, tip="is the answer complete?")
