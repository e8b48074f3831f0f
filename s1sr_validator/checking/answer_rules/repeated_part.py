"""RSP102: no part of an answer is there more often than it may be."""

from collections.abc import Iterator

from s1sr_validator.checking.answers.context import AnswerContext
from s1sr_validator.model.answer_oddity import OddityKind
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="RSP102",
    name="repeated-part",
    severity=Severity.ERROR,
    summary="A part of the answer is there more often than its schema allows.",
    why="Only the first is read, and another reader may take the last.",
    example=Example(
        file="response.xml",
        wrong="<sr:ResponseCode>I0</sr:ResponseCode><sr:ResponseCode>E1</sr:ResponseCode>",
        right="<sr:ResponseCode>I0</sr:ResponseCode>",
    ),
)


def check(context: AnswerContext) -> Iterator[Finding]:
    """Name each part that is too often there."""
    for oddity in context.oddities(OddityKind.REPEATED):
        message = f"{oddity.owner} has {oddity.count} times {oddity.found}"
        yield RULE.finding(message, context.place(oddity.node, oddity.path), tip=f"it may have {oddity.most}")
