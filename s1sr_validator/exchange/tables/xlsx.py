"""A table as a spreadsheet: everything a text, the headings frozen and filtered, the same bytes every time."""

import re
import zipfile
from io import BytesIO

import openpyxl
from openpyxl.cell.cell import Cell, WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.workbook.child import _WorkbookChild

from s1sr_validator.exchange.tables.table import Table, neutral
from s1sr_validator.model.errors import UsageError
from s1sr_validator.model.export import ColumnType

MAX_ROWS = 1_048_576
_LONGEST_TEXT = 32_767
_WIDEST, _NARROWEST = 60, 8
_TEXT_FORMAT = "@"
_BOLD = Font(bold=True)
_GREY = PatternFill("solid", fgColor="FFE7E6E6")
_TOP = Alignment(vertical="top", wrap_text=True)
_DAY_OF_PARTS = (1980, 1, 1, 0, 0, 0)
"""The earliest day that a zip archive can hold."""
_MODIFIED = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")


def to_xlsx(table: Table) -> bytes:
    """Return the bytes of an xlsx workbook: a sheet with the table, and one that says what it is from.

    Raises:
        UsageError: the table has more rows than a sheet can have.
    """
    if len(table.rows) + len(table.headings) + 1 > MAX_ROWS:
        raise UsageError(f"{len(table.rows):,} rows are more than a sheet can have", tip="export to sqlite or parquet")
    book = openpyxl.Workbook(write_only=True)
    _write_table(book, table)
    _write_about(book, table)
    written = BytesIO()
    book.save(written)
    return _repacked(written.getvalue())


def _write_table(book: openpyxl.Workbook, table: Table) -> None:
    sheet = book.create_sheet(table.name)
    above = len(table.headings) + 1
    last = get_column_letter(len(table.columns))
    keys = 1 + sum(column.is_key for column in table.columns[:3])
    sheet.freeze_panes = f"{get_column_letter(min(keys, len(table.columns)))}{above + 1}"
    sheet.auto_filter.ref = f"A{above}:{last}{above + len(table.rows)}"
    for number, width in enumerate(_widths(table), start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    for heading in (*table.headings, tuple(column.heading for column in table.columns)):
        sheet.append([_cell(sheet, text, is_heading=True) for text in heading])
    numeric = [column.type is ColumnType.WHOLE_NUMBER for column in table.columns]
    for row in table.rows:
        sheet.append([_value(sheet, text, is_number=number) for text, number in zip(row, numeric, strict=True)])


def _write_about(book: openpyxl.Workbook, table: Table) -> None:
    sheet = book.create_sheet("about")
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 22, 70
    for name, value in (("table", table.title), *((fact.name, fact.value) for fact in table.about)):
        sheet.append([_cell(sheet, name, is_heading=True), _cell(sheet, value)])


def _value(sheet: _WorkbookChild, text: str, *, is_number: bool) -> object:
    return int(text) if is_number and text else _cell(sheet, text)


def _cell(sheet: _WorkbookChild, text: str, *, is_heading: bool = False) -> Cell | None:
    """Return a cell of text; nothing for an empty one."""
    if not text:
        return None
    # The value is set before the type: openpyxl would make a formula of a text that begins with an equals sign.
    cell = WriteOnlyCell(sheet, value=neutral(text)[:_LONGEST_TEXT])
    cell.data_type = "s"
    cell.number_format = _TEXT_FORMAT
    if is_heading:
        cell.font, cell.fill, cell.alignment = _BOLD, _GREY, _TOP
    return cell


def _widths(table: Table) -> list[int]:
    rows = (*table.headings, tuple(column.heading for column in table.columns), *table.rows)
    widest = [0] * len(table.columns)
    for row in rows:
        for number, text in enumerate(row):
            widest[number] = max(widest[number], len(text))
    return [max(_NARROWEST, min(_WIDEST, width + 2)) for width in widest]


def _repacked(data: bytes) -> bytes:
    """Return the workbook without the time at which it was written, in its parts and in its archive."""
    packed = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as source, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            part = source.read(name)
            if name == "docProps/core.xml":
                part = _MODIFIED.sub(rb"\g<1>1980-01-01T00:00:00Z", part)
            entry = zipfile.ZipInfo(name, _DAY_OF_PARTS)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            target.writestr(entry, part)
    return packed.getvalue()
