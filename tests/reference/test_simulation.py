"""Simulated messages held against the official schemas: every payload, for every type of Device that has it."""

import datetime as dt
import functools
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from s1sr_validator import Catalogue
from s1sr_validator.index.baseline import baseline
from s1sr_validator.messages.answer_xml import answer_xml
from s1sr_validator.messages.document import open_document
from s1sr_validator.messages.request import read_request
from s1sr_validator.model.answer_tree import AnswerTree
from s1sr_validator.model.behaviour import Outcome
from s1sr_validator.model.device import Device, DeviceType
from s1sr_validator.model.prediction import PredictedAlert, PredictedAnswer
from s1sr_validator.model.request import Request, RequestField
from s1sr_validator.model.service import Service
from s1sr_validator.simulation.ending import Ending
from s1sr_validator.simulation.scene import Scene
from s1sr_validator.simulation.simulate import acknowledgement, simulate

pytestmark = pytest.mark.reference

DEVICE_TYPES = (DeviceType.ESME, DeviceType.GSME, DeviceType.CHF, DeviceType.PPMID)
GOLDEN = Path(__file__).parents[1] / "golden"
MOMENT = dt.datetime(2026, 1, 31, 12, tzinfo=dt.UTC)
REQUEST_ID = "00-00-5E-EF-10-00-00-01:00-00-5E-EF-10-00-00-A1:1001"
ANSWERS = {
    "success": PredictedAnswer(outcome=Outcome.SUCCESS, summary="", alerts=(), differences=()),
    "failure": PredictedAnswer(outcome=Outcome.FAILURE, summary="", alerts=(), differences=()),
}
Validate = Callable[[AnswerTree], str]


@pytest.fixture(scope="module")
def bundled() -> Catalogue:
    """The catalogue of this checkout, compiled."""
    return Catalogue.bundled()


@pytest.fixture(scope="module")
def problems(reference_data: Path) -> Validate:
    """Return a function that says what the official schemas have against a message; empty where it is valid."""
    schema = etree.XMLSchema(etree.parse(reference_data / "duis" / "driver.xsd"))

    def said(tree: AnswerTree) -> str:
        schema.validate(etree.fromstring(answer_xml(tree).encode()))
        return "\n".join(f"{error.line}: {error.message}" for error in schema.error_log)

    return said


@functools.cache
def request_for(service: Service) -> Request:
    """Return a request to a service; its body matters only by the period that it reads."""
    period = {
        "ReadLogPeriod.StartDateTime": "2025-01-01T00:00:00Z",
        "ReadLogPeriod.EndDateTime": "2025-06-30T23:59:59Z",
    }
    return Request(
        name="request",
        srv=service.id,
        schema_version="5.4",
        header={"RequestID": (RequestField(REQUEST_ID),)},
        fields={path: (RequestField(text),) for path, text in period.items()},
    )


def device_of(catalogue: Catalogue, device_type: DeviceType) -> Device:
    """Return the first Device Model of a type."""
    return next(device for device in catalogue.lookup.devices.values() if device.device_type is device_type)


def scene_of(catalogue: Catalogue, service: Service, device_type: DeviceType, *, rich: bool, seed: int = 0) -> Scene:
    """Return a scene in which a Device of a type answers."""
    return Scene(
        request=request_for(service),
        service=service,
        payload=catalogue.lookup.payloads.get(service.response_payload),
        device=device_of(catalogue, device_type),
        moment=MOMENT,
        seed=seed,
        rich=rich,
    )


def with_payload(catalogue: Catalogue) -> tuple[Service, ...]:
    """Return the services that have a payload."""
    return tuple(service for service in catalogue.lookup.services.values() if service.response_payload)


@pytest.mark.parametrize("rich", [False, True], ids=["plain", "rich"])
@pytest.mark.parametrize("device_type", DEVICE_TYPES)
@pytest.mark.parametrize("answer", ANSWERS)
def test_every_payload_is_valid(
    bundled: Catalogue, problems: Validate, answer: str, device_type: DeviceType, *, rich: bool
) -> None:
    """Each of the 112 payloads is written as the official schema has it, on success and on a bare failure."""
    ending = Ending(answer=ANSWERS[answer], remarks=())
    services = with_payload(bundled)
    assert 112 == len(services)
    found = {
        service.id: problems(simulate(scene_of(bundled, service, device_type, rich=rich), ending))
        for service in services
    }
    assert {} == {srv: said for srv, said in found.items() if said}


@given(
    seed=st.integers(0, 2**64),
    number=st.integers(0, 111),
    device_type=st.sampled_from(DEVICE_TYPES),
    rich=st.booleans(),
)
def test_every_seed_is_valid(
    bundled: Catalogue, problems: Validate, seed: int, number: int, device_type: DeviceType, *, rich: bool
) -> None:
    """Whatever the seed makes up stays within the schema, and the same seed makes up the same bytes."""
    service = with_payload(bundled)[number]
    ending = Ending(answer=ANSWERS["success"], remarks=())
    scene = scene_of(bundled, service, device_type, rich=rich, seed=seed)
    tree = simulate(scene, ending)
    assert problems(tree) == ""
    again = simulate(msgspec.structs.replace(scene), ending)
    assert answer_xml(again) == answer_xml(tree)


def test_every_smallest_answer_of_a_baseline_is_valid_and_needs_all_it_holds(bundled: Catalogue) -> None:
    """No smallest answer holds another one, and each has everything that is required."""
    for service in with_payload(bundled):
        found = baseline(service, bundled.lookup.payloads[service.response_payload])
        sets = [frozenset(paths) for paths in found.smallest]
        assert sets
        assert all(set(found.required) <= paths for paths in sets)
        assert not any(one < other for one in sets for other in sets)


@pytest.mark.parametrize(
    "alert",
    [
        PredictedAlert(code="S1CE2003", list="s1sp_alert", name="Security Warning", external_references=()),
        PredictedAlert(code="8F12", list="gbcs_alert", name="", external_references=()),
        PredictedAlert(code="E20", list="response", name="", external_references=()),
    ],
    ids=lambda alert: alert.list,
)
def test_every_form_of_failure_is_valid(bundled: Catalogue, problems: Validate, alert: PredictedAlert) -> None:
    """An alert of each list whose message is known comes back in a valid one."""
    answer = msgspec.structs.replace(ANSWERS["failure"], alerts=(alert,))
    scene = scene_of(bundled, bundled.lookup.services["4.4.2"], DeviceType.ESME, rich=False)
    tree = simulate(scene, Ending(answer=answer, remarks=()))
    assert problems(tree) == ""
    assert f">{alert.code}<" in answer_xml(tree)


def test_every_service_is_acknowledged(bundled: Catalogue, problems: Validate) -> None:
    """The acknowledgement is valid for all 129 services."""
    scenes = [scene_of(bundled, service, DeviceType.ESME, rich=False) for service in bundled.lookup.services.values()]
    assert [""] * 129 == [problems(acknowledgement(scene)) for scene in scenes]


def test_a_request_template_of_every_service_with_a_payload(
    bundled: Catalogue, problems: Validate, reference_data: Path
) -> None:
    """Requests that others wrote get a valid answer that goes back the way they came."""
    seen = set()
    for path in sorted((reference_data / "duis-templates").glob("*.XML")):
        request = read_request(open_document(path.read_bytes(), path.name), bundled.lookup.services)
        service = bundled.lookup.services[request.srv]
        if request.srv in seen or not service.response_payload:
            continue
        seen.add(request.srv)
        scene = msgspec.structs.replace(scene_of(bundled, service, DeviceType.ESME, rich=True), request=request)
        tree = simulate(scene, Ending(answer=ANSWERS["success"], remarks=()))
        assert problems(tree) == ""
        user, device, counter = request.request_id.split(":")
        assert f"<sr:ResponseID>{device}:{user}:{counter}</sr:ResponseID>" in answer_xml(tree)
    assert 96 == len(seen)


@pytest.mark.parametrize("name", ["baseline", "deviation", "empty", "gas_rich", "acknowledgement"])
def test_the_messages_that_were_looked_at_are_valid(name: str, reference_data: Path) -> None:
    """The golden messages of 4.4.2 pass the official schemas."""
    schema = etree.XMLSchema(etree.parse(reference_data / "duis" / "driver.xsd"))
    schema.assertValid(etree.parse(GOLDEN / f"simulate_4.4.2_{name}.xml"))


def test_the_schemas_refuse_what_is_out_of_order(bundled: Catalogue, problems: Validate) -> None:
    """A message with its parts turned round is refused, so silence means something."""
    scene = scene_of(bundled, bundled.lookup.services["4.4.2"], DeviceType.ESME, rich=False)
    root = simulate(scene, Ending(answer=ANSWERS["success"], remarks=())).root
    turned = msgspec.structs.replace(root, content=root.content[::-1])
    assert "" != problems(AnswerTree(root=turned))
