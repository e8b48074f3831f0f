"""Which predictions differ between two catalogues: every Device Model, service and deciding state, each once.

Only pairs whose claims differ are tried: where the claims are the same, so are the answers. Device Models with the same
claims are tried together.
"""

import datetime as dt
from collections.abc import Iterator

import msgspec

from s1sr_validator.comparison.diff import compared
from s1sr_validator.comparison.live_claims import LiveClaims, Signature
from s1sr_validator.comparison.trial import Trial, tried
from s1sr_validator.index.lookup import Lookup
from s1sr_validator.index.search import natural_order
from s1sr_validator.model.comparison import ImpactGroup, ImpactReport
from s1sr_validator.model.condition import Value, fact_names
from s1sr_validator.model.device import Device
from s1sr_validator.model.lifecycle import Standing
from s1sr_validator.prediction.facts import Missing, facts_about


class _Alike(msgspec.Struct, frozen=True):
    """What pairs that are tried together have in common: service, claims on each side, and what decides of the key."""

    service: str
    base: frozenset[Signature]
    head: frozenset[Signature]
    read_by_base: frozenset[tuple[str, str]]
    read_by_head: frozenset[tuple[str, str]]
    there: tuple[bool, bool]
    key_facts: tuple[Value, ...]


def impact(
    base: Lookup,
    head: Lookup,
    *,
    as_of: dt.date,
    lowest_standing: Standing,
    base_name: str = "base",
    head_name: str = "head",
) -> ImpactReport:
    """Find every prediction that differs between two catalogues.

    Args:
        base: the earlier catalogue.
        head: the later one.
        as_of: the day whose clauses count.
        lowest_standing: claims of a lower standing are not listened to.
        base_name: what to call the earlier one in the report.
        head_name: what to call the later one.

    Returns:
        The changed predictions, by behaviour and family of Device Models, and how many pairs and cases they are.
    """
    sides = (LiveClaims(base, as_of, lowest_standing), LiveClaims(head, as_of, lowest_standing))
    groups = tuple(_groups(sides, as_of, lowest_standing))
    both = len(base.devices.keys() & head.devices.keys()) * len(base.services.keys() & head.services.keys())
    return ImpactReport(
        base=compared(base_name, base),
        head=compared(head_name, head),
        as_of=as_of,
        lowest_standing=lowest_standing,
        pairs_compared=both,
        pairs_added=len(head.devices) * len(head.services) - both,
        pairs_removed=len(base.devices) * len(base.services) - both,
        pairs_changed=sum(len(group.device_models) * len(group.services) for group in groups),
        cases_changed=sum(
            len(group.device_models) * len(group.services) * sum(each.cases for each in group.transitions)
            for group in groups
        ),
        groups=groups,
    )


Sides = tuple[LiveClaims, LiveClaims]


def _groups(sides: Sides, as_of: dt.date, lowest: Standing) -> Iterator[ImpactGroup]:
    """Yield what changes; the same change of the same Device Models on several services is one."""
    found: dict[tuple[tuple[str, ...], str, tuple[str, ...], Trial], list[str]] = {}
    for alike, devices in _differing(sides).items():
        trial = tried(sides, devices[0], alike.service, as_of, lowest)
        if not trial.transitions and not trial.too_many:
            continue
        behaviours = tuple(
            sorted({each.behaviour for each in alike.base ^ alike.head} or {each.behaviour for each in alike.base})
        )
        for family, members in _families(devices).items():
            found.setdefault((behaviours, family, members, trial), []).append(alike.service)
    makers = {record.id: record.name for side in sides for record in side.lookup.records.manufacturers}
    for (behaviours, family, members, trial), services in sorted(found.items(), key=lambda each: each[0][:3]):
        yield ImpactGroup(
            behaviours=behaviours,
            family=family,
            maker=makers.get(family.partition("/")[2], ""),
            services=tuple(sorted(services, key=natural_order)),
            device_models=members,
            cases_tried=trial.cases,
            too_many=trial.too_many,
            transitions=trial.transitions,
        )


def _families(devices: list[Device]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for device in devices:
        found.setdefault(f"{device.device_type}/{device.manufacturer}", []).append(device.id)
    return {family: tuple(sorted(members)) for family, members in sorted(found.items())}


def _differing(sides: Sides) -> dict[_Alike, list[Device]]:
    """Return the Device Models and services whose claims differ, those together that have the same ones."""
    found: dict[_Alike, list[Device]] = {}
    devices = sides[0].lookup.devices | sides[1].lookup.devices
    for device_id in sorted(devices):
        services = {srv for side in sides for srv in side.by_device.get(device_id, {})}
        for srv in sorted(services, key=natural_order):
            alike = _alike(sides, devices[device_id], srv)
            if (alike.base, alike.read_by_base, alike.there[0]) != (alike.head, alike.read_by_head, alike.there[1]):
                found.setdefault(alike, []).append(devices[device_id])
    return found


def _alike(sides: Sides, device: Device, srv: str) -> _Alike:
    base, head = (frozenset(signature for _, signature in side.of(device.id, srv)) for side in sides)
    known = facts_about(device, {}, None).values
    names = sorted({name for each in base | head for name in fact_names(each.when)})
    values = ((known.get(name, Missing.UNKNOWN)) for name in names)
    return _Alike(
        service=srv,
        base=base,
        head=head,
        read_by_base=sides[0].readable(srv, base | head),
        read_by_head=sides[1].readable(srv, base | head),
        there=(sides[0].has(device.id, srv), sides[1].has(device.id, srv)),
        key_facts=tuple(value for value in values if not isinstance(value, Missing)),
    )
