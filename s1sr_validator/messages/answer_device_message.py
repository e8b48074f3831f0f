"""Reading a message that MMC describes: its header, and the response or alert of the Device."""

from s1sr_validator.messages.answer_content import read_content, read_payload
from s1sr_validator.messages.answer_debug import read_debug
from s1sr_validator.messages.answer_element import Element, one_of
from s1sr_validator.model.device_message import (
    ALERT_PAYLOAD_ELEMENTS,
    DeviceAlert,
    DeviceMessage,
    DeviceMessageHeader,
    DeviceResponse,
    GbcsData,
)
from s1sr_validator.model.stated_time import StatedTime, stated_time

_ALERT_PAYLOADS = tuple(f"ra:{name}" for name in ALERT_PAYLOAD_ELEMENTS)


def read_device_message(holder: Element, prefix: str, *, schema_version: str) -> DeviceMessage:
    """Read header and body.

    Args:
        holder: what holds both: `sr:SMETS1Response` or `ra:GBCSResponse`.
        prefix: that of the namespace which the two and the message in the body are in.
        schema_version: the version that stands on the holder, or on what holds that.
    """
    header = holder.first(f"{prefix}:Header")
    response, alert = f"{prefix}:ResponseMessage", f"{prefix}:DeviceAlertMessage"
    message = one_of(holder.first(f"{prefix}:Body"), (response, alert))
    return DeviceMessage(
        schema_version=schema_version,
        header=_header(header) if header else None,
        response=_response(message) if message and message.name == response else None,
        alert=_alert(message) if message and message.name == alert else None,
    )


def _header(header: Element) -> DeviceMessageHeader:
    time = header.first("ra:Timestamp")
    return DeviceMessageHeader(
        originator_id=header.text_of("ra:BusinessOriginatorID"),
        target_id=header.text_of("ra:BusinessTargetID"),
        originator_counter=header.text_of("ra:OriginatorCounter"),
        supplementary_remote_party_id=header.text_of("ra:SupplementaryRemotePartyID"),
        supplementary_remote_party_counter=header.text_of("ra:SupplementaryRemotePartyCounter"),
        supplementary_originator_counter=header.text_of("ra:SupplementaryOriginatorCounter"),
        message_code=header.text_of("ra:GBCSHexadecimalMessageCode"),
        service_reference=header.text_of("ra:ServiceReference"),
        srv=header.text_of("ra:ServiceReferenceVariant"),
        time=stated_time(time.text) if time else StatedTime(),
        is_from_gsme=time.attribute("isFromGSME") if time else "",
        clock_status=time.attribute("ClockStatus") if time else "",
    )


def _response(message: Element) -> DeviceResponse:
    data = message.first("ra:SMETSData")
    debug = message.first("ra:DebugInfo")
    found = [child for child in data.children() if child.name.startswith("ra:")] if data else []
    return DeviceResponse(
        gbcs_data=_gbcs_data(message),
        payload=read_payload(found[0]) if len(found) == 1 else None,
        debug=read_debug(debug) if debug else None,
    )


def _alert(message: Element) -> DeviceAlert:
    content = message.first("ra:DeviceAlertContent")
    payload = one_of(content.first("ra:Payload"), _ALERT_PAYLOADS) if content else None
    return DeviceAlert(
        gbcs_data=_gbcs_data(message),
        code=content.text_of("ra:GBCSHexAlertCode") if content else "",
        description=content.text_of("ra:AlertDescription") if content else "",
        time=stated_time(content.text_of("ra:Timestamp")) if content else StatedTime(),
        payload=read_content(payload) if payload else None,
    )


def _gbcs_data(message: Element) -> tuple[GbcsData, ...]:
    return tuple(
        GbcsData(
            format=data.attribute("format"),
            sequence=data.attribute("sequence"),
            name=data.attribute("name"),
            type=data.attribute("type"),
            text=data.text,
        )
        for data in message.every("ra:GBCSData")
    )
