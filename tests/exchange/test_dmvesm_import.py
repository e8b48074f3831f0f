"""An invented matrix into a copy of the invented catalogue: what is read, what is written, what is left to a person."""

import datetime as dt
import shutil
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.styles import PatternFill

from s1sr_validator import Catalogue
from s1sr_validator.exchange.dmvesm.importing import apply_matrix
from s1sr_validator.exchange.dmvesm.layout_file import LayoutFile, MarkMeaning, read_layout
from s1sr_validator.exchange.tables.matrix import matrix_sheet
from s1sr_validator.exchange.tables.xlsx import to_xlsx
from s1sr_validator.lint.engine import lint
from s1sr_validator.load.catalogue_files import load_catalogue
from s1sr_validator.model.errors import InputError, UsageError
from s1sr_validator.model.finding import Severity
from s1sr_validator.model.matrix_import import RowOutcome
from tests.exchange.imported_files import files
from tests.exchange.invented_matrix import RED, STRUCK, Drawn, pairs, planned, save_matrix

ROOT = Path(__file__).parents[2]
HEAD = ["Clause", "FFF0 ESME", "FFF1 ESME", "FFF2 ESME"]
DAY = dt.date(2026, 1, 1)
KNOWN = ["9.1", "Y", None, None]


@pytest.fixture
def catalogue(tmp_path: Path) -> Path:
    """A copy of the tiny catalogue."""
    return shutil.copytree(ROOT / "tests" / "tiny_catalogue", tmp_path / "tiny_catalogue")


def sheet(tmp_path: Path, *rows: list[Any], merges: tuple[str, ...] = ()) -> Path:
    """Save rows as a workbook with one sheet."""
    return save_matrix(tmp_path / "matrix.xlsx", {"Matrix": rows}, merges)


def test_what_the_catalogue_has_changes_nothing(tmp_path: Path, catalogue: Path) -> None:
    """A mark that a row has already is unchanged, and nothing is written."""
    before = files(catalogue)
    plan = planned(sheet(tmp_path, HEAD, KNOWN), catalogue)
    apply_matrix(plan, catalogue)
    assert [RowOutcome.UNCHANGED] == [line.outcome for line in plan.report.rows]
    assert before == files(catalogue)


def test_a_new_mark_becomes_a_row_that_the_catalogue_accepts(tmp_path: Path, catalogue: Path) -> None:
    """The row has selector, behaviours of the clause, the edition's day, and the cells it was read from."""
    plan = planned(sheet(tmp_path, HEAD, ["9.1", "Y", None, "Y"]), catalogue)
    apply_matrix(plan, catalogue)
    loaded = load_catalogue(catalogue)
    assert () == tuple(finding for finding in loaded.findings if finding.severity is Severity.ERROR)
    (row,) = (row for row in loaded.records.matrix if row.id == "invented/fff2-esme")
    assert ("INVENTED/1.0", ("S1B-9001", "S1B-9004")) == (row.edition, row.behaviours)
    assert {"manufacturer": ["FFF2"], "device_type": ["ESME"]} == {
        name: list(map(str, getattr(row.devices[0], name))) for name in ("manufacturer", "device_type")
    }
    assert "sheet 'Matrix', cell D2" == row.citations[0].place
    assert "2001-01-01" == row.lifecycle[0].date.isoformat()
    again = planned(sheet(tmp_path, HEAD, ["9.1", "Y", None, "Y"]), catalogue)
    assert () == again.edits


@pytest.mark.parametrize("document", ["INVENTED", "INVENTED-ANNEX"])
def test_an_export_imported_again_is_the_identity(tmp_path: Path, catalogue: Path, document: str) -> None:
    """The sheet that an export writes has every row of the matrix as it is: nothing new, nothing gone."""
    lookup = Catalogue.load(catalogue).lookup
    path = tmp_path / "out.xlsx"
    path.write_bytes(to_xlsx(matrix_sheet(lookup, document)))
    plan = planned(path, catalogue, document=document, edition="")
    report = plan.report
    assert ((), (), (), ()) == (plan.edits, report.gone, report.unresolved, report.not_understood)
    rows = [row for row in lookup.records.matrix if row.id.partition("/")[0] == document.lower()]
    assert {(row.id, name) for row in rows for name in row.behaviours} == {
        (line.record, name) for line in report.rows for name in line.behaviours
    }


def test_an_export_into_a_catalogue_without_its_rows_makes_them_again(tmp_path: Path, catalogue: Path) -> None:
    """Ids, labels, selectors, behaviours and editions come back; only dates and citations are the import's own."""
    lookup = Catalogue.load(catalogue).lookup
    path = tmp_path / "out.xlsx"
    path.write_bytes(to_xlsx(matrix_sheet(lookup, "INVENTED")))
    shutil.rmtree(catalogue / "matrix" / "invented")
    plan = planned(path, catalogue, edition="")
    apply_matrix(plan, catalogue)
    facts = ("id", "label", "devices", "behaviours", "edition")
    held, made = (
        {tuple(str(getattr(row, name)) for name in facts) for row in rows if row.id.startswith("invented/")}
        for rows in (lookup.records.matrix, load_catalogue(catalogue).records.matrix)
    )
    assert held == made


def test_a_redline_says_what_is_added_and_what_is_struck_out(tmp_path: Path, catalogue: Path) -> None:
    """A struck mark does not apply, a coloured one is new; each says by which rule, and a proposal ends no row."""
    rows = (HEAD, ["9.1", Drawn("Y", STRUCK), None, Drawn("Y", RED)])
    plan = planned(sheet(tmp_path, *rows), catalogue, redline=True, edition="1.1", date=None)
    lines = {line.cell: line for line in plan.report.rows}
    assert ("removed", "struck out") == (lines["B2"].change, lines["B2"].because)
    assert "added" == lines["D2"].change
    assert "font colour #FF0000" in lines["D2"].because
    assert RowOutcome.REMOVAL_PROPOSED is lines["B2"].outcome


def test_a_mark_struck_out_of_an_edition_in_force_ends_the_row(tmp_path: Path, catalogue: Path) -> None:
    """The row gets a dated end, and keeps everything that it said before."""
    path = sheet(tmp_path, HEAD, ["9.1", Drawn("Y", STRUCK), None, None])
    plan = planned(path, catalogue, edition="1.1", date=dt.date(2013, 5, 6))
    apply_matrix(plan, catalogue)
    loaded = load_catalogue(catalogue)
    assert () == tuple(finding for finding in loaded.findings if finding.severity is Severity.ERROR)
    (row,) = (row for row in loaded.records.matrix if row.id == "invented/maker-one")
    assert ["designated", "withdrawn"] == [event.event for event in row.lifecycle]
    assert "INVENTED/1.1" in {edition.id for edition in loaded.records.editions}


def test_what_is_gone_stays_while_a_cell_is_not_understood(tmp_path: Path, catalogue: Path) -> None:
    """The missing mark may stand in the strange cell; only --force ends the row."""
    path = sheet(tmp_path, HEAD, ["9.1", "perhaps", None, "Y"])
    assert [False] == [line.written for line in planned(path, catalogue).report.gone]
    assert [True] == [line.written for line in planned(path, catalogue, force=True).report.gone]


@pytest.mark.parametrize(
    ("mark", "note", "unresolved", "unread"),
    [
        ("Y1", "1 Only where something is so", 1, 0),
        ("Y¹", "(1) Only where something is so", 1, 0),
        ("Y (a)", "(a) Only where something is so", 1, 0),
        ("Y†", "†Only where something is so", 1, 0),
        ("Y2", "1 Only where something is so", 0, 1),
    ],
)
def test_a_footnote_leaves_the_row_to_a_person(
    tmp_path: Path, catalogue: Path, mark: str, note: str, unresolved: int, unread: int
) -> None:
    """A mark with a footnote is not written without it; one whose footnote is nowhere is not understood."""
    report = planned(sheet(tmp_path, HEAD, ["9.1", "Y", None, mark], [note]), catalogue).report
    assert (unresolved, unread) == (len(report.unresolved), len(report.not_understood))
    assert () == report.files


@pytest.mark.parametrize(
    ("marks", "found"),
    [(("X", None), {("9.1", "ESME/FFF0")}), (("X", "Y"), {("9.1", "ESME/FFF1")})],
)
def test_an_x_is_a_yes_only_where_nothing_else_is(
    tmp_path: Path, catalogue: Path, marks: tuple[str | None, ...], found: set[tuple[str, str]]
) -> None:
    """Beside other marks for yes an X could be a no, and is reported instead of guessed."""
    plan = planned(sheet(tmp_path, HEAD, ["9.1", *marks]), catalogue)
    assert found == pairs(plan)
    assert ("Y" in marks) == bool(plan.report.not_understood)


def test_an_unknown_device_is_reported_with_the_nearest_models(tmp_path: Path, catalogue: Path) -> None:
    """Neither the heading nor the marks under it are taken or dropped."""
    report = planned(sheet(tmp_path, [*HEAD, "Invented meter of nobody"], [*KNOWN, "Y"]), catalogue).report
    heading, mark = report.not_understood
    assert (("E1", True), ("E2", False)) == (
        (heading.cell, heading.is_device_heading),
        (mark.cell, mark.is_device_heading),
    )
    assert heading.nearest


def test_one_mark_over_merged_cells_counts_for_each(tmp_path: Path, catalogue: Path) -> None:
    """A merged mark applies to every column that it covers."""
    plan = planned(sheet(tmp_path, HEAD, ["9.1", "Y", None, None], merges=("B2:D2",)), catalogue)
    assert {("9.1", f"ESME/{maker}") for maker in ("FFF0", "FFF1", "FFF2")} == pairs(plan)


def test_a_layout_file_overrides_what_would_be_recognised(tmp_path: Path, catalogue: Path) -> None:
    """Places, marks and names of devices are taken from it."""
    path = sheet(tmp_path, ["odd"], [None, None, "Best of all"], [None, "9.1", "P"], [None, "9.2", None])
    layout = tmp_path / "layout.yaml"
    layout.write_text(
        "orientation: clauses_down\nclauses: B\nheadings: {2: device}\nfirst: 3\nmarks: {P: yes}\n"
        "device_names: {Best of all: [ESME/FFF0]}\n"
    )
    assert {("9.1", "ESME/FFF0")} == pairs(planned(path, catalogue, layout=read_layout(layout)))


def test_an_edition_that_nothing_states_is_not_guessed(tmp_path: Path, catalogue: Path) -> None:
    """The marks are read, and nothing is written."""
    plan = planned(sheet(tmp_path, HEAD, ["9.1", "Y", None, "Y"]), catalogue, edition="")
    assert "DMV004" in {finding.code for finding in plan.report.findings}
    assert () == plan.edits


def test_imported_rows_pass_the_lint(tmp_path: Path, catalogue: Path) -> None:
    """What is written breaks no rule of the catalogue that was not broken before."""
    before = {(f.code, f.message) for f in lint(load_catalogue(catalogue), as_of=DAY).findings}
    apply_matrix(planned(sheet(tmp_path, HEAD, ["9.1", "Y", None, "Y"]), catalogue), catalogue)
    after = {(f.code, f.message) for f in lint(load_catalogue(catalogue), as_of=DAY).findings}
    assert set() == after - before


@pytest.mark.parametrize("options", [{"document": "NOBODY"}, {"source": "nothing"}, {"edition": "soon"}])
def test_an_option_that_names_nothing_is_refused(tmp_path: Path, catalogue: Path, options: dict[str, str]) -> None:
    """Document and source have to be there, and an edition is a version."""
    with pytest.raises(UsageError):
        planned(sheet(tmp_path, HEAD, KNOWN), catalogue, **options)


BEYOND = 'clauses: "\\UFFFFFFFF"\n'  # no character has that number


def test_a_layout_file_with_an_unknown_key_is_refused(tmp_path: Path) -> None:
    """A slip in a key does not go unnoticed, and no more does what is no YAML."""
    layout = tmp_path / "layout.yaml"
    wrong = ("clause: B\n", "clauses: B\n", "- a list\n", "marks: {P: perhaps}\n", "device_names: {x: [y]}\n")
    for text in (*wrong, BEYOND):
        layout.write_text(text)
        with pytest.raises(InputError) as raised:
            read_layout(layout)
        assert "DMV013" == raised.value.finding.code


def test_a_fill_is_a_mark_only_where_a_layout_file_says_so(tmp_path: Path, catalogue: Path) -> None:
    """Otherwise the filled empty cell is reported as one that is read as empty."""
    path = sheet(tmp_path, HEAD, KNOWN)
    book = openpyxl.load_workbook(path)
    book.worksheets[0]["D2"].fill = PatternFill("solid", fgColor="FF00FF00")
    book.save(path)
    plan = planned(path, catalogue)
    assert ({("9.1", "ESME/FFF0")}, True) == (pairs(plan), "DMV012" in {f.code for f in plan.report.findings})
    filled = planned(path, catalogue, layout=LayoutFile(marks={"fill": MarkMeaning.YES}))
    assert {("9.1", "ESME/FFF0"), ("9.1", "ESME/FFF2")} == pairs(filled)


def test_a_sheet_without_a_matrix_is_notes_unless_it_may_be_one(tmp_path: Path, catalogue: Path) -> None:
    """A history is notes; clause numbers with marks and no devices are reported cell by cell."""
    sheets: dict[str, list[list[Any]]] = {
        "Matrix": [HEAD, KNOWN],
        "History": [["1.0", "First"]],
        "More": [["9.2", "Y"]],
    }
    report = planned(save_matrix(tmp_path / "m.xlsx", sheets), catalogue).report
    assert [("More", "A1"), ("More", "B1")] == [(line.sheet, line.cell) for line in report.not_understood]


def test_only_the_part_of_a_row_that_ends_gets_an_end(tmp_path: Path, catalogue: Path) -> None:
    """A row of which one behaviour ends is divided: each part keeps the past that both had."""
    rows = (["Clause", "FFF1 ESME"], ["S1B-9002", "Y"], ["S1B-9003", Drawn("Y", STRUCK)])
    plan = planned(sheet(tmp_path, *rows), catalogue, edition="1.1", date=dt.date(2013, 5, 6))
    apply_matrix(plan, catalogue)
    found = {row.id: row for row in load_catalogue(catalogue).records.matrix}
    kept, ended = found["invented/maker-two"], found["invented/maker-two-1.1"]
    assert (("S1B-9002",), ("S1B-9003",)) == (kept.behaviours, ended.behaviours)
    assert kept.lifecycle[0] == ended.lifecycle[0]
    assert "withdrawn" == ended.lifecycle[-1].event
