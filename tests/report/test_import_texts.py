"""What imports say of a list, a matrix, a document and a paper, as text. Everything in them is invented."""

import datetime as dt
from typing import Any

import msgspec
import pytest

from s1sr_validator.model.consultation_paper import (
    ConsultationReport,
    PaperDate,
    PaperProposal,
    PaperQuestion,
    PaperRow,
    PaperSection,
    PaperTable,
)
from s1sr_validator.model.finding import Finding, Location, Severity
from s1sr_validator.model.import_plan import EntryChange, FieldChange, ImportPlan, RecordEdit
from s1sr_validator.model.matrix_import import MarkChange, MatrixImportReport, MatrixLine, RowOutcome, SheetReading
from s1sr_validator.model.regulation import ClauseKind
from s1sr_validator.model.regulation_import import (
    ClauseChange,
    ClauseFate,
    ClauseLine,
    Draft,
    EditionDiff,
    FoundTerms,
    NamedAlert,
    NamedReference,
    RegulationReport,
)
from s1sr_validator.report.consultation_text import write_consultation
from s1sr_validator.report.import_text import write_plan
from s1sr_validator.report.matrix_text import write_layout, write_matrix
from s1sr_validator.report.page import Page
from s1sr_validator.report.paper_findings_text import write_paper_findings
from s1sr_validator.report.regulation_import_text import write_regulation
from tests.report.shown import finding

DAY = dt.date(2099, 1, 31)


def lines(page: Page) -> list[str]:
    """Return the lines of a page."""
    return str(page).splitlines()


def entry(number: int, *fields: FieldChange) -> EntryChange:
    """Return an entry of the list that a record follows."""
    return EntryChange(folder="devices", entry=f"99000{number}", key=f"ESME/F00{number}", fields=fields)


PLAN = ImportPlan(
    version="9.001",
    date=DAY,
    added=(entry(1),),
    changed=(entry(2, FieldChange("cpl.status", "current", ""), FieldChange("cpl.image.hash", "", "AB")),),
    absent=(entry(3),),
    returned=(entry(4),),
    unchanged_count=5,
    findings=(finding("odd", file="list.xlsx"),),
    edits=(RecordEdit(folder="devices", id="ESME/F001", data={}),),
)
OF_PLAN = [
    "Central Products List 9.001 of 2099-01-31",
    "added     ESME/F001 (entry 990001, devices)",
    "changed   ESME/F002 (entry 990002, devices)",
    "            cpl.status: current -> nothing",
    "            cpl.image.hash: nothing -> AB",
    "absent    ESME/F003 (entry 990003, devices)",
    "returned  ESME/F004 (entry 990004, devices)",
    "error TST001      odd (list.xlsx:1:1)",
    "1 added, 1 changed, 1 absent, 1 returned, 5 unchanged",
]


@pytest.mark.parametrize(
    ("last", "edits", "dry_run"),
    [
        ("1 record to write; nothing written (dry run).", 1, True),
        ("2 records to write; nothing written (dry run).", 2, True),
        ("1 record written. Review them: git diff", 1, False),
        ("The catalogue already holds all of it; nothing written.", 0, False),
    ],
)
def test_a_list(last: str, edits: int, dry_run: bool) -> None:
    """Each entry by what happened to it, with its fields; at the end what is or would be written."""
    page = Page(width=100)
    write_plan(page, msgspec.structs.replace(PLAN, edits=PLAN.edits * edits), dry_run=dry_run)
    assert [*OF_PLAN, last] == lines(page)


def mark(outcome: RowOutcome, change: MarkChange = MarkChange.NONE, because: str = "") -> MatrixLine:
    """Return a mark of a matrix."""
    texts = dict.fromkeys(("clause_id", "label", "mark", "footnote", "record"), "")
    return MatrixLine(
        **texts,
        clause="9.1",
        device="ESME/F001",
        models=1,
        behaviours=("S1B-9001", "S1B-9002"),
        sheet="Matrix",
        cell="B3",
        change=change,
        because=because,
        outcome=outcome,
    )


MATRIX = MatrixImportReport(
    file="matrix.xlsx",
    document="INVENTED",
    edition="INVENTED/1.0",
    date="2099-01-31",
    dry_run=False,
    sheets=(
        SheetReading(
            sheet="Matrix",
            orientation="clauses_down",
            why=("clauses run down", "devices run across"),
            marks=2,
            headings=3,
            notes=4,
            not_understood=5,
        ),
    ),
    rows=(
        mark(RowOutcome.NEW),
        mark(RowOutcome.UNCHANGED, MarkChange.ADDED, "it is red"),
        mark(RowOutcome.REMOVAL_PROPOSED, MarkChange.REMOVED, "it is struck out"),
        mark(RowOutcome.CHANGED),
    ),
    gone=(),
    unresolved=(),
    not_understood=(),
    unchanged_count=1,
    files=("matrix/invented/a.yaml",),
    findings=(finding("odd", path="Matrix!B3", tip="look at it"), finding("odd too", file="matrix.xlsx", path="")),
)
OF_MATRIX = [
    "INVENTED: INVENTED/1.0 of 2099-01-31 (matrix.xlsx)",
    "new               9.1 for ESME/F001 (S1B-9001, S1B-9002), Matrix!B3",
    "removal proposed  9.1 for ESME/F001 (S1B-9001, S1B-9002), Matrix!B3: removed, it is struck out",
    "changed           9.1 for ESME/F001 (S1B-9001, S1B-9002), Matrix!B3",
    "error TST001      odd (Matrix!B3); look at it",
    "error TST001      odd too (matrix.xlsx:1:1)",
    "1 new, 1 changed, 1 unchanged, 0 gone; 0 unresolved, 0 cells not understood",
]


@pytest.mark.parametrize(
    ("first", "last", "fields"),
    [
        (OF_MATRIX[0], "1 record written. Review: git diff", {}),
        (OF_MATRIX[0], "2 records to write; nothing written (dry run).", {"dry_run": True, "files": ("a", "b")}),
        (OF_MATRIX[0], "Nothing to write.", {"files": ()}),
        ("INVENTED: INVENTED/1.0 (matrix.xlsx)", "1 record written. Review: git diff", {"date": ""}),
        (
            "INVENTED: edition not known (matrix.xlsx)",
            "1 record written. Review: git diff",
            {"date": "", "edition": ""},
        ),
    ],
)
def test_a_matrix(first: str, last: str, fields: dict[str, Any]) -> None:
    """Each mark that changes something, then findings, counts, and what is or would be written."""
    page = Page(width=110)
    write_matrix(page, msgspec.structs.replace(MATRIX, **fields))
    assert [first, *OF_MATRIX[1:], last] == lines(page)


def test_a_layout() -> None:
    """What was recognised in each sheet and why, and by what each change was seen."""
    page = Page()
    write_layout(page, MATRIX)
    assert [
        "sheet 'Matrix': clauses down",
        "  clauses run down",
        "  devices run across",
        "  2 marks, 3 headings, 4 notes, 5 not understood",
        "  Matrix!B3 added: it is red",
        "  Matrix!B3 removed: it is struck out",
    ] == lines(page)


def clause(number: str, registered: str = "") -> ClauseLine:
    """Return a clause of a document."""
    return ClauseLine(number=number, heading="", kind=ClauseKind.BEHAVIOUR, digest="", place="", registered=registered)


def draft(number: str, terms: FoundTerms) -> Draft:
    """Return a draft of a behaviour."""
    return Draft(
        behaviour=f"S1B-{number}", clause="", number=number, heading="", place="", terms=terms, open=("when", "alerts")
    )


REGULATION = RegulationReport(
    document="INVENTED",
    edition="1.0",
    file="paper.txt",
    sha256="",
    format="text",
    dry_run=False,
    folder="out",
    clauses=(clause("9.1", "INVENTED/9.1"), clause("9.2")),
    compared=EditionDiff(),
    drafts=(
        draft("9.1", FoundTerms(services=("9.9.1",), device_types=("ESME",), alerts=(NamedAlert(code="S1X9001"),))),
        draft("9.2", FoundTerms()),
    ),
    files=("a", "b", "c"),
    findings=(finding("odd", path="paragraph 1"), msgspec.structs.replace(finding("of the drafts"), code="S1I009")),
)
OF_REGULATION = [
    "INVENTED 1.0, from paper.txt (text)",
    "2 clauses, 1 of them in the catalogue already",
    "  S1B-9.1      clause 9.1: 9.9.1, ESME, S1X9001",
    "               open: when, alerts",
    "  S1B-9.2      clause 9.2: nothing recognised",
    "               open: when, alerts",
    "error TST001      odd (paragraph 1)",
]


@pytest.mark.parametrize(
    ("last", "count", "dry_run"),
    [
        ("2 drafts for review; 3 files written to out. Go on with: s1sr review out", 2, False),
        ("2 drafts for review; nothing written (dry run).", 2, True),
        ("0 drafts for review; 3 files written to out.", 0, False),
    ],
)
def test_a_document(last: str, count: int, dry_run: bool) -> None:
    """What it holds, a draft for each behaviour, and what is left to do; what is said of drafts stands in them."""
    page = Page(width=100)
    write_regulation(page, msgspec.structs.replace(REGULATION, drafts=REGULATION.drafts[:count], dry_run=dry_run))
    assert [*OF_REGULATION[:2], *OF_REGULATION[2 : 2 + 2 * count], OF_REGULATION[-1], last] == lines(page)


def test_a_document_against_another_edition() -> None:
    """What was added, removed, moved and reworded, each with how much is the same where that is known."""
    compared = EditionDiff(
        before="INVENTED/0.9",
        changes=(
            ClauseChange(fate=ClauseFate.ADDED, number="9.3", heading="A new one"),
            ClauseChange(fate=ClauseFate.MOVED, number="9.4", before="9.3", similarity=100),
            ClauseChange(fate=ClauseFate.REWORDED, number="9.5", similarity=87),
        ),
        unchanged_count=7,
    )
    page = Page()
    write_regulation(page, msgspec.structs.replace(REGULATION, compared=compared, drafts=(), findings=()))
    assert [
        "",
        "Against INVENTED/0.9:",
        "  added     9.3 A new one",
        "  moved     9.3 -> 9.4",
        "  reworded  9.5 (87% the same)",
        "1 added, 0 removed, 1 moved, 1 reworded, 7 unchanged",
        "",
    ] == lines(page)[2:-1]


PAPER = ConsultationReport(
    file="paper.docx",
    sha256="",
    format="docx",
    title="An invented paper",
    version="1",
    author="",
    opened="2099-01-01",
    closes="2099-01-31",
    closes_at="17:00",
    documents=("INVENTED", "OTHER"),
    paragraphs=9,
    sections=(PaperSection(number="1", title="One", place="p1"),),
    dates=(
        PaperDate(date="2099-01-31", event="consultation_closes", place="p2"),
        PaperDate(date="2099-03", event="designated", place="p3", latest="2099-04"),
        PaperDate(date="2098", event="", place="p4"),
    ),
    questions=(PaperQuestion(order=1, label="Question 1", number="1", text="Do you agree?", place="p5"),),
    proposals=(
        PaperProposal(
            clause="9.1",
            document="INVENTED",
            action="add",
            section="1",
            services=("9.9.1", "9.9.2"),
            device_types=("ESME",),
            manufacturers=("F001",),
            alerts=(NamedAlert(code="S1X9001", name="Invented"), NamedAlert(code="S1X9002")),
            references=(NamedReference(name="Invented Ref", value="0042"),),
            places=("p6", "p7"),
        ),
        PaperProposal(clause="9.2", document="", action="remove", section="1"),
    ),
    tables=(
        PaperTable(
            section="1",
            caption="Alerts",
            columns=("Code", "Name"),
            rows=(PaperRow(cells=("S1X9001", "One")),),
            place="",
        ),
        PaperTable(section="", caption="", columns=("Date",), rows=(PaperRow(cells=("2099",)),), place=""),
    ),
    findings=(finding("odd", path="p8"),),
)


def test_a_paper() -> None:
    """Head, proposals, questions, dates that mean something, tables, findings and counts, in this order."""
    page = Page()
    write_consultation(page, PAPER)
    assert [
        "An invented paper",
        "  version     1",
        "  author      not stated",
        "  opened      2099-01-01",
        "  closes      2099-01-31 at 17:00",
        "  documents   INVENTED, OTHER",
        "",
        "clause INVENTED 9.1: add",
        "  SRVs        9.9.1, 9.9.2",
        "  Devices     ESME, F001",
        "  alerts      S1X9001 Invented, S1X9002",
        "  references  Invented Ref 0042",
        "  places      p6; p7",
        "",
        "clause 9.2: remove",
        "",
        "Question 1 (p5)",
        "  Do you agree?",
        "",
        "  2099-01-31  consultation_closes (p2)",
        "  2099-03     designated, 2099-04 at the latest (p3)",
        "",
        "table of 1: Alerts",
        "  Code        S1X9001",
        "  Name        One",
        "",
        "",
        "table of the title page",
        "  Date        2099",
        "",
        "error TST001      odd (p8)",
        "2 proposals, 1 questions, 3 dates, 2 tables, 1 sections",
    ] == lines(page)


def test_a_paper_without_title_and_dates() -> None:
    """The file's name stands for the title, and what is not stated is said to be so."""
    page = Page()
    bare = {"title": "", "version": "", "opened": "", "closes": "", "closes_at": "", "documents": ()}
    empty = dict.fromkeys(("dates", "questions", "proposals", "tables", "findings", "sections"), ())
    write_consultation(page, msgspec.structs.replace(PAPER, **bare, **empty))
    names = ("version", "author", "opened", "closes", "documents")
    counts = "0 proposals, 0 questions, 0 dates, 0 tables, 0 sections"
    assert ["paper.docx", *(f"  {name.ljust(12)}not stated" for name in names), counts] == lines(page)


def test_many_findings_of_one_kind() -> None:
    """The first ten of a code are shown, and how many more there are; other codes are not counted with them."""
    many = [finding(f"number {number}", path=f"p{number}") for number in range(12)]
    other = Finding(code="TST002", severity=Severity.INFO, message="other", location=Location(file="a.docx"))
    page = Page()
    write_paper_findings(page, [*many[:6], other, *many[6:]])
    assert [
        *(f"error TST001      number {number} (p{number})" for number in range(10)),
        f"{' ' * 18}and 2 more of TST001; --format json lists them all",
        "info TST002       other (a.docx)",
    ] == lines(page)
