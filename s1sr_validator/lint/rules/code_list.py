"""CAT112: a code stands in the folder of its list."""

from collections.abc import Iterator

from s1sr_validator.lint.context import Context
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="CAT112",
    name="code-list",
    severity=Severity.ERROR,
    summary="A code's list is not the one that its folder is named for.",
    why="The list says what a code means in a response: a response code in the alerts' folder is read as an alert.",
    example=Example(file="codes/response/X9901.yaml", wrong="list: dcc_alert", right="list: response"),
)


def check(context: Context) -> Iterator[Finding]:
    """Compare the list of every code with the path of its file."""
    for code in context.records.codes:
        expected = f"codes/{code.list}/{code.id}.yaml"
        if not context.file(code).endswith(f"/{expected}"):
            message = f"list {code.list} asks for the path {expected}"
            yield RULE.finding(message, context.location(code, "list"), tip="move the file, or correct the list")
