"""CAT152: a state fact's range and values suit its type."""

from collections.abc import Iterator

from s1sr_validator.lint.context import Context
from s1sr_validator.model.condition import ValueType
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule
from s1sr_validator.model.state import StateFact

RULE = Rule(
    code="CAT152",
    name="state-range",
    severity=Severity.ERROR,
    summary="A state fact has a range that no number lies in, or a range or values that its type does not have.",
    why="Values from callers and cases are held against it; and whether conditions can hold is proved within it.",
    example=Example(file="states/invented_log.entries.yaml", wrong="minimum: 0\nmaximum: -1", right="minimum: 0"),
)


def check(context: Context) -> Iterator[Finding]:
    """Compare the range, unit and values of every state fact with its type."""
    for state in context.records.states:
        for field, problem in _problems(state):
            yield RULE.finding(problem, context.location(state, field))


def _problems(state: StateFact) -> Iterator[tuple[str, str]]:
    for field in ("minimum", "maximum"):
        if getattr(state, field) is not None and state.type is not ValueType.INTEGER:
            yield field, f"a {state.type} has no {field}"
    if state.values and state.type is not ValueType.TEXT:
        yield "values", f"only a text has a list of values, and this is {state.type}"
    if state.minimum is not None and state.maximum is not None and state.minimum > state.maximum:
        yield "maximum", f"the maximum {state.maximum} is less than the minimum {state.minimum}"
