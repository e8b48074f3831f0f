"""Invented consultation papers: proposals, questions, dates and tables, each with its place."""

from pathlib import Path

import pytest

from s1sr_validator import Catalogue
from s1sr_validator.exchange.consultation.importing import read_consultation
from s1sr_validator.model.consultation_paper import ConsultationReport

PAPER = """Invented Consultation

Version: 1.0

Date: 1st February 2099

Closure Date: 28th February 2099

1. Summary

- 1. This consultation closes at 17:00 on 28th February 2099.

2. Invented behaviour

2.1. ESME SRV 9.9.1 (Read Invented Log)

- 2. For an ESME the SRV 9.9.1 will fail with S1X9001.
- 3. It is proposed that a new clause 9.9p is added to INVENTED.
- 4. INVENTED 9.1 and 9.2 stand. We propose that these are retained.

Question One

Do you agree?

3. Next Steps

- 5. The proposed re-designation date of 31st January 2099 (or within one month thereafter) stands.
- 6. Nothing happens in May 2099 or on 31 June 2099.

4. Appendix

Old\tNew
a\tb
c\td
"""


@pytest.fixture
def paper(tmp_path: Path, tiny: Catalogue) -> ConsultationReport:
    """The invented paper, read with the tiny catalogue."""
    path = tmp_path / "invented.txt"
    path.write_text(PAPER, encoding="utf-8")
    return read_consultation(path, tiny.snapshot.records)


def test_a_proposal_has_what_its_section_names(paper: ConsultationReport) -> None:
    """Clause, document and action come from the sentence; SRV, Device and alert from the section."""
    first, second, third = paper.proposals
    assert ("9.9p", "INVENTED", "added") == (first.clause, first.document, first.action)
    assert (("9.9.1",), ("ESME",), "S1X9001") == (first.services, first.device_types, first.alerts[0].code)
    assert ("paragraph 3", "section 2.1 heading", "paragraph 2") == first.places
    assert [("9.1", "retained"), ("9.2", "retained")] == [(each.clause, each.action) for each in (second, third)]


def test_dates_are_classified_by_their_wording(paper: ConsultationReport) -> None:
    """A date has an event only where a known wording says so; the others are findings with their places."""
    found = [(date.date, date.event, date.latest) for date in paper.dates]
    assert [
        ("2099-02-01", "consulted", ""),
        ("2099-02-28", "consultation_closes", ""),
        ("2099-02-28", "consultation_closes", ""),
        ("2099-01-31", "re_designated", "2099-02-28"),
        ("2099-05", "", ""),
        ("", "", ""),
    ] == found
    assert ["paragraph 6", "paragraph 6"] == [each.location.path for each in paper.findings if each.code == "S1I013"]
    assert ("2099-02-01", "2099-02-28", "17:00") == (paper.opened, paper.closes, paper.closes_at)


def test_questions_and_tables_are_whole(paper: ConsultationReport) -> None:
    """A question has its text, a table its columns and every row."""
    assert [("Question One", "One", "Do you agree?")] == [
        (each.label, each.number, each.text) for each in paper.questions
    ]
    assert [(("Old", "New"), [("a", "b"), ("c", "d")])] == [
        (table.columns, [row.cells for row in table.rows]) for table in paper.tables
    ]


def test_a_question_without_text_is_reported(tmp_path: Path, tiny: Catalogue) -> None:
    """A label alone is a finding."""
    path = tmp_path / "invented.txt"
    path.write_text("Invented Paper\n\nQuestion One\n\n# Next\n\nText.", encoding="utf-8")
    report = read_consultation(path, tiny.snapshot.records)
    assert ["S1I014"] == [finding.code for finding in report.findings]


def test_a_paper_without_anything_is_empty(tmp_path: Path, tiny: Catalogue) -> None:
    """Nothing is made of a text that proposes and asks nothing."""
    path = tmp_path / "invented.txt"
    path.write_text("An invented note.\n", encoding="utf-8")
    report = read_consultation(path, tiny.snapshot.records)
    assert ((), (), (), (), "") == (report.proposals, report.questions, report.dates, report.tables, report.closes)
