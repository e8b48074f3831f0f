"""A sheet with a layout to the marks in it; every cell that is not empty gets exactly one fate."""

from collections.abc import Iterator, Mapping

import msgspec

from s1sr_validator.exchange.dmvesm.cells import Cell, Grid, Place
from s1sr_validator.exchange.dmvesm.clauses import ClauseNumber, read_clauses
from s1sr_validator.exchange.dmvesm.devices import Column, HeadingReader
from s1sr_validator.exchange.dmvesm.headings import is_behaviour_id, is_prose
from s1sr_validator.exchange.dmvesm.layout import Layout
from s1sr_validator.exchange.dmvesm.layout_file import HeadingField, MarkMeaning
from s1sr_validator.exchange.dmvesm.marks import Mark, Meanings, footnote_of
from s1sr_validator.model.matrix_import import CellFate, MarkChange, UnreadCell


class Subject(msgspec.Struct, frozen=True, kw_only=True):
    """What a row of marks is about: clause numbers, or one behaviour of a clause; `is_struck` in a redline."""

    cell: Cell
    clauses: tuple[ClauseNumber, ...] = ()
    behaviour: str = ""
    is_struck: bool = False


class SheetMark(msgspec.Struct, frozen=True, kw_only=True):
    """A mark that says yes, now or before a redline: its cell, its subject, its column, and what it says."""

    cell: Cell
    subject: Subject
    column: Column
    mark: Mark


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """What was read in a sheet: marks, columns, and the fate of every cell by its own place."""

    sheet: str
    orientation: str
    why: tuple[str, ...]
    marks: tuple[SheetMark, ...] = ()
    columns: tuple[Column, ...] = ()
    fates: dict[Place, CellFate] = {}
    unread: tuple[UnreadCell, ...] = ()
    filled: tuple[str, ...] = ()
    number_cells: tuple[str, ...] = ()

    def count(self, fate: CellFate) -> int:
        """Return how many cells had a fate."""
        return sum(held is fate for held in self.fates.values())


def footnotes(grid: Grid, inside: set[Cell]) -> dict[str, str]:
    """Return the footnotes of a sheet by marker: in one cell, or a marker with its words in the cell beside it.

    Args:
        grid: the sheet as it is, not turned.
        inside: headings and marks, which are no footnotes.
    """
    found: dict[str, str] = {}
    for (row, column), cell in sorted(grid.cells.items()):
        if cell in inside and not is_prose(cell.text):
            continue
        beside = grid.cells.get((row, column + 1))
        pair = footnote_of(cell.text) or (footnote_of(f"{cell.text} {beside.text}") if beside else None)
        if pair and not read_clauses(cell.text):
            found.setdefault(*pair)
    return found


def marked_cells(grid: Grid, layout: Layout) -> list[Cell]:
    """Return the cells among which marks are."""
    columns = set(layout.columns)
    return [cell for (row, column), cell in grid.cells.items() if row >= layout.first and column in columns]


def heading_cells(grid: Grid, layout: Layout) -> list[Cell]:
    """Return the cells above the devices."""
    rows = {line.row for line in layout.headings}
    return [cell for (row, _), cell in grid.cells.items() if row in rows]


class SheetReader:
    """Reads one sheet: headings, subjects, marks, and then what is left."""

    def __init__(
        self, grid: Grid, layout: Layout, headings: HeadingReader, meanings: Meanings, fill: MarkMeaning | None = None
    ) -> None:
        """Keep what the sheet is read with."""
        self._grid = grid
        self._layout = layout
        self._headings = headings
        self._meanings = meanings
        self._fill = fill
        self._fates: dict[Cell, CellFate] = {}
        self._reasons: dict[Cell, str] = {}
        self._nearest: dict[Cell, tuple[str, ...]] = {}
        self._last = grid.last

    def read(self) -> Reading:
        """Return what the sheet says, and the fate of every cell."""
        columns = tuple(self._column(number) for number in self._layout.columns)
        subjects = dict(self._subjects())
        marks = [mark for column in columns for mark in self._marks(column, subjects)]
        self._rest(subjects)
        unread = tuple(self._unread())
        failed = {line.cell for line in unread}
        return Reading(
            sheet=self._grid.title,
            orientation=self._layout.orientation.value,
            why=self._layout.why,
            marks=tuple(mark for mark in marks if mark.cell.address not in failed),
            columns=columns,
            fates={cell.place: fate for cell, fate in self._fates.items()},
            unread=unread,
            filled=self._filled(subjects),
            number_cells=tuple(subject.cell.address for subject in subjects.values() if subject.cell.is_number),
        )

    def _column(self, number: int) -> Column:
        lines = ((line, self._grid.at(line.row, number)) for line in self._layout.headings)
        shown = [(cell, line.field) for line, cell in lines if cell is not None]
        column = self._headings.column(number, list(dict.fromkeys(shown)))
        for cell, field in shown:
            self._fates.setdefault(cell, CellFate.HEADING)
            if field is HeadingField.NOTES:
                self._fates[cell] = CellFate.NOTE
        for cell, why in column.problems:
            self._fail(cell, why)
            self._nearest[cell] = self._headings.nearest(column.label)
        return column

    def _subjects(self) -> Iterator[tuple[int, Subject]]:
        """Yield the subject of every row that has one, and give the cell that names it its fate."""
        for row in range(self._layout.first, self._last[0] + 1):
            cell = self._grid.at(row, self._layout.clauses)
            own = self._grid.at(row, self._layout.behaviours) if self._layout.behaviours else None
            subject = self._subject(row, cell, own.text.strip() if own else "")
            if subject is not None:
                self._fates[subject.cell] = CellFate.HEADING
                if own is not None:
                    self._fates[own] = CellFate.HEADING
                yield row, subject

    def _subject(self, row: int, cell: Cell | None, behaviour: str) -> Subject | None:
        if cell is None and not behaviour:
            return None
        named = cell or self._grid.at(row, self._layout.behaviours)
        text = (named.text or named.struck) if named else ""
        clauses, behaviour = read_clauses(text), behaviour or (text if is_behaviour_id(text) else "")
        is_weak = not behaviour and not all(clause.is_strong for clause in clauses)
        if named is None or not (clauses or behaviour) or (is_weak and not self._has_marks(row)):
            return None
        return Subject(cell=named, clauses=clauses, behaviour=behaviour, is_struck=named.is_struck)

    def _has_marks(self, row: int) -> bool:
        cells = (self._grid.at(row, column) for column in self._layout.columns)
        return any(cell is not None and not is_prose(cell.words) for cell in cells)

    def _marks(self, column: Column, subjects: Mapping[int, Subject]) -> Iterator[SheetMark]:
        for row, subject in subjects.items():
            cell = self._grid.at(row, column.column) or self._filled_cell(row, column.column)
            if cell is None:
                continue
            if not column.devices:
                self._fail(cell, "the headings of its devices are not understood")
                continue
            read = self._meanings.read(cell, heading_struck=column.is_struck or subject.is_struck)
            if isinstance(read, str):
                self._fail(cell, read)
                continue
            if self._fates.setdefault(cell, CellFate.MARK) is not CellFate.MARK:
                continue
            if read.meaning is MarkMeaning.YES or read.change is MarkChange.REMOVED:
                yield SheetMark(cell=cell, subject=subject, column=column, mark=read)

    def _filled_cell(self, row: int, column: int) -> Cell | None:
        """Return a cell for an empty place with a fill, where a layout file says what a fill means."""
        if self._fill is None or (row, column) not in self._grid.fills:
            return None
        is_down = self._layout.orientation.value == "clauses_down"
        place = (row, column) if is_down else (column, row)
        return Cell(row=place[0], column=place[1], text=self._fill.value)

    def _rest(self, subjects: Mapping[int, Subject]) -> None:
        """Give every cell that has no fate yet the one that its place gives it."""
        rows = {line.row for line in self._layout.headings}
        for (row, column), cell in self._grid.cells.items():
            if cell in self._fates:
                continue
            if row < self._layout.first:
                self._fates[cell] = CellFate.HEADING if row in rows else CellFate.NOTE
            elif column in self._layout.notes or is_prose(cell.words) or footnote_of(cell.text):
                self._fates[cell] = CellFate.NOTE
            elif column == self._layout.clauses and row not in subjects:
                self._clause_cell(row, cell)
            else:
                why = "its row has no clause" if column in self._layout.columns else "its column has no heading"
                self._fail(cell, why)

    def _clause_cell(self, row: int, cell: Cell) -> None:
        if self._has_marks(row):
            self._fail(cell, "no clause number that is known, and its row has marks")
        else:
            self._fates[cell] = CellFate.NOTE

    def _fail(self, cell: Cell, why: str) -> None:
        self._fates[cell] = CellFate.NOT_UNDERSTOOD
        self._reasons.setdefault(cell, why)

    def _unread(self) -> Iterator[UnreadCell]:
        for cell, why in sorted(self._reasons.items(), key=lambda item: item[0].place):
            yield UnreadCell(
                sheet=self._grid.title,
                cell=cell.address,
                text=cell.words[:200],
                reason=why,
                is_device_heading=cell in self._nearest,
                nearest=self._nearest.get(cell, ()),
            )

    def _filled(self, subjects: Mapping[int, Subject]) -> tuple[str, ...]:
        if self._fill is not None:
            return ()
        columns = set(self._layout.columns)
        return tuple(
            colour for (row, column), colour in self._grid.fills.items() if row in subjects and column in columns
        )
