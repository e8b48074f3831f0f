"""What MMC says that a Device sent: the header of a message, and the response or alert in it."""

import msgspec

from s1sr_validator.model.answer_content import Content, ResponsePayload
from s1sr_validator.model.debug_info import DebugInfo
from s1sr_validator.model.stated_time import StatedTime

ALERT_PAYLOAD_ELEMENTS = (
    "FirmwareVerificationDeviceAlert",
    "BillingDataLogDeviceAlert",
    "FutureDatedCommandOutcomeDeviceAlert",
    "SupplyOutageRestoreAlert",
    "SmartMeterIntegrityIssueWarningDeviceAlert",
    "CommandNotSupportedbyDevice",
    "OperationalUpdateDeviceAlert",
    "LimitAPCLevelCommandProcessedDeviceAlert",
    "LimitAPCLevelEndedDeviceAlert",
)
"""The elements of which the payload of a Device's alert holds one (MMC XSD V5.4)."""


class DeviceMessageHeader(msgspec.Struct, frozen=True, kw_only=True):
    """The `ra` header. In an answer the originator is the Device and the target the user, unlike in the request."""

    originator_id: str = ""
    target_id: str = ""
    originator_counter: str = ""
    supplementary_remote_party_id: str = ""
    supplementary_remote_party_counter: str = ""
    supplementary_originator_counter: str = ""
    message_code: str = ""
    service_reference: str = ""
    srv: str = ""
    time: StatedTime = StatedTime()
    is_from_gsme: str = ""
    clock_status: str = ""


class GbcsData(msgspec.Struct, frozen=True, kw_only=True):
    """One `ra:GBCSData`: the bytes of the Device's message in base64, not looked into."""

    format: str = ""
    sequence: str = ""
    name: str = ""
    type: str = ""
    text: str = ""


class DeviceResponse(msgspec.Struct, frozen=True, kw_only=True):
    """A response of a Device: data as it came, the payload made from it, debug information; all three optional."""

    gbcs_data: tuple[GbcsData, ...] = ()
    payload: ResponsePayload | None = None
    debug: DebugInfo | None = None


class DeviceAlert(msgspec.Struct, frozen=True, kw_only=True):
    """An alert of a Device; the code is optional even where there is a description."""

    gbcs_data: tuple[GbcsData, ...] = ()
    code: str = ""
    description: str = ""
    time: StatedTime = StatedTime()
    payload: Content | None = None


class DeviceMessage(msgspec.Struct, frozen=True, kw_only=True):
    """A SMETS1SignedResponse or GBCSResponse: a header, and a response or an alert (neither where it is not one)."""

    schema_version: str = ""
    header: DeviceMessageHeader | None = None
    response: DeviceResponse | None = None
    alert: DeviceAlert | None = None
