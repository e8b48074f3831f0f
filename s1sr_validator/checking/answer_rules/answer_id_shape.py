"""RSP107: the ids of an answer have the shapes of ids."""

from collections.abc import Iterator

from s1sr_validator.checking.answers.context import AnswerContext
from s1sr_validator.checking.answers.shapes import ID_SHAPES
from s1sr_validator.checking.context import shown
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="RSP107",
    name="answer-id-shape",
    severity=Severity.ERROR,
    summary="An id or counter of the answer is not one.",
    why="An answer is paired with its request, and its Device found, by these texts.",
    example=Example(
        file="response.xml",
        wrong="<sr:RequestID>1001</sr:RequestID>",
        right="<sr:RequestID>00-00-5E-EF-10-00-00-01:00-00-5E-EF-10-00-00-A1:1001</sr:RequestID>",
    ),
)


def check(context: AnswerContext) -> Iterator[Finding]:
    """Hold every id of the envelope to its shape."""
    for name, shape in ID_SHAPES.items():
        for path, field in context.part(name):
            if not shape.fits(field.text):
                message = f"{name.rpartition('.')[2]} is {shown(field.text)}, which is not {shape.words}"
                yield RULE.finding(message, context.place(field.node, path), tip=f"it is {shape.words}")
