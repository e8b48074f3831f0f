"""CAT146: a behaviour has a case that triggers it and one that leaves it silent."""

from collections.abc import Iterator

from s1sr_validator.lint.context import Context
from s1sr_validator.model.behaviour import CaseExpectation
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="CAT146",
    name="case-kinds",
    severity=Severity.ERROR,
    summary="A behaviour has no case that triggers it, or none that leaves it silent.",
    why="A case that triggers shows that the behaviour can be predicted at all, a silent one that it has bounds. Where "
    "it always applies, another Device, day or SRV leaves it silent.",
    example=Example(
        file="behaviours/S1B-9003.yaml",
        wrong="facts: {request.Depth: 2}\n    expect: triggers",
        right="facts: {request.Depth: 2}\n    expect: silent",
    ),
)
_WANTED = (CaseExpectation.TRIGGERS, CaseExpectation.SILENT)


def check(context: Context) -> Iterator[Finding]:
    """Look at what the cases of every behaviour expect."""
    for behaviour in context.records.behaviours:
        expected = {case.expect for case in behaviour.cases}
        for wanted in _WANTED:
            if wanted not in expected:
                message = f"no case expects `{wanted}`"
                yield RULE.finding(message, context.location(behaviour, "cases"), tip="add one")
