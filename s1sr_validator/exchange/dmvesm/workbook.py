"""A workbook with a matrix to grids of cells with their looks: bounds first, then openpyxl's streaming parser.

The parser of whole sheets is not used: it makes a cell for every place of a merged range, of which there can be
billions.
"""

import hashlib
import re
import warnings
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import msgspec
import openpyxl
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.worksheet._reader import FORMULA_TAG, WorkSheetParser

from s1sr_validator.exchange.archive_bounds import MAX_FILE_BYTES, check_archive, refusal
from s1sr_validator.exchange.cell_values import lines_of
from s1sr_validator.exchange.cpl import rules
from s1sr_validator.exchange.dmvesm import rules as dmvesm_rules
from s1sr_validator.exchange.dmvesm.cells import Cell, Grid, Look, Place
from s1sr_validator.exchange.dmvesm.looks import Style, font_colour, is_underlined, style_of, symbol
from s1sr_validator.model.errors import InputError
from s1sr_validator.model.rule import Rule

MAX_SHEETS = 30
MAX_ROW = 20_000
MAX_COLUMN = 2_000
MAX_CELLS = 300_000
MAX_PLACES = 1_000_000
MAX_MERGED = 300_000
MAX_CHARACTERS = 8_000_000
NO_RESULT = "=?"
"""What a formula shows whose result was not saved with it."""
_RULES = {rules.UNREADABLE.code: dmvesm_rules.UNREADABLE, rules.OUT_OF_BOUNDS.code: dmvesm_rules.OUT_OF_BOUNDS}
_COMMENTS = re.compile(r"xl/(threaded)?comments.*\.xml", re.IGNORECASE)


class MatrixWorkbook(msgspec.Struct, frozen=True):
    """A workbook's file name, the SHA-256 of its bytes in hex, its sheets, and its number of parts with comments."""

    name: str
    sha256: str
    grids: tuple[Grid, ...]
    comments: int = 0


def read_matrix_workbook(path: Path) -> MatrixWorkbook:
    """Read every sheet of an xlsx or xlsm file, with how its cells look.

    Raises:
        InputError: the file is not a workbook, is damaged or encrypted, or breaks a bound.
    """
    data = _bytes(path)
    try:
        check_archive(data, path.name)
    except InputError as error:
        # The bounds are those of every workbook; the codes are this import's.
        raise refusal(_RULES[error.finding.code], error.message, path.name, tip=error.tip) from None
    try:
        grids = _grids(data, path.name)
    except InputError:
        raise
    except Exception as error:  # noqa: BLE001 - on a damaged part openpyxl raises whatever its parsers come to
        message = f"{path.name} is not an xlsx or xlsm workbook: {type(error).__name__}: {str(error)[:200]}"
        raise refusal(dmvesm_rules.UNREADABLE, message, path.name) from None
    with zipfile.ZipFile(BytesIO(data)) as archive:
        comments = sum(_COMMENTS.fullmatch(name) is not None for name in archive.namelist())
    return MatrixWorkbook(path.name, hashlib.sha256(data).hexdigest(), grids, comments)


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_FILE_BYTES + 1)
    except OSError as error:
        raise refusal(dmvesm_rules.UNREADABLE, f"{path} cannot be read: {error.strerror}", path.name) from None
    _check(len(data), MAX_FILE_BYTES, "bytes", path.name)
    return data


def _check(number: int, bound: int, what: str, name: str, rule: Rule = dmvesm_rules.OUT_OF_BOUNDS) -> None:
    if number > bound:
        raise refusal(rule, f"{name} has more than {bound:,} {what}, the most that is read", name)


def _grids(data: bytes, name: str) -> tuple[Grid, ...]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about extensions, which are not read
        book = openpyxl.load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False, rich_text=True)
        _check(len(book.worksheets), MAX_SHEETS, "sheets", name)
        reader = _GridReader(book, name)
        return tuple(reader.grid(sheet) for sheet in book.worksheets)


class _Parser(WorkSheetParser):
    """Reads results of formulas, and says where none was saved instead of showing nothing."""

    def parse_cell(self, element: Any) -> dict[str, Any]:  # noqa: ANN401 - an element of openpyxl's XML library
        found: dict[str, Any] = super().parse_cell(element)
        if found["value"] is None and element.find(FORMULA_TAG) is not None:
            found["value"] = NO_RESULT
        return found


class _GridReader:
    """Reads sheets and counts over all of them."""

    def __init__(self, book: Any, name: str) -> None:  # noqa: ANN401 - a workbook with its tables of styles
        self._book = book
        self._name = name
        self._count = 0
        self._merged = 0
        self._characters = 0
        self._styles: dict[int, Style] = {}

    def grid(self, sheet: Any) -> Grid:  # noqa: ANN401 - openpyxl's sheet for streaming, whose parts no stub has
        cells: dict[Place, Cell] = {}
        fills: dict[Place, str] = {}
        with sheet._get_source() as source:  # noqa: SLF001 - the sheet's part of the archive
            parser = _Parser(
                source,
                sheet._shared_strings,  # noqa: SLF001 - the table of texts that cells refer to
                data_only=True,
                epoch=self._book.epoch,
                date_formats=self._book._date_formats,  # noqa: SLF001 - which styles are dates
                timedelta_formats=self._book._timedelta_formats,  # noqa: SLF001 - as above
                rich_text=True,
            )
            for number, row in parser.parse():
                for raw in row:
                    self._take(number, raw, cells, fills)
        grid = Grid(title=sheet.title, cells=cells, anchors={}, fills=fills)
        _check(grid.last[0] * grid.last[1], MAX_PLACES, f"places in sheet {sheet.title!r}", self._name)
        return msgspec.structs.replace(grid, anchors=dict(self._anchors(parser.merged_cells, grid.last)))

    def _take(self, row: int, raw: dict[str, Any], cells: dict[Place, Cell], fills: dict[Place, str]) -> None:
        style = self._style(int(raw["style_id"]))
        cell = _cell(row, raw["column"], raw["value"], style)
        if cell is None and not style.look.fill:
            return
        _check(row, MAX_ROW, "rows", self._name)
        _check(raw["column"], MAX_COLUMN, "columns", self._name)
        self._count += 1
        _check(self._count, MAX_CELLS, "cells", self._name)
        if cell is None:
            fills[row, raw["column"]] = style.look.fill
            return
        self._characters += len(cell.text) + len(cell.struck)
        _check(self._characters, MAX_CHARACTERS, "characters of text", self._name)
        cells[row, raw["column"]] = cell

    def _style(self, number: int) -> Style:
        if number not in self._styles:
            self._styles[number] = style_of(self._book, number)
        return self._styles[number]

    def _anchors(self, merged: Any, last: Place) -> Iterator[tuple[Place, Place]]:  # noqa: ANN401 - openpyxl's MergeCells
        for part in merged.mergeCell if merged is not None else ():
            left, top, right, bottom = part.min_col, part.min_row, part.max_col, part.max_row
            right, bottom = min(right, max(last[1], left)), min(bottom, max(last[0], top))
            self._merged += (right - left + 1) * (bottom - top + 1)
            _check(self._merged, MAX_MERGED, "merged places", self._name)
            for row in range(top, bottom + 1):
                for column in range(left, right + 1):
                    if (row, column) != (top, left):
                        yield (row, column), (top, left)


def _cell(row: int, column: int, value: Any, style: Style) -> Cell | None:  # noqa: ANN401 - every value that a cell holds
    runs = [value] if not isinstance(value, CellRichText) else list(value)
    text, struck, look = "", "", style.look
    for run in runs:
        font = run.font if isinstance(run, TextBlock) else None
        words = str(run) if len(runs) > 1 or isinstance(run, TextBlock) else symbol(lines_of(run), style.font)
        if bool(font.strike) if font else style.struck:
            struck += words
            continue
        text += words
        if font:
            look = _joined(look, Look(font_colour(font.color), is_underlined(font.u)))
    if not text.strip() and not struck.strip():
        return None
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    shown = _shown(value, style) if is_number else ""
    return Cell(
        row=row,
        column=column,
        text=(shown if text else "") or text.strip(),
        struck=(shown if struck else "") or struck.strip(),
        look=look,
        is_number=is_number,
    )


def _joined(look: Look, run: Look) -> Look:
    return Look(look.colour or run.colour, look.underlined or run.underlined, look.fill)


def _shown(value: float, style: Style) -> str:
    """Return a number as the cell shows it where its format is plain: 18.10 is 18.1 otherwise, and 0105 is 105."""
    if found := re.fullmatch(r"0+\.(0+)", style.number_format):
        return f"{value:.{len(found[1])}f}"
    if re.fullmatch(r"0{2,}", style.number_format):
        return f"{int(value):0{len(style.number_format)}d}"
    return ""
