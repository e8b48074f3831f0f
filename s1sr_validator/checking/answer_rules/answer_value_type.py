"""RSP109: the other values of an answer are of their types."""

from collections.abc import Iterator

from s1sr_validator.checking.answers.context import AnswerContext
from s1sr_validator.checking.answers.shapes import BOOLEAN, OTHER_SHAPES
from s1sr_validator.checking.context import shown
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="RSP109",
    name="answer-value-type",
    severity=Severity.ERROR,
    summary="A number, boolean or hex text of the answer is not one.",
    why="A success that is neither true nor false, or a code that is no number, says nothing that can be relied on.",
    example=Example(
        file="response.xml",
        wrong='MessageSuccess="yes"',
        right='MessageSuccess="true"',
    ),
)


def check(context: AnswerContext) -> Iterator[Finding]:
    """Hold every other value of the envelope, and the payload's MessageSuccess, to its shape."""
    for name, shape in OTHER_SHAPES.items():
        for path, field in context.part(name):
            if not shape.fits(field.text):
                message = f"{name.rpartition('.')[2]} is {shown(field.text)}, which is not {shape.words}"
                yield RULE.finding(message, context.place(field.node, path), tip=f"it is {shape.words}")
    payload = context.answer.payload
    success = payload.first("@MessageSuccess") if payload else None
    if success and not BOOLEAN.fits(success.text):
        message = f"MessageSuccess is {shown(success.text)}, which is not {BOOLEAN.words}"
        yield RULE.finding(message, context.place(success.node, "@MessageSuccess"), tip=f"it is {BOOLEAN.words}")
