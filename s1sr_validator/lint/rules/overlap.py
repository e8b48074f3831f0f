"""CAT148: two behaviours never predict different answers for one case.

For every Device Model and service that two behaviours can apply to on a common day, representative values of all facts
that their conditions name are tried in every combination.
"""

from collections.abc import Iterator

import msgspec

from s1sr_validator.lint.applying import Meeting, meetings
from s1sr_validator.lint.context import Context
from s1sr_validator.lint.points import BOUNDS, Space, space_of
from s1sr_validator.model.behaviour import Behaviour
from s1sr_validator.model.condition import Value, fact_names
from s1sr_validator.model.device import Device
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.rule import Example, Rule
from s1sr_validator.model.truth import Truth
from s1sr_validator.prediction.contradictions import disagree
from s1sr_validator.prediction.evaluate import evaluate
from s1sr_validator.prediction.facts import Facts, Missing, facts_about

RULE = Rule(
    code="CAT148",
    name="overlap",
    severity=Severity.ERROR,
    summary="Two behaviours predict different answers for one case, or cannot be proved not to.",
    why="For one request to one meter on one day there is one answer. Two of them make the prediction worthless where "
    "it is needed most.",
    example=Example(file="behaviours/S1B-9005.yaml", wrong="at_least: 9", right="at_least: 10"),
)


class _Clash(msgspec.Struct, frozen=True):
    """A meeting of two behaviours at one Device Model, and values for which both conditions hold (None: too many)."""

    meeting: Meeting
    device: Device
    facts: Facts | None
    size: int


def check(context: Context) -> Iterator[Finding]:
    """Try the conditions of every two behaviours that meet; each two of them are reported once."""
    trials = _Trials(context)
    found: dict[tuple[str, str], _Clash] = {}
    for meeting in meetings(context):
        pair = (meeting.first.id, meeting.second.id)
        if pair not in found and disagree(meeting.first, meeting.second):
            clash = trials.clash(meeting)
            if clash is not None:
                found[pair] = clash
    for clash in found.values():
        yield RULE.finding(_message(clash), context.location(clash.meeting.second, "when"), tip=_TIP)


_TIP = "make the conditions exclude each other, or correct the answers, rows or dates"


def witness(first: Behaviour, second: Behaviour, space: Space) -> Facts | None:
    """Return values for which both conditions hold, or None where no combination does that."""
    for facts in space.points():
        if evaluate(first.when, facts) is Truth.TRUE and evaluate(second.when, facts) is Truth.TRUE:
            return facts
    return None


def _given(device: Device, names: frozenset[str]) -> dict[str, Value]:
    """Return the values that the Device Model's key gives to facts among these."""
    values = facts_about(device, {}, None).values
    found = {name: values[name] for name in sorted(names) if name in values}
    return {name: value for name, value in found.items() if not isinstance(value, Missing)}


class _Trials:
    """Trials of two conditions on a service's facts; what was tried for other Device Models is not tried again."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._tried: set[tuple[str, ...]] = set()

    def clash(self, meeting: Meeting) -> _Clash | None:
        first, second = meeting.first, meeting.second
        looked_at = fact_names(first.when) | fact_names(second.when)
        for device in meeting.devices:
            given = _given(device, looked_at)
            trial = (first.id, second.id, meeting.service, *map(str, given.values()))
            if trial in self._tried:
                continue
            self._tried.add(trial)
            space = space_of((first.when, second.when), self._context.vocabulary(meeting.service), given)
            facts = None if space.is_too_large else witness(first, second, space)
            if space.is_too_large or facts is not None:
                return _Clash(meeting, device, facts, space.size)
        return None


def _message(clash: _Clash) -> str:
    first, second = clash.meeting.first, clash.meeting.second
    both = f"{first.id} and {second.id} both apply to {clash.device.id}, SRV {clash.meeting.service}"
    if clash.facts is None:
        return f"{both}; not proved apart: {clash.size:,} combinations of values, {BOUNDS}"
    known = ", ".join(f"{name} = {value}" for name, value in sorted(clash.facts.values.items())) or "any values"
    answers = f"{_in_short(first)} against {_in_short(second)}"
    return f"{both}, from {clash.meeting.days.start}, with {known}: {answers}"


def _in_short(behaviour: Behaviour) -> str:
    alerts = ", ".join(sorted(alert.code for alert in behaviour.expected.alerts))
    return f"{behaviour.expected.outcome}{f' with {alerts}' if alerts else ''}"
