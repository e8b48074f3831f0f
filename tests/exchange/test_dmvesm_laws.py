"""Laws of the import of a matrix, over workbooks in many shapes: it recovers the matrix, or it reports the cell."""

import datetime as dt
import tempfile
from pathlib import Path

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from s1sr_validator import Catalogue
from s1sr_validator.exchange.dmvesm.clauses import clause_key
from s1sr_validator.exchange.dmvesm.importing import MatrixOptions, plan_of
from s1sr_validator.exchange.dmvesm.layout_file import LayoutFile
from s1sr_validator.exchange.dmvesm.selectors import read_selection
from s1sr_validator.exchange.dmvesm.sheets import read_sheets
from s1sr_validator.exchange.dmvesm.state import MatrixState, state_of
from s1sr_validator.exchange.dmvesm.workbook import read_matrix_workbook
from s1sr_validator.exchange.tables.matrix import matrix_sheet
from s1sr_validator.exchange.tables.xlsx import to_xlsx
from s1sr_validator.index.lookup import Lookup
from s1sr_validator.model.behaviour import MatrixRow
from s1sr_validator.model.errors import InputError
from s1sr_validator.model.kinds import Records
from s1sr_validator.model.lifecycle import Event, EventKind
from s1sr_validator.model.matrix_import import CellFate, MarkChange, MatrixLine, UnresolvedLine
from tests.exchange.invented_matrix import DOCUMENT, RED, STRUCK, Drawn, save_matrix

DAY = dt.date(2010, 1, 1)
CLAUSES = {
    "9.1": ("9.1", "Clause 9.1", "9.1 - Invented title of a clause"),
    "9.2": ("9.2", "Section 9.2"),
    "9.3": ("9.3",),
    "9.4p": ("9.4p", "9.4(p)", "9.4 (P)"),
    "9.5(b)(iii)": ("9.5(b)(iii)", "9.5 (b)(iii)"),
}
"""Numbers with the ways in which a sheet may spell them."""
STACKS = {
    "ESME/FFF0": (("Invented maker FFF0", "ESME", None), ("FFF0", "Electricity meter", "All")),
    "ESME/FFF1": (("Invented maker FFF1", "ESME", None),),
    "GSME/FFF1": (("Invented maker FFF1", "GSME", None), ("FFF1", "gas meters", "any")),
    "ESME/FFF2/*/*/00000001": (("Invented maker FFF2", "ESME", "00:00:00:01"),),
    "ESME/FFF2/*/*/00000002": (("FFF2", "ESME", 2),),
}
YES = ("Y", "y", "Yes", "✓", "✔", "☑", "TRUE", "Applies")
NO = (None, "N", "N/A", "No", "-", "✗")
STRANGE = ("maybe", "Y?", "Y9", "=?", "see above", "1")
NOTED, GONE, LATER = "Y*", Drawn("Y", STRUCK), Drawn("Y", RED)


class Shape(msgspec.Struct, frozen=True):
    """A workbook to draw: its clauses and devices, the mark of each pair, and how it is laid out."""

    clauses: tuple[tuple[str, str], ...]
    devices: tuple[tuple[str, tuple[str | int | None, ...]], ...]
    marks: tuple[tuple[str | Drawn | None, ...], ...]
    turned: bool
    with_notes: bool
    with_title: bool


@st.composite
def shapes(draw: st.DrawFn) -> Shape:
    """Draw a workbook's shape."""
    clauses = draw(st.lists(st.sampled_from(sorted(CLAUSES)), min_size=1, max_size=4, unique=True))
    devices = draw(st.lists(st.sampled_from(sorted(STACKS)), min_size=1, max_size=5, unique=True))
    some = st.sampled_from((*YES, *NO, *STRANGE, NOTED, GONE, LATER))
    marks = draw(
        st.lists(st.tuples(*(some for _ in devices)), min_size=len(clauses), max_size=len(clauses)),
    )
    return Shape(
        tuple((number, draw(st.sampled_from(CLAUSES[number]))) for number in clauses),
        tuple((device, draw(st.sampled_from(STACKS[device]))) for device in devices),
        tuple(marks),
        draw(st.booleans()),
        draw(st.booleans()),
        draw(st.booleans()),
    )


def drawn(shape: Shape, folder: Path) -> Path:
    """Save a shape as a workbook, with the same makers side by side merged."""
    side = 2 if shape.with_notes else 1
    names = ("Manufacturer", "Device type", "Firmware version")
    rows: list[list[object]] = [["Invented matrix of nothing at all"]] if shape.with_title else []
    top = len(rows) + 1
    merges = []
    for line, name in enumerate(names):
        rows.append([name, *(["Title"] if side == 2 and not line else [None] * (side - 1))])
        rows[-1] += [stack[line] for _, stack in shape.devices]
    for number in range(1, len(shape.devices)):
        if shape.devices[number][1][0] == shape.devices[number - 1][1][0]:
            rows[top - 1][side + number] = None
            merges.append((top, side + number, side + number + 1))
    for (_, spelt), marks in zip(shape.clauses, shape.marks, strict=True):
        rows.append([spelt, *(["Some invented words about it"] if side == 2 else []), *marks])
    rows += [["* Only where something invented is true"]]
    return save_matrix(
        folder / "matrix.xlsx", {"Matrix": rows}, _ranges(merges, turned=shape.turned), turned=shape.turned
    )


def _ranges(merges: list[tuple[int, int, int]], *, turned: bool) -> list[str]:
    joined: list[list[int]] = []
    for row, left, right in merges:
        if joined and joined[-1][2] == left:
            joined[-1][2] = right
        else:
            joined.append([row, left, right])
    letters = "ABCDEFGHIJ"
    return [
        f"{letters[row - 1]}{left}:{letters[row - 1]}{right}"
        if turned
        else f"{letters[left - 1]}{row}:{letters[right - 1]}{row}"
        for row, left, right in joined
    ]


def state(tiny: Catalogue) -> MatrixState:
    """Return the invented catalogue as an import sees it."""
    return held(tiny.snapshot.records)


def held(records: Records) -> MatrixState:
    """Return records as an import sees them, with the plain data of the matrix rows."""
    return state_of(records, DOCUMENT, {row.id: msgspec.to_builtins(row) for row in records.matrix})


def said(shape: Shape) -> tuple[set[tuple[str, str, bool]], int]:
    """Return what a shape says (clause, selector, whether struck out), and how many marks nobody can understand."""
    found, strange = set(), 0
    for (number, _), marks in zip(shape.clauses, shape.marks, strict=True):
        for (device, _), mark in zip(shape.devices, marks, strict=True):
            if mark in YES or mark in {NOTED, GONE, LATER}:
                found.add((clause_key(number), device, mark == GONE))
            strange += mark in STRANGE
    return found, strange


@given(shape=shapes())
@settings(max_examples=60)
def test_the_matrix_is_recovered_or_the_cell_is_reported(tiny: Catalogue, shape: Shape) -> None:
    """Each yes comes back with clause and selector, each strange mark with its address, and nothing else does."""
    with tempfile.TemporaryDirectory() as folder:
        workbook = read_matrix_workbook(drawn(shape, Path(folder)))
    report = plan_of(workbook, state(tiny), MatrixOptions(edition="1.0", document=DOCUMENT)).report
    lines: list[MatrixLine | UnresolvedLine] = [*report.rows, *report.unresolved]
    found = {(clause_key(line.clause), line.device, line.change is MarkChange.REMOVED) for line in lines}
    assert said(shape) == (found, len(report.not_understood))


WORDS = ("9.1", "9.4(p)", "13", "ESME", "FFF1 ESME", "Clause", "Notes", "Y", "X", "N/A", "Y1", "1 Some words", "junk?")
PROSE = ("A sentence of several words", "ESME and another thing", "* Where something is so", "=1+1", "4.10", "00000001")
PLACES = st.tuples(st.integers(1, 6), st.integers(1, 6))


@given(
    cells=st.dictionaries(PLACES, st.sampled_from((*WORDS, *PROSE)), min_size=4, max_size=24),
    merges=st.lists(st.sampled_from(("B1:C1", "D3:E4", "A5:C5", "F1:F3")), unique=True, max_size=3),
)
@settings(max_examples=60)
def test_every_cell_has_exactly_one_fate(tiny: Catalogue, cells: dict[tuple[int, int], str], merges: list[str]) -> None:
    """However a sheet is laid out, each cell is a mark, a heading, a note or not understood; none is left out."""
    rows = [[cells.get((row, column)) for column in range(1, 7)] for row in range(1, 7)]
    rows += [["9.9z", "Y"], [None, None]]
    with tempfile.TemporaryDirectory() as folder:
        workbook = read_matrix_workbook(save_matrix(Path(folder) / "m.xlsx", {"Matrix": rows}, merges))
    try:
        (reading,) = read_sheets(workbook, state(tiny), LayoutFile(), is_redline=False)
    except InputError:
        return  # no matrix at all, which is said of the whole file
    assert set(workbook.grids[0].cells) == set(reading.fates)
    unread = {line.cell for line in reading.unread}
    failed = {place for place, fate in reading.fates.items() if fate is CellFate.NOT_UNDERSTOOD}
    assert unread == {workbook.grids[0].cells[place].address for place in failed}


SELECTORS = (
    "ESME/FFF0",
    "ESME+GSME/FFF1",
    "ESME/FFF2/0003/*/00000001+00000002",
    "ESME/FFF0/0001/0101/00000001",
    "GSME",
    "*/*/0003",
)
LABELS = st.sampled_from(("Invented maker", "=1+1", "-", "@sum", "'quoted", "0105", "4.10", "Y", "9.1", "ESME"))


@st.composite
def matrices(draw: st.DrawFn) -> tuple[MatrixRow, ...]:
    """Draw the rows of a matrix: no selector in two of them."""
    selectors = draw(st.permutations(SELECTORS))
    sizes = draw(st.lists(st.integers(1, 2), min_size=1, max_size=3))
    rows = []
    for number, size in enumerate(sizes):
        chosen = selectors[number * 2 : number * 2 + size]
        behaviours = draw(st.sets(st.sampled_from([f"S1B-900{digit}" for digit in range(1, 7)]), min_size=1))
        rows.append(
            MatrixRow(
                id=f"invented/row-{number}",
                edition="INVENTED/1.0",
                label=draw(LABELS),
                devices=read_selection("; ".join(chosen)),
                behaviours=tuple(sorted(behaviours)),
                lifecycle=(Event(date=DAY, event=EventKind.DESIGNATED, source="invented-source", place="matrix"),),
            )
        )
    return tuple(rows)


@given(rows=matrices())
@settings(max_examples=60)
def test_a_matrix_exported_and_imported_is_itself(tiny: Catalogue, rows: tuple[MatrixRow, ...]) -> None:
    """Whatever labels and selectors it has: no row is new, changed or gone, and every cell is understood."""
    records = msgspec.structs.replace(tiny.snapshot.records, matrix=rows)
    lookup = Lookup(msgspec.structs.replace(tiny.snapshot, records=records))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "matrix.xlsx"
        path.write_bytes(to_xlsx(matrix_sheet(lookup, DOCUMENT)))
        workbook = read_matrix_workbook(path)
    plan = plan_of(workbook, held(records), MatrixOptions(document=DOCUMENT))
    assert ((), (), ()) == (plan.edits, plan.report.gone, plan.report.not_understood)
    assert {(row.id, row.label, name) for row in rows for name in row.behaviours} == {
        (line.record, line.label, name) for line in plan.report.rows for name in line.behaviours
    }
