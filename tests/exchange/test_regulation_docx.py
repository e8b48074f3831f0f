"""DOCX files: automatic numbers, tracked changes, tables, and files that are refused."""

from pathlib import Path

import docx as python_docx
import pytest

from s1sr_validator.exchange.regulation.clauses import clause_tree
from s1sr_validator.exchange.regulation.paper import Paper
from s1sr_validator.exchange.regulation.reading import read_paper
from s1sr_validator.model.errors import InputError
from tests.exchange.invented_docx import (
    CLAUSE_LEVELS,
    WORD,
    clause,
    deleted,
    docx,
    inserted,
    numbering,
    paragraph,
    run,
    table,
)

START_AT_17 = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="17"/></w:lvlOverride>'


def clauses(paper: Paper, *, before: bool = False) -> dict[str, str]:
    """Return the heading and text of each clause, by its number."""
    tree = clause_tree(paper, paper.before if before else paper.blocks)
    return {str(each.number): each.whole for each in tree.clauses}


def test_automatic_numbers_are_resolved(tmp_path: Path) -> None:
    """Decimals, letters and roman numerals come from the numbering part, level by level, and restart."""
    path = docx(
        tmp_path,
        clause("Invented scope", 0),
        clause("First.", 1),
        clause("Second, which has:", 1),
        clause("one;", 2),
        clause("two, with", 2),
        clause("deep one;", 3),
        clause("deep two.", 3),
        clause("Invented log", 0),
        clause("Third, which has:", 1),
        clause("new one.", 2),
    )
    expected = ["1", "1.1", "1.2", "1.2(a)", "1.2(b)", "1.2(b)(i)", "1.2(b)(ii)", "2", "2.1", "2.1(a)"]
    assert expected == list(clauses(read_paper(path)))


def test_the_ninth_letter_is_no_roman_numeral(tmp_path: Path) -> None:
    """A list level says what (i) is: after (h) it is a letter."""
    items = [clause(f"invented {number};", 2) for number in range(10)]
    path = docx(tmp_path, clause("Scope", 0), clause("It has:", 1), *items)
    assert ["1.1(h)", "1.1(i)", "1.1(j)"] == list(clauses(read_paper(path)))[-3:]


def test_an_instance_of_a_list_can_start_elsewhere(tmp_path: Path) -> None:
    """A start override counts once, at the first paragraph of its instance."""
    parts = {"word/numbering.xml": numbering(CLAUSE_LEVELS, {1: "", 2: START_AT_17})}
    path = docx(
        tmp_path,
        clause("Scope", 0),
        clause("Behaviours", 0, list_id=2),
        clause("Text.", 1, list_id=2),
        clause("More", 0, list_id=2),
        parts=parts,
    )
    assert ["1", "17", "17.1", "18"] == list(clauses(read_paper(path)))


def test_a_style_numbers_its_paragraphs(tmp_path: Path) -> None:
    """A paragraph without a number of its own has that of its style, or of the style that this is based on."""
    styles = (
        f'<w:styles xmlns:w="{WORD}"><w:style w:type="paragraph" w:styleId="Top"><w:name w:val="heading 1"/><w:pPr>'
        '<w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Sub">'
        '<w:name w:val="Invented"/><w:basedOn w:val="Top"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr>'
        '</w:style><w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style></w:styles>'
    )
    path = docx(
        tmp_path,
        paragraph(run("1 Scope 3"), style="TOC1"),
        paragraph(run("Scope"), style="Top"),
        paragraph(run("Text."), style="Sub"),
        parts={"word/styles.xml": styles},
    )
    assert {"1": "Scope", "1.1": "Text."} == clauses(read_paper(path))


def test_tracked_changes_are_read_on_both_sides(tmp_path: Path) -> None:
    """Inserted text is there after, deleted text before, and an inserted paragraph moves the numbers behind it."""
    path = docx(
        tmp_path,
        clause("Scope", 0),
        paragraph(run("The Device ") + deleted("waits") + inserted("answers") + run("."), level=1),
        paragraph(inserted("A new clause."), level=1, mark="ins"),
        paragraph(run("The last clause."), level=1),
    )
    paper = read_paper(path)
    assert {"1": "Scope", "1.1": "The Device waits.", "1.2": "The last clause."} == clauses(paper, before=True)
    after = {"1": "Scope", "1.1": "The Device answers.", "1.2": "A new clause.", "1.3": "The last clause."}
    assert after == clauses(paper)


def test_a_deleted_paragraph_is_gone_after(tmp_path: Path) -> None:
    """A paragraph whose text and end are deleted stands before and not after."""
    path = docx(tmp_path, clause("Scope", 0), paragraph(deleted("Old."), level=1, mark="del"), clause("Kept.", 1))
    paper = read_paper(path)
    assert ["Old.", "Kept."] == [clauses(paper, before=True)[number] for number in ("1.1", "1.2")]
    assert {"1": "Scope", "1.1": "Kept."} == clauses(paper)


def test_a_document_without_changes_has_one_side(tmp_path: Path) -> None:
    """Nothing is tracked, so nothing stands before."""
    assert not read_paper(docx(tmp_path, clause("Scope", 0))).tracks_changes


def test_tables_are_rows_of_text(tmp_path: Path) -> None:
    """A table belongs to the clause above it."""
    path = docx(tmp_path, clause("Scope", 0), clause("As follows:", 1), table(("Name", "Value"), ("x", "1")))
    assert "As follows:\nName | Value\nx | 1" == clauses(read_paper(path))["1.1"]


def test_what_a_known_library_writes_is_read(tmp_path: Path) -> None:
    """A document by python-docx, with headings, numbers in the text and a table."""
    document = python_docx.Document()
    document.add_heading("1 Invented scope", level=1)
    document.add_paragraph("1.1 An invented Device answers.")
    cells = document.add_table(rows=1, cols=2).rows[0].cells
    cells[0].text, cells[1].text = "Name", "Value"
    document.save(str(tmp_path / "invented.docx"))
    found = clauses(read_paper(tmp_path / "invented.docx"))
    assert {"1": "Invented scope", "1.1": "An invented Device answers.\nName | Value"} == found


def test_a_number_in_an_unknown_form_is_reported(tmp_path: Path) -> None:
    """A form that is not read is a finding and no invented number."""
    path = docx(tmp_path, clause("Scope", 0), parts={"word/numbering.xml": numbering((("hebrew1", "%1."),))})
    paper = read_paper(path)
    assert ["S1I012"] == [finding.code for finding in paper.findings]
    assert {} == clauses(paper)


def test_parts_that_are_not_read_are_counted(tmp_path: Path) -> None:
    """A footnote can qualify a clause, so that its being there is said."""
    notes = (
        f'<w:footnotes xmlns:w="{WORD}"><w:footnote w:id="2"/><w:footnote w:type="separator" w:id="0"/></w:footnotes>'
    )
    paper = read_paper(docx(tmp_path, clause("Scope", 0), parts={"word/footnotes.xml": notes}))
    assert ["invented.docx has 1 footnotes, which are not read"] == [finding.message for finding in paper.findings]


def test_macros_and_links_are_never_opened(tmp_path: Path) -> None:
    """A macro that is no XML and a relationship to the outside make no difference."""
    relation = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r9" '
        'Type="attachedTemplate" Target="http://invented.invalid/x.dotm" TargetMode="External"/></Relationships>'
    )
    parts = {"word/vbaProject.bin": "not looked at", "word/_rels/document.xml.rels": relation}
    assert {"1": "Scope"} == clauses(read_paper(docx(tmp_path, clause("Scope", 0), parts=parts)))


DOCTYPE = f'<!DOCTYPE w:numbering [<!ENTITY x "y">]><w:numbering xmlns:w="{WORD}">&x;</w:numbering>'


@pytest.mark.parametrize(
    ("parts", "code", "says"),
    [
        ({"word/numbering.xml": DOCTYPE}, "S1I001", "DOCTYPE"),
        ({"word/document.xml": "<w:document"}, "S1I001", "not XML"),
        ({"word/document.xml": f'<w:document xmlns:w="{WORD}"/>'}, "S1I001", "no body"),
        ({"word/big.xml": " " * (33 * 1024 * 1024)}, "S1I002", "unpacked"),
        (
            {
                "_rels/.rels": "<x/>",
                "word/document.xml": '<x xmlns="http://purl.oclc.org/ooxml/wordprocessingml/main"/>',
            },
            "S1I001",
            "Strict",
        ),
    ],
)
def test_a_dangerous_or_damaged_file_is_refused(tmp_path: Path, parts: dict[str, str], code: str, says: str) -> None:
    """Entities, broken XML and bombs end in one finding that says what is wrong."""
    with pytest.raises(InputError) as refused:
        read_paper(docx(tmp_path, clause("Scope", 0), parts=parts))
    assert code == refused.value.finding.code
    assert says in refused.value.finding.message


@pytest.mark.parametrize("data", [b"PK\x03\x04 cut off", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old"])
def test_what_is_no_whole_document_is_refused(tmp_path: Path, data: bytes) -> None:
    """An old .doc and a file that was cut off are named as such, in words about documents."""
    path = tmp_path / "invented.docx"
    path.write_bytes(data)
    with pytest.raises(InputError) as refused:
        read_paper(path)
    assert "S1I001" == refused.value.finding.code
    assert "xls" not in f"{refused.value.finding.message} {refused.value.finding.tip}"


def test_a_file_beyond_the_bound_is_refused(tmp_path: Path) -> None:
    """More than 20 MiB are not read."""
    path = tmp_path / "invented.txt"
    path.write_bytes(b"1.1 x\n" * (4 * 1024 * 1024))
    with pytest.raises(InputError) as refused:
        read_paper(path)
    assert "S1I002" == refused.value.finding.code
