"""Near misses: claims that fit in all but one step, with the reason in words."""

from collections.abc import Iterable, Iterator, Mapping

from s1sr_validator.model.condition import fact_names
from s1sr_validator.model.device import Device
from s1sr_validator.model.lifecycle import timeline
from s1sr_validator.model.prediction import NearMiss, Step
from s1sr_validator.model.vocabulary import FactType
from s1sr_validator.prediction.consider import Considered, Question, nearest_patterns, part_of_key
from s1sr_validator.prediction.facts import Missing
from s1sr_validator.prediction.words import in_words, value_text

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
    for found in sorted(fared, key=_nearness):
        behaviour = found.application.behaviour
        if len(found.failed) != 1 or behaviour.id in applied or behaviour.id in missed:
            continue
        reason = "; ".join(_reasons(found, question, vocabulary))
        if reason:
            missed[behaviour.id] = NearMiss(
                behaviour=behaviour.id,
                title=behaviour.title,
                step=found.failed[0],
                clause=clause_numbers.get(behaviour.clause, ""),
                reason=reason,
            )
    return tuple(missed.values())


def _nearness(found: Considered) -> tuple[int, str]:
    first = _NEAREST_FIRST.index(found.failed[0]) if found.failed else -1
    return (first, found.application.behaviour.id)


def _reasons(found: Considered, question: Question, vocabulary: Mapping[str, FactType]) -> Iterator[str]:
    behaviour = found.application.behaviour
    match found.failed[0]:
        case Step.CONDITION:
            known = ", ".join(_known(name, question) for name in sorted(fact_names(behaviour.when)))
            yield f"it applies only if {in_words(behaviour.when, vocabulary)}; known here: {known}"
        case Step.STANDING:
            standing = found.span.standing if found.span else "unknown"
            yield f"its standing on {question.as_of} is {standing}; asked for {question.lowest_standing} or higher"
        case Step.DATE:
            begun = [timeline(record.lifecycle) for record in (behaviour, found.application.row)]
            if all(begun):
                since = max(spans[0].period.start for spans in begun)
                yield f"it was first published on {since}, after {question.as_of}"
            else:
                yield "no event has given it a standing yet"
        case Step.DEVICE:
            yield from _device_reasons(found, question.device)
        case Step.SERVICE if any(_same_reference(srv, question) for srv in behaviour.services):
            yield f"it is about SRV {', '.join(behaviour.services)}, not {question.service.id}"


def _device_reasons(found: Considered, device: Device) -> Iterator[str]:
    for part, pattern in nearest_patterns(found.application, device):
        wanted = ", ".join(getattr(pattern, part))
        shown = part.replace("_", " ")
        yield f"it applies to {shown} {wanted} ({found.application.row.label}), not {part_of_key(device, part)}"


def _same_reference(srv: str, question: Question) -> bool:
    return srv.rpartition(".")[0] == question.service.service_reference


def _known(name: str, question: Question) -> str:
    value = question.facts.get(name)
    return f"{name} is {value.value if isinstance(value, Missing) else value_text(value)}"
