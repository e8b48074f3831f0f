"""Workbooks as the imports read them, against calamine: a reader written in Rust, which shares no code with openpyxl.

It is what pandas reads workbooks with; pandas itself would bring numpy, and openpyxl behaves otherwise where that is
there.
"""

import html
import tempfile
from collections import Counter
from datetime import date, datetime, time
from pathlib import Path
from random import Random
from typing import Any

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from s1sr_validator import Catalogue
from s1sr_validator.exchange.cpl.published_list import read_list
from s1sr_validator.exchange.dmvesm.importing import MatrixOptions, plan_of
from s1sr_validator.exchange.dmvesm.state import state_of
from s1sr_validator.exchange.dmvesm.workbook import NO_RESULT, read_matrix_workbook
from s1sr_validator.exchange.workbook import read_workbook
from s1sr_validator.model.device import key_of
from s1sr_validator.model.matrix_import import MatrixLine, UnresolvedLine
from tests.differential.how_many import how_many
from tests.exchange.invented_matrix import DOCUMENT, save_matrix

EMPTY = ""
ERROR = "#N/A"
CELLS: tuple[Any, ...] = (
    *(None, None, 0, 1, -7, 69, 105, 944847, 10**15, 0.5, -1.25, 18.1, 1e-7, 1e22, True, False),
    *(
        "0105",
        "03465317",
        "4.10",
        "1E10",
        "TRUE",
        " both sides ",
        "line\nline",
        "é\u00df\U0001f50c",
        "'quoted",
        "\u2714",
    ),
    *("a&amp;b", "<tag>", "x_y", ERROR, "-", "00:00:00:01"),
    *(datetime(2022, 9, 21, 13, 45), datetime(2022, 9, 21)),  # noqa: DTZ001 - as in a cell
    *(date(1999, 12, 31), date(2000, 2, 29), time(13, 45), "=1+1"),
)


def generated(random: Random, folder: Path) -> Path:
    """Write a workbook of up to three sheets with cells of every type in random places."""
    book = openpyxl.Workbook()
    for number in range(random.randint(1, 3)):
        sheet = book.worksheets[0] if not number else book.create_sheet(f"Invented {number}")
        for place in random.sample(range(12 * 9), random.randint(0, 30)):
            value = random.choice(CELLS)
            if value is not None:
                sheet.cell(place // 9 + 1, place % 9 + 1, value)
    path = folder / "invented.xlsx"
    book.save(path)
    return path


def theirs(path: Path) -> dict[tuple[str, int, int], Any]:
    """Return every cell that is not empty as calamine reads it."""
    book = CalamineWorkbook.from_path(str(path))
    return {
        (title, row, column): value
        for title in book.sheet_names
        for row, values in enumerate(book.get_sheet_by_name(title).to_python(skip_empty_area=False), start=1)
        for column, value in enumerate(values, start=1)
        if value != EMPTY
    }


def by_rows(path: Path) -> dict[tuple[str, int, int], Any]:
    """Return every cell that is not empty as the import of the Central Products List reads it."""
    return {
        (sheet.title, row, column): value
        for sheet in read_workbook(path).sheets
        for row, values in enumerate(sheet.rows, start=1)
        for column, value in enumerate(values, start=1)
        if value is not None
    }


def by_cells(path: Path) -> dict[tuple[str, int, int], str]:
    """Return the text of every cell that is not empty as the import of a matrix reads it."""
    grids = read_matrix_workbook(path).grids
    return {(grid.title, *place): cell.text for grid in grids for place, cell in grid.cells.items()}


def _is_escape(ours: Any, found: Any) -> bool:  # noqa: ANN401 - a cell holds anything
    return isinstance(ours, str) and ours.replace("_x000D_\n", "\r\n").replace("_x000D_", "\r") == found


def _is_error(ours: Any, found: Any) -> bool:  # noqa: ANN401 - a cell holds anything
    return isinstance(ours, str) and ours.startswith("#") and found == EMPTY


def _is_day(ours: Any, found: Any) -> bool:  # noqa: ANN401 - a cell holds anything
    return isinstance(ours, datetime) and ours.time() == time() and ours.date() == found


EXPLAINED = {
    "a carriage return is an escape in the file: openpyxl leaves it, and the import takes it out later": _is_escape,
    "a cell whose format shows a day only is a day to calamine, and its first moment to openpyxl": _is_day,
    "an error value is empty to calamine and its name to openpyxl, so that the import can show it": _is_error,
}
"""Why two readings of one cell differ; any other difference fails."""


def differences(path: Path) -> Counter[str]:
    """Return how often each explanation is needed for a workbook; whatever none explains is an error."""
    found, ours = theirs(path), by_rows(path)
    needed: Counter[str] = Counter()
    for place in sorted(found.keys() | ours.keys()):
        value, other = ours.get(place, EMPTY), found.get(place, EMPTY)
        if (type(value), value) == (type(other), other) or _is_same_number(value, other):
            continue
        explanations = [why for why, explains in EXPLAINED.items() if explains(value, other)]
        assert explanations, f"{place}: {value!r} to us, {other!r} to calamine"
        needed[explanations[0]] += 1
    return needed


def _is_same_number(one: Any, other: Any) -> bool:  # noqa: ANN401 - a cell holds anything
    """Numbers have one type in a workbook; how a reader writes 69 is its own business, true is no number."""
    numbers = all(isinstance(each, int | float) and not isinstance(each, bool) for each in (one, other))
    return numbers and one == other


def _text(value: Any) -> str:  # noqa: ANN401 - a cell holds anything
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, date) and not isinstance(value, datetime):
        value = datetime.combine(value, time())
    return html.unescape(str(value)).replace("\r", "").strip()


def test_generated_workbooks(tmp_path: Path) -> None:
    """Every cell of every type comes out of all three readers alike; a formula without a result is marked as one."""
    random = Random(20_261_122)  # noqa: S311 - cases, the same in every run
    needed: Counter[str] = Counter()
    for _ in range(how_many(40, 5_000)):
        path = generated(random, tmp_path)
        needed += differences(path)
        cells = by_cells(path)
        assert {place: text for place, text in cells.items() if text not in {NO_RESULT, ERROR}} == {
            place: _text(value) for place, value in theirs(path).items()
        }
    assert {_is_day, _is_error} == {EXPLAINED[why] for why in needed}


@pytest.mark.reference
def test_the_published_list(reference_data: Path) -> None:
    """Of the list's 26,000 cells none differs but as explained."""
    (path,) = reference_data.glob("cpl/*2.051*.xlsm")
    assert {_is_day, _is_escape} == {EXPLAINED[why] for why in differences(path)}
    assert len(by_rows(path)) > 10_000


@pytest.mark.reference
def test_entries_of_the_published_list(reference_data: Path) -> None:
    """Every entry as a plain reader of the table for CSV files finds it: the sheet's own columns, by their titles."""
    (path,) = reference_data.glob("cpl/*2.051*.xlsm")
    sheet = CalamineWorkbook.from_path(str(path)).get_sheet_by_name("CPL - saveable in CSV")
    titles, *rows = sheet.to_python(skip_empty_area=False)
    parts = ("Entry.number", "Device_Model.manufacturer_identifier", "Device_Model.model_identifier")
    more = ("Device_Model.hardware_version.version", "Device_Model.hardware_version.revision")
    wanted = [titles.index(title) for title in (*parts, *more, "Device_Model.firmware_version", "Entry.status")]
    expected = {tuple(str(row[place]).strip() for place in wanted) for row in rows if row[wanted[0]] != EMPTY}
    found = read_list(read_workbook(path)).rows
    assert expected == {
        (
            row.entry,
            row.manufacturer,
            row.model,
            row.hardware_version,
            row.hardware_revision,
            row.firmware,
            row.status.value.capitalize(),
        )
        for row in found
    }


CLAUSES = ("9.1", "9.2", "9.3", "9.10", "9.4p")
MAKERS = ("FFF0", "FFF1", "FFF2")
TYPES = ("ESME", "GSME")
MARKS = ("Y", "Yes", "✓", "N", "N/A", None)
YES = ("Y", "Yes", "✓")


def test_generated_matrices(tiny: Catalogue) -> None:
    """Clause and Device of every mark: the import finds what the plainest reading of calamine's rows gives.

    Below a heading that stands for no Device Model each mark is reported by its cell.
    """
    known = {key_of((device.device_type, device.manufacturer)) for device in tiny.lookup.devices.values()}
    random = Random(20_261_122)  # noqa: S311 - cases, the same in every run
    state = state_of(tiny.snapshot.records, DOCUMENT, {})
    for _ in range(how_many(25, 2_000)):
        with tempfile.TemporaryDirectory() as folder:
            path = _matrix(random, Path(folder))
            plan = plan_of(read_matrix_workbook(path), state, MatrixOptions(document=DOCUMENT, edition="1.0"))
            makers, types, *rows = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()
        devices = [f"{type_}/{maker}" for type_, maker in zip(types, makers, strict=True)]
        marks = [(line, column, mark) for line, row in enumerate(rows) for column, mark in enumerate(row) if column]
        lines: list[MatrixLine | UnresolvedLine] = [*plan.report.rows, *plan.report.unresolved]
        assert {(line.clause, line.device) for line in lines} == {
            (rows[line][0], devices[column]) for line, column, mark in marks if mark in YES and devices[column] in known
        }
        unread = {cell.cell for cell in plan.report.not_understood if not cell.is_device_heading}
        assert unread == {
            f"{'ABCDEFGHIJ'[column]}{line + 3}"
            for line, column, mark in marks
            if mark != EMPTY and devices[column] not in known
        }


def _matrix(random: Random, folder: Path) -> Path:
    devices = random.sample([(maker, type_) for maker in MAKERS for type_ in TYPES], random.randint(2, 6))
    clauses = random.sample(CLAUSES, random.randint(2, 5))
    rows: list[list[str | None]] = [
        ["Manufacturer", *(maker for maker, _ in devices)],
        ["Device type", *(type_ for _, type_ in devices)],
        *([clause, *(random.choice(MARKS) for _ in devices)] for clause in clauses),
    ]
    return save_matrix(folder / "matrix.xlsx", {"Matrix": rows})
