"""Which records a record names, and where."""

import pytest

from s1sr_validator import Catalogue
from s1sr_validator.model.behaviour import Answer, Dispute, ExpectedAlert, Outcome
from s1sr_validator.model.code import Code, CodeList
from s1sr_validator.model.dated import Figure, Milestone, MilestoneKind, MilestoneStatus
from s1sr_validator.model.kinds import KINDS, Kind
from s1sr_validator.model.migration import (
    Cohort,
    Consultation,
    Dormancy,
    Exclusion,
    ExclusionEffect,
    Process,
    ProcessStep,
)
from s1sr_validator.model.observation import Confidence, Contradiction, Observation, Stage, StatedDevice
from s1sr_validator.model.record import Conflict, ConflictSide, Record
from s1sr_validator.model.references import references
from s1sr_validator.model.regulation import (
    Clause,
    ClauseKind,
    Document,
    Edition,
    EditionStatus,
    Lineage,
    LineageKind,
)
from tests.invented import behaviour


def named(tiny: Catalogue, folder: str, record_id: str) -> dict[str, set[str]]:
    """Return the dotted paths and ids that an invented record names, by folder and id."""
    (record,) = (found for found in tiny.snapshot.records.of_kind(folder) if found.id == record_id)
    found: dict[str, set[str]] = {}
    for reference in references(record):
        found.setdefault(f"{reference.folder}/{reference.id}", set()).add(".".join(map(str, reference.path)))
    return found


def test_behaviour(tiny: Catalogue) -> None:
    """A behaviour names its clause, services, alert codes, sources, and the Devices of its cases."""
    found = named(tiny, "behaviours", "S1B-9001")
    cases = range(4)
    assert {
        "clauses/INVENTED/9.1": {"clause"},
        "services/9.9.1": {"services.0", *(f"cases.{number}.service" for number in cases)},
        "codes/S1X9001": {"deviation.alerts.0.code"},
        "sources/invented-source": {"citations.0.source", *(f"lifecycle.{number}.source" for number in cases)},
    } == {name: paths for name, paths in found.items() if not name.startswith("devices/")}
    devices = [paths for name, paths in found.items() if name.startswith("devices/")]
    assert {f"cases.{number}.device" for number in cases} == set().union(*devices)


@pytest.mark.parametrize(
    ("expected", "folder", "record_id"),
    [
        (
            {
                "editions/INVENTED/1.0": {"edition"},
                "behaviours/S1B-9001": {"behaviours.0"},
                "manufacturers/FFF0": {"devices.0.manufacturer.0"},
                "sources/invented-source": {"citations.0.source", "lifecycle.0.source"},
            },
            "matrix",
            "invented/maker-one",
        ),
        (
            {"manufacturers/FFF0": {"manufacturer"}, "sources/invented-source": {"citations.0.source"}},
            "devices",
            "ESME/FFF0/0001/0101/00000001",
        ),
        (
            {
                "documents/INVENTED": {"document"},
                "editions/INVENTED/1.0": {"edition"},
                "sources/invented-source": {"citations.0.source"},
            },
            "clauses",
            "INVENTED/9.1",
        ),
        (
            {"documents/INVENTED": {"document"}, "sources/invented-source": {"citations.0.source"}},
            "editions",
            "INVENTED/1.0",
        ),
        (
            {"sources/invented-source": {"citations.0.source"}, "payloads/ReadInventedLogRsp": {"response_payload"}},
            "services",
            "9.9.1",
        ),
    ],
)
def test_other_kinds(expected: dict[str, set[str]], folder: str, record_id: str, tiny: Catalogue) -> None:
    """Each kind names the records that its fields hold ids of."""
    assert expected == named(tiny, folder, record_id)


MILESTONE = Milestone(
    date="2010", event=MilestoneKind.PUBLISHED, status=MilestoneStatus.FINAL, source="of-milestone", place="p"
)
FIGURE = Figure(value=1, unit="meters", what="w", as_of="2010", source="of-figure", place="p", cohorts=("one", "two"))
SIDES = tuple(ConflictSide(source=name, place="p", says=name) for name in ("one", "two"))
NAMED: dict[str, tuple[dict[str, str], Record]] = {
    "conflict": (
        {"conflicts.0.sides.0.source": "sources/one", "conflicts.0.sides.1.source": "sources/two"},
        Code(id="C", list=CodeList.RESPONSE, conflicts=(Conflict(about="name", sides=SIDES, held="unknown"),)),
    ),
    "document": (
        {"part_of": "documents/E", "milestones.0.source": "sources/of-milestone"},
        Document(id="D", title="t", abbreviation="D", part_of="E", milestones=(MILESTONE,)),
    ),
    "edition": (
        {"document": "documents/D", "superseded_by": "editions/D/2", "milestones.0.source": "sources/of-milestone"},
        Edition(
            id="D/1",
            document="D",
            version="1",
            status=EditionStatus.SUPERSEDED,
            status_as_of="2001",
            superseded_by="D/2",
            milestones=(MILESTONE,),
        ),
    ),
    "clause": (
        {
            "document": "documents/D",
            "lineage.0.to": "clauses/E/2",
            "lineage.0.source": "sources/of-lineage",
            "milestones.0.source": "sources/of-milestone",
        },
        Clause(
            id="D/1",
            document="D",
            number="1",
            kind=ClauseKind.PROCESS,
            summary="s",
            lineage=(Lineage(kind=LineageKind.VARIES, to="E/2", source="of-lineage", place="p"),),
            milestones=(MILESTONE,),
        ),
    ),
    "cohort": (
        {
            "milestones.0.source": "sources/of-milestone",
            "figures.0.source": "sources/of-figure",
            "figures.0.cohorts.0": "cohorts/one",
            "figures.0.cohorts.1": "cohorts/two",
        },
        Cohort(id="c", name="c", capacity="c", milestones=(MILESTONE,), figures=(FIGURE,)),
    ),
    "consultation": (
        {"documents.0": "documents/D", "milestones.0.source": "sources/of-milestone"},
        Consultation(id="c", title="t", publisher="p", summary="s", documents=("D",), milestones=(MILESTONE,)),
    ),
    "exclusion": (
        {
            "clause": "clauses/D/1",
            "consultation": "consultations/c",
            "direction": "sources/of-direction",
            "cohorts.0": "cohorts/one",
            "milestones.0.source": "sources/of-milestone",
            "figures.0.source": "sources/of-figure",
            "figures.0.cohorts.0": "cohorts/one",
            "figures.0.cohorts.1": "cohorts/two",
        },
        Exclusion(
            id="e",
            name="e",
            summary="s",
            clause="D/1",
            cohorts=("one",),
            dormancy=Dormancy.UNKNOWN,
            effect=ExclusionEffect.UNKNOWN,
            consultation="c",
            direction="of-direction",
            milestones=(MILESTONE,),
            figures=(FIGURE,),
        ),
    ),
    "process": (
        {"steps.0.source": "sources/of-step"},
        Process(
            id="p",
            title="t",
            summary="s",
            steps=(ProcessStep(order=1, name="n", actor="a", needs="n", leads_to="l", source="of-step", place="p"),),
        ),
    ),
    "observation": (
        {
            "behaviour": "behaviours/S1B-9100",
            "device.matrix_row": "matrix/invented/a",
            "services.0": "services/9.9.1",
            "contradictions.0.observation": "observations/o2",
            "contradictions.1.source": "sources/of-contradiction",
        },
        Observation(
            id="o1",
            title="t",
            summary="s",
            device=StatedDevice(text="a meter", matrix_row="invented/a"),
            confidence=Confidence.ONE,
            stage=Stage.UNKNOWN,
            services=("9.9.1",),
            behaviour="S1B-9100",
            contradictions=(
                Contradiction(says="no", observation="o2"),
                Contradiction(says="no", source="of-contradiction"),
            ),
        ),
    ),
    "behaviour": (
        {
            "citations.0.source": "sources/invented-source",
            "services.0": "services/9.9.1",
            "lifecycle.0.source": "sources/invented-source",
            "baseline.alerts.0.code": "codes/S1X9001",
            "disputes.0.source": "sources/of-dispute",
        },
        behaviour(
            "S1B-9100",
            baseline=Answer(outcome=Outcome.SUCCESS, summary="s", alerts=(ExpectedAlert(code="S1X9001"),)),
            disputes=(Dispute(source="of-dispute", place="p", says="No."),),
        ),
    ),
    "code": ({}, Code(id="C", list=CodeList.RESPONSE)),
}


@pytest.mark.parametrize(("expected", "record"), NAMED.values(), ids=NAMED)
def test_named(expected: dict[str, str], record: Record) -> None:
    """A record names other records at these paths, and what is left empty names none."""
    found = {".".join(map(str, named.path)): f"{named.folder}/{named.id}" for named in references(record)}
    assert expected == found


def test_what_is_left_empty_is_no_reference() -> None:
    """A behaviour without a clause names none."""
    assert "clauses" not in {reference.folder for reference in references(behaviour("S1B-9100"))}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.folder)
def test_every_reference_of_the_tiny_catalogue_leads_somewhere(kind: Kind, tiny: Catalogue) -> None:
    """The invented records refer to each other only."""
    records = tiny.snapshot.records
    known = {f"{other.folder}/{record.id}" for other in KINDS for record in records.of_kind(other.folder)}
    wanted = {f"{found.folder}/{found.id}" for record in records.of_kind(kind.folder) for found in references(record)}
    assert set() == wanted - known
