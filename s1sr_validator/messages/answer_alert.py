"""Reading what `sr:DCCAlertMessage`, `sr:S1SPAlert` and the SMETS2+ `sr:DeviceAlertMessage` say."""

from s1sr_validator.messages.answer_content import read_content
from s1sr_validator.messages.answer_element import Element, one_of
from s1sr_validator.model.alert import (
    DCC_ALERT_ELEMENTS,
    S1SP_ALERT,
    DccAlert,
    GbcsDeviceAlert,
    S1spAlert,
    Throttling,
)
from s1sr_validator.model.stated_time import stated_time

_ELEMENTS = tuple(f"sr:{name}" for name in DCC_ALERT_ELEMENTS)
_SEQUENCE, _COUNT = "sr:ThrottledAlertSequenceId", "sr:ThrottledAlertCount"


def read_throttling(message: Element) -> Throttling | None:
    """Read what says that alerts were held back, or None where nothing does."""
    if message.first(_SEQUENCE) is None and message.first(_COUNT) is None:
        return None
    return Throttling(sequence_id=message.text_of(_SEQUENCE), count=message.text_of(_COUNT))


def read_dcc_alert(message: Element) -> tuple[DccAlert, S1spAlert | None]:
    """Read an alert of the DCC, and the S1SP's alert where it carries one."""
    element = one_of(message.first("sr:DCCAlert"), _ELEMENTS)
    carried = element.first("sr:S1SPAlert") if element and element.name == f"sr:{S1SP_ALERT}" else None
    schedule = element.text_of("sr:DSPScheduleID") if element else ""
    alert = DccAlert(code=message.text_of("sr:DCCAlertCode"), content=read_content(element) if element else None)
    return alert, read_s1sp_alert(carried, dsp_schedule_id=schedule) if carried else None


def read_s1sp_alert(alert: Element, *, dsp_schedule_id: str = "") -> S1spAlert:
    """Read an alert of a SMETS1 Service Provider."""
    return S1spAlert(
        code=alert.text_of("sr:S1SPAlertCode"),
        request_id=alert.text_of("sr:RequestID"),
        device_id=alert.text_of("sr:DeviceID"),
        additional_information=alert.text_of("sr:AdditionalInformation"),
        utrn=alert.text_of("sr:UTRN"),
        time=stated_time(alert.text_of("sr:DateTime")),
        schema_version=alert.attribute("schemaVersion"),
        dsp_schedule_id=dsp_schedule_id,
    )


def read_gbcs_alert(message: Element) -> GbcsDeviceAlert:
    """Read an alert of a SMETS2+ Device; its payload stays closed."""
    return GbcsDeviceAlert(code=message.text_of("sr:AlertCode"), gbcs_payload=message.text_of("sr:GBCSPayload"))
