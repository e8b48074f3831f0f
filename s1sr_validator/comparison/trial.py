"""One Device Model and service, asked of two catalogues in every deciding case."""

import datetime as dt
from collections.abc import Mapping

import msgspec

from s1sr_validator.comparison.foretelling import NOT_THERE, foretell, narrowed
from s1sr_validator.comparison.live_claims import LiveClaims
from s1sr_validator.comparison.shared_cases import as_read, cases, shared_space
from s1sr_validator.index.lookup import Lookup
from s1sr_validator.model.comparison import Foretold, Transition
from s1sr_validator.model.condition import Value
from s1sr_validator.model.device import Device
from s1sr_validator.model.lifecycle import Standing
from s1sr_validator.model.prediction import GivenState
from s1sr_validator.model.vocabulary import DEVICE, FactType
from s1sr_validator.prediction.consider import Question
from s1sr_validator.prediction.facts import Facts, Missing, facts_about
from s1sr_validator.prediction.words import value_text


class Trial(msgspec.Struct, frozen=True):
    """How many cases were tried, how many there would have been where that is too many, and what changed."""

    cases: int
    too_many: int
    transitions: tuple[Transition, ...]


def tried(sides: tuple[LiveClaims, LiveClaims], device: Device, srv: str, as_of: dt.date, lowest: Standing) -> Trial:
    """Ask both catalogues about a Device Model and a service, in every case that their conditions tell apart."""
    conditions = tuple(signature.when for side in sides for _, signature in side.of(device.id, srv))
    key = facts_about(device, {}, None).values
    given: dict[str, Value] = {name: value for name, value in key.items() if not isinstance(value, Missing)}
    base, head = (_Asked(side, device, srv, as_of, lowest) for side in sides)
    space = shared_space(conditions, (base.vocabulary, head.vocabulary), given)
    changes: dict[tuple[Foretold, Foretold], list[Facts]] = {}
    number = 0
    for facts in cases(space, given):
        number += 1
        before, after = base.foretold(facts), head.foretold(facts)
        if before != after:
            changes.setdefault((before, after), []).append(facts)
    transitions = tuple(_transition(before, after, found) for (before, after), found in changes.items())
    return Trial(number, space.size if space.is_too_large else 0, transitions)


class _Asked:
    """One catalogue, asked about one Device Model and service with its claims about them alone."""

    def __init__(self, side: LiveClaims, device: Device, srv: str, as_of: dt.date, lowest: Standing) -> None:
        self.vocabulary: Mapping[str, FactType] = side.vocabulary(srv)
        self._lookup: Lookup = narrowed(side.lookup, tuple(found for found, _ in side.of(device.id, srv)))
        self._there = side.has(device.id, srv)
        self._device, self._srv, self._day, self._lowest = device, srv, as_of, lowest

    def foretold(self, facts: Facts) -> Foretold:
        if not self._there:
            return NOT_THERE
        question = Question(
            device=self._device,
            service=self._lookup.services[self._srv],
            as_of=self._day,
            lowest_standing=self._lowest,
            facts=as_read(facts, self.vocabulary),
        )
        return foretell(question, self._lookup)


def _transition(before: Foretold, after: Foretold, found: list[Facts]) -> Transition:
    nothing_known = not found[0].request_was_seen
    example = found[1] if nothing_known and len(found) > 1 else found[0]
    known = {name: value for name, value in example.values.items() if not name.startswith(DEVICE)}
    return Transition(
        before=before,
        after=after,
        cases=len(found),
        nothing_known=nothing_known,
        example=tuple(
            GivenState(name=name, value=value_text(value))
            for name, value in sorted(known.items())
            if not isinstance(value, Missing)
        ),
    )
