"""A request rehearsed: read, predicted for one Device Model, and taken to the message that would come back."""

import datetime as dt
from collections.abc import Mapping
from typing import NamedTuple

from s1sr_validator.examination import Circumstances, open_request, predictable
from s1sr_validator.index.lookup import Lookup, nearest
from s1sr_validator.model.answer_tree import AnswerTree
from s1sr_validator.model.code import CodeList
from s1sr_validator.model.condition import Value
from s1sr_validator.model.device import Device, DeviceType
from s1sr_validator.model.errors import UsageError
from s1sr_validator.model.lifecycle import Standing
from s1sr_validator.model.message import Message
from s1sr_validator.model.prediction import Outlook
from s1sr_validator.model.service import Service
from s1sr_validator.model.vocabulary import STATE
from s1sr_validator.prediction.predict import predict
from s1sr_validator.simulation.ending import CHOICES, ending
from s1sr_validator.simulation.scene import Scene
from s1sr_validator.simulation.simulate import acknowledgement, simulate

_NOON = dt.time(12, tzinfo=dt.UTC)
_USE_CASES_OF = {DeviceType.ESME: "ECS", DeviceType.GSME: "GCS"}
"""How the codes of GBCS use cases begin that are about electricity or gas meters."""


class Staging(NamedTuple):
    """What a caller can ask of a simulated message; what is left empty follows from prediction and placeholders."""

    outcome: str = ""
    seed: int = 0
    rich: bool = False
    acknowledge: bool = False
    code: str = ""


def rehearse(
    message: Message,
    circumstances: Circumstances,
    *,
    state: Mapping[str, Value],
    lowest_standing: Standing,
    staging: Staging,
) -> AnswerTree:
    """Return the message that would come back for a request, at noon of the day asked about.

    Args:
        message: the Service Request.
        circumstances: the catalogue, the day, and the one Device Model that answers.
        state: what is known of the Device's state, by full fact name.
        lowest_standing: claims of a lower standing are not listened to.
        staging: what is asked of the message.

    Raises:
        InputError: the request cannot be used.
        UsageError: several Device Models, an undecided outcome, an unknown code, or a message of unknown form.
    """
    lookup, device = circumstances.lookup, _only_device(circumstances.devices)
    wanted = _outcome(staging.outcome)
    code = _known_code(staging, lookup)
    request = predictable(open_request(message, circumstances), circumstances).request
    service = lookup.services[request.srv]
    scene = Scene(
        request=request,
        service=service,
        payload=lookup.payloads.get(service.response_payload),
        device=device,
        moment=dt.datetime.combine(circumstances.as_of, _NOON),
        seed=staging.seed,
        rich=staging.rich,
        entries=_entries(lookup, service, state),
        message_code=message_code(lookup, service, device),
    )
    if staging.acknowledge:
        return acknowledgement(scene, code)
    report = predict(
        request, (device,), lookup, as_of=circumstances.as_of, state=state, lowest_standing=lowest_standing
    )
    return simulate(scene, ending(report.predictions[0], wanted), dcc_alert_code=code)


def message_code(lookup: Lookup, service: Service, device: Device) -> str:
    """Return the GBCS message code of a service's answer from a Device, empty where the catalogue leaves a choice."""
    start = _USE_CASES_OF.get(device.device_type, "")
    cases = [case for case in lookup.records.use_cases if case.id in service.gbcs_use_cases]
    of_device = [case for case in cases if case.code.startswith(start)] if start else cases
    codes = {code for case in of_device for code in case.message_codes}
    is_unique = len(of_device) == 1 and len(codes) == 1
    return codes.pop() if is_unique else ""


def _only_device(devices: tuple[Device, ...]) -> Device:
    if len(devices) == 1:
        return devices[0]
    shown = ", ".join(device.id for device in devices[:3]) + (", ..." if len(devices) > 3 else "")  # noqa: PLR2004
    raise UsageError(f"{len(devices)} Device Models have this key; one answers", tip=f"name one: {shown}")


def _outcome(text: str) -> Outlook | None:
    if text and text not in CHOICES:
        raise UsageError(f"{text!r} is not an outcome to simulate", tip=f"one of: {', '.join(CHOICES)}")
    return Outlook(text) if text else None


def _known_code(staging: Staging, lookup: Lookup) -> str:
    wanted = CodeList.RESPONSE if staging.acknowledge else CodeList.DCC_ALERT
    codes = {code.id for code in lookup.records.codes if code.list is wanted}
    if staging.code and staging.code not in codes:
        near = nearest(staging.code, sorted(codes)) or tuple(sorted(codes))[:3]
        message = f"{staging.code!r} is not a code of the list {wanted}"
        raise UsageError(message, tip=f"nearest: {', '.join(near)}; all: s1sr list codes -w list={wanted}")
    return staging.code


def _entries(lookup: Lookup, service: Service, state: Mapping[str, Value]) -> dict[str, int]:
    """Return how many entries the lists of the payload have, where a known count of the Device's state shows there."""
    return {
        path: value
        for name, value in state.items()
        if isinstance(value, int) and not isinstance(value, bool)
        for shown in lookup.states[name.removeprefix(STATE)].revealed_by
        if shown.service == service.id
        for path in shown.counts
    }
