"""Decisions: of all that a prediction says, whether a Device Model deviates on a service, and which claims say so.

For questions in great number (every Device Model and service, or a fleet), where nobody reads the words: which claims
bear on a Device Model and a service on a day is worked out once for the two, and what is left are their conditions.
"""

import datetime as dt
from typing import NamedTuple

from s1sr_validator.index.lookup import Application, Lookup
from s1sr_validator.model.behaviour import Behaviour, Claim
from s1sr_validator.model.device import Device
from s1sr_validator.model.lifecycle import Standing
from s1sr_validator.model.prediction import Assessment
from s1sr_validator.prediction.compiled import Compiled, Values, compiled
from s1sr_validator.prediction.consider import is_heard, joint_span


class Decision(NamedTuple):
    """The assessment, the claims that apply for certain, and those that hang on what is not known."""

    assessment: Assessment
    certain: tuple[str, ...] = ()
    conditional: tuple[str, ...] = ()


_BY_WEIGHT = (
    Assessment.NOT_ASSESSED,
    Assessment.CONFORMS,
    Assessment.DEVIATES_IF,
    Assessment.DEVIATES,
    Assessment.DISPUTED,
)
"""Of several claims the heaviest assesses; one that conforms, if something unknown is so, has no weight."""
_NOTHING = Decision(Assessment.NOT_ASSESSED)


class _Candidate(NamedTuple):
    """A claim that bears on a Device Model and a service: its weight for certain, and where its condition is open."""

    behaviour: str
    certain: int
    conditional: int
    holds: Compiled


class Decisions:
    """What a catalogue of claims decides on one day; private overlays, which can contradict claims, are not for it."""

    def __init__(self, lookup: Lookup, as_of: dt.date, lowest_standing: Standing) -> None:
        """Keep what is in force on the day and listened to.

        Raises:
            ValueError: the catalogue has private overlays; ask `predict`.
        """
        if lookup.snapshot.overlays:
            raise ValueError("decisions do not weigh the claims of private overlays")
        self._lookup = lookup
        self._in_force: list[tuple[Application, _Candidate]] = []
        # One candidate for each behaviour, not for each Device Model and service that it bears on: a long enumeration
        # would be slowed down by what it keeps, the more the more behaviours there are.
        candidates: dict[str, _Candidate] = {}
        for application in lookup.applications:
            span = joint_span(application, as_of)
            if span is not None and is_heard(application, span.standing, lowest_standing):
                behaviour = application.behaviour
                if behaviour.id not in candidates:
                    candidates[behaviour.id] = _Candidate(behaviour.id, *_weights(behaviour), compiled(behaviour.when))
                self._in_force.append((application, candidates[behaviour.id]))
        self._selected: dict[str, dict[str, tuple[_Candidate, ...]]] = {}

    def decide(self, device: str, srv: str, values: Values, *, request_was_seen: bool = True) -> Decision:
        """Decide for a Device Model and a service.

        Args:
            device: the whole CPL key of a Device Model of the catalogue.
            srv: the service.
            values: what is known, by full fact name; the parts of the Device's key among it where conditions name them.
            request_was_seen: a field of the request that is not among the values is absent, else unknown.

        Raises:
            KeyError: the catalogue has no such Device Model.
        """
        selected = self._selected.get(device)
        if selected is None:
            selected = self._selected[device] = self._select(self._lookup.devices[device])
        certain, conditional, weight = [], [], 0
        for behaviour, if_certain, if_open, holds in selected.get(srv, ()):
            found = holds(values, request_was_seen)
            if found:
                certain.append(behaviour)
                weight = if_certain if if_certain > weight else weight  # noqa: FURB136 - max() doubles the time
            elif found is None:
                conditional.append(behaviour)
                weight = if_open if if_open > weight else weight  # noqa: FURB136 - as above
        if not (certain or conditional):
            return _NOTHING
        return Decision(_BY_WEIGHT[weight], tuple(certain), tuple(conditional))

    def _select(self, device: Device) -> dict[str, tuple[_Candidate, ...]]:
        """Return the claims about a Device Model by service, each once however many rows bring it."""
        found: dict[str, list[_Candidate]] = {}
        taken: set[str] = set()
        for application, candidate in self._in_force:
            if candidate.behaviour in taken or not any(pattern.matches(device) for pattern in application.row.devices):
                continue
            taken.add(candidate.behaviour)
            for srv in dict.fromkeys(application.behaviour.services):
                found.setdefault(srv, []).append(candidate)
        return {srv: tuple(candidates) for srv, candidates in found.items()}


def _weights(behaviour: Behaviour) -> tuple[int, int]:
    if behaviour.disputes:
        certain = conditional = Assessment.DISPUTED
    elif behaviour.claim is Claim.DEVIATES:
        certain, conditional = Assessment.DEVIATES, Assessment.DEVIATES_IF
    else:
        certain, conditional = Assessment.CONFORMS, Assessment.NOT_ASSESSED
    return _BY_WEIGHT.index(certain), _BY_WEIGHT.index(conditional)
