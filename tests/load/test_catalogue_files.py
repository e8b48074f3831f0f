"""A folder of YAML becomes typed records; everything that is wrong is reported, with its place."""

import datetime as dt
from pathlib import Path

import pytest

from s1sr_validator.load.catalogue_files import load_catalogue
from s1sr_validator.load.loaded import LoadedCatalogue
from s1sr_validator.model.behaviour import Case, CaseExpectation, StateValue
from s1sr_validator.model.condition import Comparison, Operator
from s1sr_validator.model.finding import Location
from s1sr_validator.model.kinds import KINDS
from tests.invented import MAKER_ONE, MAKER_TWO, TINY, edit, tiny_copy

LOG_FILE, EMPTY_FILE, DOCUMENT_FILE = "services/9.9.1.yaml", "behaviours/S1B-9001.yaml", "documents/INVENTED.yaml"
OTHER_FILE = "services/9.8.1.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the tiny catalogue."""
    return tiny_copy(tmp_path)


def found(folder: Path) -> list[tuple[str, str, str]]:
    """Return code, place and message of everything that is wrong with a folder."""
    return [(finding.code, str(finding.location), finding.message) for finding in load_catalogue(folder).findings]


@pytest.fixture(scope="module")
def loaded() -> LoadedCatalogue:
    """The tiny catalogue as it is read."""
    return load_catalogue(TINY)


def test_every_file_is_a_record(loaded: LoadedCatalogue) -> None:
    """The tiny catalogue is sound, and each file gives one record."""
    assert () == loaded.findings
    records = [record for kind in KINDS for record in loaded.records.of_kind(kind.folder)]
    assert len(list(TINY.rglob("*.yaml"))) == len(records) + 1
    assert loaded.header is not None
    assert ("catalogue", "0.0.1") == (loaded.header.id, loaded.header.version)


def test_codes_stay_text(loaded: LoadedCatalogue) -> None:
    """Hardware 0101 and firmware 00000001 keep their zeros."""
    device = next(device for device in loaded.records.devices if device.id == MAKER_ONE)
    assert ("0001", "01", "00000001") == (device.model, device.hardware_version, device.firmware_version)


def test_conditions_and_cases_are_typed(loaded: LoadedCatalogue) -> None:
    """A condition's operand and a case's facts have the type that the vocabulary declares."""
    empty = next(behaviour for behaviour in loaded.records.behaviours if behaviour.id == "S1B-9001")
    assert Comparison(fact="state.invented_log.entries", operator=Operator.EQUALS, operands=(0,)) == empty.when
    expected = Case(
        title="empty",
        device=MAKER_ONE,
        service="9.9.1",
        as_of=dt.date(2015, 6, 1),
        expect=CaseExpectation.TRIGGERS,
        facts=(StateValue(name="state.invented_log.entries", value=0),),
    )
    assert expected in empty.cases
    deep = next(behaviour for behaviour in loaded.records.behaviours if behaviour.id == "S1B-9003")
    assert {("request.Depth", 12), ("state.invented_mode.name", "calm"), ("request.Depth", 2)} == {
        (fact.name, fact.value) for case in deep.cases for fact in case.facts
    }


@pytest.mark.parametrize(
    ("expected", "path"),
    [
        (Location(file="tiny_catalogue/services/9.9.1.yaml", line=3, column=5, path="id"), ("id",)),
        (
            Location(file="tiny_catalogue/services/9.9.1.yaml", line=14, column=1, path="request_body"),
            ("request_body",),
        ),
        (
            Location(file="tiny_catalogue/services/9.9.1.yaml", line=19, column=14, path="request_body.fields.0.path"),
            ("request_body", "fields", 0, "path"),
        ),
        (
            Location(file="tiny_catalogue/services/9.9.1.yaml", line=14, column=1, path="request_body.missing.deeper"),
            ("request_body", "missing", "deeper"),
        ),
        (Location(file="tiny_catalogue/services/9.9.1.yaml", line=3, column=1), ()),
    ],
)
def test_places(expected: Location, path: tuple[str | int, ...], loaded: LoadedCatalogue) -> None:
    """Every value has its place; what is not there has the place of the nearest thing above it."""
    assert expected == loaded.file_of("services", "9.9.1").location(*path)


EDITS: dict[str, tuple[list[tuple[str, str, str]], str, str, str]] = {
    "syntax": (
        [("CAT002", "tiny/documents/INVENTED.yaml:5:13", "not YAML: did not find expected ',' or ']'")],
        DOCUMENT_FILE,
        "title: Invented Requirements",
        "title: [Invented Requirements",
    ),
    "unknown key": (
        [("CAT007", "tiny/documents/INVENTED.yaml:4:8", "the record: unknown key 'titel'; did you mean 'title'?")],
        DOCUMENT_FILE,
        "title: Invented",
        "titel: x\ntitle: Invented",
    ),
    "unquoted": (
        [
            (
                "CAT008",
                "tiny/services/9.9.1.yaml:4:20",
                "service_reference: write 9.9 in quotes, because other YAML readers do not take it for text",
            )
        ],
        LOG_FILE,
        'service_reference: "9.9"',
        "service_reference: 9.9",
    ),
    "wrong id": (
        [("CAT009", "tiny/documents/INVENTED.yaml:3:5", "id 'OTHER' asks for a path that ends in OTHER.yaml")],
        DOCUMENT_FILE,
        "id: INVENTED",
        "id: OTHER",
    ),
    "end of another id": (
        [("CAT009", "tiny/documents/INVENTED.yaml:3:5", "id 'TED' asks for a path that ends in TED.yaml")],
        DOCUMENT_FILE,
        "id: INVENTED",
        "id: TED",
    ),
    "unknown fact": (
        [
            (
                "CAT011",
                "tiny/behaviours/S1B-9001.yaml:9:9",
                "when.fact: no fact is called 'state.invented_log.entry'; did you mean state.invented_log.entries?",
            )
        ],
        EMPTY_FILE,
        "fact: state.invented_log.entries",
        "fact: state.invented_log.entry",
    ),
    "wrong type in a condition": (
        [
            (
                "CAT011",
                "tiny/behaviours/S1B-9001.yaml:10:11",
                "when.equals: state.invented_log.entries: 'none' is not a whole number",
            )
        ],
        EMPTY_FILE,
        "equals: 0",
        "equals: none",
    ),
    "wrong type in a case": (
        [
            (
                "CAT011",
                "tiny/behaviours/S1B-9001.yaml:37:41",
                "cases.1.facts.state.invented_log.entries: state.invented_log.entries: '5.0' is not a whole number",
            )
        ],
        EMPTY_FILE,
        "{state.invented_log.entries: 5}",
        "{state.invented_log.entries: 5.0}",
    ),
    "field of another service": (
        [
            (
                "CAT011",
                "tiny/behaviours/S1B-9001.yaml:9:9",
                "when.fact: no fact is called 'request.SomethingElse'; did you mean request.Detailed?",
            )
        ],
        EMPTY_FILE,
        "fact: state.invented_log.entries",
        "fact: request.SomethingElse",
    ),
}


@pytest.mark.parametrize(("expected", "file", "old", "new"), EDITS.values(), ids=EDITS)
def test_one_problem(expected: list[tuple[str, str, str]], file: str, old: str, new: str, folder: Path) -> None:
    """One slip gives one finding, at its place."""
    edit(folder, file, old, new)
    assert expected == found(folder)


def test_all_problems_of_all_files_are_reported(folder: Path) -> None:
    """No problem hides another, in one file or between files."""
    edit(folder, OTHER_FILE, "critical: false", "critical: maybe")
    edit(folder, OTHER_FILE, "on_demand: true", "on_demand: yes")
    edit(folder, OTHER_FILE, 'service_reference: "9.8"', "service_reference: 9.8")
    edit(folder, EMPTY_FILE, "equals: 0", "equals: none")
    edit(folder, EMPTY_FILE, "{state.invented_log.entries: 5}", "{state.no_such.fact: 5}")
    edit(folder, DOCUMENT_FILE, "id: INVENTED", "id: &a INVENTED")
    (folder / "codes" / "note.txt").write_text("not a record")
    assert [
        ("CAT011", "tiny/behaviours/S1B-9001.yaml:10:11"),
        ("CAT011", "tiny/behaviours/S1B-9001.yaml:37:33"),
        ("CAT001", "tiny/codes/note.txt"),
        ("CAT004", "tiny/documents/INVENTED.yaml:3:5"),
        ("CAT008", "tiny/services/9.8.1.yaml:4:20"),
        ("CAT007", "tiny/services/9.8.1.yaml:6:11"),
        ("CAT007", "tiny/services/9.8.1.yaml:7:12"),
    ] == [(code, place) for code, place, _ in found(folder)]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("notes.md", "x"),
        ("services.yaml", "id: x"),
        ("services", None),
        ("services/9.9.3.yml", "id: x"),
        ("services/9.9.3", "id: x"),
        ("no_such_kind/x.yaml", "id: x"),
        ("services/.hidden", "x"),
    ],
)
def test_what_is_no_record(path: str, text: str | None, folder: Path) -> None:
    """A file that does not belong is a finding; a folder is none."""
    if text is not None:
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_text(text)
    expected = [("CAT001", f"tiny/{path}", "no record: expected KIND/ID.yaml with a known kind")] if text else []
    assert expected == found(folder)


@pytest.mark.parametrize("path", ["README.md", "LICENSE", "services/README.md"])
def test_readme_and_licence_belong(path: str, folder: Path) -> None:
    """A README or a LICENSE may lie in any folder."""
    (folder / path).write_text("Invented.")
    assert [] == found(folder)


def test_a_link_out_of_the_folder_is_a_finding(folder: Path) -> None:
    """What it leads to is not read, whatever it is, and the rest is."""
    (folder / "services" / "9.9.3.yaml").symlink_to("/proc/self/mem")
    assert [("CAT001", "tiny/services/9.9.3.yaml", "a link that leads out of the folder is not followed")] == found(
        folder
    )
    assert {"9.9.1", "9.9.2"} <= {service.id for service in load_catalogue(folder).records.services}


def test_two_files_of_one_id(folder: Path) -> None:
    """The second file of an id is named together with the first."""
    copy = folder / "services" / "sub" / "9.9.1.yaml"
    copy.parent.mkdir()
    copy.write_bytes((folder / LOG_FILE).read_bytes())
    message = "service '9.9.1' stands in tiny/services/9.9.1.yaml as well"
    assert [("CAT010", "tiny/services/sub/9.9.1.yaml:3:5", message)] == found(folder)


def test_one_id_in_two_kinds_is_fine(folder: Path) -> None:
    """Ids are unique within a kind: a maker and its other models share one."""
    loaded = load_catalogue(folder)
    assert {("manufacturers", "FFF0"), ("other_models", "FFF0")} <= set(loaded.files)


def test_without_a_header(folder: Path) -> None:
    """A folder without catalogue.yaml is no catalogue."""
    (folder / "catalogue.yaml").unlink()
    assert [("CAT001", "tiny", "no catalogue.yaml: this folder is not a catalogue")] == found(folder)
    assert None is load_catalogue(folder).header


@pytest.mark.parametrize(
    ("expected", "old", "new"),
    [
        (("CAT009", "tiny/catalogue.yaml:3:5"), "id: catalogue", "id: other"),
        (("CAT007", "tiny/catalogue.yaml:4:10"), '"0.0.1"', '"1"'),
        (("CAT005", "tiny/catalogue.yaml:4:9"), '"0.0.1"', ""),
    ],
)
def test_a_wrong_header_is_one_finding(expected: tuple[str, str], old: str, new: str, folder: Path) -> None:
    """A header that is there but wrong is not called missing."""
    edit(folder, "catalogue.yaml", old, new)
    assert [expected] == [(code, place) for code, place, _ in found(folder)]
    assert None is load_catalogue(folder).header


def test_an_empty_folder(tmp_path: Path) -> None:
    """An empty folder has one thing wrong with it."""
    name = tmp_path.name
    assert [("CAT001", name, "no catalogue.yaml: this folder is not a catalogue")] == found(tmp_path)


def test_the_order_of_findings_is_that_of_places(folder: Path) -> None:
    """Findings come in the order of files, lines and columns."""
    for file in (LOG_FILE, DOCUMENT_FILE, "states/invented_log.entries.yaml"):
        (folder / file).write_text("id: [\n")
    places = [finding.location for finding in load_catalogue(folder).findings]
    assert sorted(places) == places
    assert len(places) > 3


def test_a_broken_service_leaves_its_fields_undeclared(folder: Path) -> None:
    """A condition about a service that could not be read is reported too: nobody can say what its fields are."""
    edit(folder, LOG_FILE, "critical: false", "critical: maybe")
    assert {"CAT007", "CAT011"} == {code for code, _, _ in found(folder)}
    assert {MAKER_ONE, MAKER_TWO} <= {device.id for device in load_catalogue(folder).records.devices}


STATE = """
id: installation.silent_days
title: the number of silent days
description: Invented.
type: integer
scope: installation
"""
EXCLUSION = """
id: invented-category
name: Invented category
summary: Invented.
clause: INVENTED/9.1
cohorts: [invented-one]
dormancy: unknown
effect: unknown
when: {fact: state.installation.silent_days, at_least: 100}
citations:
  - {source: invented-source, place: p}
"""


def with_exclusion(folder: Path, text: str) -> LoadedCatalogue:
    """Return the catalogue with an invented exclusion category and the fact that its rule asks for."""
    for file, content in (("states/installation.silent_days.yaml", STATE), ("exclusions/invented-category.yaml", text)):
        (folder / file).parent.mkdir(exist_ok=True)
        (folder / file).write_text(content)
    return load_catalogue(folder)


def test_the_rule_of_an_exclusion_category(folder: Path) -> None:
    """A category's rule is read by the facts about an installation."""
    loaded = with_exclusion(folder, EXCLUSION)
    assert () == loaded.findings
    expected = Comparison(fact="state.installation.silent_days", operator=Operator.AT_LEAST, operands=(100,))
    assert expected in [exclusion.when for exclusion in loaded.records.exclusions]


@pytest.mark.parametrize("fact", ["state.invented_log.entries", "device.model", "request.Depth"])
def test_an_exclusion_category_knows_no_device(fact: str, folder: Path) -> None:
    """What is known of a Device or a request is no fact about an installation."""
    loaded = with_exclusion(folder, EXCLUSION.replace("state.installation.silent_days", fact))
    assert ["CAT011"] == [finding.code for finding in loaded.findings]


def test_a_category_without_a_rule(folder: Path) -> None:
    """A category need not have a rule."""
    when = EXCLUSION.splitlines()[8]
    assert when.startswith("when:")
    assert () == with_exclusion(folder, EXCLUSION.replace(when + "\n", "")).findings
