"""A workbook file to sheets of plain cell values: bounds first, then openpyxl; macros are never looked at."""

import hashlib
import warnings
from datetime import date, datetime, time, timedelta
from io import BytesIO
from pathlib import Path

import msgspec
import openpyxl
from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from s1sr_validator.exchange.archive_bounds import MAX_FILE_BYTES, check_archive, refusal
from s1sr_validator.exchange.cpl import rules
from s1sr_validator.model.errors import InputError

MAX_SHEETS = 30
MAX_ROWS = 20_000
MAX_COLUMNS = 100
MAX_CELLS = 500_000
MAX_CHARACTERS = 8_000_000

CellValue = str | int | float | bool | datetime | date | time | timedelta | None
Row = tuple[CellValue, ...]


class Sheet(msgspec.Struct, frozen=True):
    """A sheet's title and rows; the row with index 0 is row 1."""

    title: str
    rows: tuple[Row, ...]


class Workbook(msgspec.Struct, frozen=True):
    """A workbook's file name, the SHA-256 of its bytes in hex, and its sheets in order."""

    name: str
    sha256: str
    sheets: tuple[Sheet, ...]


def read_workbook(path: Path) -> Workbook:
    """Read every sheet of an xlsx or xlsm file.

    Args:
        path: the file; at most 20 MiB, which may unpack to 32 MiB.

    Returns:
        The cells as values, never as formulas, colours or macros.

    Raises:
        InputError: the file is not a workbook, is damaged or encrypted, or breaks a bound.
    """
    data = _bytes(path)
    check_archive(data, path.name)
    try:
        sheets = _sheets(data, path.name)
    except InputError:
        raise
    except Exception as error:  # noqa: BLE001 - on a damaged part openpyxl raises whatever its parsers come to
        message = f"{path.name} is not an xlsx or xlsm workbook: {type(error).__name__}: {_first_line(error)}"
        raise refusal(rules.UNREADABLE, message, path.name) from None
    return Workbook(path.name, hashlib.sha256(data).hexdigest(), sheets)


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_FILE_BYTES + 1)
    except OSError as error:
        raise refusal(rules.UNREADABLE, f"{path} cannot be read: {error.strerror}", path.name) from None
    if len(data) > MAX_FILE_BYTES:
        message = f"{path.name} has more than {MAX_FILE_BYTES // 1024**2} MiB, the most that is read"
        raise refusal(rules.OUT_OF_BOUNDS, message, path.name)
    return data


def _sheets(data: bytes, name: str) -> tuple[Sheet, ...]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about styles and extensions, which are not read
        book = openpyxl.load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
        reader = _SheetReader(name)
        reader.check(len(book.worksheets), MAX_SHEETS, "sheets")
        return tuple(Sheet(sheet.title, reader.rows(sheet)) for sheet in book.worksheets)


class _SheetReader:
    """Reads sheets and counts over all of them: text that stands in the file once can be shown in every cell."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._cells = 0
        self._characters = 0

    def check(self, number: int, bound: int, what: str) -> None:
        if number > bound:
            message = f"{self._name} has more than {bound:,} {what}, the most that is read"
            raise refusal(rules.OUT_OF_BOUNDS, message, self._name)

    def rows(self, sheet: ReadOnlyWorksheet) -> tuple[Row, ...]:
        # The size that a sheet states of itself is optional and often wrong: without it openpyxl reads what is there.
        sheet.reset_dimensions()
        rows: list[Row] = []
        for row in sheet.iter_rows(max_col=MAX_COLUMNS, values_only=True):  # type: ignore[misc] # the stubs bind another class
            rows.append(_without_empty_end(tuple(map(_plain, row))))
            self._cells += len(rows[-1])
            self._characters += sum(len(value) for value in rows[-1] if isinstance(value, str))
            self.check(len(rows), MAX_ROWS, f"rows in sheet {sheet.title!r}")
            self.check(self._cells, MAX_CELLS, "cells")
            self.check(self._characters, MAX_CHARACTERS, "characters of text")
        return tuple(rows)


def _plain(value: object) -> CellValue:
    return value if isinstance(value, CellValue) else str(value)


def _without_empty_end(row: Row) -> Row:
    end = len(row)
    while end and row[end - 1] is None:
        end -= 1
    return row[:end]


def _first_line(error: Exception) -> str:
    lines = str(error).splitlines()
    return lines[0][:200] if lines else "no more is known"
