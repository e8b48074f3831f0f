"""RSP108: the moments of an answer read as such."""

from collections.abc import Iterator

from s1sr_validator.checking.answers.context import AnswerContext
from s1sr_validator.checking.answers.shapes import TIME_SHAPES
from s1sr_validator.checking.context import shown
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="RSP108",
    name="answer-time",
    severity=Severity.ERROR,
    summary="A moment of the answer is no date and time.",
    why="What cannot be read as a moment cannot be compared with the request's, or with the day of a clause.",
    example=Example(
        file="response.xml",
        wrong="<sr:ResponseDateTime>01/07/2025</sr:ResponseDateTime>",
        right="<sr:ResponseDateTime>2025-07-01T00:00:00Z</sr:ResponseDateTime>",
    ),
)


def check(context: AnswerContext) -> Iterator[Finding]:
    """Read every moment of the envelope."""
    for name, shape in TIME_SHAPES.items():
        for path, field in context.part(name):
            if not shape.fits(field.text):
                message = f"{name.rpartition('.')[2]} is {shown(field.text)}, which is not {shape.words}"
                yield RULE.finding(message, context.place(field.node, path), tip=f"it is {shape.words}")
