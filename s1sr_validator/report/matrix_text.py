"""What an import of a matrix read and changes, as text: the layout, the rows, and everything left to a person."""

from s1sr_validator.model.matrix_import import MarkChange, MatrixImportReport, MatrixLine, RowOutcome, SheetReading
from s1sr_validator.report.page import Ink, Page

_INKS = {
    RowOutcome.NEW: Ink.GOOD,
    RowOutcome.CHANGED: Ink.WARN,
    RowOutcome.REMOVED: Ink.BAD,
    RowOutcome.REMOVAL_PROPOSED: Ink.BAD,
    RowOutcome.TO_REVIEW: Ink.WARN,
}
_COLUMN = 18


def write_matrix(page: Page, report: MatrixImportReport) -> None:
    """Write the report of an import that was carried out, or one that was only asked about."""
    edition = f"{report.edition} of {report.date}" if report.date else report.edition
    page.line(f"{report.document}: {edition or 'edition not known'} ({report.file})", ink=Ink.STRONG)
    for line in report.rows:
        if line.outcome is not RowOutcome.UNCHANGED:
            _write_line(page, line)
    for finding in report.findings:
        place = finding.location.path or str(finding.location)
        text = f"{finding.message} ({place})" + (f"; {finding.tip}" if finding.tip else "")
        page.field(f"{finding.severity} {finding.code}", text, indent=0, column=_COLUMN)
    page.line(_counts(report))
    page.line(_written(report), ink=Ink.QUIET)


def write_layout(page: Page, report: MatrixImportReport) -> None:
    """Write what was recognised in every sheet, and why."""
    for sheet in report.sheets:
        page.line(f"sheet '{sheet.sheet}': {sheet.orientation.replace('_', ' ')}", ink=Ink.STRONG)
        for why in sheet.why:
            page.line(why, indent=2)
        page.line(_cells(sheet), indent=2, ink=Ink.QUIET)
    for line in report.rows:
        if line.change is not MarkChange.NONE:
            page.line(f"{line.sheet}!{line.cell} {line.change}: {line.because}", indent=2)


def _write_line(page: Page, line: MatrixLine) -> None:
    text = f"{line.clause} for {line.device} ({', '.join(line.behaviours)}), {line.sheet}!{line.cell}"
    if line.because:
        text += f": {line.change}, {line.because}"
    page.field(line.outcome.replace("_", " "), text, ink=_INKS.get(line.outcome, Ink.PLAIN), indent=0, column=_COLUMN)


def _cells(sheet: SheetReading) -> str:
    return f"{sheet.marks} marks, {sheet.headings} headings, {sheet.notes} notes, {sheet.not_understood} not understood"


def _counts(report: MatrixImportReport) -> str:
    new, changed = (
        sum(line.outcome is outcome for line in report.rows) for outcome in (RowOutcome.NEW, RowOutcome.CHANGED)
    )
    return (
        f"{new} new, {changed} changed, {report.unchanged_count} unchanged, {len(report.gone)} gone; "
        f"{len(report.unresolved)} unresolved, {len(report.not_understood)} cells not understood"
    )


def _written(report: MatrixImportReport) -> str:
    if not report.files:
        return "Nothing to write."
    amount = f"{len(report.files)} record{'s' * (len(report.files) != 1)}"
    return f"{amount} to write; nothing written (dry run)." if report.dry_run else f"{amount} written. Review: git diff"
