"""Hostile and odd workbooks: each ends with a finding in bounded time, or shows all that it holds."""

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill

from s1sr_validator.exchange.dmvesm.workbook import read_matrix_workbook
from s1sr_validator.model.errors import InputError

SHEET = "xl/worksheets/sheet1.xml"


def altered(path: Path, change: Callable[[str], str]) -> Path:
    """Save a small workbook with its sheet's XML altered."""
    whole = path.with_name("whole.xlsx")
    book = openpyxl.Workbook()
    book.worksheets[0].append(["9.1", "Y"])
    book.save(whole)
    with zipfile.ZipFile(whole) as source, zipfile.ZipFile(path, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            target.writestr(name, change(data.decode()).encode() if name == SHEET else data)
    return path


def merged(*ranges: str) -> Callable[[str], str]:
    """Return a change that adds merged ranges."""
    parts = "".join(f'<mergeCell ref="{part}"/>' for part in ranges)
    return lambda text: text.replace("</sheetData>", f"</sheetData><mergeCells>{parts}</mergeCells>")


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda text: text.replace("</row>", ""), "DMV001"),
        (lambda text: re.sub("<worksheet", "<!DOCTYPE x [<!ENTITY e 'x'>]><worksheet", text, count=1), "DMV001"),
        (lambda text: text.replace('<c r="B1"', '<c r="B1" s="99999"'), "DMV001"),
        (lambda text: text.replace('r="B1"', 'r="XFD1"'), "DMV002"),
        (lambda text: text.replace('<row r="1"', '<row r="999999"').replace('"A1"', '"A999999"'), "DMV002"),
    ],
    ids=["cut off", "doctype", "no such style", "last column", "last row"],
)
def test_a_damaged_or_huge_sheet_is_refused(tmp_path: Path, change: Callable[[str], str], code: str) -> None:
    """The finding has this import's own code."""
    with pytest.raises(InputError) as raised:
        read_matrix_workbook(altered(tmp_path / "m.xlsx", change))
    assert code == raised.value.finding.code


def test_a_merged_range_over_the_whole_sheet_costs_nothing(tmp_path: Path) -> None:
    """Only the part of the range that has something beside it counts."""
    (grid,) = read_matrix_workbook(altered(tmp_path / "m.xlsx", merged("A3:XFD1048576"))).grids
    assert {(1, 1), (1, 2)} == set(grid.cells)


def test_what_is_no_workbook_is_refused(tmp_path: Path) -> None:
    """A text file, and one that is not there."""
    text = tmp_path / "m.xlsx"
    text.write_text("no workbook")
    for path in (text, tmp_path / "none.xlsx"):
        with pytest.raises(InputError) as raised:
            read_matrix_workbook(path)
        assert "DMV001" == raised.value.finding.code


def test_how_cells_look_is_read(tmp_path: Path) -> None:
    """Struck out in whole or part, coloured, underlined, filled, a tick of a symbol font, the format of a number."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet["A1"], sheet["B1"], sheet["C1"], sheet["D1"] = "Y", "Y", "Y", "ü"
    sheet["A1"].font = Font(strike=True)
    sheet["B1"].font = Font(color="FFFF0000", u="single")
    sheet["C1"].fill = sheet["F1"].fill = PatternFill("solid", fgColor="FF00FF00")
    sheet["D1"].font = Font(name="Wingdings")
    sheet["E1"] = CellRichText(TextBlock(InlineFont(strike=True), "N"), TextBlock(InlineFont(), "Y"))
    sheet["G1"], sheet["H1"] = 18.1, "=1+1"
    sheet["G1"].number_format = "0.00"
    sheet["B1"].comment = Comment("something", "somebody")
    book.save(tmp_path / "m.xlsx")
    workbook = read_matrix_workbook(tmp_path / "m.xlsx")
    cells = {cell.address: cell for cell in workbook.grids[0].cells.values()}
    assert ("", "Y") == (cells["A1"].text, cells["A1"].struck)
    assert "font colour #FF0000, underlined" == str(cells["B1"].look)
    assert "fill #00FF00" == str(cells["C1"].look)
    assert {(1, 6): "#00FF00"} == workbook.grids[0].fills
    assert "✓" == cells["D1"].text
    assert ("Y", "N") == (cells["E1"].text, cells["E1"].struck)
    assert "18.10" == cells["G1"].text
    assert "=?" == cells["H1"].text
    assert 1 == workbook.comments
