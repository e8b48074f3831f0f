"""Texts to clauses: broken lines, items, tables, contents and numbers that are none."""

from pathlib import Path

import pytest

from s1sr_validator.exchange.regulation.clauses import ClauseTree, clause_tree
from s1sr_validator.exchange.regulation.reading import read_paper
from s1sr_validator.model.errors import InputError


def tree_of(text: str, folder: Path) -> ClauseTree:
    """Return the clauses of an invented text."""
    path = folder / "invented.txt"
    path.write_text(text, encoding="utf-8")
    paper = read_paper(path)
    return clause_tree(paper, paper.blocks)


def numbers(tree: ClauseTree) -> list[str]:
    """Return the numbers of clauses in order."""
    return [str(clause.number) for clause in tree.clauses]


LETTERS = "\n".join(f"({letter}) invented {letter};" for letter in "abcdefghij")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1 Scope\n1.1 Text.\n1.2 Text.", ["1", "1.1", "1.2"]),
        ("1.1 It has:\n(a) one; and\n(b) two.", ["1.1", "1.1(a)", "1.1(b)"]),
        (
            "1.1 It has:\n(a) one, with\n(i) x; and\n(ii) y;\n(b) two.",
            ["1.1", "1.1(a)", "1.1(a)(i)", "1.1(a)(ii)", "1.1(b)"],
        ),
        (f"1.1 It has:\n{LETTERS}", ["1.1", *(f"1.1({letter})" for letter in "abcdefghij")]),
        ("1.1 Text.\n1.1p Text.\n1.1(q) Text.", ["1.1", "1.1(p)", "1.1(q)"]),
        ("2A Title\n2A.1.1 Text.\n2A.1.2 Text.", ["2A", "2A.1.1", "2A.1.2"]),
        ("1.1 Text, see clause\n9.9.1 of another paper.\n1.2 Text.", ["1.1", "1.2"]),
        ("1.1 Within\n30 days after it.", ["1.1"]),
        ("1.1 On\n3 November 2021 it ended.", ["1.1"]),
        ("Contents\n1 Scope\t3\n2 Terms .... 4\n\n1 Scope\n1.1 Text.", ["1", "1.1"]),
        ("1.\tScope\n1.1\tText.", ["1", "1.1"]),
    ],
)
def test_numbers_come_from_what_lines_begin_with(tmp_path: Path, text: str, expected: list[str]) -> None:
    """Items find their clause, and a number in the middle of a sentence is none."""
    assert expected == numbers(tree_of(text, tmp_path))


def test_a_clause_has_its_own_text_and_place(tmp_path: Path) -> None:
    """Broken lines are joined, tables are rows of text, and the text of the clauses below is theirs."""
    tree = tree_of("9 Invented log\n9.1 The first line\ngoes on here.\nName\tValue\nx\t1\n9.2 Next.", tmp_path)
    assert ["Invented log", "", ""] == [clause.heading for clause in tree.clauses]
    assert "The first line goes on here.\nName | Value\nx | 1" == tree.clauses[1].text
    assert ["line 1", "line 2", "line 6"] == [clause.place for clause in tree.clauses]


def test_typesetting_does_not_change_a_digest(tmp_path: Path) -> None:
    """Blanks, line ends and curly quotes are typesetting; a capital letter is not."""
    plain = tree_of('1.1 An "invented" Device\nanswers - so.', tmp_path).clauses[0]
    set_well = tree_of("1.1 An \u201cinvented\u201d  Device answers \u2013 so.", tmp_path).clauses[0]
    lower = tree_of('1.1 An "invented" device answers - so.', tmp_path).clauses[0]
    assert plain.digest == set_well.digest
    assert plain.digest != lower.digest


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("1.1 First.\n1.7 Seventh.", "S1I004"),
        ("1.1 It has:\n(a) one;\n(d) four.", "S1I004"),
        ("1.1 First.\n1.2 Second.\n1.1 Again.", "S1I005"),
        ("Before everything.\n\n1.1 First.", "S1I006"),
        ("1.1 An in-\nvented word.", "S1I011"),
    ],
)
def test_what_is_doubtful_is_said_with_its_place(tmp_path: Path, text: str, code: str) -> None:
    """A doubt is a finding with a place, and never a guess without a word."""
    path = tmp_path / "invented.txt"
    path.write_text(text, encoding="utf-8")
    paper = read_paper(path)
    found = [each for each in (*paper.findings, *clause_tree(paper, paper.blocks).findings) if each.code == code]
    assert found
    assert all(each.location.line or each.location.path for each in found)


def test_the_document_says_whether_a_hyphen_belongs(tmp_path: Path) -> None:
    """A word that stands in the document without its hyphen loses it; one that has it there keeps it."""
    tree = tree_of("1.1 Migration of first-generation meters: migra-\ntion of first-\ngeneration meters.", tmp_path)
    assert "Migration of first-generation meters: migration of first-generation meters." == tree.clauses[0].text


@pytest.mark.parametrize("data", [b"\xff\xfe\xfd", b"1.1 \xe9", b"1.1 a\0b"])
def test_what_is_not_text_is_refused(tmp_path: Path, data: bytes) -> None:
    """Bytes that are no UTF-8 are refused by name."""
    path = tmp_path / "invented.txt"
    path.write_bytes(data)
    with pytest.raises(InputError) as refused:
        read_paper(path)
    assert "S1I001" == refused.value.finding.code
