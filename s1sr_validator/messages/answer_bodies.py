"""Reading what stands below each root of an answer, by the message that it holds."""

from collections.abc import Callable, Mapping
from typing import Required, TypedDict

from s1sr_validator.messages.answer_alert import (
    read_dcc_alert,
    read_gbcs_alert,
    read_s1sp_alert,
    read_throttling,
)
from s1sr_validator.messages.answer_content import read_content
from s1sr_validator.messages.answer_device_message import read_device_message
from s1sr_validator.messages.answer_element import Element, one_of
from s1sr_validator.model.alert import DccAlert, GbcsDeviceAlert, S1spAlert, Throttling
from s1sr_validator.model.answer import (
    GBCS_PAYLOAD_ELEMENTS,
    RESPONSE_ELEMENTS,
    AnswerKind,
    ResponseHeader,
)
from s1sr_validator.model.answer_content import Content
from s1sr_validator.model.device_message import DeviceMessage
from s1sr_validator.model.stated_time import stated_time

_RESPONSE_ELEMENTS = tuple(f"sr:{name}" for name in RESPONSE_ELEMENTS)


class AnswerParts(TypedDict, total=False):
    """Those fields of an Answer that a document has something for, by name."""

    kind: Required[AnswerKind]
    header: ResponseHeader
    service_reference: str
    srv: str
    dsp_schedule_id: str
    throttling: Throttling | None
    content: Content
    dcc_alert: DccAlert
    s1sp_alert: S1spAlert | None
    gbcs_alert: GbcsDeviceAlert
    device_message: DeviceMessage


def _response(root: Element) -> AnswerParts:
    header, body = root.first("sr:Header"), root.first("sr:Body")
    message = one_of(body, tuple(_MESSAGES))
    parts = _message(message) if message else AnswerParts(kind=AnswerKind.UNCLEAR)
    if header:
        parts["header"] = _header(header)
        if parts["kind"] is AnswerKind.ACKNOWLEDGEMENT and parts["header"].response_code.startswith("E"):
            parts["kind"] = AnswerKind.ERROR
    return parts


def _message(message: Element) -> AnswerParts:
    parts = _MESSAGES[message.name](message)
    parts["service_reference"] = message.text_of("sr:ServiceReference")
    parts["srv"] = message.text_of("sr:ServiceReferenceVariant")
    parts["dsp_schedule_id"] = message.text_of("sr:DSPScheduleID")
    parts["throttling"] = read_throttling(message)
    return parts


def _header(header: Element) -> ResponseHeader:
    return ResponseHeader(
        request_id=header.text_of("sr:RequestID"),
        response_id=header.text_of("sr:ResponseID"),
        response_code=header.text_of("sr:ResponseCode"),
        response_time=stated_time(header.text_of("sr:ResponseDateTime")),
    )


def _response_message(message: Element) -> AnswerParts:
    chosen = [child for child in message.children() if child.name in _RESPONSE_ELEMENTS]
    if not chosen:
        return {"kind": AnswerKind.ACKNOWLEDGEMENT}
    if len(chosen) > 1:
        return {"kind": AnswerKind.UNCLEAR}
    content = read_content(chosen[0])
    is_gbcs = content.element in GBCS_PAYLOAD_ELEMENTS
    kind = AnswerKind.GBCS_PAYLOAD if is_gbcs else AnswerKind.DCC_ONLY_RESPONSE
    return {"kind": kind, "content": content}


def _dcc_alert_message(message: Element) -> AnswerParts:
    alert, s1sp_alert = read_dcc_alert(message)
    kind = AnswerKind.S1SP_ALERT if s1sp_alert else AnswerKind.DCC_ALERT
    return {"kind": kind, "dcc_alert": alert, "s1sp_alert": s1sp_alert}


def _device_alert_message(message: Element) -> AnswerParts:
    return {"kind": AnswerKind.DEVICE_ALERT, "gbcs_alert": read_gbcs_alert(message)}


def _smets1_response_message(message: Element) -> AnswerParts:
    signed = message.first("sr:SMETS1SignedResponse")
    return _signed_response(signed) if signed else {"kind": AnswerKind.UNCLEAR}


def _signed_response(signed: Element) -> AnswerParts:
    holder = signed.first("sr:SMETS1Response")
    if holder is None:
        return {"kind": AnswerKind.UNCLEAR}
    kinds = (AnswerKind.SMETS1_RESPONSE, AnswerKind.SMETS1_DEVICE_ALERT)
    return _device_message(holder, "sr", kinds, schema_version=signed.attribute("schemaVersion"))


def _gbcs_response(root: Element) -> AnswerParts:
    kinds = (AnswerKind.GBCS_RESPONSE, AnswerKind.GBCS_DEVICE_ALERT)
    return _device_message(root, "ra", kinds, schema_version=root.attribute("schemaVersion"))


def _device_message(
    holder: Element, prefix: str, kinds: tuple[AnswerKind, AnswerKind], *, schema_version: str
) -> AnswerParts:
    message = read_device_message(holder, prefix, schema_version=schema_version)
    kind = kinds[0] if message.response else kinds[1] if message.alert else AnswerKind.UNCLEAR
    return {"kind": kind, "device_message": message}


def _s1sp_alert(root: Element) -> AnswerParts:
    return {"kind": AnswerKind.S1SP_ALERT, "s1sp_alert": read_s1sp_alert(root)}


_MESSAGES: Mapping[str, Callable[[Element], AnswerParts]] = {
    "sr:ResponseMessage": _response_message,
    "sr:DCCAlertMessage": _dcc_alert_message,
    "sr:DeviceAlertMessage": _device_alert_message,
    "sr:SMETS1ResponseMessage": _smets1_response_message,
}
READERS: Mapping[str, Callable[[Element], AnswerParts]] = {
    "sr:Response": _response,
    "sr:SMETS1SignedResponse": _signed_response,
    "sr:S1SPAlert": _s1sp_alert,
    "ra:GBCSResponse": _gbcs_response,
}
"""What reads the parts of an answer, by the shown name of its root."""
