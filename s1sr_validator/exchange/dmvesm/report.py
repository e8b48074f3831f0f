"""What an import of a matrix read and would change, put together as its published report."""

from s1sr_validator.exchange.dmvesm.changes import Gone
from s1sr_validator.exchange.dmvesm.claims import Claim
from s1sr_validator.exchange.dmvesm.findings import Read, findings_of
from s1sr_validator.exchange.dmvesm.reading import Reading
from s1sr_validator.exchange.dmvesm.selectors import selection_text
from s1sr_validator.exchange.dmvesm.state import MatrixState
from s1sr_validator.model.import_plan import RecordEdit
from s1sr_validator.model.matrix_import import (
    CellFate,
    GoneLine,
    MatrixImportReport,
    MatrixLine,
    RowOutcome,
    SheetReading,
    UnresolvedLine,
)


def report_of(read: Read, state: MatrixState, edits: tuple[RecordEdit, ...]) -> MatrixImportReport:
    """Return the report of an import that is planned and not carried out."""
    outcomes = read.changes.outcomes
    return MatrixImportReport(
        file=read.workbook.name,
        document=state.document.id,
        edition=read.edition.id,
        date=read.edition.date.isoformat() if read.edition.date else "",
        dry_run=True,
        sheets=tuple(map(_sheet, read.readings)),
        rows=tuple(_line(claim, outcome, row, state) for claim, outcome, row in outcomes if claim.behaviours),
        gone=tuple(_gone(found, written=found in read.ends) for found in read.gone),
        unresolved=tuple(_unresolved(claim) for claim, _, _ in outcomes if claim.problem),
        not_understood=tuple(line for reading in read.readings for line in reading.unread),
        unchanged_count=sum(outcome is RowOutcome.UNCHANGED for _, outcome, _ in outcomes),
        files=tuple(f"{edit.folder}/{edit.id}.yaml" for edit in edits),
        findings=findings_of(read),
    )


def _line(claim: Claim, outcome: RowOutcome, row: str, state: MatrixState) -> MatrixLine:
    devices = claim.column.devices
    return MatrixLine(
        clause=claim.clause,
        clause_id=claim.clause_id,
        device=selection_text(devices),
        label=claim.column.label,
        models=sum(any(pattern.matches(model) for pattern in devices) for model in state.devices),
        behaviours=claim.behaviours,
        sheet=claim.sheet,
        cell=claim.mark.cell.address,
        mark=claim.mark.cell.words,
        change=claim.mark.mark.change,
        because=claim.mark.mark.because,
        footnote=claim.mark.mark.footnote,
        outcome=outcome,
        record=row,
    )


def _sheet(reading: Reading) -> SheetReading:
    return SheetReading(
        sheet=reading.sheet,
        orientation=reading.orientation,
        why=reading.why,
        marks=reading.count(CellFate.MARK),
        headings=reading.count(CellFate.HEADING),
        notes=reading.count(CellFate.NOTE),
        not_understood=reading.count(CellFate.NOT_UNDERSTOOD),
    )


def _gone(found: Gone, *, written: bool) -> GoneLine:
    return GoneLine(
        record=found.row.id, device=selection_text(found.row.devices), behaviours=found.behaviours, written=written
    )


def _unresolved(claim: Claim) -> UnresolvedLine:
    return UnresolvedLine(
        clause=claim.clause,
        device=selection_text(claim.column.devices),
        sheet=claim.sheet,
        cell=claim.mark.cell.address,
        change=claim.mark.mark.change,
        reason=claim.problem,
    )
