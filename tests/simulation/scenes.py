"""Builders of scenes for tests: invented services, Devices and payloads."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from s1sr_validator import Catalogue
from s1sr_validator.model.answer_tree import Element
from s1sr_validator.model.behaviour import Outcome
from s1sr_validator.model.prediction import PredictedAnswer
from s1sr_validator.model.request import Request, RequestField
from s1sr_validator.simulation.ending import Ending
from s1sr_validator.simulation.scene import Scene
from tests.invented import GAS, LOG, MAKER_ONE

USER, DEVICE = "90-B3-D5-1F-30-00-00-02", "00-00-00-00-00-00-00-0A"
MOMENT = dt.datetime(2020, 1, 31, 12, tzinfo=dt.UTC)
SUCCESS = PredictedAnswer(outcome=Outcome.SUCCESS, summary="A successful response.", alerts=(), differences=())
FAILURE = PredictedAnswer(outcome=Outcome.FAILURE, summary="The request fails.", alerts=(), differences=())


def request(srv: str = LOG, fields: Mapping[str, str] | None = None, request_id: str = f"{USER}:{DEVICE}:7") -> Request:
    """Return an invented request."""
    return Request(
        name="request",
        srv=srv,
        schema_version="5.3",
        header={"RequestID": (RequestField(request_id),)} if request_id else {},
        fields={path: (RequestField(text),) for path, text in (fields or {}).items()},
    )


def scene(tiny: Catalogue, srv: str = LOG, *, gas: bool = False, **fields: Any) -> Scene:  # noqa: ANN401 - of Scene
    """Return a scene in which an invented Device answers, with these fields."""
    service = tiny.lookup.services[srv]
    usual: dict[str, Any] = {
        "request": request(srv),
        "service": service,
        "payload": tiny.lookup.payloads.get(service.response_payload),
        "device": tiny.lookup.devices[GAS if gas else MAKER_ONE],
        "moment": MOMENT,
    }
    return Scene(**(usual | fields))


def an_ending(answer: PredictedAnswer = SUCCESS, **changes: Any) -> Ending:  # noqa: ANN401 - of PredictedAnswer
    """Return an ending without remarks of its own."""
    return Ending(answer=msgspec.structs.replace(answer, **changes), remarks=())


def every(root: Element, name: str) -> list[Element]:
    """Return every element of a name, in order."""
    return [element for element in walk(root) if element.name == name]


def texts(root: Element, name: str) -> list[str]:
    """Return the texts of every element of a name, in order."""
    return [element.text for element in every(root, name)]


def walk(element: Element) -> Iterator[Element]:
    """Yield an element and everything in it."""
    yield element
    for child in element.content:
        yield from walk(child)
