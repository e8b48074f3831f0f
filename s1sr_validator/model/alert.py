"""Alerts that the DCC, a SMETS1 Service Provider or a SMETS2+ Device sends, as DUIS writes them."""

import msgspec

from s1sr_validator.model.answer_content import Content
from s1sr_validator.model.stated_time import StatedTime

S1SP_ALERT = "S1SPAlertDSP"

DCC_ALERT_ELEMENTS = (
    "PowerOutageEvent",
    "DeviceStatusChangeEvent",
    "DSPScheduleRemoval",
    "CommandFailure",
    "FirmwareDistributionFailure",
    "UpdateHANDeviceLogResult",
    "ChangeOfSupplier",
    "DeviceLogRestored",
    "PPMIDAlert",
    "SecurityCredentialsUpdated",
    "PPMIDRemoval",
    "QuarantinedRequest",
    "FirmwareVersionMismatch",
    "DualBandCHAlert",
    S1SP_ALERT,
    "SMETS1CHFirmwareNotification",
    "ALCSHCALCSConfigurationChange",
    "FirmwareUpgradeRequested",
    "CSPFirmwareDeliveryStatus",
    "CommsHubAlert",
    "ECoSAlert",
    "CommsHubFirmwareActivation",
    "CoSCertificateAlert",
    "DUISVersionMismatch",
)
"""The elements of which a DCC Alert holds one, in the order of sr:DCCAlert (DUIS XSD V5.4)."""


class Throttling(msgspec.Struct, frozen=True, kw_only=True):
    """What says that alerts were held back; both texts are optional, each without the other too."""

    sequence_id: str = ""
    count: str = ""


class DccAlert(msgspec.Struct, frozen=True, kw_only=True):
    """An alert of the DCC; `content` is None where it does not hold exactly one of the known elements.

    The schema ties no code to an element, so neither is told from the other.
    """

    code: str
    content: Content | None = None


class S1spAlert(msgspec.Struct, frozen=True, kw_only=True):
    """An alert of a SMETS1 Service Provider; texts are empty where the alert does not state them."""

    code: str
    request_id: str = ""
    device_id: str = ""
    additional_information: str = ""
    utrn: str = ""
    time: StatedTime = StatedTime()
    schema_version: str = ""
    dsp_schedule_id: str = ""


class GbcsDeviceAlert(msgspec.Struct, frozen=True, kw_only=True):
    """An alert of a SMETS2+ Device; its GBCS payload is kept as it is written and not looked into."""

    code: str
    gbcs_payload: str = ""
