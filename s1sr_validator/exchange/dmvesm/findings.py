"""What an import of a matrix has to say, in findings; marks and cells with one reason are said together."""

from collections.abc import Iterable, Iterator

import msgspec

from s1sr_validator.exchange.dmvesm import rules
from s1sr_validator.exchange.dmvesm.changes import Changes, Gone
from s1sr_validator.exchange.dmvesm.claims import Claim
from s1sr_validator.exchange.dmvesm.edition import MatrixEdition
from s1sr_validator.exchange.dmvesm.reading import Reading
from s1sr_validator.exchange.dmvesm.selectors import selection_text
from s1sr_validator.exchange.dmvesm.workbook import MatrixWorkbook
from s1sr_validator.model.finding import Finding, Location, in_order
from s1sr_validator.model.matrix_import import RowOutcome, UnreadCell

_SHOWN = 5


class Read(msgspec.Struct, frozen=True, kw_only=True):
    """What was read of a workbook, and how it compares: what findings and a report are made of."""

    workbook: MatrixWorkbook
    edition: MatrixEdition
    readings: tuple[Reading, ...]
    changes: Changes
    gone: tuple[Gone, ...]
    ends: tuple[Gone, ...]

    def at(self, sheet: str, cell: str = "") -> Location:
        """Return the place of a cell, or of a sheet."""
        return Location(file=self.workbook.name, path=f"{sheet}!{cell}" if cell else sheet)


def findings_of(read: Read) -> tuple[Finding, ...]:
    """Return the findings by place."""
    return in_order([*_edition(read), *_unread(read), *_claims(read), *_gone(read), *_remarks(read)])


def _edition(read: Read) -> Iterator[Finding]:
    if any(_lacks_edition(claim, outcome) for claim, outcome, _ in read.changes.outcomes):
        name = read.workbook.name
        message = f"{name}: {_unclear(read.edition)}; no row is written for it"
        yield rules.EDITION.finding(message, Location(file=name), tip="for example: --edition 12.4 --date 2026-01-12")


def _unread(read: Read) -> Iterator[Finding]:
    """Yield a finding for each heading, and one for all cells of a sheet with one reason."""
    cells: dict[tuple[str, str], list[UnreadCell]] = {}
    for reading in read.readings:
        for line in reading.unread:
            if line.is_device_heading:
                near = f"nearest: {', '.join(line.nearest)}" if line.nearest else ""
                message = f"heading {line.text!r} is not understood: {line.reason}"
                yield rules.DEVICE.finding(message, read.at(line.sheet, line.cell), tip=near)
            else:
                cells.setdefault((line.sheet, line.reason), []).append(line)
    for (sheet, reason), lines in cells.items():
        shown = _several(f"{line.text!r} in {line.cell}" for line in lines)
        yield rules.CELL.finding(f"not understood: {shown}: {reason}", read.at(sheet, lines[0].cell))


def _claims(read: Read) -> Iterator[Finding]:
    """Yield a finding for each clause and reason for which marks are left to a person."""
    groups: dict[tuple[str, str, bool], list[Claim]] = {}
    for claim, _, _ in read.changes.outcomes:
        if claim.problem:
            groups.setdefault((claim.clause, claim.problem, bool(claim.behaviours)), []).append(claim)
    for (clause, problem, is_known), claims in groups.items():
        rule = rules.FOOTNOTE if is_known else rules.UNRESOLVED
        devices = _several(dict.fromkeys(selection_text(claim.column.devices) for claim in claims))
        place = read.at(claims[0].sheet, claims[0].mark.cell.address)
        yield rule.finding(f"clause {clause} for {devices}: {problem}", place)


def _gone(read: Read) -> Iterator[Finding]:
    for found in read.gone:
        what = "ends" if found in read.ends else "stays as it is"
        message = f"{found.row.id}: no cell has {', '.join(found.behaviours)}; the row {what}"
        tip = "" if found in read.ends else "if it was taken out of the matrix: import with --force"
        yield rules.GONE.finding(message, Location(file=read.workbook.name), tip=tip)


def _remarks(read: Read) -> Iterator[Finding]:
    for reading in read.readings:
        for cell in reading.number_cells:
            message = f"{cell} is a number; the clause is read as it is shown"
            yield rules.NUMBER_CELL.finding(message, read.at(reading.sheet, cell))
        if reading.filled:
            colours = ", ".join(sorted(set(reading.filled)))
            message = f"{len(reading.filled)} empty cells have a fill ({colours}) and are read as empty"
            yield rules.FILLED.finding(message, read.at(reading.sheet))
    if read.workbook.comments:
        name = read.workbook.name
        yield rules.COMMENTS.finding(f"{name} has comments on cells; they are not read", Location(file=name))


def _several(texts: Iterable[str]) -> str:
    """Return a few texts, and how many more there are."""
    held = list(texts)
    more = f" and {len(held) - _SHOWN:,} more" if len(held) > _SHOWN else ""
    return ", ".join(held[:_SHOWN]) + more


def _lacks_edition(claim: Claim, outcome: RowOutcome) -> bool:
    """Say whether a mark cannot be placed: no edition is known for it, or none with a day for something to write."""
    is_settled = outcome in {RowOutcome.UNCHANGED, RowOutcome.ABSENT}
    return not claim.edition.id if is_settled else not claim.edition.can_be_written


def _unclear(edition: MatrixEdition) -> str:
    missing = [name for name, held in (("its edition", edition.id), ("the edition's day", edition.date)) if not held]
    return f"{' and '.join(missing)} {'is' if len(missing) == 1 else 'are'} not known"
