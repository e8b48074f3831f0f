"""The use case records hold what the mapping, the templates and the message codes say, and nothing else."""

import re
from collections import defaultdict
from collections.abc import Callable

import pytest

from s1sr_validator.load.loaded import LoadedCatalogue
from s1sr_validator.model.service import UseCase

pytestmark = pytest.mark.reference

Row = dict[str, str]
ReadRows = Callable[[str], tuple[Row, ...]]

ONLY_IN_TEMPLATE_NAMES = {
    "CCS05CCS04",
    "ECS08",
    "ECS26d",
    "ECS26e",
    "ECS26i",
    "ECS30",
    "ECS35f",
    "ECS46c",
    "ECS47",
    "ECS61a",
    "GCS21d",
    "GCS21e",
    "GCS24",
    "GCS60a",
}
SENT_BY = {"Remote Party": "remote_party", "HAN Only Message": "han_only", "": ""}
COMPARED = {
    "use_case",
    "code_in_mapping",
    "title",
    "remote_party_or_han",
    "service_reference_in_mapping",
    "srvs_from_templates",
    "message_codes",
}
APART = {
    "name": "the general name that the ESME and GSME forms of a use case share; the title is the more exact one",
    "templates": "how many templates others wrote is no fact about the use case; test_use_case_without_a_template",
}


@pytest.fixture(scope="module")
def use_cases(real_catalogue: LoadedCatalogue) -> dict[str, UseCase]:
    """The use case records by id."""
    return {use_case.id: use_case for use_case in real_catalogue.records.use_cases}


@pytest.fixture(scope="module")
def mapped(reference_rows: ReadRows) -> dict[str, Row]:
    """The rows of the mapping by use case."""
    return {row["use_case"]: row for row in reference_rows("gbcs_use_cases")}


@pytest.fixture(scope="module")
def services_of(real_catalogue: LoadedCatalogue) -> dict[str, set[str]]:
    """The SRVs of the service records that name a use case, by use case."""
    found: dict[str, set[str]] = defaultdict(set)
    for service in real_catalogue.records.services:
        for code in service.gbcs_use_cases:
            found[code].add(service.id)
    return found


def says(use_case: UseCase, about: str) -> set[str]:
    """Return what the sources say in the record's conflicts about a field."""
    return {side.says for conflict in use_case.conflicts if conflict.about == about for side in conflict.sides}


def test_every_use_case_has_a_record_and_no_other(use_cases: dict[str, UseCase], mapped: dict[str, Row]) -> None:
    """The mapping has 207 use cases; 14 further codes stand in template names."""
    assert len(mapped) == 207
    assert sorted(mapped.keys() | ONLY_IN_TEMPLATE_NAMES) == sorted(use_cases)


def test_no_column_is_forgotten(mapped: dict[str, Row]) -> None:
    """Each column of the list is compared, or its absence has a reason."""
    assert set(mapped["ECS20b"]) == COMPARED | APART.keys()


def test_titles(use_cases: dict[str, UseCase], mapped: dict[str, Row]) -> None:
    """A title in the mapping is the record's id and title."""
    assert {code: row["title"] for code, row in mapped.items()} == {
        code: f"{code} {use_cases[code].title}" for code in mapped
    }


def test_senders(use_cases: dict[str, UseCase], mapped: dict[str, Row]) -> None:
    """Who sends it is what the mapping says; three firmware distributions leave it open."""
    assert {code: SENT_BY[row["remote_party_or_han"]] for code, row in mapped.items()} == {
        code: use_cases[code].sent_by for code in mapped
    }


def test_codes(use_cases: dict[str, UseCase], mapped: dict[str, Row]) -> None:
    """The code is the record's id; where the mapping has another one, a conflict keeps both."""
    for code, row in mapped.items():
        assert code == use_cases[code].code
        expected = {code, row["code_in_mapping"]} if row["code_in_mapping"] != code else set()
        assert expected == says(use_cases[code], "code"), code


def test_service_references(use_cases: dict[str, UseCase], mapped: dict[str, Row]) -> None:
    """A reference in the mapping is the record's; what is no single reference stands in a note."""
    for code, row in mapped.items():
        reference = row["service_reference_in_mapping"]
        if re.fullmatch(r"[0-9]+(\.[0-9]+){1,2}", reference):
            assert reference == use_cases[code].service_reference, code
        else:
            assert not use_cases[code].service_reference, code
            note = next(note for note in use_cases[code].notes if "Service Reference" in note)
            assert all(part in note for part in reference.split(", ")), code


def test_message_codes(use_cases: dict[str, UseCase], mapped: dict[str, Row], reference_rows: ReadRows) -> None:
    """The message codes are those whose name begins with the use case, in both lists."""
    expected: dict[str, list[str]] = {code: [] for code in use_cases}
    for row in reference_rows("gbcs_message_codes"):
        if row["use_case"]:
            expected[row["use_case"]].append(row["hex_code"])
    assert expected == {code: list(use_case.message_codes) for code, use_case in use_cases.items()}
    assert {code: row["message_codes"].split() for code, row in mapped.items()} == {
        code: list(use_cases[code].message_codes) for code in mapped
    }


def test_names_of_message_codes(use_cases: dict[str, UseCase], reference_rows: ReadRows) -> None:
    """A message code is named as the record's title, give or take punctuation, or a conflict or note has its name."""
    for row in reference_rows("gbcs_message_codes"):
        if not row["use_case"]:
            continue
        use_case = use_cases[row["use_case"]]
        name = row["name"].removeprefix(use_case.id + " ")
        known = {letters(use_case.title), *map(letters, says(use_case, "title"))}
        noted = f"{row['hex_code']} {name.partition('(')[2].rstrip(')')}" in " ".join(use_case.notes)
        assert letters(name) in known or noted, row["name"]


def letters(text: str) -> str:
    """Return the letters and digits of a text, in lower case."""
    return "".join(filter(str.isalnum, text.lower()))


def test_services(services_of: dict[str, set[str]], mapped: dict[str, Row]) -> None:
    """The services that name a use case are those whose templates do."""
    assert {code: set(row["srvs_from_templates"].split()) for code, row in mapped.items()} == {
        code: services_of.get(code, set()) for code in mapped
    }


def test_use_case_without_a_template(
    use_cases: dict[str, UseCase], mapped: dict[str, Row], services_of: dict[str, set[str]]
) -> None:
    """A note says where no template has the use case; then no service names it."""
    without = {code for code, row in mapped.items() if row["templates"] == "0"}
    assert without == {code for code in mapped if "No template" in " ".join(use_cases[code].notes)}
    assert without == use_cases.keys() - services_of.keys()


@pytest.mark.parametrize("code", sorted(ONLY_IN_TEMPLATE_NAMES))
def test_code_outside_the_mapping(code: str, use_cases: dict[str, UseCase], services_of: dict[str, set[str]]) -> None:
    """A code that only templates and message codes have says so; its title, if any, is a message code's name."""
    use_case = use_cases[code]
    assert "mapping does not have this code" in use_case.notes[0]
    assert bool(use_case.title) == bool(use_case.message_codes)
    assert services_of[code]


def test_every_use_case_that_a_service_names_has_a_record(
    use_cases: dict[str, UseCase], services_of: dict[str, set[str]]
) -> None:
    """No service points to a use case that is not there."""
    assert services_of.keys() <= use_cases.keys()
