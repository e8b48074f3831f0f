"""CAT176: an observation tells of every behaviour that is known by observation alone."""

from collections.abc import Iterator

from s1sr_validator.lint.context import Context
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.lifecycle import Standing, timeline
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="CAT176",
    name="observed-behaviour",
    severity=Severity.ERROR,
    summary="A behaviour was only ever observed, and no observation names it.",
    why="Below the clauses of the Code a behaviour rests on a report. Who reported what, of which Device, and how sure "
    "that is, stands in an observation.",
    example=Example(
        file="observations/invented-register.yaml",
        wrong="why_no_behaviour: Nobody saw it again.",
        right="behaviour: S1B-9002",
    ),
)


def check(context: Context) -> Iterator[Finding]:
    """Look for every behaviour that never came further than observed among those that observations name."""
    named = {observation.behaviour for observation in context.records.observations}
    for behaviour in context.records.behaviours:
        live = {span.standing for span in timeline(behaviour.lifecycle) if span.standing.is_live}
        if live == {Standing.OBSERVED} and behaviour.id not in named:
            message = f"no observation names {behaviour.id}, which was only observed"
            tip = "add a record under observations/ with the report"
            yield RULE.finding(message, context.location(behaviour, "id"), tip=tip)
