"""REQ125: FirstInSequence is a boolean."""

from collections.abc import Iterator

from s1sr_validator.checking.context import Context, shown
from s1sr_validator.checking.sequence import FIRST, FLAGS
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="REQ125",
    name="sequence-flag",
    severity=Severity.ERROR,
    summary="FirstInSequence is neither true nor false.",
    why="A flag that does not read as one is taken for absent, and the request for one outside any sequence.",
    example=Example(
        file="sequence.xml",
        wrong="<sr:FirstInSequence>no</sr:FirstInSequence>",
        right="<sr:FirstInSequence>false</sr:FirstInSequence>",
    ),
)


def check(context: Context) -> Iterator[Finding]:
    """Read every flag of the header."""
    for field in context.request.header.get(FIRST, ()):
        if field.text not in FLAGS:
            place = context.place(field.node, f"header.{FIRST}")
            yield RULE.finding(f"{FIRST} is {shown(field.text)}, not a boolean", place, tip="write true or false")
