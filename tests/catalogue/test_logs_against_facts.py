"""The log that a service reads holds as many entries as the official schema lets an answer have."""

from collections.abc import Callable

import pytest

from s1sr_validator.checking.rules.eui_shape import EUI_FIELDS, REQUEST_ID_FIELDS
from s1sr_validator.checking.schedule import schedule_element
from s1sr_validator.load.loaded import LoadedCatalogue
from s1sr_validator.model.record import Basis
from s1sr_validator.model.service import Service

pytestmark = pytest.mark.reference

Row = dict[str, str]
ReadRows = Callable[[str], tuple[Row, ...]]
TWO_DEPTHS = {"4.10"}
"""Services whose answer holds a different number of entries by the fuel, so that one number would be wrong."""


@pytest.fixture(scope="module")
def services(real_catalogue: LoadedCatalogue) -> dict[str, Service]:
    """The service records by SRV."""
    return {service.id: service for service in real_catalogue.records.services}


def is_entry(row: Row) -> bool:
    """Say whether a row of the list of response fields is an entry of a log."""
    return "LogEntry" in row["name"] and row["effective_max"].isdigit() and int(row["effective_max"]) > 1


def test_logs_hold_what_the_schema_lets_them(services: dict[str, Service], reference_rows: ReadRows) -> None:
    """Every service that is asked for a period has the depth of its log, and no other service has one."""
    asked = {row["srv"] for row in reference_rows("request_fields") if row["name"] == "ReadLogPeriod"}
    depths: dict[str, set[int]] = {}
    for row in reference_rows("response_fields"):
        if row["srv"] in asked and is_entry(row):
            depths.setdefault(row["srv"], set()).add(int(row["effective_max"]))
    assert {srv for srv, found in depths.items() if len(found) > 1} == TWO_DEPTHS
    expected = {srv: max(found) for srv, found in depths.items() if srv not in TWO_DEPTHS}
    assert expected == {srv: service.log.entries_max for srv, service in services.items() if service.log}


def test_intervals_are_inferred_from_names(services: dict[str, Service]) -> None:
    """A daily log has an entry a day; profile data has one each half hour, a maximum of whole days."""
    for service in services.values():
        if service.log is None:
            continue
        daily = "Daily" in service.response_payload
        profile = "ProfileData" in service.response_payload
        expected = 1440 if daily else 30 if profile else None
        assert expected == service.log.entry_interval_minutes, service.id
        assert not profile or service.log.entries_max % 48 == 0
        bases = {cite.basis for cite in service.citations if "log.entry_interval_minutes" in cite.covers}
        assert ({Basis.INFERRED} if expected else set()) == bases


def test_every_schedulable_service_has_its_element(services: dict[str, Service]) -> None:
    """The elements of a schedule are named after the bodies of the services that can be scheduled, all of them."""
    paths = (field.path for field in services["5.1"].request_body.fields)
    elements = {path.partition(".")[0] for path in paths if path.startswith("DSP") and "ServiceReference" not in path}
    assert elements == {schedule_element(service) for service in services.values() if service.dsp_schedulable}


@pytest.mark.parametrize(
    ("names", "schema_type"), [(EUI_FIELDS, "sr:EUI"), (REQUEST_ID_FIELDS, "sr:RequestIDType")], ids=["eui", "id"]
)
def test_ids_are_the_fields_of_their_type(reference_rows: ReadRows, names: frozenset[str], schema_type: str) -> None:
    """The names that a rule knows are those that the schema gives this type, and have no other type anywhere."""
    rows = [row for row in reference_rows("request_fields") if row["kind"] == "element"]
    assert names == {row["name"] for row in rows if row["xsd_type"] == schema_type}
    assert {schema_type} == {row["xsd_type"] for row in rows if row["name"] in names}
