"""RSP104: the elements of an answer are in the namespaces of their schemas."""

from collections.abc import Iterator

from s1sr_validator.checking.answers.context import AnswerContext
from s1sr_validator.checking.context import shown
from s1sr_validator.model.answer_oddity import OddityKind
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="RSP104",
    name="wrong-namespace",
    severity=Severity.ERROR,
    summary="An element of the answer is in another namespace than its schema puts it in.",
    why="Inside a SMETS1 response Header, Body and ResponseMessage are in the sr namespace and all below them in ra. "
    "An element of another namespace is a different element, and what it says is not read.",
    example=Example(
        file="response.xml",
        wrong="<sr:SMETSData></sr:SMETSData>",
        right="<ra:SMETSData></ra:SMETSData>",
    ),
)


def check(context: AnswerContext) -> Iterator[Finding]:
    """Name each element that only its namespace tells from the right one."""
    for oddity in context.oddities(OddityKind.WRONG_NAMESPACE):
        message = f"{shown(oddity.found)} in {oddity.owner} is in the wrong namespace"
        yield RULE.finding(message, context.place(oddity.node, oddity.path), tip=f"write {oddity.expected}")
