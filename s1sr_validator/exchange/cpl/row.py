"""An entry of the Central Products List as a typed value."""

import msgspec

from s1sr_validator.model.device import CplStatus, DeviceType, key_of

DEVICE_TYPES = {
    "communications hub": DeviceType.CHF,
    "gas smart meter": DeviceType.GSME,
    "han connected auxiliary load control switch": DeviceType.HCALCS,
    "polyphase electricity metering equipment": DeviceType.ESME,
    "pre-payment interface device": DeviceType.PPMID,
    "single element electricity metering equipment": DeviceType.ESME,
    "twin element electricity metering equipment": DeviceType.ESME,
}
STATUSES = {"current": CplStatus.CURRENT, "removed": CplStatus.REMOVED}
SMETS1_VERSIONS = ("smets v1.2", "gbcs version 0.0")
"""The two values that mark a SMETS1 entry, by the list's own form for new entries."""


class CplRow(msgspec.Struct, frozen=True, kw_only=True):
    """An entry; hex codes are upper case without colons, and what the list leaves empty is an empty text."""

    entry: str
    status: CplStatus
    device_type: DeviceType
    device_type_name: str
    manufacturer: str
    model: str
    hardware_version: str
    hardware_revision: str
    firmware: str
    smets_version: str
    gbcs_version: str
    image_hash: str = ""
    image_creator: str = ""
    image_descriptor: str = ""

    @property
    def key(self) -> str:
        """Return the CPL key."""
        hardware = self.hardware_version + self.hardware_revision
        return key_of((self.device_type.value, self.manufacturer, self.model, hardware, self.firmware))

    @property
    def smets1_marks(self) -> int:
        """Return how many of the two versions that mark a SMETS1 entry this entry has."""
        versions = (self.smets_version.casefold(), self.gbcs_version.casefold())
        return sum(has == mark for has, mark in zip(versions, SMETS1_VERSIONS, strict=True))

    @property
    def is_smets1(self) -> bool:
        """Say whether the entry is a SMETS1 Device Model."""
        return self.smets1_marks == len(SMETS1_VERSIONS)
