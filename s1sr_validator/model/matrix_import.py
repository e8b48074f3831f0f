"""What an import of a matrix found in a workbook and would change, as published JSON shapes."""

from enum import StrEnum

import msgspec

from s1sr_validator.model.finding import Finding

REPORT_VERSION = "1"


class CellFate(StrEnum):
    """What became of a cell that is not empty; every one of them has exactly one fate."""

    MARK = "mark"
    HEADING = "heading"
    NOTE = "note"
    NOT_UNDERSTOOD = "not_understood"


class MarkChange(StrEnum):
    """What a redline says of a mark: nothing, that it is new, or that it is struck out."""

    NONE = "none"
    ADDED = "added"
    REMOVED = "removed"


class RowOutcome(StrEnum):
    """What the catalogue makes of a mark: it has it, gains it, lifts its standing, ends it, or leaves it to a person.

    `removal_proposed` is a mark that a redline strikes out; `to_review` one that no machine should write.
    """

    UNCHANGED = "unchanged"
    NEW = "new"
    CHANGED = "changed"
    REMOVED = "removed"
    REMOVAL_PROPOSED = "removal_proposed"
    ABSENT = "absent"
    TO_REVIEW = "to_review"


class MatrixLine(msgspec.Struct, frozen=True, kw_only=True):
    """A mark that was read: a clause that applies to the Device Models of one heading.

    `clause` is the number as the register writes it, `device` the selector as narrow as the sheet says (several are
    separated by `; `), `models` the number of Device Models that it selects. `because` says how the change was seen.
    """

    clause: str
    clause_id: str
    device: str
    label: str
    models: int
    behaviours: tuple[str, ...]
    sheet: str
    cell: str
    mark: str
    change: MarkChange
    because: str
    footnote: str
    outcome: RowOutcome
    record: str


class GoneLine(msgspec.Struct, frozen=True, kw_only=True):
    """A row of the catalogue, or some of its behaviours, that the workbook no longer has."""

    record: str
    device: str
    behaviours: tuple[str, ...]
    written: bool


class UnresolvedLine(msgspec.Struct, frozen=True, kw_only=True):
    """A mark that cannot become a row yet, and why."""

    clause: str
    device: str
    sheet: str
    cell: str
    change: MarkChange
    reason: str


class UnreadCell(msgspec.Struct, frozen=True, kw_only=True):
    """A cell that was not understood, and why; for a heading of devices, the nearest Device Models."""

    sheet: str
    cell: str
    text: str
    reason: str
    is_device_heading: bool = False
    nearest: tuple[str, ...] = ()


class SheetReading(msgspec.Struct, frozen=True, kw_only=True):
    """What was recognised in a sheet, why, and how many cells had each fate."""

    sheet: str
    orientation: str
    why: tuple[str, ...]
    marks: int
    headings: int
    notes: int
    not_understood: int


class MatrixImportReport(msgspec.Struct, frozen=True, kw_only=True):
    """What an import of a matrix read and changed, or would change."""

    schema_version: str = REPORT_VERSION
    file: str
    document: str
    edition: str
    date: str
    dry_run: bool
    sheets: tuple[SheetReading, ...]
    rows: tuple[MatrixLine, ...]
    gone: tuple[GoneLine, ...]
    unresolved: tuple[UnresolvedLine, ...]
    not_understood: tuple[UnreadCell, ...]
    unchanged_count: int
    files: tuple[str, ...]
    findings: tuple[Finding, ...]
