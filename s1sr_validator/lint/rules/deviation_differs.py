"""CAT142: a deviation differs from its baseline in what comes back."""

from collections.abc import Iterator

from s1sr_validator.lint.context import Context
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="CAT142",
    name="deviation-differs",
    severity=Severity.WARNING,
    summary="A deviation has the outcome and the alerts of its baseline; at most the words differ.",
    why="A response is compared by outcome and alerts. By those alone no response can show this deviation.",
    example=Example(
        file="behaviours/S1B-9002.yaml",
        wrong="outcome: success\n  summary: The request always fails.",
        right="outcome: failure\n  summary: The request always fails.",
    ),
)


def check(context: Context) -> Iterator[Finding]:
    """Compare the two answers of every behaviour that has two."""
    for behaviour in context.records.behaviours:
        deviation = behaviour.deviation
        if deviation is not None and not deviation.differs_from(behaviour.baseline):
            message = f"the deviation is the baseline: {deviation.outcome} with the same alerts"
            yield RULE.finding(message, context.location(behaviour, "deviation"))
