"""Answers against the official lists: the parts that are described, and every payload, alert and response element."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from s1sr_validator import Catalogue, InputError
from s1sr_validator.checking.answers.findings import answer_findings
from s1sr_validator.messages.answer import read_answer
from s1sr_validator.messages.answer_part import Part
from s1sr_validator.messages.answer_parts import ROOTS
from s1sr_validator.messages.document import Document, open_document
from s1sr_validator.messages.xml import DUIS, MMC
from s1sr_validator.model.alert import DCC_ALERT_ELEMENTS
from s1sr_validator.model.answer import GBCS_PAYLOAD_ELEMENTS, RESPONSE_ELEMENTS, Answer, AnswerKind
from s1sr_validator.model.answer_content import Content
from s1sr_validator.model.device_message import ALERT_PAYLOAD_ELEMENTS
from tests.invented_answers import acknowledgement, data, dcc_alert, read, smets1

pytestmark = pytest.mark.reference

Rows = Callable[[str], tuple[dict[str, str], ...]]
METER, USER = "00-00-5E-EF-10-00-00-A1", "00-00-5E-EF-10-00-00-01"
GAS_METER, DCC = "00-00-5E-EF-10-00-00-A2", "00-00-5E-EF-10-00-00-D0"
REQUEST = f"{USER}:{METER}:1001"
PAYLOAD = "RetrieveCoMOrTariffTriggeredBillingDataLogRsp"
ENTRY = "Electricity.LogEntryConsumptionAndTariffRegistersData"
GAS_ENTRY = "Gas.LogEntryConsumptionRegister"

RESPONSE: dict[str, Any] = {
    "kind": AnswerKind.SMETS1_RESPONSE,
    "request_ids": (REQUEST,),
    "response_id": f"{METER}:{USER}:1001",
    "response_code": "I0",
    "device_id": METER,
    "stated_srvs": ("4.4.2",),
    "message_success": True,
    "debug_codes": (),
}
EXAMPLES: dict[str, tuple[dict[str, Any], dict[str, int], dict[str, int]]] = {
    "2_smets1_response_4.4.2_zero_entries": (RESPONSE, {"Electricity": 1}, {"Electricity": 1}),
    "3_smets1_response_4.4.2_one_entry": (RESPONSE, {"Electricity": 1, ENTRY: 1}, {}),
    "4_smets1_response_4.4.2_debug_error": (
        RESPONSE | {"message_success": False, "debug_codes": ("1",)},
        {"Electricity": 1},
        {"Electricity": 1},
    ),
    "7_extra_smets1_response_4.4.2_gas_one_entry": (
        RESPONSE
        | {
            "request_ids": (f"{USER}:{GAS_METER}:1001",),
            "response_id": f"{GAS_METER}:{USER}:1001",
            "device_id": GAS_METER,
        },
        {"Gas": 1, GAS_ENTRY: 1},
        {},
    ),
}
"""Examples with a payload: what a verdict asks for, how often each container is there, and which are empty."""

OTHERS: dict[str, dict[str, Any]] = {
    "5_dcc_alert_s1sp_S1CE2003": {
        "kind": AnswerKind.S1SP_ALERT,
        "request_ids": (REQUEST,),
        "response_id": f"{DCC}:{USER}:2002",
        "response_code": "I0",
        "device_id": METER,
        "stated_srvs": (),
    },
    "6_acknowledgement_E1": {
        "kind": AnswerKind.ERROR,
        "request_ids": (REQUEST,),
        "response_id": "",
        "response_code": "E1",
        "device_id": "",
        "stated_srvs": ("4.4.2",),
    },
    "8_extra_smets1_response_debug_only": RESPONSE | {"payload": None, "message_success": None, "debug_codes": ("1",)},
    "9_extra_smets1_device_alert": {
        "kind": AnswerKind.SMETS1_DEVICE_ALERT,
        "request_ids": (),
        "device_id": METER,
        "device_alert_code": "81A0",
        "stated_srvs": (),
        "payload": None,
    },
}
"""Examples without a payload: what a verdict asks for."""


@pytest.fixture(scope="module")
def example(reference_data: Path) -> Callable[[str], Document]:
    """Return a function that opens an example by its name."""

    def opened(name: str) -> Document:
        path = reference_data / "facts" / "examples" / f"{name}.xml"
        return open_document(path.read_bytes(), path.name)

    return opened


def facts(answer: Answer, expected: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the answer says of these facts."""
    return {name: getattr(answer, name) for name in expected}


@pytest.mark.parametrize("name", EXAMPLES)
def test_examples_with_a_payload(name: str, example: Callable[[str], Document]) -> None:
    """Each example is what its name says, with the log entries that it has."""
    expected, counts, empty = EXAMPLES[name]
    answer = read_answer(example(name))
    assert expected == facts(answer, expected)
    assert answer.payload is not None
    assert (PAYLOAD, counts, empty) == (answer.payload.element, answer.payload.counts, answer.payload.empty)


@pytest.mark.parametrize("name", OTHERS)
def test_other_examples(name: str, example: Callable[[str], Document]) -> None:
    """Each example is what its name says."""
    assert OTHERS[name] == facts(read_answer(example(name)), OTHERS[name])


def test_the_values_of_one_entry(example: Callable[[str], Document]) -> None:
    """The registers of the one log entry are read, with their index."""
    payload = read_answer(example("3_smets1_response_4.4.2_one_entry")).payload
    assert payload is not None
    assert {
        "@MessageSuccess": ("true",),
        f"{ENTRY}.ActiveImportRegisterConsumption": ("1234567",),
        f"{ENTRY}.TariffTOURegisterMatrixValue": ("1000000", "234567"),
        f"{ENTRY}.TariffTOURegisterMatrixValue.@index": ("1", "2"),
        f"{ENTRY}.Timestamp": ("2025-03-31T23:00:00Z",),
    } == {path: payload.texts(path) for path in payload.fields}


def test_the_s1sp_alert(example: Callable[[str], Document]) -> None:
    """The alert of seed 001 is read with its code, request, Device and moment."""
    answer = read_answer(example("5_dcc_alert_s1sp_S1CE2003"))
    assert answer.s1sp_alert is not None
    assert answer.dcc_alert is not None
    assert ("S1CE2003", "N55", "2025-07-01T10:15:30Z") == (
        answer.s1sp_alert.code,
        answer.dcc_alert.code,
        answer.s1sp_alert.time.text,
    )


def test_a_request_is_no_answer(example: Callable[[str], Document]) -> None:
    """The example of a request is refused as what it is."""
    with pytest.raises(InputError) as raised:
        read_answer(example("1_request_4.4.2"))
    assert ("RSP001", True) == (raised.value.finding.code, "this is a request" in raised.value.finding.tip)


@pytest.mark.parametrize("name", [*EXAMPLES, *OTHERS])
def test_nothing_is_wrong_with_an_example(name: str, example: Callable[[str], Document]) -> None:
    """What the official schema accepts, with real codes and services, has no findings."""
    document = example(name)
    found = answer_findings(read_answer(document), Catalogue.bundled().lookup, position_of=document.positions.of)
    assert () == found


def described(part: Part, path: str) -> Iterator[tuple[str, str, str, tuple[str, ...]]]:
    """Yield path, least, most and required attributes of a part and of all in it; alternatives may all be left out."""
    most = "unbounded" if part.most == 0 else str(part.most)
    yield path, str(part.least), most, part.attributes
    for each in part.parts:
        yield from described(each, f"{path}.{each.name.partition(':')[2]}")
    for each in part.alternatives:
        yield from described(each._replace(least=0), f"{path}.{each.name.partition(':')[2]}")


def listed(rows: tuple[dict[str, str], ...], root: str, paths: set[str]) -> set[tuple[str, str, str, tuple[str, ...]]]:
    """Return the same of the official list, for the elements of a root that stand in something described."""
    required: dict[str, list[str]] = {}
    for row in rows:
        if row["root"] == root and row["kind"] == "attribute" and row["effective_min"] == "1":
            required.setdefault(row["path"].rpartition(".")[0], []).append(row["name"].removeprefix("@"))
    return {
        (row["path"], row["effective_min"], row["effective_max"], tuple(required.get(row["path"], ())))
        for row in rows
        if row["root"] == root and row["kind"] == "element" and (row["path"] in paths or row["path"] == root)
    }


def open_paths(part: Part, path: str) -> Iterator[str]:
    """Yield the paths whose content is not described."""
    if part.is_open or part.any_of:
        yield path
    for each in (*part.parts, *part.alternatives):
        yield from open_paths(each, f"{path}.{each.name.partition(':')[2]}")


@pytest.mark.parametrize("root", sorted(ROOTS))
def test_the_parts_are_those_of_the_schemas(root: str, reference_rows: Rows) -> None:
    """Every part has the place, the counts and the attributes of the schemas, and none of theirs is left out."""
    rows, part, local = reference_rows("envelope_fields"), ROOTS[root], root.partition(":")[2]
    unopened = tuple(f"{path}." for path in open_paths(part, local))
    expected = {
        row["path"]
        for row in rows
        if row["root"] == local and row["kind"] == "element" and not row["path"].startswith(unopened)
    }
    assert listed(rows, local, expected) == {
        (path, least, most, attributes) for path, least, most, attributes in described(part, local)
    }


@pytest.mark.parametrize("root", sorted(ROOTS))
def test_namespaces_are_those_of_the_schemas(root: str, reference_rows: Rows) -> None:
    """Every part is in the namespace of the schema that declares it."""
    local = root.partition(":")[2]
    official = {row["path"]: row["ns"] for row in reference_rows("envelope_fields") if row["root"] == local}

    def namespaces(part: Part, path: str) -> Iterator[tuple[str, str]]:
        yield path, part.name.partition(":")[0]
        for each in (*part.parts, *part.alternatives):
            yield from namespaces(each, f"{path}.{each.name.partition(':')[2]}")

    found = dict(namespaces(ROOTS[root], local))
    assert {path: official[path] for path in found} == found


def test_lists_are_those_of_the_schemas(reference_rows: Rows) -> None:
    """The alert elements, response elements and alert payloads are those of the schemas, in their order."""
    assert [row["element"] for row in reference_rows("dcc_alert_elements")] == list(DCC_ALERT_ELEMENTS)
    response = [row["element"] for row in reference_rows("response_message_elements")]
    assert response[2:] == list(RESPONSE_ELEMENTS)
    rows = [row for row in reference_rows("envelope_fields") if row["root"] == "GBCSResponse"]
    owner = "GBCSResponse.Body.DeviceAlertMessage.DeviceAlertContent.Payload."
    payloads = [row["name"] for row in rows if row["path"] == owner + row["name"]]
    assert payloads == list(ALERT_PAYLOAD_ELEMENTS)


def test_gbcs_payloads_are_those_of_the_schemas(reference_rows: Rows) -> None:
    """The elements of a response message that are or hold a GBCS payload are those of the schemas."""
    owner = "Response.Body.ResponseMessage."
    paths = [row["path"].removeprefix(owner) for row in reference_rows("envelope_fields") if owner in row["path"]]
    assert set(GBCS_PAYLOAD_ELEMENTS) == {path.partition(".")[0] for path in paths if path.endswith("GBCSPayload")}


def test_request_ids_of_alerts_are_those_of_the_schemas(reference_rows: Rows) -> None:
    """The ids of requests in an alert are the elements of that type whose name says so; one more is the alert's."""
    owner = "Response.Body.DCCAlertMessage.DCCAlert."
    rows = [row for row in reference_rows("envelope_fields") if row["path"].startswith(owner)]
    named = {row["path"] for row in rows if row["path"].endswith("RequestID")}
    typed = {row["path"] for row in rows if row["xsd_type"] == "sr:RequestIDType"}
    assert {f"{owner}ECoSAlert.AlertID"} == typed - named
    assert set() == named - typed


def every_value(paths: list[str], prefix: str, uri: str) -> str:
    """Return one element that has every element and attribute of these paths once, each with its path as its text."""
    made: dict[str, etree._Element] = {}
    for path in paths:
        owner, _, name = path.rpartition(".")
        if name.startswith("@"):
            made[owner].set(name.removeprefix("@"), path)
            continue
        made[path] = etree.Element(f"{{{uri}}}{name}", nsmap={prefix: uri})
        if owner in made:
            made[owner].append(made[path])
    for path, found in made.items():
        found.text = None if len(found) else path
    return etree.tostring(made[paths[0]], encoding="unicode")


def all_paths(content: Content) -> set[str]:
    """Return every path that was read, from the element on."""
    return {content.element, *(f"{content.element}.{path}" for path in (*content.fields, *content.containers))}


def test_every_payload_is_read_whole(reference_rows: Rows) -> None:
    """Each of the 112 payloads is read with every element and attribute that the schema lets it have."""
    paths: dict[str, list[str]] = {}
    for row in reference_rows("response_fields"):
        paths.setdefault(row["response_payload_element"], []).append(row["path"])
    assert 112 == len(paths)
    for element, expected in paths.items():
        answer = read(smets1(data(every_value(expected, "ra", MMC))))
        assert answer.payload is not None
        assert (element, ()) == (answer.payload.element, answer.oddities)
        assert set(expected) == all_paths(answer.payload)
        values = {path: texts[0].text for path, texts in answer.payload.fields.items()}
        assert values == {path: f"{element}.{path}" for path in values}


def contents(rows: tuple[dict[str, str], ...], owner: str) -> dict[str, list[str]]:
    """Return the paths of each element below an owner, from that element on; signatures have content of their own."""
    found: dict[str, list[str]] = {}
    for row in rows:
        if row["path"].startswith(owner) and row["ns"] != "ds":
            path = row["path"].removeprefix(owner)
            found.setdefault(path.partition(".")[0], []).append(path)
    return found


def test_every_alert_is_read_whole(reference_rows: Rows) -> None:
    """Each of the 24 alerts is read with every element that the schema lets it have."""
    found = contents(reference_rows("envelope_fields"), "Response.Body.DCCAlertMessage.DCCAlert.")
    assert list(DCC_ALERT_ELEMENTS) == list(found)
    for element, expected in found.items():
        answer = read(dcc_alert(every_value(expected, "sr", DUIS)))
        is_s1sp = element == "S1SPAlertDSP"
        assert (AnswerKind.S1SP_ALERT if is_s1sp else AnswerKind.DCC_ALERT) is answer.kind
        assert is_s1sp is bool(answer.oddities)  # it has no signature
        assert answer.dcc_alert is not None
        assert answer.dcc_alert.content is not None
        assert set(expected) == all_paths(answer.dcc_alert.content)


def test_every_response_element_is_read_whole(reference_rows: Rows) -> None:
    """Each of the 13 elements of a response message is read with every element that the schema lets it have."""
    found = contents(reference_rows("envelope_fields"), "Response.Body.ResponseMessage.")
    del found["ServiceReference"], found["ServiceReferenceVariant"]
    assert list(RESPONSE_ELEMENTS) == list(found)
    for element, expected in found.items():
        answer = read(acknowledgement(every_value(expected, "sr", DUIS)))
        is_gbcs = element in GBCS_PAYLOAD_ELEMENTS
        assert (AnswerKind.GBCS_PAYLOAD if is_gbcs else AnswerKind.DCC_ONLY_RESPONSE) is answer.kind
        assert answer.content is not None
        assert ((), set(expected)) == (answer.oddities, all_paths(answer.content))


def test_every_alert_payload_is_read_whole(reference_rows: Rows) -> None:
    """Each of the 9 payloads of a Device's alert is read with every element that the schema lets it have."""
    owner = "GBCSResponse.Body.DeviceAlertMessage.DeviceAlertContent.Payload."
    rows = tuple(row for row in reference_rows("envelope_fields") if row["root"] == "GBCSResponse")
    found = contents(rows, owner)
    assert list(ALERT_PAYLOAD_ELEMENTS) == list(found)
    for element, expected in found.items():
        inside = f"<ra:Payload>{every_value(expected, 'ra', MMC)}</ra:Payload>"
        content = f"<ra:DeviceAlertContent><ra:AlertDescription/><ra:Timestamp/>{inside}</ra:DeviceAlertContent>"
        answer = read(smets1(f"<sr:DeviceAlertMessage>{content}</sr:DeviceAlertMessage>"))
        assert answer.device_message is not None
        assert answer.device_message.alert is not None
        payload = answer.device_message.alert.payload
        assert payload is not None
        assert (element, (), set(expected)) == (payload.element, answer.oddities, all_paths(payload))


def test_swapped_namespaces(example: Callable[[str], Document]) -> None:
    """Each example with its two namespaces swapped is refused, with the one that it should declare."""
    for name in (*EXAMPLES, *OTHERS):
        text = etree.tostring(example(name).root, encoding="unicode")
        swapped = text.replace(DUIS, "urn:between").replace(MMC, DUIS).replace("urn:between", MMC)
        with pytest.raises(InputError) as raised:
            read(swapped)
        assert f'declare the namespace: xmlns:sr="{DUIS}"' == raised.value.finding.tip


def test_the_longest_log_is_read(reference_rows: Rows) -> None:
    """The largest number of entries that the schema allows is below the bounds on messages."""
    rows = reference_rows("response_fields")
    row = max(rows, key=lambda row: int(row["effective_max"]) if row["effective_max"].isdigit() else 0)
    element, most = row["response_payload_element"], int(row["effective_max"])
    assert ("ReadActiveImportProfileDataRsp.LogEntry", 19056) == (row["path"], most)
    names = [each["name"] for each in rows if each["path"] == f"{row['path']}.{each['name']}"]
    entry = "".join(f"<ra:{name}>2025-03-31T23:00:00Z</ra:{name}>" for name in names if not name.startswith("@"))
    payload = f"<ra:{element}>{f'<ra:LogEntry>{entry}</ra:LogEntry>' * most}</ra:{element}>"
    found = read(smets1(data(payload))).payload
    assert found is not None
    assert most == found.count("LogEntry")
