"""Which records a record names, and where."""

import pytest

from s1sr_validator import Catalogue
from s1sr_validator.model.kinds import KINDS, Kind
from s1sr_validator.model.record import Conflict, ConflictSide
from s1sr_validator.model.references import Reference, references
from s1sr_validator.model.regulation import Document, Edition, EditionStatus
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
        ({"sources/invented-source": {"citations.0.source"}}, "services", "9.9.1"),
    ],
)
def test_other_kinds(expected: dict[str, set[str]], folder: str, record_id: str, tiny: Catalogue) -> None:
    """Each kind names the records that its fields hold ids of."""
    assert expected == named(tiny, folder, record_id)


def test_conflicts_name_their_sources() -> None:
    """Each side of a conflict rests on a source."""
    sides = tuple(ConflictSide(source=name, place="a place", says=name) for name in ("one", "two"))
    record = Document(
        id="D", title="t", abbreviation="D", part_of="E", conflicts=(Conflict(about="title", sides=sides, held="t"),)
    )
    assert {
        Reference("sources", "one", ("conflicts", 0, "sides", 0, "source")),
        Reference("sources", "two", ("conflicts", 0, "sides", 1, "source")),
        Reference("documents", "E", ("part_of",)),
    } == set(references(record))


def test_an_edition_names_the_one_that_replaced_it() -> None:
    """What an edition was superseded by is a reference; an empty field is none."""
    record = Edition(
        id="D/1", document="D", version="1", status=EditionStatus.SUPERSEDED, status_as_of="2001", superseded_by="D/2"
    )
    assert {
        Reference("documents", "D", ("document",)),
        Reference("editions", "D/2", ("superseded_by",)),
    } == set(references(record))


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
