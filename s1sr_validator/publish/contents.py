"""What is published: a snapshot with its day, every record by kind and id, and which records name which."""

import datetime as dt
from collections.abc import Mapping
from functools import cached_property

import msgspec

from s1sr_validator.index.lookup import Application, Lookup
from s1sr_validator.index.search import Hit, every_record, natural_order, title_of
from s1sr_validator.index.snapshot import Snapshot
from s1sr_validator.index.sources import source_uses
from s1sr_validator.model.device import Device
from s1sr_validator.model.history import CoveredPart
from s1sr_validator.model.prediction import DevicePrediction
from s1sr_validator.model.record import Record
from s1sr_validator.model.references import Reference, references
from s1sr_validator.publish.addresses import page_path
from s1sr_validator.publish.assessments import Pair, assessments

Name = tuple[str, str]
"""A record's kind (its folder) and id."""


class Publication(msgspec.Struct, frozen=True, kw_only=True):
    """What the publisher says beside the snapshot.

    `as_of` is the day that pages speak of. `repository` is the web address under which records are edited and faults
    reported; empty where there is none. `authored` has the text of records' files by their name, and `scripts` that of
    the scripts of pages; without those, pages have no look-up.
    """

    as_of: dt.date
    repository: str = ""
    authored: Mapping[str, bytes] = {}
    scripts: Mapping[str, str] = {}


class Contents:
    """Read-only views over what is published, each made when it is first asked for."""

    def __init__(self, snapshot: Snapshot, publication: Publication) -> None:
        """Keep the snapshot and what the publisher says."""
        self.snapshot = snapshot
        self.publication = publication
        self.lookup = Lookup(snapshot)

    @property
    def as_of(self) -> dt.date:
        """Return the day that pages speak of."""
        return self.publication.as_of

    @cached_property
    def hits(self) -> dict[Name, Hit]:
        """Every record, kind by kind, in natural order of the ids."""
        hits = sorted(every_record(self.snapshot), key=lambda hit: natural_order(hit.record.id))
        by_kind: dict[str, list[Hit]] = {}
        for hit in hits:
            by_kind.setdefault(hit.kind.folder, []).append(hit)
        return {(folder, hit.record.id): hit for folder, found in by_kind.items() for hit in found}

    @cached_property
    def named(self) -> dict[Name, tuple[Reference, ...]]:
        """What each record names."""
        return {name: tuple(_named_by(hit.record, self.lookup)) for name, hit in self.hits.items()}

    @cached_property
    def naming(self) -> dict[Name, tuple[Name, ...]]:
        """Which records name each record, in order: every link the other way round."""
        found: dict[Name, dict[Name, None]] = {}
        for name, references_made in self.named.items():
            for reference in references_made:
                found.setdefault((reference.folder, reference.id), {})[name] = None
        return {name: tuple(users) for name, users in found.items()}

    @cached_property
    def assessments(self) -> dict[Pair, DevicePrediction]:
        """What is known of Device Models and services on the day; a pair that is not here is not assessed."""
        return assessments(self.lookup, self.as_of)

    @cached_property
    def applications(self) -> dict[str, tuple[Application, ...]]:
        """The rows that apply each behaviour, by the behaviour's id."""
        found: dict[str, list[Application]] = {}
        for application in self.lookup.applications:
            found.setdefault(application.behaviour.id, []).append(application)
        return {name: tuple(each) for name, each in found.items()}

    @cached_property
    def parts(self) -> dict[str, tuple[CoveredPart, ...]]:
        """The parts of every source that lists its own, with who cites each, in natural order."""
        uses = source_uses(self.snapshot.records)
        return {use.source: use.parts for use in uses if use.parts}

    def assessed_of(self, device: str) -> dict[str, DevicePrediction]:
        """Return what is known of a Device Model, by SRV."""
        return self._by_device.get(device, {})

    def assessed_for(self, srv: str) -> dict[str, DevicePrediction]:
        """Return what is known of a service, by Device Model."""
        return self._by_service.get(srv, {})

    @cached_property
    def _by_device(self) -> dict[str, dict[str, DevicePrediction]]:
        found: dict[str, dict[str, DevicePrediction]] = {}
        for (device, srv), prediction in self.assessments.items():
            found.setdefault(device, {})[srv] = prediction
        return found

    @cached_property
    def _by_service(self) -> dict[str, dict[str, DevicePrediction]]:
        found: dict[str, dict[str, DevicePrediction]] = {}
        for (device, srv), prediction in self.assessments.items():
            found.setdefault(srv, {})[device] = prediction
        return found

    def has(self, folder: str, record_id: str) -> bool:
        """Say whether there is such a record, and so a page."""
        return (folder, record_id) in self.hits

    def page(self, folder: str, record_id: str) -> str:
        """Return the page of a record; empty where there is no such record."""
        return page_path(folder, record_id) if self.has(folder, record_id) else ""

    def of_kind(self, folder: str) -> tuple[Hit, ...]:
        """Return the records of a kind, in natural order."""
        return tuple(hit for (kind, _), hit in self.hits.items() if kind == folder)


def heading_of(hit: Hit) -> str:
    """Return what a record's page is called: its id, with the name that people know it by."""
    title = title_of(hit.record)
    short = title if len(title) <= _LONGEST_TITLE else ""
    return f"{hit.record.id}: {short}" if short else hit.record.id


_LONGEST_TITLE = 120


def _named_by(record: Record, lookup: Lookup) -> list[Reference]:
    """Return what a record names; a Device Model is taken to name the rows that select it."""
    found = list(references(record))
    if isinstance(record, Device):
        rows = (row.id for row in lookup.records.matrix if any(pattern.matches(record) for pattern in row.devices))
        found += [Reference("matrix", row, ("matrix_rows",)) for row in rows]
    return found
