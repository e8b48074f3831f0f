"""Why a step kept a claim out, in words."""

from collections.abc import Iterator, Mapping

from s1sr_validator.model.condition import fact_names
from s1sr_validator.model.device import Device
from s1sr_validator.model.lifecycle import timeline
from s1sr_validator.model.prediction import Step
from s1sr_validator.model.vocabulary import FactType
from s1sr_validator.prediction.consider import Considered, Question, nearest_patterns, part_of_key
from s1sr_validator.prediction.facts import Missing
from s1sr_validator.prediction.words import in_words, value_text


def reason(found: Considered, step: Step, question: Question, vocabulary: Mapping[str, FactType]) -> str:
    """Say why a claim fell out at a step."""
    match step:
        case Step.CONDITION:
            return f"it applies only if {in_words(found.application.behaviour.when, vocabulary)}; " + known_here(
                found, question
            )
        case Step.STANDING:
            standing = found.span.standing if found.span else "unknown"
            return f"its standing on {question.as_of} is {standing}; asked for {question.lowest_standing} or higher"
        case Step.DATE:
            return _date_reason(found, question)
        case Step.DEVICE:
            near = "; ".join(_device_reasons(found, question.device))
            return near or f'the Device Model is none of "{found.application.row.label}"'
        case Step.SERVICE:
            return f"it is about SRV {', '.join(found.application.behaviour.services)}, not {question.service.id}"


def known_here(found: Considered, question: Question) -> str:
    """Say what is known of every fact that the claim's condition names."""
    facts = sorted(fact_names(found.application.behaviour.when))
    return "known here: " + ", ".join(_known(name, question) for name in facts)


def is_nearly_the_device(found: Considered, device: Device) -> bool:
    """Say whether the Device misses some pattern of the claim's row in one part of its key only."""
    return bool(nearest_patterns(found.application, device))


def is_nearly_the_service(found: Considered, question: Question) -> bool:
    """Say whether the claim is about another variant of the same service reference."""
    reference = question.service.service_reference
    return any(srv.rpartition(".")[0] == reference for srv in found.application.behaviour.services)


def _date_reason(found: Considered, question: Question) -> str:
    begun = [timeline(record.lifecycle) for record in (found.application.behaviour, found.application.row)]
    if not all(begun):
        return "no event has given it a standing yet"
    since = max(spans[0].period.start for spans in begun)
    return f"it was first published on {since}, after {question.as_of}"


def _device_reasons(found: Considered, device: Device) -> Iterator[str]:
    for part, pattern in nearest_patterns(found.application, device):
        wanted = ", ".join(getattr(pattern, part))
        shown = part.replace("_", " ")
        yield f"it applies to {shown} {wanted} ({found.application.row.label}), not {part_of_key(device, part)}"


def _known(name: str, question: Question) -> str:
    value = question.facts.get(name)
    return f"{name} is {value.value if isinstance(value, Missing) else value_text(value)}"
