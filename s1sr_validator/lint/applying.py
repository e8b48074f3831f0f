"""Which behaviours apply to which Device Models, and when two of them do so on a common day."""

from collections.abc import Iterator
from itertools import combinations

import msgspec

from s1sr_validator.index.lookup import Application
from s1sr_validator.lint.context import Context
from s1sr_validator.model.behaviour import Behaviour
from s1sr_validator.model.device import Device
from s1sr_validator.model.lifecycle import Event, timeline
from s1sr_validator.model.period import Period


class Meeting(msgspec.Struct, frozen=True, kw_only=True):
    """Two behaviours that apply to the same Device Models and share a service, and the first days on which both do."""

    first: Behaviour
    second: Behaviour
    service: str
    devices: tuple[Device, ...]
    days: Period


def live_periods(events: tuple[Event, ...]) -> tuple[Period, ...]:
    """Return the periods in which the events give a standing that predicts something."""
    return tuple(span.period for span in timeline(events) if span.standing.is_live)


def meetings(context: Context) -> Iterator[Meeting]:
    """Yield every meeting of two behaviours. Device Models that the same rows select are taken together."""
    periods, lookup = _Periods(), context.lookup
    for applications, devices in _selected_together(context):
        for service, behaviours in sorted(_by_service(applications).items()):
            for first, second in combinations(sorted(behaviours), 2):
                days = _first_common(periods.of(behaviours[first]), periods.of(behaviours[second]))
                if days is not None:
                    yield Meeting(
                        first=lookup.behaviours[first],
                        second=lookup.behaviours[second],
                        service=service,
                        devices=devices,
                        days=days,
                    )


def _selected_together(context: Context) -> Iterator[tuple[list[Application], tuple[Device, ...]]]:
    rows: dict[str, set[str]] = {}
    for row in context.records.matrix:
        for device_id in {device.id for pattern in row.devices for device in context.selected(pattern)}:
            rows.setdefault(device_id, set()).add(row.id)
    groups: dict[frozenset[str], list[Device]] = {}
    for device_id, selecting in sorted(rows.items()):
        groups.setdefault(frozenset(selecting), []).append(context.lookup.devices[device_id])
    for together, devices in groups.items():
        yield [found for found in context.lookup.applications if found.row.id in together], tuple(devices)


def _by_service(applications: list[Application]) -> dict[str, dict[str, list[Application]]]:
    found: dict[str, dict[str, list[Application]]] = {}
    for application in applications:
        for service in application.behaviour.services:
            found.setdefault(service, {}).setdefault(application.behaviour.id, []).append(application)
    return found


class _Periods:
    """The periods in which applications predict something; each is worked out once."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], tuple[Period, ...]] = {}

    def of(self, applications: list[Application]) -> list[Period]:
        return [period for application in applications for period in self._of_one(application)]

    def _of_one(self, application: Application) -> tuple[Period, ...]:
        behaviour, row = application.behaviour, application.row
        key = (behaviour.id, row.id)
        if key not in self._known:
            self._known[key] = tuple(_common(live_periods(behaviour.lifecycle), live_periods(row.lifecycle)))
        return self._known[key]


def _common(some: tuple[Period, ...] | list[Period], others: tuple[Period, ...] | list[Period]) -> Iterator[Period]:
    for one in some:
        for other in others:
            if one.overlaps(other):
                ends = [period.end for period in (one, other) if period.end is not None]
                yield Period(start=max(one.start, other.start), end=min(ends, default=None))


def _first_common(some: list[Period], others: list[Period]) -> Period | None:
    return min(_common(some, others), key=lambda period: period.start, default=None)
