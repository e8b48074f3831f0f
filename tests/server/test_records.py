"""Records and search over HTTP."""

import msgspec
import pytest

from s1sr_validator import Catalogue
from s1sr_validator.model.results import KindList, RecordDetails, RecordList
from tests.invented import LOG, MAKER_ONE
from tests.server.serving import Served


def ids(body: bytes) -> list[str]:
    """Return the ids of the records in a list."""
    return [line.id for line in msgspec.json.decode(body, type=RecordList).records]


def test_kinds(served: Served, tiny: Catalogue) -> None:
    """Every kind with its count."""
    found = msgspec.json.decode(served.get("/v1/records").body, type=KindList)
    assert len(tiny.snapshot.records.devices) == {line.kind: line.count for line in found.kinds}["devices"]


@pytest.mark.parametrize("kind", ["devices", "device", "Devices"])
def test_a_list(kind: str, served: Served, tiny: Catalogue) -> None:
    """The records of a kind, by its plural or singular name."""
    assert [device.id for device in tiny.list("devices")] == ids(served.get(f"/v1/records/{kind}").body)


def test_a_list_is_filtered(served: Served, tiny: Catalogue) -> None:
    """Every field of the query holds, as with --where."""
    answer = served.get("/v1/records/devices?manufacturer=FFF0&device_type=esme")
    expected = [device.id for device in tiny.list("devices", "manufacturer=FFF0", "device_type=ESME")]
    assert expected
    assert expected == ids(answer.body)
    assert "devices manufacturer=FFF0 device_type=esme" == answer.json["query"]


@pytest.mark.parametrize(
    "path",
    [
        f"services/{LOG}",
        f"device/{MAKER_ONE}",
        f"devices/{MAKER_ONE.lower()}",
        f"devices/{MAKER_ONE.replace('/', '%2F')}",
    ],
)
def test_a_record(path: str, served: Served) -> None:
    """One record in full, with slashes in its id however they are written."""
    (record,) = msgspec.json.decode(served.get(f"/v1/records/{path}").body, type=RecordDetails).records
    assert record.id in {LOG, MAKER_ONE}
    assert record.id == record.record["id"]


def test_search(served: Served, tiny: Catalogue) -> None:
    """The same records in the same order as from Python, and no more than asked for."""
    found = [record.id for record in tiny.search("invented log")]
    assert found[:20] == ids(served.get("/v1/search?q=invented+log").body)
    assert found[:2] == ids(served.get("/v1/search?q=invented+log&limit=2").body)


@pytest.mark.parametrize(
    ("status", "path", "says"),
    [
        (404, "/v1/records/devicez", "kinds: behaviours"),
        (404, "/v1/records/services/9.9.11", "nearest: 9.9.1"),
        (404, "/v1/records/services/%00", "GET /v1/records/services"),
        (404, "/v1/records/", "openapi"),
        (404, "/v1/nothing", "openapi"),
        (405, "/v1/predict", "openapi"),
        (400, "/v1/records/devices?maker=FFF0", "fields: "),
        (400, f"/v1/records/services/{LOG}?full=1", "takes none"),
        (400, "/v1/search", "/v1/search?q="),
        (400, "/v1/search?q=+", "/v1/search?q="),
        (400, "/v1/search?q=" + "a" * 401, "/v1/search?q="),
        (400, "/v1/search?q=" + "a+" * 11, "/v1/search?q="),
        (400, "/v1/search?q=a&limit=0", "left out"),
        (400, "/v1/search?q=a&limit=-1", "left out"),
        (400, "/v1/search?q=a&limit=99999999999999999999", "left out"),
        (400, "/v1/search?q=a&limitt=1", "nearest: limit"),
        (400, "/v1/search?q=a&q=b", ""),
    ],
)
def test_what_is_not_there(status: int, path: str, says: str, served: Served) -> None:
    """A problem that leads to what is."""
    answer = served.get(path)
    assert (status, "application/problem+json") == (answer.status, answer.headers["content-type"])
    assert says in answer.json["tip"]
