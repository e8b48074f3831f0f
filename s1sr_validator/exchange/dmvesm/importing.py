"""A device model matrix into the catalogue: plan what changes, then carry it out."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import msgspec

from s1sr_validator.exchange.dmvesm.changes import Changes
from s1sr_validator.exchange.dmvesm.claims import claims_of
from s1sr_validator.exchange.dmvesm.edition import MatrixEdition, find_edition, named_edition, version_key
from s1sr_validator.exchange.dmvesm.findings import Read
from s1sr_validator.exchange.dmvesm.layout_file import LayoutFile
from s1sr_validator.exchange.dmvesm.reading import Reading
from s1sr_validator.exchange.dmvesm.records import edition_record, source_id, source_record
from s1sr_validator.exchange.dmvesm.report import report_of
from s1sr_validator.exchange.dmvesm.sheets import read_sheets
from s1sr_validator.exchange.dmvesm.state import MatrixState, read_matrix_state
from s1sr_validator.exchange.dmvesm.workbook import MatrixWorkbook, read_matrix_workbook
from s1sr_validator.exchange.record_writer import write_record
from s1sr_validator.model.errors import UsageError
from s1sr_validator.model.import_plan import RecordEdit
from s1sr_validator.model.matrix_import import MatrixImportReport, RowOutcome

DOCUMENT = "DMVESM"
LARGEST_LOSS = 0.1
"""The share of what the catalogue holds that may end at once because a workbook does not have it."""


class MatrixOptions(msgspec.Struct, frozen=True, kw_only=True):
    """What the caller says of a workbook: its edition and day, the document, a source record that is there already."""

    edition: str = ""
    date: dt.date | None = None
    redline: bool = False
    document: str = DOCUMENT
    source: str = ""
    layout: LayoutFile = LayoutFile()
    force: bool = False


class MatrixPlan(msgspec.Struct, frozen=True, kw_only=True):
    """What was read, and the records that will be written."""

    report: MatrixImportReport
    edits: tuple[RecordEdit, ...]


def plan_matrix(workbook: Path, catalogue: Path, options: MatrixOptions) -> MatrixPlan:
    """Compare a matrix with the catalogue, and write nothing.

    Args:
        workbook: the matrix as published, xlsx or xlsm.
        catalogue: the catalogue folder.
        options: what the caller says of the workbook.

    Returns:
        What was read, every cell that was not understood, and what would be written.

    Raises:
        InputError: the file cannot be read, or holds no matrix.
        CatalogueError: records that the import has to compare with are not sound.
        UsageError: an option names something that is not there.
    """
    return plan_of(read_matrix_workbook(workbook), read_matrix_state(catalogue, options.document), options)


def apply_matrix(plan: MatrixPlan, catalogue: Path) -> None:
    """Carry out a plan: write each record that changes, whole or not at all, the cited source first.

    Raises:
        InputError: a record could not be written; importing again completes the rest.
    """
    for edit in plan.edits:
        write_record(catalogue, edit)


def plan_of(workbook: MatrixWorkbook, state: MatrixState, options: MatrixOptions) -> MatrixPlan:
    """Compare a workbook with the records of a catalogue; the pure part of `plan_matrix`."""
    if options.source and options.source not in state.sources:
        raise UsageError(f"the catalogue has no source {options.source!r}", tip="see: s1sr list sources")
    edition = find_edition(state, workbook, given=options.edition, date=options.date, redline=options.redline)
    readings = read_sheets(workbook, state, options.layout, is_redline=edition.is_redline)
    if not edition.id:
        edition = _named_by_all(readings, state) or edition
    source = options.source or source_id(state, edition)
    changes = Changes(state, claims_of(readings, state, edition), source)
    gone = changes.gone(edition) if edition.id else ()
    is_small = changes.share(gone) <= LARGEST_LOSS or options.force
    ends = gone if is_small and _may_end(readings, changes, edition, options) else ()
    rows = tuple(changes.edits(edition, ends))
    edits = (*_cited(source, state, edition, workbook), *rows) if rows else ()
    read = Read(workbook=workbook, edition=edition, readings=readings, changes=changes, gone=gone, ends=ends)
    return MatrixPlan(report=report_of(read, state, edits), edits=edits)


def _named_by_all(readings: tuple[Reading, ...], state: MatrixState) -> MatrixEdition | None:
    """Return the newest of the editions that headings name, where every column of devices has one."""
    names = [column.edition for reading in readings for column in reading.columns]
    found = [named_edition(state, name, None) for name in set(names) if name]
    if not all(names) or not all(edition.id for edition in found):
        return None
    return max(found, key=lambda edition: version_key(edition.version), default=None)


def _may_end(readings: tuple[Reading, ...], changes: Changes, edition: MatrixEdition, options: MatrixOptions) -> bool:
    """Say whether what the workbook lacks shall end: not by a redline, and not while a cell is not understood."""
    if edition.is_redline or not edition.can_be_written:
        return False
    unclear = any(reading.unread for reading in readings) or any(
        outcome is RowOutcome.TO_REVIEW for _, outcome, row in changes.outcomes if row
    )
    return options.force or not unclear


def _cited(source: str, state: MatrixState, edition: MatrixEdition, workbook: MatrixWorkbook) -> Iterator[RecordEdit]:
    if source not in state.sources:
        yield RecordEdit(folder="sources", id=source, data=source_record(source, state, edition, workbook))
    if not edition.is_known and edition.id:
        yield RecordEdit(folder="editions", id=edition.id, data=edition_record(state, edition, source))
