"""CAT141: a behaviour that was proposed or designated names its clause."""

from collections.abc import Iterator

from s1sr_validator.lint.context import Context
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.lifecycle import Standing, timeline
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="CAT141",
    name="clause-named",
    severity=Severity.ERROR,
    summary="A behaviour was proposed or designated, but names no clause.",
    why="From a proposal on there is a text in the Code to quote. Without it a report decides no dispute.",
    example=Example(
        file="behaviours/S1B-9002.yaml",
        wrong="{date: 2012-03-04, event: consulted,",
        right="{date: 2012-03-04, event: observed,",
    ),
)
_WITH_CLAUSE = (Standing.PROPOSED, Standing.DESIGNATED)


def check(context: Context) -> Iterator[Finding]:
    """Look at the standings of every behaviour without a clause."""
    for behaviour in context.records.behaviours:
        held = [span.standing for span in timeline(behaviour.lifecycle) if span.standing in _WITH_CLAUSE]
        if held and not behaviour.clause:
            message = f"{held[0]} without a clause"
            tip = "name the clause record, or record the events as observed"
            yield RULE.finding(message, context.location(behaviour, "lifecycle"), tip=tip)
