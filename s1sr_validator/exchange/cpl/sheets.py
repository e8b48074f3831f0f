"""Where the tables of a Central Products List are: found by their column names, in whatever sheet and row."""

from collections import Counter
from itertools import pairwise

import msgspec

from s1sr_validator.exchange.cell_values import text_of
from s1sr_validator.exchange.cpl import rules
from s1sr_validator.exchange.cpl.columns import COLUMNS, NEEDED, column_name
from s1sr_validator.exchange.workbook import CellValue, Row, Sheet, Workbook
from s1sr_validator.model.errors import InputError
from s1sr_validator.model.finding import Location

HEADER_DEPTH = 100
_KNOWN = {column.name for column in COLUMNS}
_TELLING = {"entry", "status"}


class TableRow(msgspec.Struct, frozen=True):
    """A row below the header: its number in the sheet, and its cells by column name."""

    number: int
    cells: dict[str, CellValue]


class Table(msgspec.Struct, frozen=True):
    """A table of entries: where it stands, the place of each column (counted from 0), and its rows."""

    file: str
    sheet: str
    columns: dict[str, int]
    rows: tuple[TableRow, ...]

    def location(self, row: int, column: str = "") -> Location:
        """Return the place of a cell, or of a row."""
        return Location(file=self.file, line=row, column=self.columns.get(column, -1) + 1, path=self.sheet)


def find_tables(workbook: Workbook) -> tuple[Table, ...]:
    """Return the tables of entries, the one with the most columns first.

    Raises:
        InputError: no sheet has such a table, or one lacks a column that an entry needs.
    """
    found = [table for sheet in workbook.sheets if (table := _table(workbook, sheet)) is not None]
    if not found:
        raise _not_a_list(workbook, "no sheet has the columns of the Central Products List")
    return tuple(sorted(found, key=lambda table: -len(table.columns)))


def _not_a_list(workbook: Workbook, message: str, sheet: str = "") -> InputError:
    tip = "import the workbook as SECAS publishes it"
    where = Location(file=workbook.name, path=sheet)
    return InputError(rules.NOT_A_LIST.finding(f"{workbook.name}: {message}", where, tip=tip))


def _table(workbook: Workbook, sheet: Sheet) -> Table | None:
    header = _header(sheet)
    if header is None:
        return None
    last_row, titles = header
    columns = {name: place for place, name in enumerate(titles) if name}
    missing = [column.titles[0] for column in NEEDED if column.name not in columns]
    if missing:
        raise _not_a_list(workbook, f"sheet {sheet.title!r} has no column {', '.join(missing)}", sheet.title)
    twice = [name for name, count in Counter(filter(None, titles)).items() if count > 1 and name in _KNOWN]
    if twice:
        raise _not_a_list(workbook, f"sheet {sheet.title!r} has the column {', '.join(twice)} twice", sheet.title)
    rows = (TableRow(number, _cells(row, columns)) for number, row in enumerate(sheet.rows[last_row:], last_row + 1))
    return Table(
        workbook.name, sheet.title, columns, tuple(row for row in rows if any(map(text_of, row.cells.values())))
    )


def _header(sheet: Sheet) -> tuple[int, list[str]] | None:
    """Return the number of the header's last row and the names of its columns."""
    rows = ((), *sheet.rows[:HEADER_DEPTH])
    for last_row, (above, row) in enumerate(pairwise(rows), 1):
        for titles in (_dotted(row), _grouped(above, row)):
            if set(titles) >= _TELLING:
                return last_row, titles
    return None


def _dotted(row: Row) -> list[str]:
    """Read a header row in which each cell has group and attribute, `Entry.number`."""
    return [column_name(text_of(cell)) for cell in row]


def _grouped(groups: Row, attributes: Row) -> list[str]:
    """Read a header of two rows, groups above attributes; a merged group cell reaches to the right."""
    titles, group = [], ""
    for place, attribute in enumerate(attributes):
        group = text_of(groups[place] if place < len(groups) else None) or group
        titles.append(column_name(f"{group}.{text_of(attribute)}") if text_of(attribute) else "")
    return titles


def _cells(row: Row, columns: dict[str, int]) -> dict[str, CellValue]:
    return {name: row[place] if place < len(row) else None for name, place in columns.items()}
