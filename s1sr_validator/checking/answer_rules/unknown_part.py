"""RSP103: every element of an answer is one that can stand where it does."""

from collections.abc import Iterator

from s1sr_validator.checking.answers.context import AnswerContext
from s1sr_validator.checking.context import shown
from s1sr_validator.model.answer_oddity import OddityKind
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="RSP103",
    name="unknown-part",
    severity=Severity.ERROR,
    summary="The answer has an element that cannot stand where it does.",
    why="What a misspelt or misplaced element says is not read, so the answer seems to lack it.",
    example=Example(
        file="response.xml",
        wrong="<sr:ResponseCodes>I0</sr:ResponseCodes>",
        right="<sr:ResponseCode>I0</sr:ResponseCode>",
    ),
)


def check(context: AnswerContext) -> Iterator[Finding]:
    """Name each element that is not described where it stands."""
    for oddity in context.oddities(OddityKind.UNKNOWN):
        message = f"{oddity.owner} can hold no {shown(oddity.found)}"
        tip = "check its spelling, and what it stands in"
        yield RULE.finding(message, context.place(oddity.node, oddity.path), tip=tip)
