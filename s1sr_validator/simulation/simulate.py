"""Simulation: the one message in which a predicted answer would come back to the User."""

from collections.abc import Callable

import msgspec

from s1sr_validator.model.answer_tree import AnswerTree, Element
from s1sr_validator.model.behaviour import Outcome
from s1sr_validator.model.code import CodeList
from s1sr_validator.model.errors import UsageError
from s1sr_validator.model.prediction import PredictedAlert, PredictedAnswer
from s1sr_validator.simulation.alerts import device_alert, s1sp_alert
from s1sr_validator.simulation.ending import Ending
from s1sr_validator.simulation.envelope import SIGNATURE_REMARK, device_response, references, response
from s1sr_validator.simulation.payload_content import payload_content, smallest_payload
from s1sr_validator.simulation.scene import Scene

ACKNOWLEDGED = "I99"
"""The response code of an acknowledgement where none is given; no source at hand names the response codes."""
_MADE_UP = "Simulated by s1sr; no Device sent this, and its readings are made up."
_NO_ID = "The request has no header, so every id is a placeholder."


def simulate(scene: Scene, ending: Ending, *, dcc_alert_code: str = "") -> AnswerTree:
    """Return the message that would come back.

    Args:
        scene: the request, its service, the Device Model, the moment, and the seed.
        ending: the answer to simulate.
        dcc_alert_code: the DCC alert code around an S1SP Alert; left out, a placeholder.

    Raises:
        UsageError: the request has no usable RequestID, asks no Device, or brings an alert of unknown form.
    """
    if scene.service.non_device_request:
        message = f"{scene.service.id} asks no Device: the DCC answers it, in a form that the catalogue does not hold"
        raise UsageError(message, tip="simulate the acknowledgement: --ack")
    answer = ending.answer
    tree = _failure(scene, answer, dcc_alert_code) if answer.outcome is Outcome.FAILURE else _success(scene, answer)
    return _remarked(scene, tree, ending.remarks)


def acknowledgement(scene: Scene, response_code: str = "") -> AnswerTree:
    """Return the message in which the DCC says that it took the request."""
    ids = scene.ids
    root = response(
        scene,
        Element("sr:ResponseMessage", references("sr", scene)),
        code=response_code or ACKNOWLEDGED,
        request_id=f"{ids.user}:{ids.device}:{ids.counter}",
    )
    remark = f"ResponseCode {ACKNOWLEDGED} is a placeholder: no source at hand says what the codes mean."
    return _remarked(scene, AnswerTree(root=root, remarks=() if response_code else (remark,)))


def _remarked(scene: Scene, tree: AnswerTree, remarks: tuple[str, ...] = ()) -> AnswerTree:
    own = () if scene.request.request_id else (_NO_ID,)
    return msgspec.structs.replace(tree, remarks=(_MADE_UP, *remarks, *own, *tree.remarks))


def _success(scene: Scene, answer: PredictedAnswer) -> AnswerTree:
    remarks = [f"With it come alerts, in messages of their own: {_codes(answer.alerts)}."] if answer.alerts else []
    if scene.payload is None:
        remarks.append("No payload is known for this service, so the message holds none.")
        return _answered(scene, (), remarks)
    texts = {found.path: found.values[0] for found in answer.differences if found.path and found.values}
    content = payload_content(scene, scene.payload, texts)
    there = _paths(content)
    for found in answer.differences:
        shown = f", shown at {found.path}" if found.path in there else ", not shown in this message"
        remarks.append(f"Predicted difference{shown}: {found.about}: {found.says}.")
    return _answered(scene, (content,), remarks)


def _failure(scene: Scene, answer: PredictedAnswer, dcc_alert_code: str) -> AnswerTree:
    if not answer.alerts:
        return _failed_response(scene)
    ranks = tuple(_MESSAGES)
    unknown = [alert for alert in answer.alerts if alert.list not in _MESSAGES]
    if unknown:
        raise UsageError(
            f"the form of the message that brings {_codes(tuple(unknown))} is not known",
            tip=f"known are alerts of the lists {', '.join(ranks)}; see: s1sr list codes",
        )
    first, *others = sorted(answer.alerts, key=lambda alert: ranks.index(alert.list))
    tree = _MESSAGES[first.list](scene, first, dcc_alert_code)
    remark = f"Further alerts come in messages of their own: {_codes(tuple(others))}."
    return msgspec.structs.replace(tree, remarks=(remark, *tree.remarks)) if others else tree


def _failed_response(scene: Scene) -> AnswerTree:
    remark = "The request fails and no alert is known, so the response says no success and holds nothing else."
    smallest = () if scene.payload is None else (smallest_payload(scene, scene.payload, success=False),)
    return _answered(scene, smallest, [remark, "No source at hand says in which form this failure comes back."])


def _rejection(scene: Scene, alert: PredictedAlert, _dcc_alert_code: str) -> AnswerTree:
    tree = acknowledgement(scene, alert.code)
    return msgspec.structs.replace(tree, remarks=())


def _answered(scene: Scene, payload: tuple[Element, ...], remarks: list[str]) -> AnswerTree:
    data = (Element("ra:SMETSData", payload),) if payload else ()
    root = device_response(scene, Element("sr:ResponseMessage", data))
    return AnswerTree(root=root, remarks=(*remarks, SIGNATURE_REMARK))


_MESSAGES: dict[str, Callable[[Scene, PredictedAlert, str], AnswerTree]] = {
    CodeList.S1SP_ALERT: s1sp_alert,
    CodeList.GBCS_ALERT: lambda scene, alert, _code: device_alert(scene, alert),
    CodeList.RESPONSE: _rejection,
}
"""How a failure comes back, by the list that its alert is from; the first of these that is predicted is simulated."""


def _codes(alerts: tuple[PredictedAlert, ...]) -> str:
    return ", ".join(alert.code for alert in alerts)


def _paths(payload: Element) -> frozenset[str]:
    """Return the path of everything that a payload holds."""
    found: set[str] = set()
    waiting = [("", payload)]
    while waiting:
        prefix, element = waiting.pop()
        found.update(f"{prefix}@{name}" for name, _text in element.attributes)
        for child in element.content:
            path = prefix + child.name.partition(":")[2]
            found.add(path)
            waiting.append((path + ".", child))
    return frozenset(found)
