"""The trace of a prediction: for every claim considered, each step and how it went, near misses first."""

from collections.abc import Iterable, Mapping

from s1sr_validator.model.prediction import Step, StepResult, TracedClaim, TracedStep
from s1sr_validator.model.truth import Truth
from s1sr_validator.model.vocabulary import FactType
from s1sr_validator.prediction.consider import Considered, Question
from s1sr_validator.prediction.near_misses import is_near, nearness
from s1sr_validator.prediction.reasons import known_here, reason
from s1sr_validator.prediction.words import in_words


def trace(
    considered: Iterable[Considered],
    question: Question,
    vocabulary: Mapping[str, FactType],
    clause_numbers: Mapping[str, str],
) -> tuple[TracedClaim, ...]:
    """Return how each claim fared by each row that brings it: near misses, then those that apply, then the rest."""
    return tuple(
        TracedClaim(
            behaviour=found.application.behaviour.id,
            title=found.application.behaviour.title,
            clause=clause_numbers.get(found.application.behaviour.clause, ""),
            matrix_row=found.application.row.id,
            matrix_label=found.application.row.label,
            applies=found.applies,
            steps=tuple(_traced(found, step, question, vocabulary) for step in Step),
            overlay=found.application.overlay,
        )
        for found in sorted(considered, key=lambda each: (_group(each, question), *nearness(each)))
    )


def _group(found: Considered, question: Question) -> int:
    if is_near(found, question):
        return 0
    return 1 if found.applies else 1 + len(found.failed)


def _traced(found: Considered, step: Step, question: Question, vocabulary: Mapping[str, FactType]) -> TracedStep:
    if step in found.failed:
        return TracedStep(step=step, result=StepResult.FAILED, says=reason(found, step, question, vocabulary))
    if step is Step.CONDITION and found.truth is Truth.UNKNOWN:
        words = f"{in_words(found.application.behaviour.when, vocabulary)}; {known_here(found, question)}"
        return TracedStep(step=step, result=StepResult.OPEN, says=words)
    return TracedStep(step=step, result=StepResult.HELD, says=_held(found, step, vocabulary))


def _held(found: Considered, step: Step, vocabulary: Mapping[str, FactType]) -> str:
    behaviour, row, span = found.application.behaviour, found.application.row, found.span
    match step:
        case Step.SERVICE:
            return f"it is about SRV {', '.join(behaviour.services)}"
        case Step.DEVICE:
            return f'the Device Model is one of "{row.label}"'
        case Step.DATE:
            return f"it stands since {span.period.start}" if span else ""
        case Step.STANDING:
            return f"its standing is {span.standing}" if span else "not asked: it has no standing on that day"
        case Step.CONDITION:
            return in_words(behaviour.when, vocabulary) or "it has no condition"
