"""CAT143: an alert that a behaviour expects is on a list of alerts."""

from collections.abc import Iterator

from s1sr_validator.lint.context import Context
from s1sr_validator.model.code import Code, CodeList
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.references import references
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="CAT143",
    name="alert-list",
    severity=Severity.ERROR,
    summary="A behaviour expects a response code as an alert.",
    why="Alerts and response codes arrive in different messages. An alert with a response code never comes.",
    example=Example(file="behaviours/S1B-9004.yaml", wrong="code: X9901", right="code: S1X9001"),
)


def check(context: Context) -> Iterator[Finding]:
    """Look up the list of every alert that a behaviour's answers name."""
    for behaviour in context.records.behaviours:
        for reference in references(behaviour):
            code = context.by_folder["codes"].get(reference.id) if reference.folder == "codes" else None
            if isinstance(code, Code) and code.list is CodeList.RESPONSE:
                message = f"{code.id} is a response code, not an alert"
                yield RULE.finding(message, context.location(behaviour, *reference.path))
