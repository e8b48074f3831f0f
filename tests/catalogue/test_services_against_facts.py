"""The service records hold what the official schemas, the request matrix and the templates say, and nothing else."""

import re
from collections.abc import Callable

import pytest

from s1sr_validator.load.loaded import LoadedCatalogue
from s1sr_validator.model.record import Basis
from s1sr_validator.model.service import Eligibility, FutureDating, Service

pytestmark = pytest.mark.reference

Row = dict[str, str]
ReadRows = Callable[[str], tuple[Row, ...]]

FUTURE_DATING = {
    FutureDating.NONE: "No",
    FutureDating.DEVICE: "Device",
    FutureDating.DSP: "DSP",
    FutureDating.DSP_AND_DEVICE: "DSP & Device",
}
EVIDENCE = {
    "use_case": "use-case",
    "template_target": "template-target",
    "mmc": "mmc",
    "element_name": "element-name",
}


@pytest.fixture(scope="module")
def services(real_catalogue: LoadedCatalogue) -> dict[str, Service]:
    """The service records by SRV."""
    return {service.id: service for service in real_catalogue.records.services}


@pytest.fixture(scope="module")
def listed(reference_rows: ReadRows) -> dict[str, Row]:
    """The rows of the list of services by SRV."""
    return {row["srv"]: row for row in reference_rows("service_requests")}


def yes_no(value: bool) -> str:
    """Return a truth value as the list writes it."""
    return "yes" if value else "no"


def said_by(service: Service, about: str, source: str) -> str:
    """Return what a source says in the record's conflict about a field; empty where there is no conflict."""
    sides = [side for conflict in service.conflicts if conflict.about == about for side in conflict.sides]
    return next((side.says for side in sides if side.source == source), "")


def numbers(text: str) -> str:
    """Return the whole numbers of a text, in order."""
    return " ".join(re.findall(r"[0-9]+", text))


def command_variants(service: Service) -> str:
    """Return the command variants as the list writes them."""
    return " ".join(map(str, service.command_variants))


def device_types(service: Service, evidence: str = "") -> str:
    """Return the device types, all or those with one kind of evidence."""
    found = (entry for entry in service.device_types if not evidence or evidence in entry.evidence)
    return " ".join(entry.device_type for entry in found)


def inferred(service: Service, field: str) -> set[str]:
    """Return the sources that a field is inferred from; each such citation gives its reason."""
    found = [cite for cite in service.citations if field in cite.covers and cite.basis is Basis.INFERRED]
    assert all(cite.reason for cite in found)
    return {cite.source for cite in found}


def stated(service: Service, field: str) -> set[str]:
    """Return the sources that state a field."""
    return {cite.source for cite in service.citations if field in cite.covers and cite.basis is Basis.STATED}


def payload_source(service: Service) -> str:
    """Return how the payload element was found, as the list writes it."""
    if not service.response_payload:
        return ""
    by_name = service.response_payload == service.request_body.element + "Rsp"
    by_comment = stated(service, "response_payload") == {"mmc-xsd-5.4"}
    assert by_comment or inferred(service, "response_payload") == {"mmc-xsd-5.4"}
    return "+".join(["name+Rsp"] * by_name + ["mmc-comment-srv"] * by_comment)


def device_type_source(service: Service) -> str:
    """Return the kinds of evidence for the device types, as the list writes them."""
    kinds = {kind for entry in service.device_types for kind in entry.evidence}
    return "+".join(text for kind, text in EVIDENCE.items() if kind in kinds)


# How each column follows from the record.
COLUMNS: dict[str, Callable[[Service], str]] = {
    "srv": lambda service: service.id,
    "service_reference": lambda service: service.service_reference,
    "service_reference_in_matrix": lambda service: (
        said_by(service, "service_reference", "duis-parser-request-matrix") or service.service_reference
    ),
    "name": lambda service: service.name,
    "critical": lambda service: yes_no(service.critical),
    "on_demand": lambda service: yes_no(service.on_demand),
    "future_dated_pattern": lambda service: FUTURE_DATING[service.future_dating],
    "dcc_scheduled": lambda service: yes_no(service.dcc_scheduled),
    "dsp_schedulable_in_xsd": lambda service: yes_no(service.dsp_schedulable),
    "non_device_request": lambda service: yes_no(service.non_device_request),
    "eligible_user_roles": lambda service: " ".join(service.eligible_user_roles),
    "command_variants": command_variants,
    "command_variants_duis_comment": lambda service: (
        numbers(said_by(service, "command_variants", "duis-xsd-5.4")) or command_variants(service)
    ),
    "command_variants_mmc_comment": lambda service: (
        numbers(said_by(service, "command_variants", "mmc-xsd-5.4")) or command_variants(service)
    ),
    "request_body_element": lambda service: service.request_body.element,
    "request_body_type": lambda service: service.request_body.type,
    "future_datable_in_xsd": lambda service: yes_no(service.request_body.future_datable),
    "response_payload_element": lambda service: service.response_payload,
    "dcc_response_element_inferred": lambda service: service.dcc_response_element,
    "gbcs_use_cases": lambda service: " ".join(service.gbcs_use_cases),
    "device_types": device_types,
    "device_types_use_case": lambda service: device_types(service, "use_case"),
    "device_types_template_target": lambda service: device_types(service, "template_target"),
    "device_types_mmc": lambda service: device_types(service, "mmc"),
    "device_types_element_name": lambda service: device_types(service, "element_name"),
    "source_response_payload": payload_source,
    "source_device_types": device_type_source,
}
# Columns whose words come in an order that means nothing.
SETS = {"eligible_user_roles", "gbcs_use_cases", *(column for column in COLUMNS if column.startswith("device_types"))}
# Columns that have a test of their own, or that no record holds.
APART = {
    "command_variants_in_templates": "test_templates_use_command_variants_of_the_record",
    "source_command_variants": "test_command_variants_cite_what_they_follow_from",
    "source_gbcs_use_cases": "test_use_cases_are_inferred_from_template_names",
    "source_matrix": "test_the_matrix_is_cited_for_what_it_says",
    "source_request_body": "test_the_body_is_cited_from_schema_and_templates",
    "gbcs_use_cases_mapping_same_service_reference": "follows from the service references of the use case records",
    "has_common_cs_use_case": "a caution for readers of the device types; it stands in the reasons",
    "template_count": "how many templates others wrote is no fact about the service",
}


def unordered(column: str, text: str) -> str | list[str]:
    """Return the words of a column sorted where their order means nothing."""
    return sorted(text.split()) if column in SETS else text


def test_every_listed_service_has_a_record_and_no_other(services: dict[str, Service], listed: dict[str, Row]) -> None:
    """There are 129 SRVs, in the list and in the catalogue."""
    assert len(listed) == 129
    assert sorted(listed) == sorted(services)


def test_no_column_is_forgotten(listed: dict[str, Row]) -> None:
    """Each column of the list is compared, or its absence has a reason."""
    assert set(listed["4.4.2"]) == COLUMNS.keys() | APART.keys()


@pytest.mark.parametrize("column", COLUMNS)
def test_column(column: str, services: dict[str, Service], listed: dict[str, Row]) -> None:
    """A column of the list says of every service what the record says."""
    expected = {srv: unordered(column, row[column]) for srv, row in listed.items()}
    assert expected == {srv: unordered(column, COLUMNS[column](services[srv])) for srv in listed}


def test_body_fields(services: dict[str, Service], reference_rows: ReadRows) -> None:
    """Each field of a body that holds a value stands in the record, in schema order, with type and occurrence."""
    expected: dict[str, list[tuple[str, str, str]]] = {srv: [] for srv in services}
    for row in reference_rows("request_fields"):
        if row["srv"] in expected and row["depth"] != "0" and row["content"] != "complex":
            expected[row["srv"]].append((row["path"].partition(".")[2], field_type(row), field_occurs(row)))
    assert sum(map(len, expected.values())) > 1000
    for srv, fields in expected.items():
        assert fields == [(field.path, field.type, field.occurs) for field in services[srv].request_body.fields], srv


def field_type(row: Row) -> str:
    """Return the built-in type of a field, or `empty` for an element that is a flag by being there."""
    return "empty" if row["content"].startswith("empty") else row["builtin_base"]


def field_occurs(row: Row) -> str:
    """Return how often a field may occur below its parent."""
    least, most = row["effective_min"], row["effective_max"].replace("unbounded", "*")
    return least if least == most else f"{least}..{most}"


def test_body_element_and_type(services: dict[str, Service], reference_rows: ReadRows) -> None:
    """The list of body fields names the same element and type for every SRV as the list of services."""
    expected = {
        row["srv"]: (row["name"], row["xsd_type"])
        for row in reference_rows("request_fields")
        if row["depth"] == "0" and row["srv"] in services
    }
    assert expected == {
        srv: (service.request_body.element, service.request_body.type) for srv, service in services.items()
    }


def test_a_body_can_be_future_dated_where_it_has_the_field(services: dict[str, Service]) -> None:
    """`future_datable` is true exactly where the body has ExecutionDateTime."""
    having = {
        srv
        for srv, service in services.items()
        if any(field.path == "ExecutionDateTime" for field in service.request_body.fields)
    }
    assert having == {srv for srv, service in services.items() if service.request_body.future_datable}


def test_schedulable_services_are_those_of_the_schema(services: dict[str, Service], reference_rows: ReadRows) -> None:
    """DUIS lists 14 SRVs that a DSP schedule can carry."""
    expected = {
        row["value"]
        for row in reference_rows("xsd_enumerations")
        if row["type"] == "sr:DSPScheduledServiceReferenceVariant"
    }
    assert expected == {srv for srv, service in services.items() if service.dsp_schedulable}


def test_templates_use_command_variants_of_the_record(services: dict[str, Service], listed: dict[str, Row]) -> None:
    """No template has a command variant that the record does not allow."""
    for srv, row in listed.items():
        assert set(map(int, row["command_variants_in_templates"].split())) <= set(services[srv].command_variants), srv


def test_command_variants_cite_what_they_follow_from(services: dict[str, Service], listed: dict[str, Row]) -> None:
    """The matrix gives them away save for 8.1.1 and 8.5; a DUIS comment is cited where it says the same."""
    for srv, row in listed.items():
        assert bool(inferred(services[srv], "command_variants")) == (srv not in {"8.1.1", "8.5"}), srv
        says_the_same = row["command_variants_duis_comment"] == row["command_variants"]
        assert bool(stated(services[srv], "command_variants")) == says_the_same, srv


def test_use_cases_are_inferred_from_template_names(services: dict[str, Service], listed: dict[str, Row]) -> None:
    """Use cases are marked as inferred wherever there are any."""
    for srv, row in listed.items():
        expected = {"duis-templates"} if row["source_gbcs_use_cases"] else set()
        assert expected == inferred(services[srv], "gbcs_use_cases"), srv


def test_the_matrix_is_cited_for_what_it_says(services: dict[str, Service]) -> None:
    """What comes from the request matrix cites its entry for the SRV."""
    for srv, service in services.items():
        places = [
            cite.place
            for cite in service.citations
            if cite.source == "duis-parser-request-matrix" and "name" in cite.covers
        ]
        assert places == [f"src/duis-request-matrix.json, entry {srv}"]
        assert stated(service, "critical") == {"duis-parser-request-matrix"}


def test_the_body_is_cited_from_schema_and_templates(services: dict[str, Service]) -> None:
    """The schema has the body's element and fields; only the templates tie it to the SRV."""
    assert all(stated(service, "request_body") == {"duis-xsd-5.4", "duis-templates"} for service in services.values())


@pytest.mark.parametrize("field", ["device_types", "dcc_response_element"])
def test_field_is_always_inferred(field: str, services: dict[str, Service]) -> None:
    """No source states it, so the record marks it as inferred wherever it has one."""
    for srv, service in services.items():
        assert bool(getattr(service, field)) == bool(inferred(service, field)), srv
        assert not stated(service, field), srv


@pytest.mark.parametrize(
    ("field", "disputed"),
    [
        ("service_reference", {"6.20.1", "6.20.2"}),
        ("command_variants", {"7.12", "7.13", "7.14", "7.15"}),
        ("dcc_scheduled", {"4.2"}),
        ("response_payload", {"2.1", "6.2.3"}),
    ],
)
def test_conflict(field: str, disputed: set[str], services: dict[str, Service]) -> None:
    """Where the sources disagree, and only there, the record has both sides."""
    assert disputed == {
        srv for srv, service in services.items() if any(conflict.about == field for conflict in service.conflicts)
    }


def test_nobody_says_what_smets1_supports(services: dict[str, Service]) -> None:
    """No source at hand says which services DCC supports for SMETS1."""
    assert {service.smets1_eligible for service in services.values()} == {Eligibility.UNKNOWN}
