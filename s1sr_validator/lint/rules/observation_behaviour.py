"""CAT175: an observation and the behaviour that predicts it belong together."""

from collections.abc import Iterator

from s1sr_validator.lint.context import Context
from s1sr_validator.lint.texts import Path
from s1sr_validator.model.behaviour import Behaviour, MatrixRow
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.lifecycle import EventKind
from s1sr_validator.model.observation import Observation
from s1sr_validator.model.rule import Example, Rule

RULE = Rule(
    code="CAT175",
    name="observation-behaviour",
    severity=Severity.ERROR,
    summary="An observation names a behaviour that was never observed, that is about other services, or that the "
    "matrix row of the observation does not apply.",
    why="The observation is the evidence of what the behaviour predicts. Evidence about something else is none.",
    example=Example(
        file="observations/invented-register.yaml",
        wrong="matrix_row: invented/maker-one",
        right="matrix_row: invented/maker-two",
    ),
)


def check(context: Context) -> Iterator[Finding]:
    """Hold every observation against the behaviour that it names."""
    for observation in context.records.observations:
        behaviour = context.by_folder["behaviours"].get(observation.behaviour)
        if isinstance(behaviour, Behaviour):
            row = context.by_folder["matrix"].get(observation.device.matrix_row)
            for path, problem in _problems(observation, behaviour, row if isinstance(row, MatrixRow) else None):
                yield RULE.finding(problem, context.location(observation, *path))


def _problems(observation: Observation, behaviour: Behaviour, row: MatrixRow | None) -> Iterator[tuple[Path, str]]:
    if not any(event.event is EventKind.OBSERVED and not event.planned for event in behaviour.lifecycle):
        yield ("behaviour",), f"{behaviour.id} has no event by which it was observed"
    if observation.services and set(observation.services).isdisjoint(behaviour.services):
        yield ("services",), f"{behaviour.id} is about {', '.join(behaviour.services)}"
    if row is not None and behaviour.id not in row.behaviours:
        yield ("device", "matrix_row"), f"row {row.id} does not apply {behaviour.id}"
