"""What a rule gets: the loaded records, their compiled form, and the places that findings point at."""

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from s1sr_validator.index.compile import compile_snapshot
from s1sr_validator.index.coverage import SourceCoverage, coverage
from s1sr_validator.index.lookup import Lookup, nearest
from s1sr_validator.lint.partial_dates import partial_period
from s1sr_validator.load.loaded import LoadedCatalogue
from s1sr_validator.model.behaviour import Behaviour, MatrixRow
from s1sr_validator.model.device import Device, DevicePattern
from s1sr_validator.model.finding import Location
from s1sr_validator.model.kinds import KINDS
from s1sr_validator.model.migration import Cohort, Consultation, Exclusion
from s1sr_validator.model.period import Period
from s1sr_validator.model.record import Record
from s1sr_validator.model.regulation import Clause, Document, Edition
from s1sr_validator.model.vocabulary import FactType
from s1sr_validator.prediction.exclusions import installation_facts
from s1sr_validator.prediction.vocabulary import vocabulary_for

_LONGEST_ID = 100
"""Comparing longer texts with every id takes long, and no id is as long as this."""
_FOLDER_OF: dict[type[Record], str] = {kind.type: kind.folder for kind in KINDS}


class Context:
    """A loaded catalogue as rules see it. Each index is built when a rule first asks for it."""

    def __init__(self, loaded: LoadedCatalogue) -> None:
        """Keep the catalogue."""
        self.loaded = loaded
        self.records = loaded.records
        self._selected: dict[DevicePattern, tuple[Device, ...]] = {}
        self._vocabularies: dict[str, dict[str, FactType]] = {}

    @cached_property
    def lookup(self) -> Lookup:
        """Return the compiled catalogue; only rules over a whole catalogue may ask for it."""
        return Lookup(compile_snapshot(self.loaded))

    @cached_property
    def by_folder(self) -> dict[str, dict[str, Record]]:
        """Return the records of each kind by id."""
        return {kind.folder: {record.id: record for record in self.records.of_kind(kind.folder)} for kind in KINDS}

    @cached_property
    def every_record(self) -> tuple[Record, ...]:
        """Return every record, kind by kind."""
        return tuple(record for kind in KINDS for record in self.records.of_kind(kind.folder))

    @cached_property
    def records_with_lifecycle(self) -> tuple[Behaviour | MatrixRow | Clause, ...]:
        """Return the records that can have dated events."""
        return (*self.records.behaviours, *self.records.matrix, *self.records.clauses)

    @cached_property
    def records_with_milestones(self) -> tuple[Document | Edition | Clause | Cohort | Exclusion | Consultation, ...]:
        """Return the records that can have milestones."""
        held = self.records
        return (
            *held.documents,
            *held.editions,
            *held.clauses,
            *held.cohorts,
            *held.exclusions,
            *held.consultations,
        )

    @cached_property
    def records_with_figures(self) -> tuple[Document | Cohort | Exclusion | Consultation, ...]:
        """Return the records that can have figures."""
        held = self.records
        return (*held.documents, *held.cohorts, *held.exclusions, *held.consultations)

    @cached_property
    def source_days(self) -> dict[str, Period]:
        """Return the days that the date of each source can mean; a source without a date is not there."""
        days = {source.id: partial_period(source.date) for source in self.records.sources}
        return {source_id: period for source_id, period in days.items() if period is not None}

    def data(self, record: Record) -> dict[str, Any]:
        """Return the record as it was written, as plain data."""
        return self.loaded.file_of(_FOLDER_OF[type(record)], record.id).data

    def file(self, record: Record) -> str:
        """Return the path of the record's file."""
        return self.loaded.file_of(_FOLDER_OF[type(record)], record.id).file

    def location(self, record: Record, *path: str | int) -> Location:
        """Return the place of a value in the record's file."""
        return self.loaded.file_of(_FOLDER_OF[type(record)], record.id).location(*path)

    def exists(self, folder: str, record_id: str) -> bool:
        """Say whether a record exists; one whose file could not be read does, since only its content is unknown."""
        return record_id in self.by_folder[folder] or any(
            f"/{folder}/" in file and file.endswith(f"/{record_id}.yaml") for file in self._files_with_problems
        )

    def nearest_tip(self, folder: str, record_id: str) -> str:
        """Suggest the ids that are nearest to one that does not exist."""
        near = nearest(record_id, tuple(self.by_folder[folder])) if len(record_id) <= _LONGEST_ID else ()
        return f"did you mean {' or '.join(near)}?" if near else f"add the record, or see: s1sr list {folder}"

    def selected(self, pattern: DevicePattern) -> tuple[Device, ...]:
        """Return the Device Models that a selector selects."""
        if pattern not in self._selected:
            self._selected[pattern] = tuple(device for device in self.records.devices if pattern.matches(device))
        return self._selected[pattern]

    def vocabulary(self, srv: str) -> dict[str, FactType]:
        """Return the facts that a condition about a service may name."""
        if srv not in self._vocabularies:
            service = self.lookup.services.get(srv)
            self._vocabularies[srv] = vocabulary_for(self.lookup, service) if service else {}
        return self._vocabularies[srv]

    @cached_property
    def installation_vocabulary(self) -> dict[str, FactType]:
        """Return the facts that the condition of an exclusion category may name."""
        return installation_facts(self.lookup)

    @cached_property
    def coverage(self) -> tuple[SourceCoverage, ...]:
        """Return what the records cite of the sources that list their parts."""
        return coverage(self.records)

    @cached_property
    def _files_with_problems(self) -> frozenset[str]:
        return frozenset(finding.location.file for finding in self.loaded.findings)


def values_by_record(context: Context, field: str) -> Iterator[tuple[Record, str]]:
    """Yield every record that has a text of its own in a field of this name, with the text."""
    for record in context.every_record:
        value = getattr(record, field, "")
        if isinstance(value, str) and value:
            yield record, value
