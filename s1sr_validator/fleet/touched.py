"""Which Device Models a question is about, and on which services: a behaviour, an overlay, a catalogue's change."""

import datetime as dt
from collections.abc import Callable
from typing import NamedTuple

from s1sr_validator.index.lookup import Application, Lookup
from s1sr_validator.model.comparison import ImpactReport
from s1sr_validator.model.errors import UsageError
from s1sr_validator.model.lifecycle import Standing
from s1sr_validator.prediction.consider import is_heard, joint_span


class Touched(NamedTuple):
    """The services on which each Device Model is touched, by CPL key; what was asked; and the behaviours."""

    services: dict[str, frozenset[str]]
    question: str
    behaviours: tuple[str, ...]


def by_behaviour(behaviour: str, lookup: Lookup, as_of: dt.date, lowest: Standing) -> Touched:
    """Return what a behaviour touches; whether its condition holds, only each Device knows.

    Raises:
        UsageError: there is no such behaviour.
    """
    if behaviour not in lookup.behaviours:
        raise UsageError(f"there is no behaviour {behaviour!r}", tip="see: s1sr list behaviours")
    question = f"Device Models that {behaviour} is about: {lookup.behaviours[behaviour].title}"
    return _by_claims(lookup, as_of, lowest, question, lambda each: each.behaviour.id == behaviour)


def by_overlay(lookup: Lookup, as_of: dt.date, lowest: Standing) -> Touched:
    """Return what the private overlays of a catalogue claim."""
    names = ", ".join(stamp.name for stamp in lookup.snapshot.overlays)
    return _by_claims(
        lookup,
        as_of,
        lowest,
        f"Device Models that overlay {names} claims something of",
        lambda each: bool(each.overlay),
    )


def by_change(report: ImpactReport) -> Touched:
    """Return the Device Models with a prediction that changes between two catalogues."""
    services: dict[str, frozenset[str]] = {}
    for group in report.groups:
        for device in group.device_models:
            services[device] = services.get(device, frozenset()) | frozenset(group.services)
    question = f"Device Models with a prediction that changes from {report.base.name} to {report.head.name}"
    behaviours = sorted({name for group in report.groups for name in group.behaviours})
    return Touched(services, question, tuple(behaviours))


def _by_claims(
    lookup: Lookup, as_of: dt.date, lowest: Standing, question: str, is_meant: Callable[[Application], bool]
) -> Touched:
    services: dict[str, frozenset[str]] = {}
    behaviours: set[str] = set()
    for application in lookup.applications:
        span = joint_span(application, as_of) if is_meant(application) else None
        if span is None or not is_heard(application, span.standing, lowest):
            continue
        behaviours.add(application.behaviour.id)
        for device in lookup.devices.values():
            if any(pattern.matches(device) for pattern in application.row.devices):
                known = services.get(device.id, frozenset())
                services[device.id] = known | frozenset(application.behaviour.services)
    return Touched(services, question, tuple(sorted(behaviours)))
