"""Where the matrix lies in a sheet: the clauses down one side, the headings of the devices above, and why."""

from collections.abc import Callable, Iterator

import msgspec

from s1sr_validator.exchange.dmvesm.cells import Cell, Grid
from s1sr_validator.exchange.dmvesm.clauses import read_clauses
from s1sr_validator.exchange.dmvesm.headings import (
    is_behaviour_id,
    is_behaviour_label,
    is_clause_label,
    is_notes_label,
    is_prose,
    line_label,
)
from s1sr_validator.exchange.dmvesm.layout_file import HeadingField, LayoutFile, Orientation, line_number

_FREE = HeadingField.DEVICE


class HeadingLine(msgspec.Struct, frozen=True):
    """A line of headings: its row, and what it holds of the devices."""

    row: int
    field: HeadingField


class Layout(msgspec.Struct, frozen=True, kw_only=True):
    """Where the matrix lies in a grid whose clauses run down.

    `columns` are those of the devices, `notes` those that hold notes alone; `behaviours` is 0 where no column has them.
    """

    orientation: Orientation
    clauses: int
    first: int
    headings: tuple[HeadingLine, ...]
    columns: tuple[int, ...]
    notes: tuple[int, ...] = ()
    behaviours: int = 0
    why: tuple[str, ...] = ()


class Recognition(msgspec.Struct, frozen=True):
    """What tells a heading of devices and a mark from other cells."""

    names_device: Callable[[Cell], bool]
    is_mark: Callable[[Cell], bool]
    is_known_clause: Callable[[str], bool]


def find_layout(grid: Grid, recognition: Recognition) -> tuple[Grid, Layout] | None:
    """Return the grid, turned where its clauses run across, with its layout; None where it holds no matrix."""
    best: tuple[int, Grid, Layout] | None = None
    for orientation, looked_at in ((Orientation.DOWN, grid), (Orientation.ACROSS, grid.turned())):
        found = _Finder(looked_at, recognition, orientation).layout()
        if found is not None and (best is None or found[0] > best[0]):
            best = (found[0], looked_at, found[1])
    return best[1:] if best else None


def given_layout(grid: Grid, given: LayoutFile, recognition: Recognition) -> tuple[Grid, Layout]:
    """Return the grid, turned where its clauses run across, with the layout that a layout file gives."""
    orientation = given.orientation or Orientation.DOWN
    looked_at = grid if orientation is Orientation.DOWN else grid.turned()
    lines = tuple(HeadingLine(line_number(line), field) for line, field in given.headings.items())
    headings = tuple(sorted(lines, key=lambda line: line.row))
    finder = _Finder(looked_at, recognition, orientation)
    clauses, first = line_number(given.clauses), line_number(given.first)
    notes = tuple(line_number(line) for line in given.notes)
    layout = finder.with_columns(clauses, first, headings, notes)
    return looked_at, msgspec.structs.replace(layout, why=("the layout file gives the places",))


class _Finder:
    def __init__(self, grid: Grid, recognition: Recognition, orientation: Orientation) -> None:
        self._grid = grid
        self._is = recognition
        self._orientation = orientation
        self._last_row, self._last_column = grid.last
        self._devices = {place for place, cell in grid.cells.items() if recognition.names_device(cell)}
        self._device_rows = sorted({row for row, _ in self._devices})

    def layout(self) -> tuple[int, Layout] | None:
        """Return the best layout with its score: clauses in the column plus headings that name devices."""
        found = [made for column in self._clause_columns() if (made := self._layout_of(column)) is not None]
        return max(found, key=lambda scored: scored[0], default=None)

    def with_columns(
        self, clauses: int, first: int, headings: tuple[HeadingLine, ...], given_notes: tuple[int, ...]
    ) -> Layout:
        """Sort the columns: of devices, of notes, of behaviours."""
        rows = [line.row for line in headings]
        devices, notes, behaviours = [], list(given_notes), 0
        for column in range(1, self._last_column + 1):
            shown = [cell for row in rows if (cell := self._grid.at(row, column)) is not None]
            if column == clauses or column in given_notes or not shown:
                continue
            if any(is_behaviour_label(cell.words) for cell in shown):
                behaviours = column
            elif self._is_notes(column, first, shown):
                notes.append(column)
            elif not all(line_label(cell.words) or is_clause_label(cell.words) for cell in shown):
                devices.append(column)
            else:
                notes.append(column)
        return Layout(
            orientation=self._orientation,
            clauses=clauses,
            first=first,
            headings=headings,
            columns=tuple(devices),
            notes=tuple(notes),
            behaviours=behaviours,
        )

    def _clause_columns(self) -> list[int]:
        """Return the columns with clause numbers, those with most first."""
        counts: dict[int, int] = {}
        for (_, column), cell in self._grid.cells.items():
            if self._is_clause(cell):
                counts[column] = counts.get(column, 0) + 1
        return sorted(counts, key=lambda column: (-counts[column], column))[:5]

    def _is_clause(self, cell: Cell) -> bool:
        text = cell.text or cell.struck
        found = read_clauses(text)
        return is_behaviour_id(text) or (
            bool(found) and all(number.is_strong or self._is.is_known_clause(number.key) for number in found)
        )

    def _layout_of(self, column: int) -> tuple[int, Layout] | None:
        rows = sorted(
            row for (row, place), cell in self._grid.cells.items() if place == column and self._is_clause(cell)
        )
        above = [row for row in self._device_rows if any((row, c) in self._devices for c in self._others(column))]
        first = next((row for row in rows if above and above[0] < row), 0)
        if not first:
            return None
        # A weak number, such as a whole one, stands above a strong one where clauses begin with it.
        headings = self._heading_lines(column, first)
        made = self.with_columns(column, first, headings, ())
        if not made.columns:
            return None
        named = sum((line.row, c) in self._devices for line in headings for c in made.columns)
        count = sum(row >= first for row in rows)
        return count + named, msgspec.structs.replace(made, why=tuple(self._reasons(made, count)))

    def _others(self, column: int) -> range | list[int]:
        return [other for other in range(1, self._last_column + 1) if other != column]

    def _heading_lines(self, clauses: int, first: int) -> tuple[HeadingLine, ...]:
        """Return the lines from the first that is labelled or names a device, down to the first clause."""
        rows = [row for row in range(1, first) if self._is_heading_row(row)]
        held = [row for row in range(rows[0], first) if self._is_above_devices(row, clauses)]
        return tuple(HeadingLine(row, self._field(row)) for row in held)

    def _is_above_devices(self, row: int, clauses: int) -> bool:
        """Say whether a row shows something beside the clauses; one range over the whole row heads no device."""
        return any(cell != self._grid.at(row, clauses) for cell in self._row(row))

    def _is_heading_row(self, row: int) -> bool:
        cells = self._row(row)
        labelled = [cell for cell in cells if line_label(cell.words) or is_clause_label(cell.words)]
        return any(self._place(cell) in self._devices for cell in cells) or (bool(labelled) and len(cells) > 1)

    def _field(self, row: int) -> HeadingField:
        labels = [label for cell in self._row(row) if (label := line_label(cell.words)) is not None]
        return labels[0] if labels else _FREE

    def _row(self, row: int) -> list[Cell]:
        """Return the cells that a row shows, each once."""
        shown = (self._grid.at(row, column) for column in range(1, self._last_column + 1))
        return list(dict.fromkeys(cell for cell in shown if cell is not None))

    def _place(self, cell: Cell) -> tuple[int, int]:
        return cell.place if self._orientation is Orientation.DOWN else (cell.column, cell.row)

    def _is_notes(self, column: int, first: int, shown: list[Cell]) -> bool:
        if any(is_notes_label(cell.words) for cell in shown):
            return True
        if any(self._place(cell) in self._devices for cell in shown):
            return False
        below = [cell for row in range(first, self._last_row + 1) if (cell := self._grid.at(row, column)) is not None]
        return any(is_prose(cell.words) for cell in below) and not any(map(self._is.is_mark, below))

    def _reasons(self, layout: Layout, clauses: int) -> Iterator[str]:
        across = self._orientation is Orientation.ACROSS
        line, side = ("row", "across") if across else ("column", "down")
        yield f"clauses run {side}: {clauses} cells of {line} {self._line(layout.clauses)} are clause numbers"
        kinds = ", ".join(f"{self._line(row.row, heading=True)} ({row.field})" for row in layout.headings)
        yield f"devices are named in {'columns' if across else 'rows'} {kinds}"
        yield f"marks begin in {'column' if across else 'row'} {self._line(layout.first, heading=True)}"
        if layout.notes:
            yield f"notes alone are in {line}s {', '.join(map(self._line, layout.notes))}"

    def _line(self, number: int, *, heading: bool = False) -> str:
        """Return a line as the sheet names it: columns by letters, rows by numbers."""
        from openpyxl.utils import get_column_letter  # noqa: PLC0415 - needed for an explanation alone

        is_letter = heading == (self._orientation is Orientation.ACROSS)
        return str(get_column_letter(number)) if is_letter else str(number)
