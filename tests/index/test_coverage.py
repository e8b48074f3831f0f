"""Which parts of the sources the records cite."""

from s1sr_validator import Catalogue
from s1sr_validator.index.coverage import (
    CitedPlace,
    SourceCoverage,
    cited_places,
    coverage,
    missing_paragraphs,
    named_parts,
)
from s1sr_validator.model.code import Code, CodeList
from s1sr_validator.model.dated import Figure, Milestone, MilestoneKind, MilestoneStatus
from s1sr_validator.model.history import CoveredPart
from s1sr_validator.model.kinds import Records
from s1sr_validator.model.migration import Consultation, Question
from s1sr_validator.model.observation import Confidence, Contradiction, Observation, Stage, StatedDevice
from s1sr_validator.model.record import Citation, Conflict, ConflictSide
from s1sr_validator.model.regulation import Publication, Source, UncitedPlaces
from tests.invented import behaviour, event


def source(record_id: str, *parts: str, aside: tuple[str, ...] = ()) -> Source:
    """Return an invented source that lists its parts."""
    uncited = (UncitedPlaces(places=aside, reason="nothing in it"),) if aside else ()
    return Source(id=record_id, title="t", publisher="p", obtained=Publication.PUBLISHED, places=parts, uncited=uncited)


def code(record_id: str, *citations: Citation, conflicts: tuple[Conflict, ...] = ()) -> Code:
    """Return an invented code."""
    return Code(id=record_id, list=CodeList.RESPONSE, citations=citations, conflicts=conflicts)


def part(name: str, *cited_by: str, set_aside: str = "") -> CoveredPart:
    """Return what became of a part."""
    return CoveredPart(part=name, cited_by=cited_by, set_aside=set_aside)


PAPER, OTHER = "invented-paper", "invented-other"


def test_places_of_citations_conflicts_and_events() -> None:
    """Everything that names a source and a place in it, wherever it stands."""
    sides = tuple(ConflictSide(source=name, place="row 2", says=name) for name in (PAPER, OTHER))
    record = behaviour(
        "S1B-9101",
        citations=(Citation(source=PAPER, place="row 1"),),
        conflicts=(Conflict(about="title", sides=sides, held="t"),),
        lifecycle=(event("observed", "2010-01-01"),),
    )
    assert {
        CitedPlace(PAPER, "row 1", ("citations", 0)),
        CitedPlace(PAPER, "row 2", ("conflicts", 0, "sides", 0)),
        CitedPlace(OTHER, "row 2", ("conflicts", 0, "sides", 1)),
        CitedPlace("invented-source", "an invented paragraph", ("lifecycle", 0)),
    } == set(cited_places(record))


def test_places_of_a_consultation() -> None:
    """Milestones and figures have their own; a question can be in any source that the consultation cites."""
    milestone = Milestone(
        date="2016", event=MilestoneKind.CONSULTED, status=MilestoneStatus.FINAL, source=PAPER, place="row 2"
    )
    record = Consultation(
        id="invented",
        title="t",
        publisher="p",
        summary="s",
        questions=(Question(order=1, number="1", summary="s", place="Q1"),),
        milestones=(milestone,),
        figures=(Figure(value=1, unit="GBP", what="w", as_of="2016", source=OTHER, place="row 3"),),
        citations=tuple(Citation(source=name, place="row 1") for name in (PAPER, OTHER, PAPER)),
    )
    assert [
        CitedPlace(PAPER, "row 2", ("milestones", 0)),
        CitedPlace(OTHER, "row 3", ("figures", 0)),
        CitedPlace(PAPER, "Q1", ("questions", 0, "place")),
        CitedPlace(OTHER, "Q1", ("questions", 0, "place")),
    ] == [found for found in cited_places(record) if found.path[0] != "citations"]


def test_a_source_without_a_place_is_none() -> None:
    """A contradiction that names an observation cites nothing."""
    record = Observation(
        id="invented",
        title="t",
        summary="s",
        device=StatedDevice(text="t"),
        confidence=Confidence.ONE,
        stage=Stage.UNKNOWN,
        contradictions=(
            Contradiction(says="no", observation="other"),
            Contradiction(says="no", source=PAPER),
            Contradiction(says="no", source=PAPER, place="row 1"),
        ),
    )
    assert [CitedPlace(PAPER, "row 1", ("contradictions", 2))] == list(cited_places(record))


def test_named_parts() -> None:
    """A place names parts by their numbers or in their own words, in any case, and whole words only."""
    parts = ("paragraph 2", "paragraph 3", "paragraph 30", "Table, row 1", "Table, row 10", "Q1")
    assert ("paragraph 2", "paragraph 3") == named_parts("paragraphs 1 to 3", parts)
    assert ("paragraph 3", "Table, row 1") == named_parts("table, row 1 and paragraph 3", parts)
    assert ("Q1",) == named_parts("slide Q & A, q1", parts)
    assert () == named_parts("Q11", parts)


def test_a_longer_part_is_not_the_shorter_one_in_it() -> None:
    """What names a part of a part names nothing else."""
    parts = ("paragraph 15", "paragraph 16", "footnote 1 to paragraph 15", "Annex", "Annex, row 1")
    assert ("footnote 1 to paragraph 15",) == named_parts("footnote 1 to paragraph 15", parts)
    assert ("paragraph 15", "paragraph 16", "footnote 1 to paragraph 15") == named_parts(
        "paragraphs 15 and 16 and footnote 1 to paragraph 15", parts
    )
    assert ("Annex, row 1",) == named_parts("annex, row 1", parts)
    assert ("Annex", "Annex, row 1") == named_parts("Annex, row 1 and the rest of the annex", parts)


def test_missing_paragraphs() -> None:
    """Only a source that numbers its paragraphs can lack one; a paragraph of an annex is another one."""
    parts = ("Paragraph 1", "paragraph 2", "Annex, paragraph 7")
    assert ("paragraph 3", "paragraph 4") == missing_paragraphs("paragraphs 1 to 4", parts)
    assert () == missing_paragraphs("paragraphs 1 and 2, and Annex, paragraph 7", parts)
    assert () == missing_paragraphs("Q1", parts)
    assert () == missing_paragraphs("paragraph 3", ("Annex, paragraph 7",))


def test_coverage() -> None:
    """Each part of each source that lists its parts: who cites it, why it was set aside, or neither."""
    records = Records(
        sources=(
            source(PAPER, "row 2", "row 1", "row 3", "last page", aside=("last page", "row 2")),
            source(OTHER, "row 1"),
            source("invented-without-a-list"),
        ),
        codes=(
            code("X9902", Citation(source=PAPER, place="row 1 and row 2"), Citation(source=PAPER, place="row 1")),
            code("X9901", Citation(source=PAPER, place="row 1"), Citation(source="invented-nothing", place="row 3")),
        ),
        observations=(),
    )
    assert (
        SourceCoverage(source=OTHER, parts=(part("row 1"),)),
        SourceCoverage(
            source=PAPER,
            parts=(
                part("row 2", "codes/X9902", set_aside="nothing in it"),
                part("row 1", "codes/X9901", "codes/X9902"),
                part("row 3"),
                part("last page", set_aside="nothing in it"),
            ),
        ),
    ) == coverage(records)


def test_what_is_open() -> None:
    """A part is open while nobody cites it and nobody said why."""
    parts = (part("a"), part("b", "codes/X9901"), part("c", set_aside="r"), part("d", "codes/X9901", set_aside="r"))
    assert [True, False, False, False] == [found.is_open for found in parts]


def test_the_invented_paper(tiny: Catalogue) -> None:
    """The one invented source that lists its parts has none that is open, from a snapshot as well."""
    (found,) = coverage(tiny.snapshot.records)
    assert "invented-migration-paper" == found.source
    assert [] == [covered.part for covered in found.parts if covered.is_open]
    closing = next(covered for covered in found.parts if covered.part == "paragraph 4")
    assert ("processes/invented-closing",) == closing.cited_by
