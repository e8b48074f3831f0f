"""One claim against one Device Model, service and day: the steps, and where it falls out."""

import datetime as dt

import msgspec

from s1sr_validator.index.lookup import Application
from s1sr_validator.model.device import KEY_FIELDS, Device, DevicePattern
from s1sr_validator.model.lifecycle import Span, Standing, timeline
from s1sr_validator.model.period import Period
from s1sr_validator.model.prediction import Step
from s1sr_validator.model.service import Service
from s1sr_validator.model.truth import Truth
from s1sr_validator.prediction.evaluate import evaluate
from s1sr_validator.prediction.facts import Facts


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked: a Device Model, a service, a day, the lowest standing to listen to, and what is known."""

    device: Device
    service: Service
    as_of: dt.date
    lowest_standing: Standing
    facts: Facts


class Considered(msgspec.Struct, frozen=True, kw_only=True):
    """How a claim fared: the steps at which it fell out (none: it applies), its span, and its condition's truth."""

    application: Application
    failed: tuple[Step, ...]
    span: Span | None
    truth: Truth

    @property
    def applies(self) -> bool:
        """Say whether no step failed; whether for certain is the condition's truth."""
        return not self.failed


def consider(application: Application, question: Question) -> Considered:
    """Take a claim through every step."""
    behaviour, row = application.behaviour, application.row
    span = joint_span(application, question.as_of)
    decided = evaluate(behaviour.when, question.facts)
    holds = {
        Step.SERVICE: question.service.id in behaviour.services,
        Step.DEVICE: any(pattern.matches(question.device) for pattern in row.devices),
        Step.DATE: span is not None,
        Step.STANDING: span is None or is_heard(application, span.standing, question.lowest_standing),
        Step.CONDITION: decided is not Truth.FALSE,
    }
    failed = tuple(step for step, held in holds.items() if not held)
    return Considered(application=application, failed=failed, span=span, truth=decided)


def is_heard(application: Application, standing: Standing, lowest: Standing) -> bool:
    """Say whether a claim of a standing is listened to.

    Whoever gives an overlay wants its findings to count: the lowest standing asked for is that of the catalogue's own.
    """
    return standing.is_live and (bool(application.overlay) or standing.rank >= lowest.rank)


def joint_span(application: Application, day: dt.date) -> Span | None:
    """Return the standing of claim and row together on a day: an ended one ends both, else the weaker one counts.

    Its period is the one in which both of their standings hold.
    """
    spans = [
        next((span for span in timeline(record.lifecycle) if span.period.contains(day)), None)
        for record in (application.behaviour, application.row)
    ]
    found = [span for span in spans if span is not None]
    if len(found) < len(spans):
        return None
    ended = [span for span in found if not span.standing.is_live]
    counts = ended[0] if ended else min(found, key=lambda span: span.standing.rank)
    ends = [span.period.end for span in found if span.period.end is not None]
    period = Period(start=max(span.period.start for span in found), end=min(ends, default=None))
    return Span(standing=counts.standing, period=period)


def nearest_patterns(application: Application, device: Device) -> list[tuple[str, DevicePattern]]:
    """Return the row's patterns that the Device misses in exactly one part of its key, with that part."""
    missed = [(pattern.mismatches(device), pattern) for pattern in application.row.devices]
    return [(parts[0], pattern) for parts, pattern in missed if len(parts) == 1]


def part_of_key(device: Device, part: str) -> str:
    """Return one part of the Device's key by name."""
    return device.key_parts()[KEY_FIELDS.index(part)]
