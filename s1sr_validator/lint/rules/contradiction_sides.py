"""CAT178: what speaks against an observation is a source or another observation, which says so too."""

from collections.abc import Iterator

from s1sr_validator.lint.context import Context
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.observation import Contradiction, Observation
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="CAT178",
    name="contradiction-sides",
    severity=Severity.ERROR,
    summary="A contradiction names neither an observation nor a source with its place, names both, or names an "
    "observation that does not name this one in return.",
    why="Whoever reads either of two observations that exclude each other must learn of the other one.",
    example=Example(
        file="observations/invented-table-fails.yaml",
        wrong="observation: invented-register",
        right="observation: invented-table-answers",
    ),
)


def check(context: Context) -> Iterator[Finding]:
    """Look at the other side of every contradiction."""
    known = {observation.id: observation for observation in context.records.observations}
    for observation in context.records.observations:
        for number, found in enumerate(observation.contradictions):
            problem = _unclear_side(found) or _one_sided(observation, known.get(found.observation))
            if problem:
                yield RULE.finding(problem, context.location(observation, "contradictions", number))


def _unclear_side(found: Contradiction) -> str:
    if bool(found.source) != bool(found.place):
        return "a source and the place in it belong together"
    if bool(found.observation) == bool(found.source):
        return "name an observation, or a source and the place in it"
    return ""


def _one_sided(observation: Observation, other: Observation | None) -> str:
    if other is None:
        return ""
    if other.id == observation.id:
        return "an observation does not speak against itself"
    if observation.id not in {found.observation for found in other.contradictions}:
        return f"{other.id} does not name {observation.id} as a contradiction"
    if observation.behaviour and observation.behaviour == other.behaviour:
        return f"{other.id} names {other.behaviour} as well: one behaviour cannot predict both"
    return ""
