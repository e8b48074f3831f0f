"""Meters by Device Model and what is touched, joined: the report of a fleet."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping

from s1sr_validator.fleet.meters import MeterGroup
from s1sr_validator.fleet.touched import Touched
from s1sr_validator.index.lookup import Lookup
from s1sr_validator.model.fleet_report import FleetReport, MeterCount, UnknownModel
from s1sr_validator.model.lifecycle import Standing

SCHEMA_VERSION = "1"


def weigh(
    groups: Iterable[MeterGroup], touched: Touched, lookup: Lookup, *, as_of: dt.date, lowest_standing: Standing
) -> FleetReport:
    """Count the meters that are touched.

    Args:
        groups: the meters by Device Model.
        touched: the Device Models that the question is about.
        lookup: the catalogue; Device Models that it does not know are reported apart.
        as_of: the day that was asked about.
        lowest_standing: the lowest standing that was listened to.
    """
    known: list[tuple[str, MeterGroup]] = []
    unknown: Counter[str] = Counter()
    for group in groups:
        key = group.model.strip().strip("/").upper()
        if key in lookup.devices or key in touched.services:
            known.append((key, group))
        else:
            unknown[group.model] += group.meters
    meters, hit, cohorts, cohorts_hit, services = _counted(known, touched)
    makers = {record.id: record.name for record in lookup.records.manufacturers}
    return FleetReport(
        schema_version=SCHEMA_VERSION,
        catalogue=lookup.snapshot.stamp,
        as_of=as_of,
        lowest_standing=lowest_standing,
        question=touched.question,
        behaviours=touched.behaviours,
        meters=meters.total() + unknown.total(),
        meters_touched=hit.total(),
        meters_unknown=unknown.total(),
        by_maker=_lines(_by_maker(meters), _by_maker(hit), makers),
        by_model=_lines(meters, hit, {key: device.cpl.log_name for key, device in lookup.devices.items()}),
        by_service=_lines(services, services, {srv: service.name for srv, service in lookup.services.items()}),
        by_cohort=_lines(cohorts, cohorts_hit, {}) if set(cohorts) != {""} else (),
        unknown=tuple(UnknownModel(text=text, meters=count) for text, count in unknown.most_common()),
    )


_Counts = Counter[str]


def _counted(
    known: list[tuple[str, MeterGroup]], touched: Touched
) -> tuple[_Counts, _Counts, _Counts, _Counts, _Counts]:
    """Return meters and those touched by Device Model, the same by cohort, and those touched by service."""
    meters, hit, cohorts, cohorts_hit, services = (Counter[str]() for _ in range(5))
    for key, group in known:
        meters[key] += group.meters
        cohorts[group.cohort] += group.meters
        if srvs := touched.services.get(key):
            hit[key] += group.meters
            cohorts_hit[group.cohort] += group.meters
            services.update(dict.fromkeys(srvs, group.meters))
    return meters, hit, cohorts, cohorts_hit, services


def _by_maker(counts: Mapping[str, int]) -> _Counts:
    found: _Counts = Counter()
    for key, count in counts.items():
        found[key.split("/")[1]] += count
    return found


def _lines(meters: Mapping[str, int], touched: Mapping[str, int], names: Mapping[str, str]) -> tuple[MeterCount, ...]:
    lines = (
        MeterCount(id=key, name=names.get(key, ""), meters=count, touched=touched.get(key, 0))
        for key, count in meters.items()
    )
    return tuple(sorted(lines, key=lambda line: (-line.touched, -line.meters, line.id)))
