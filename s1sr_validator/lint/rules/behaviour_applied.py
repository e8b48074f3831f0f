"""CAT134: a matrix row applies every behaviour to Device Models."""

from collections.abc import Iterator

from s1sr_validator.lint.context import Context
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="CAT134",
    name="behaviour-applied",
    severity=Severity.ERROR,
    summary="No matrix row names the behaviour.",
    why="A behaviour names no Devices itself. Without a row it is never predicted for any meter.",
    example=Example(
        file="matrix/invented-annex/maker-three.yaml",
        wrong="behaviours: [S1B-9004]",
        right="behaviours: [S1B-9004, S1B-9005]",
    ),
)


def check(context: Context) -> Iterator[Finding]:
    """Look for every behaviour in the rows."""
    applied = {name for row in context.records.matrix for name in row.behaviours}
    for behaviour in context.records.behaviours:
        if behaviour.id not in applied:
            message = f"no matrix row applies {behaviour.id} to Device Models"
            yield RULE.finding(message, context.location(behaviour, "id"), tip="name it in a row under matrix/")
