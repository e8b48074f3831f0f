"""RSP105: the parts of an answer are in the order of their schema."""

from collections.abc import Iterator

from s1sr_validator.checking.answers.context import AnswerContext
from s1sr_validator.model.answer_oddity import OddityKind
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="RSP105",
    name="part-order",
    severity=Severity.ERROR,
    summary="A part of the answer stands behind one that comes after it.",
    why="Every group of DUIS and MMC is a sequence, so validation fails; what the answer says is read all the same.",
    example=Example(
        file="response.xml",
        wrong="<ra:DebugInfo></ra:DebugInfo><ra:SMETSData></ra:SMETSData>",
        right="<ra:SMETSData></ra:SMETSData><ra:DebugInfo></ra:DebugInfo>",
    ),
)


def check(context: AnswerContext) -> Iterator[Finding]:
    """Name the first part of each element that is out of order."""
    for oddity in context.oddities(OddityKind.OUT_OF_ORDER):
        message = f"{oddity.found} stands behind {oddity.expected} in {oddity.owner}"
        tip = f"{oddity.found} comes first"
        yield RULE.finding(message, context.place(oddity.node, oddity.path), tip=tip)
