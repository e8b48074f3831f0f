"""Builds small workbooks in the shape that a device model matrix may have. Everything in them is invented."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec
import openpyxl
from openpyxl.styles import Font

from s1sr_validator.exchange.dmvesm.importing import MatrixOptions, MatrixPlan, plan_matrix

DOCUMENT = "INVENTED"
STRUCK = Font(strike=True)
RED = Font(color="FFFF0000")


class Drawn(msgspec.Struct, frozen=True):
    """A cell with a font: struck out, or coloured."""

    text: str | None
    font: Any


Rows = Sequence[Sequence[Any]]


def save_matrix(path: Path, sheets: Mapping[str, Rows], merges: Sequence[str] = (), *, turned: bool = False) -> Path:
    """Write rows as sheets, with merged ranges in the first; turned, every row becomes a column."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row, cells in enumerate(rows, start=1):
            for column, value in enumerate(cells, start=1):
                place = (column, row) if turned else (row, column)
                drawn = value if isinstance(value, Drawn) else Drawn(value, None)
                if drawn.text is None:
                    continue
                cell = sheet.cell(*place, drawn.text)
                if drawn.font is not None:
                    cell.font = drawn.font
    for merged in merges:
        book.worksheets[0].merge_cells(merged)
    book.save(path)
    return path


def planned(path: Path, catalogue: Path, **options: Any) -> MatrixPlan:  # noqa: ANN401 - the import's own options
    """Plan the import of a workbook for the invented document."""
    return plan_matrix(path, catalogue, MatrixOptions(**({"document": DOCUMENT, "edition": "1.0"} | options)))


def pairs(plan: MatrixPlan) -> set[tuple[str, str]]:
    """Return clause and selector of every row that now applies."""
    return {(line.clause, line.device) for line in plan.report.rows if line.change != "removed"}
