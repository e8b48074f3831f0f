"""PDF files: headers, footers and page numbers go, lines are joined over pages, and bad files are refused."""

import builtins
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from s1sr_validator.exchange.regulation.clauses import clause_tree
from s1sr_validator.exchange.regulation.reading import read_paper
from s1sr_validator.model.errors import InputError, UsageError


def pdf(folder: Path, pages: Sequence[Sequence[str]]) -> Path:
    """Write a PDF with these lines on its pages, as plainly as the format allows."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    kids = []
    for lines in pages:
        drawn = "".join(
            f"({line.replace('(', chr(92) + '(').replace(')', chr(92) + ')')}) Tj 0 -14 Td " for line in lines
        )
        stream = f"BT /F1 11 Tf 50 780 Td {drawn}ET"
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects) + 2} 0 R "
            "/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    text, places = "%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(text))
        text += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    text += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    text += f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(text) - len(table) - 30}\n%%EOF\n"
    path = folder / "invented.pdf"
    path.write_text(text, encoding="latin-1")
    return path


PAGES = (
    ("Invented Requirements v9.0", "9 Invented log", "9.1 An invented Device, as in clause", "Page 1 of 3"),
    ("Invented Requirements v9.0", "9.1 of another paper, answers.", "9.2 It has:", "(a) one; and", "Page 2 of 3"),
    ("Invented Requirements v9.0", "(b) two inven-", "ted things that are invented.", "Page 3 of 3"),
)


def test_clauses_go_on_over_pages(tmp_path: Path) -> None:
    """What stands on every page is no part of a clause, and a sentence is not broken by a page's end."""
    paper = read_paper(pdf(tmp_path, PAGES))
    found = {str(clause.number): clause.whole for clause in clause_tree(paper, paper.blocks).clauses}
    expected = {
        "9": "Invented log",
        "9.1": "An invented Device, as in clause 9.1 of another paper, answers.",
        "9.2": "It has:",
        "9.2(a)": "one; and",
        "9.2(b)": "two invented things that are invented.",
    }
    assert expected == found


def test_places_name_the_page(tmp_path: Path) -> None:
    """A clause is found again by its page and the line on it."""
    paper = read_paper(pdf(tmp_path, PAGES))
    assert "page 2, line 3" == clause_tree(paper, paper.blocks).clauses[2].place


@pytest.mark.parametrize("data", [b"%PDF-1.4\ncut off", b"%PDF-1.7\n" + b"\0" * 500])
def test_a_damaged_file_is_refused(tmp_path: Path, data: bytes) -> None:
    """A PDF that is none ends in one finding."""
    path = tmp_path / "invented.pdf"
    path.write_bytes(data)
    with pytest.raises(InputError) as refused:
        read_paper(path)
    assert "S1I001" == refused.value.finding.code


def test_without_the_package_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """PDF is an extra: without it the reader is told its name."""
    original = builtins.__import__

    def without_pypdf(name: str, *arguments: Any, **named: Any) -> Any:  # noqa: ANN401 - the built-in's own types
        if name == "pypdf":
            raise ImportError(name)
        return original(name, *arguments, **named)

    monkeypatch.setattr(builtins, "__import__", without_pypdf)
    with pytest.raises(UsageError) as refused:
        read_paper(pdf(tmp_path, PAGES))
    assert "s1sr-validator[pdf]" in refused.value.tip
