"""The claims that count for a Device Model and a service on a day, and what decides whether two sets of them differ."""

import datetime as dt
from functools import cached_property

import msgspec

from s1sr_validator.index.lookup import Application, Lookup
from s1sr_validator.model.behaviour import Answer
from s1sr_validator.model.condition import Condition, fact_names
from s1sr_validator.model.lifecycle import Standing
from s1sr_validator.model.vocabulary import FactType
from s1sr_validator.prediction.consider import is_heard, joint_span
from s1sr_validator.prediction.vocabulary import vocabulary_for


class Signature(msgspec.Struct, frozen=True):
    """Everything of a claim that a prediction can depend on, and nothing that is only words."""

    behaviour: str
    claim: str
    when: Condition
    expected: Answer
    baseline: Answer
    standing: Standing
    disputed: bool


class LiveClaims:
    """The claims of one catalogue that are in force and heard on a day, by Device Model and service."""

    def __init__(self, lookup: Lookup, day: dt.date, lowest: Standing) -> None:
        """Take the catalogue, the day and the lowest standing to listen to."""
        self.lookup = lookup
        self._day = day
        self._lowest = lowest
        self._vocabularies: dict[str, dict[str, FactType]] = {}

    @cached_property
    def _live(self) -> list[tuple[Application, Signature]]:
        spans = ((found, joint_span(found, self._day)) for found in self.lookup.applications)
        return [
            (found, _signature(found, span.standing))
            for found, span in spans
            if span is not None and is_heard(found, span.standing, self._lowest)
        ]

    @cached_property
    def by_device(self) -> dict[str, dict[str, tuple[tuple[Application, Signature], ...]]]:
        """Return the claims for each Device Model, by service."""
        found: dict[str, dict[str, tuple[tuple[Application, Signature], ...]]] = {}
        for device in self.lookup.devices.values():
            services = found.setdefault(device.id, {})
            for claim in self._live:
                if any(pattern.matches(device) for pattern in claim[0].row.devices):
                    for srv in claim[0].behaviour.services:
                        services[srv] = (*services.get(srv, ()), claim)
        return found

    def of(self, device: str, srv: str) -> tuple[tuple[Application, Signature], ...]:
        """Return the claims about a Device Model and a service."""
        return self.by_device.get(device, {}).get(srv, ())

    def has(self, device: str, srv: str) -> bool:
        """Say whether the catalogue has both."""
        return device in self.lookup.devices and srv in self.lookup.services

    def vocabulary(self, srv: str) -> dict[str, FactType]:
        """Return the facts that conditions about a service may name."""
        if srv not in self._vocabularies:
            service = self.lookup.services.get(srv)
            self._vocabularies[srv] = vocabulary_for(self.lookup, service) if service else {}
        return self._vocabularies[srv]

    def readable(self, srv: str, signatures: frozenset[Signature]) -> frozenset[tuple[str, str]]:
        """Return the facts of the claims that the catalogue declares for the service, with their types."""
        names = {name for each in signatures for name in fact_names(each.when)}
        vocabulary = self.vocabulary(srv)
        return frozenset((name, vocabulary[name].type.value) for name in names if name in vocabulary)


def _signature(found: Application, standing: Standing) -> Signature:
    behaviour = found.behaviour
    return Signature(
        behaviour=behaviour.id,
        claim=behaviour.claim.value,
        when=behaviour.when,
        expected=_without_words(behaviour.expected),
        baseline=_without_words(behaviour.baseline),
        standing=standing,
        disputed=bool(behaviour.disputes),
    )


def _without_words(answer: Answer) -> Answer:
    return Answer(outcome=answer.outcome, summary="", alerts=answer.alerts, differences=answer.differences)
