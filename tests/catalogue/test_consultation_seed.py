"""Five published papers, read by the import, against what was read from them by hand."""

from collections.abc import Callable
from pathlib import Path

import pytest

from s1sr_validator.exchange.consultation.importing import read_consultation
from s1sr_validator.load.loaded import LoadedCatalogue
from s1sr_validator.model.consultation_paper import ConsultationReport
from s1sr_validator.model.dated import Milestone
from s1sr_validator.model.kinds import KINDS
from s1sr_validator.model.migration import Consultation

pytestmark = pytest.mark.reference

PAPERS = {
    "dcc-consultation-2025-07-28": "moc-secure-closure-2025",
    "dcc-consultation-2025-10-17": "clause-retention-2025",
    "dcc-consultation-2022-12-05": "mdust-moc-secure-2022",
    "dcc-briefing-2021-11-03": "various-1",
}
"""The consultation that each paper is about, by the paper's source; the fifth paper, a letter, is about three."""
LETTER = "beis-direction-2022-06-09"
Read = Callable[[str], ConsultationReport]


@pytest.fixture(scope="module")
def read(reference_data: Path, real_catalogue: LoadedCatalogue) -> Read:
    """Return a function that imports the paper of a source."""
    names = {source.id: source.file.name for source in real_catalogue.records.sources if source.file is not None}

    def paper(source: str) -> ConsultationReport:
        return read_consultation(reference_data / "seeds" / names[source], real_catalogue.records)

    return paper


def by_hand(catalogue: LoadedCatalogue, source: str) -> set[Milestone]:
    """Return every milestone that was read from a source by hand, in records of any kind."""
    records = [record for kind in KINDS for record in catalogue.records.of_kind(kind.folder)]
    return {
        milestone for record in records for milestone in getattr(record, "milestones", ()) if milestone.source == source
    }


def consultation(catalogue: LoadedCatalogue, record_id: str) -> Consultation:
    """Return a consultation by its id."""
    return next(each for each in catalogue.records.consultations if each.id == record_id)


@pytest.mark.parametrize("source", [*PAPERS, LETTER])
def test_every_date_agrees_with_the_hand_read_records(real_catalogue: LoadedCatalogue, read: Read, source: str) -> None:
    """A date with an event is a milestone with the same event, and the month more is the same."""
    hand = by_hand(real_catalogue, source)
    days = {(milestone.date, str(milestone.event)) for milestone in hand}
    latest = {(milestone.date, str(milestone.event), milestone.latest) for milestone in hand}
    dates = [date for date in read(source).dates if date.event]
    assert len(dates) > 3
    assert set() == {(date.date, date.event) for date in dates} - days
    assert set() == {(date.date, date.event, date.latest) for date in dates if date.latest} - latest


@pytest.mark.parametrize(("source", "record_id"), PAPERS.items())
def test_opening_and_closing_agree(real_catalogue: LoadedCatalogue, read: Read, source: str, record_id: str) -> None:
    """The day and hour of closing are those of the record; the opening is, where the paper has it."""
    record, paper = consultation(real_catalogue, record_id), read(source)
    assert (record.closes, record.closes_at) == (paper.closes, paper.closes_at)
    assert record.opened == paper.opened


@pytest.mark.parametrize(("source", "record_id"), PAPERS.items())
def test_every_question_agrees(real_catalogue: LoadedCatalogue, read: Read, source: str, record_id: str) -> None:
    """As many questions, in the same order and under the same names, each with its text."""
    hand = sorted(consultation(real_catalogue, record_id).questions, key=lambda question: question.order)
    found = read(source).questions
    assert [question.order for question in hand] == [question.order for question in found]
    assert all(by.number in {question.number, question.label} for by, question in zip(hand, found, strict=True))
    assert all(question.label.endswith(by.place) for by, question in zip(hand, found, strict=True))
    assert all(question.text.rstrip(".?")[-1:].isalpha() or question.text[-2:] == "2?" for question in found)
    assert all(question.text.startswith("Do you ") for question in found)


def test_the_letter_directs_and_asks_nothing(read: Read) -> None:
    """The fifth paper is a direction: it has no questions and no closing day of its own."""
    letter = read(LETTER)
    assert () == letter.questions
    assert "" == letter.closes
    assert [("2022-06-09", "directed")] == [
        (date.date, date.event) for date in letter.dates if date.event == "directed"
    ]
    assert [("7.2", "TMAD", "removed"), ("13.8", "ETAD", "added")] == [
        (each.clause, each.document, each.action) for each in letter.proposals
    ]


def test_the_new_clause_is_found_with_all_that_is_said_of_it(real_catalogue: LoadedCatalogue, read: Read) -> None:
    """Proposal 18.17p: SRV, Device, alert, reference and paragraphs are those of the record of the behaviour."""
    proposal = read("dcc-consultation-2025-10-17").proposals[0]
    behaviour = next(each for each in real_catalogue.records.behaviours if each.id == "S1B-0001")
    assert behaviour.clause == f"{proposal.document}/{proposal.clause}"
    assert behaviour.services == proposal.services
    assert (("ESME",), ("1028",)) == (proposal.device_types, proposal.manufacturers)
    alert = behaviour.expected.alerts[0]
    assert [(alert.code, "Security Warning")] == [(each.code, each.name) for each in proposal.alerts]
    assert [(each.name, each.value) for each in alert.external_references] == [
        (each.name, each.value) for each in proposal.references
    ]
    assert {"section 3.1.1 heading", "paragraph 28", "paragraph 29"} == set(proposal.places)


def test_tables_are_whole(read: Read) -> None:
    """Both appendices, and the table that the end of a page cuts in two, have all of their rows."""
    tables = read("dcc-consultation-2025-10-17").tables
    assert [("section 4.2.1", 2, 7), ("section 7", 4, 5), ("section 8", 3, 7)] == [
        (table.section, len(table.columns), len(table.rows)) for table in tables
    ]
    assert all(len(row.cells) == len(table.columns) for table in tables for row in table.rows)
    first, second = tables[1].rows[0].cells, tables[1].rows[-1].cells
    assert "SEC Appendix AM 2 Defined Terms" == first[-1]
    assert "SMETS1 TMAD 7.9A - 7.9D" == second[0]
    assert "S1SR Clause 13" == tables[2].rows[5].cells[0]


def test_clauses_that_a_paper_proposes_are_in_the_register(real_catalogue: LoadedCatalogue, read: Read) -> None:
    """Every proposed clause of a named document has a record that was made by hand."""
    known = {f"{clause.document}/{clause.number}" for clause in real_catalogue.records.clauses}
    found = {
        f"{each.document}/{each.clause.replace(' ', '')}"
        for source in (*PAPERS, LETTER)
        for each in read(source).proposals
    }
    assert len(found) > 15
    assert set() == found - known
