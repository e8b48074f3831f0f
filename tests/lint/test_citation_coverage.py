"""Every fact of a record is carried by a citation."""

import pytest

from s1sr_validator.lint.rules import citation_coverage
from s1sr_validator.model.code import Code, CodeList
from s1sr_validator.model.dated import Figure, Milestone, MilestoneKind, MilestoneStatus
from s1sr_validator.model.device import CplEntry, CplStatus, Device, DeviceType
from s1sr_validator.model.migration import Consultation, Question
from s1sr_validator.model.observation import Confidence, Contradiction, Observation, Stage, StatedDevice
from s1sr_validator.model.record import Citation
from s1sr_validator.model.regulation import Clause, ClauseExtent, ClauseKind
from tests.invented import behaviour
from tests.lint.asked import context_with, places

KEY_FIELDS = ("device_type", "manufacturer", "model", "hardware_version", "hardware_revision", "firmware_version")

MILESTONE = Milestone(
    date="2010", event=MilestoneKind.CHANGED, status=MilestoneStatus.FINAL, source="invented-source", place="p"
)


def citation(*covers: str) -> Citation:
    """Return a citation that covers these fields."""
    return Citation(source="invented-source", place="an invented place", covers=covers)


def uncovered(*citations: Citation) -> list[str]:
    """Return the paths in a code's record that these citations leave without a source."""
    code = Code(id="X9909", list=CodeList.RESPONSE, name="A name", citations=citations)
    return [place.partition(":")[2] for place in places(citation_coverage, context_with(code, only=True))]


@pytest.mark.parametrize(
    ("expected", "citations"),
    [
        (["name"], (citation("list"),)),
        (["list"], (citation("id", "name"),)),
        (["list", "name"], (citation("id"), citation("notes"))),
        ([], (citation(),)),
        ([], (citation("list"), citation())),
        ([], (citation("list", "name"),)),
        ([], (citation("list"), citation("name"))),
    ],
)
def test_fields(expected: list[str], citations: tuple[Citation, ...]) -> None:
    """A citation without `covers` carries every field; our own id needs no source."""
    assert expected == uncovered(*citations)


@pytest.mark.parametrize(
    ("expected", "covers"),
    [
        (["cpl.gbcs_version"], ("cpl.entry", "cpl.status", "cpl.device_type_name", "cpl.smets_version")),
        (["cpl"], ()),
        ([], ("cpl",)),
        ([], ("cpl.entry", "cpl.status", "cpl.device_type_name", "cpl.smets_version", "cpl.gbcs_version")),
        ([], ("cpl", "cpl.status")),
    ],
)
def test_parts_of_a_field(expected: list[str], covers: tuple[str, ...]) -> None:
    """A mapping is covered as a whole, or each of its parts is."""
    cpl = CplEntry(entry="990099", status=CplStatus.CURRENT, device_type_name="T", smets_version="S", gbcs_version="G")
    device = Device(
        id="ESME/FFF9/0001/0101/00000001",
        device_type=DeviceType.ESME,
        manufacturer="FFF9",
        model="0001",
        hardware_version="01",
        hardware_revision="01",
        firmware_version="00000001",
        cpl=cpl,
        citations=(citation(*KEY_FIELDS, *covers),),
    )
    found = places(citation_coverage, context_with(device, only=True))
    assert [f"devices/{device.id}.yaml:{path}" for path in expected] == found


def test_what_names_its_source_itself() -> None:
    """Events, cases and disputes need no citation beside their own."""
    covered = citation("title", "summary", "services", "baseline", "deviation")
    assert [] == places(citation_coverage, context_with(behaviour("S1B-9101", citations=(covered,)), only=True))


def test_lists_whose_items_have_a_place() -> None:
    """Milestones, figures, questions and contradictions each say where they stand."""
    consultation = Consultation(
        id="invented-consultation",
        title="t",
        publisher="p",
        summary="s",
        questions=(Question(order=1, number="1", summary="s", place="p"),),
        milestones=(MILESTONE,),
        figures=(Figure(value=1, unit="GBP", what="w", as_of="2010", source="invented-source", place="p"),),
        documents=("INVENTED",),
        citations=(citation("title", "publisher", "summary"),),
    )
    found = places(citation_coverage, context_with(consultation, only=True))
    assert ["consultations/invented-consultation.yaml:documents"] == found


def test_what_is_ours() -> None:
    """How much the sources tell, and what we make of an observation, is no fact of a source."""
    clause = Clause(
        id="INVENTED/9.9",
        document="INVENTED",
        number="9.9",
        kind=ClauseKind.UNKNOWN,
        summary="s",
        extent=ClauseExtent.ONLY_NAMED,
        milestones=(MILESTONE,),
        citations=(citation("document", "number", "summary"),),
    )
    observation = Observation(
        id="invented-observation",
        title="t",
        summary="s",
        device=StatedDevice(text="t"),
        confidence=Confidence.ONE,
        stage=Stage.BEFORE_TRANSLATION,
        services=("9.9.1",),
        services_stated=True,
        behaviour="S1B-9001",
        why_no_behaviour="w",
        contradictions=(Contradiction(says="no", source="invented-source", place="p"),),
        citations=(citation("title", "summary", "device", "confidence", "services"),),
    )
    found = places(citation_coverage, context_with(clause, observation, only=True))
    assert ["observations/invented-observation.yaml:stage"] == found


def test_unknown_is_no_fact() -> None:
    """A field that says `unknown` states nothing that a source could carry."""
    code = Code(id="X9909", list=CodeList.RESPONSE, name="unknown", citations=(citation("list"),))
    assert [] == places(citation_coverage, context_with(code, only=True))
