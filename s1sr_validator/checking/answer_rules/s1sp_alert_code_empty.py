"""RSP114: an S1SP alert has a code."""

from collections.abc import Iterator

from s1sr_validator.checking.answers.context import AnswerContext
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="RSP114",
    name="s1sp-alert-code-empty",
    severity=Severity.WARNING,
    summary="The code of the S1SP alert is empty.",
    why="The schema takes any text as the code, an empty one too. Without a code it does not say what it is about.",
    example=Example(
        file="alert.xml",
        wrong="<sr:S1SPAlertCode></sr:S1SPAlertCode>",
        right="<sr:S1SPAlertCode>S1CE2003</sr:S1SPAlertCode>",
    ),
)


def check(context: AnswerContext) -> Iterator[Finding]:
    """Look for a code that is there and says nothing."""
    for path, field in context.part("S1SPAlertCode"):
        if not field.text:
            message = "the code of the S1SP alert is empty"
            yield RULE.finding(message, context.place(field.node, path), tip="ask the DCC which alert it is")
