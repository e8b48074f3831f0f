"""A workbook's sheets to readings: the layout of each is found or given, and every cell gets its fate."""

from collections.abc import Iterator

from s1sr_validator.exchange.dmvesm.cells import Cell, Grid
from s1sr_validator.exchange.dmvesm.clauses import read_clauses
from s1sr_validator.exchange.dmvesm.devices import HeadingReader
from s1sr_validator.exchange.dmvesm.layout import Layout, Recognition, find_layout, given_layout
from s1sr_validator.exchange.dmvesm.layout_file import LayoutFile
from s1sr_validator.exchange.dmvesm.marks import Meanings
from s1sr_validator.exchange.dmvesm.reading import Reading, SheetReader, footnotes, heading_cells, marked_cells
from s1sr_validator.exchange.dmvesm.rules import NOT_A_MATRIX
from s1sr_validator.exchange.dmvesm.state import MatrixState
from s1sr_validator.exchange.dmvesm.words import DeviceWords
from s1sr_validator.exchange.dmvesm.workbook import MatrixWorkbook
from s1sr_validator.model.errors import InputError, UsageError
from s1sr_validator.model.finding import Location
from s1sr_validator.model.matrix_import import CellFate, UnreadCell

FILL = "fill"
"""The name in a layout file's marks for a cell that is empty but for its colour."""
NO_MATRIX = "no matrix"


def read_sheets(
    workbook: MatrixWorkbook, state: MatrixState, given: LayoutFile, *, is_redline: bool
) -> tuple[Reading, ...]:
    """Return what every sheet says.

    Raises:
        InputError: no sheet holds a matrix.
        UsageError: the sheet that is asked for is not there.
    """
    grids = [grid for grid in workbook.grids if given.sheet in {"", grid.title}]
    if not grids:
        names = ", ".join(repr(grid.title) for grid in workbook.grids)
        raise UsageError(f"{workbook.name} has no sheet {given.sheet!r}", tip=f"its sheets: {names}")
    reader = _WorkbookReader(state, given, is_redline=is_redline)
    readings = tuple(reader.readings(workbook, grids))
    if not any(reading.columns for reading in readings):
        message = f"{workbook.name}: no sheet has clause numbers along one side and devices along the other"
        tip = "say where they are in a layout file: --layout FILE"
        raise InputError(NOT_A_MATRIX.finding(message, Location(file=workbook.name), tip=tip))
    return readings


class _WorkbookReader:
    def __init__(self, state: MatrixState, given: LayoutFile, *, is_redline: bool) -> None:
        self._given = given
        self._redline = is_redline if given.redline is None else given.redline
        self._headings = HeadingReader(DeviceWords(state.manufacturers, state.devices), given.selections())
        self._marks = {text: meaning for text, meaning in given.marks.items() if text != FILL}
        anything = Meanings((), self._marks, {}, is_redline=False)
        self._recognition = Recognition(self._headings.names_device, anything.is_mark, lambda key: key in state.clauses)

    def readings(self, workbook: MatrixWorkbook, grids: list[Grid]) -> Iterator[Reading]:
        """Yield what every sheet says; a footnote of another sheet counts where the sheet itself has none."""
        found = [(grid, self._layout(grid)) for grid in grids]
        elsewhere: dict[str, str] = {}
        for grid in workbook.grids:
            placed = next((layout for held, layout in found if held is grid), None)
            elsewhere = footnotes(grid, _inside(placed)) | elsewhere
        for grid, placed in found:
            yield self._reading(grid, placed, elsewhere) if placed else self._without_matrix(grid)

    def _layout(self, grid: Grid) -> tuple[Grid, Layout] | None:
        if self._given.gives_places:
            return given_layout(grid, self._given, self._recognition)
        return find_layout(grid, self._recognition)

    def _reading(self, grid: Grid, placed: tuple[Grid, Layout], elsewhere: dict[str, str]) -> Reading:
        turned, layout = placed
        notes = elsewhere | footnotes(grid, _inside(placed))
        meanings = Meanings(marked_cells(turned, layout), self._marks, notes, is_redline=self._redline)
        fill = self._given.marks.get(FILL)
        return SheetReader(turned, layout, self._headings, meanings, fill).read()

    def _without_matrix(self, grid: Grid) -> Reading:
        """Return a sheet without a matrix: its cells are notes, unless they may be a matrix in a form not known."""
        cells = list(grid.cells.values())
        may_be = any(map(self._recognition.is_mark, cells)) and any(map(_is_clause, cells))
        why = "it has clause numbers and marks, but no headings that name devices" if may_be else "it holds no marks"
        unread = [
            UnreadCell(sheet=grid.title, cell=cell.address, text=cell.words[:200], reason=why)
            for cell in sorted(cells, key=lambda cell: cell.place)
        ]
        return Reading(
            sheet=grid.title,
            orientation=NO_MATRIX,
            why=(why,),
            fates=dict.fromkeys(grid.cells, CellFate.NOT_UNDERSTOOD if may_be else CellFate.NOTE),
            unread=tuple(unread) if may_be else (),
        )


def _inside(placed: tuple[Grid, Layout] | None) -> set[Cell]:
    return {*marked_cells(*placed), *heading_cells(*placed)} if placed else set()


def _is_clause(cell: Cell) -> bool:
    return any(number.is_strong for number in read_clauses(cell.text))
