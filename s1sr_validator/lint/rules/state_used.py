"""CAT151: a condition asks for every state fact."""

from collections.abc import Iterator

from s1sr_validator.lint.context import Context
from s1sr_validator.model.condition import fact_names
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule
from s1sr_validator.model.vocabulary import STATE

RULE = Rule(
    code="CAT151",
    name="state-used",
    severity=Severity.INFO,
    summary="No condition asks for the state fact.",
    why="Callers are offered the name and give it a value, and nothing depends on it.",
    example=Example(
        file="behaviours/S1B-9003.yaml",
        wrong="fact: request.Detailed\n          equals: true",
        right="fact: state.invented_mode.name\n          equals: calm",
    ),
)


def check(context: Context) -> Iterator[Finding]:
    """Look for every state fact in the conditions."""
    rules = [exclusion.when for exclusion in context.records.exclusions if exclusion.when is not None]
    conditions = (*(behaviour.when for behaviour in context.records.behaviours), *rules)
    asked = {name for condition in conditions for name in fact_names(condition)}
    for state in context.records.states:
        if STATE + state.id not in asked:
            message = f"no condition asks for {STATE}{state.id}"
            yield RULE.finding(message, context.location(state, "id"))
