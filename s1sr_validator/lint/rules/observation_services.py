"""CAT177: whether a source names an observation's services agrees with the citations."""

from collections.abc import Iterator

from s1sr_validator.lint.context import Context
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.observation import Observation
from s1sr_validator.model.record import Basis
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="CAT177",
    name="observation-services",
    severity=Severity.ERROR,
    summary="An observation's services are inferred, and no inferred citation covers them; or they are said to be "
    "stated, and no citation states them.",
    why="Reports seldom name a service. Which one is meant is our conclusion, and a reader must see how we came to it.",
    example=Example(
        file="observations/invented-register.yaml", wrong="services_stated: true", right="services_stated: false"
    ),
)


def check(context: Context) -> Iterator[Finding]:
    """Look for the citation that carries the services of every observation."""
    for observation in context.records.observations:
        field, problem = _problem(observation)
        if problem:
            yield RULE.finding(problem, context.location(observation, field))


def _problem(observation: Observation) -> tuple[str, str]:
    if not observation.services:
        return "services_stated", "stated services, but none is named" if observation.services_stated else ""
    carrying = {found.basis for found in observation.citations if not found.covers or "services" in found.covers}
    if observation.services_stated and Basis.STATED not in carrying:
        return "services_stated", "no citation that states the services covers them"
    if not observation.services_stated and Basis.INFERRED not in carrying:
        return "services", "the services are inferred, but no inferred citation covers them"
    return "", ""
