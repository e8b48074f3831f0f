"""Results of commands other than prediction, as published JSON shapes; each says its schema version and catalogue."""

import datetime as dt
from typing import Any

import msgspec

from s1sr_validator.model.finding import Finding
from s1sr_validator.model.history import CategoryAnswer, CoveredPart, Moment
from s1sr_validator.model.import_plan import EntryChange, ImportPlan
from s1sr_validator.model.prediction import CatalogueStamp, GivenState

RESULT_VERSION = "1"


class FindingsReport(msgspec.Struct, frozen=True, kw_only=True):
    """Findings and what was checked, so that a clean result can be told from one that looked at nothing."""

    schema_version: str = RESULT_VERSION
    findings: tuple[Finding, ...]
    rules_run: tuple[str, ...]
    rules_skipped: tuple[str, ...]
    records_checked: int


class RecordLine(msgspec.Struct, frozen=True, kw_only=True):
    """A record in a list: its kind, id, title, the file it stands in, and the private overlay it is from, if any."""

    kind: str
    id: str
    title: str
    source_file: str
    line: int
    overlay: str = ""


class RecordList(msgspec.Struct, frozen=True, kw_only=True):
    """Records that a list or a search found, in order."""

    schema_version: str = RESULT_VERSION
    catalogue: CatalogueStamp
    query: str
    records: tuple[RecordLine, ...]


class KindLine(msgspec.Struct, frozen=True, kw_only=True):
    """A kind of record: its plural name, what it holds, and how many there are."""

    kind: str
    title: str
    count: int


class KindList(msgspec.Struct, frozen=True, kw_only=True):
    """The kinds of record and how many of each the catalogue holds."""

    schema_version: str = RESULT_VERSION
    catalogue: CatalogueStamp
    kinds: tuple[KindLine, ...]


class MomentList(msgspec.Struct, frozen=True, kw_only=True):
    """Dated events and figures in order of time."""

    schema_version: str = RESULT_VERSION
    catalogue: CatalogueStamp
    query: str
    moments: tuple[Moment, ...]


class CategoryReport(msgspec.Struct, frozen=True, kw_only=True):
    """Which exclusion categories an installation met, with what was given."""

    schema_version: str = RESULT_VERSION
    catalogue: CatalogueStamp
    given: tuple[GivenState, ...]
    categories: tuple[CategoryAnswer, ...]


class SourceUse(msgspec.Struct, frozen=True, kw_only=True):
    """A source, how many records cite it, and its parts where it lists them."""

    source: str
    title: str
    publisher: str
    date: str
    records: int
    parts: tuple[CoveredPart, ...]


class SourceReport(msgspec.Struct, frozen=True, kw_only=True):
    """Sources, and what of them is recorded."""

    schema_version: str = RESULT_VERSION
    catalogue: CatalogueStamp
    sources: tuple[SourceUse, ...]


class RecordDetail(msgspec.Struct, frozen=True, kw_only=True):
    """A record in full; `record` has every field of its kind, `overlay` the name of the private overlay it is from."""

    kind: str
    id: str
    source_file: str
    line: int
    record: dict[str, Any]
    overlay: str = ""


class RecordDetails(msgspec.Struct, frozen=True, kw_only=True):
    """Every record that an id can mean."""

    schema_version: str = RESULT_VERSION
    catalogue: CatalogueStamp
    records: tuple[RecordDetail, ...]


class ImportReport(msgspec.Struct, frozen=True, kw_only=True):
    """What an import changed, or would change: entries by what happened to them, and the files concerned."""

    schema_version: str = RESULT_VERSION
    version: str
    date: dt.date
    dry_run: bool
    added: tuple[EntryChange, ...]
    changed: tuple[EntryChange, ...]
    absent: tuple[EntryChange, ...]
    returned: tuple[EntryChange, ...]
    unchanged_count: int
    files: tuple[str, ...]
    findings: tuple[Finding, ...]


def import_report(plan: ImportPlan, *, dry_run: bool) -> ImportReport:
    """Return a plan as a report: everything but the text of the records, of which it names the files."""
    return ImportReport(
        version=plan.version,
        date=plan.date,
        dry_run=dry_run,
        added=plan.added,
        changed=plan.changed,
        absent=plan.absent,
        returned=plan.returned,
        unchanged_count=plan.unchanged_count,
        files=tuple(f"{edit.folder}/{edit.id}.yaml" for edit in plan.edits),
        findings=plan.findings,
    )
