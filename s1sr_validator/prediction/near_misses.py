"""Near misses: claims that fit in all but one step, with the reason in words."""

from collections.abc import Iterable, Mapping

from s1sr_validator.model.prediction import NearMiss, Step
from s1sr_validator.model.vocabulary import FactType
from s1sr_validator.prediction.consider import Considered, Question
from s1sr_validator.prediction.reasons import is_nearly_the_device, is_nearly_the_service, reason

_NEAREST_FIRST = (Step.CONDITION, Step.STANDING, Step.DATE, Step.DEVICE, Step.SERVICE)


def near_misses(
    considered: Iterable[Considered],
    question: Question,
    vocabulary: Mapping[str, FactType],
    clause_numbers: Mapping[str, str],
) -> tuple[NearMiss, ...]:
    """Return the claims that exactly one step kept out, nearest first; a claim that applies by another row is none."""
    fared = list(considered)
    applied = {found.application.behaviour.id for found in fared if found.applies}
    missed: dict[str, NearMiss] = {}
    for found in sorted(fared, key=nearness):
        behaviour = found.application.behaviour
        if behaviour.id in applied or behaviour.id in missed or not is_near(found, question):
            continue
        missed[behaviour.id] = NearMiss(
            behaviour=behaviour.id,
            title=behaviour.title,
            step=found.failed[0],
            clause=clause_numbers.get(behaviour.clause, ""),
            reason=reason(found, found.failed[0], question, vocabulary),
            overlay=found.application.overlay,
        )
    return tuple(missed.values())


def is_near(found: Considered, question: Question) -> bool:
    """Say whether one step kept the claim out, and at Device or service no more than one part or variant."""
    if len(found.failed) != 1:
        return False
    match found.failed[0]:
        case Step.DEVICE:
            return is_nearly_the_device(found, question.device)
        case Step.SERVICE:
            return is_nearly_the_service(found, question)
        case _:
            return True


def nearness(found: Considered) -> tuple[int, str]:
    """Order claims by how late they fell out, those that apply first."""
    first = _NEAREST_FIRST.index(found.failed[0]) if found.failed else -1
    return (first, found.application.behaviour.id)
