"""Device Models: the CPL key, the record, and selectors over the key with explicit sets.

A selector never compares firmware by order: hex order of firmware versions is not their release order.
"""

import datetime as dt
import re
from enum import StrEnum
from typing import NewType

import msgspec

from s1sr_validator.model.errors import UsageError
from s1sr_validator.model.record import Record

DeviceKey = NewType("DeviceKey", str)
"""A whole CPL key, for example `ESME/1028/5678/0201/03465317`: type, manufacturer, model, hardware, firmware."""

KEY_FIELDS = ("device_type", "manufacturer", "model", "hardware", "firmware")
_HEX_DIGITS = {"manufacturer": 4, "model": 4, "hardware": 4, "firmware": 8}


class DeviceType(StrEnum):
    """The device types of the DUIS and MMC code lists that the Central Products List can hold."""

    ESME = "ESME"
    GSME = "GSME"
    CHF = "CHF"
    GPF = "GPF"
    PPMID = "PPMID"
    HCALCS = "HCALCS"


class CplStatus(StrEnum):
    """What the Central Products List says of an entry; `absent` marks one that a later list no longer has."""

    CURRENT = "current"
    REMOVED = "removed"
    ABSENT = "absent"


class Listing(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A version of the Central Products List and its date of issue."""

    version: str
    date: dt.date


class ManufacturerImage(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """The Manufacturer Image columns of a CPL entry; the hash is SHA-256 in hex."""

    hash: str = ""
    creator: str = ""
    descriptor: str = ""


class CplEntry(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """What the Central Products List holds for a Device Model, and where its version log mentions it."""

    entry: str
    status: CplStatus
    device_type_name: str
    smets_version: str
    gbcs_version: str
    image: ManufacturerImage | None = None
    log_name: str = ""
    first_listed: Listing | None = None
    mentioned_in: tuple[str, ...] = ()
    absent_since: Listing | None = None


class Device(Record, frozen=True, kw_only=True):
    """A SMETS1 Device Model; its id is the CPL key."""

    device_type: DeviceType
    manufacturer: str
    model: str
    hardware_version: str
    hardware_revision: str
    firmware_version: str
    cpl: CplEntry

    @property
    def hardware(self) -> str:
        """Return hardware version and revision as the one four-digit text of the key."""
        return self.hardware_version + self.hardware_revision

    def key_parts(self) -> tuple[str, str, str, str, str]:
        """Return the five parts of the CPL key in order."""
        return (self.device_type.value, self.manufacturer, self.model, self.hardware, self.firmware_version)


class DevicePattern(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """Explicit sets over the parts of the CPL key; an empty set leaves that part free."""

    device_type: tuple[DeviceType, ...] = ()
    manufacturer: tuple[str, ...] = ()
    model: tuple[str, ...] = ()
    hardware: tuple[str, ...] = ()
    firmware: tuple[str, ...] = ()

    def mismatches(self, device: Device) -> tuple[str, ...]:
        """Name the parts of the key in which the device falls outside the pattern."""
        wanted = (self.device_type, self.manufacturer, self.model, self.hardware, self.firmware)
        pairs = zip(KEY_FIELDS, wanted, device.key_parts(), strict=True)
        return tuple(name for name, allowed, part in pairs if allowed and part not in allowed)

    def matches(self, device: Device) -> bool:
        """Say whether every part of the key lies in its set."""
        return not self.mismatches(device)


def key_of(parts: tuple[str, ...]) -> str:
    """Join the parts of a key, whole or partial."""
    return "/".join(parts)


def parse_key(text: str) -> tuple[str, ...]:
    """Read a device key, whole or partial (`ESME/1028`), into its upper-case parts.

    Raises:
        UsageError: a part is not what the CPL key has at that place.
    """
    parts = tuple(part.strip().upper() for part in text.strip().strip("/").split("/"))
    if len(parts) > len(KEY_FIELDS):
        message = f"device {text!r} has {len(parts)} parts; a CPL key has {len(KEY_FIELDS)}"
        raise UsageError(message, tip="write type/manufacturer/model/hardware/firmware, e.g. " + _EXAMPLE)
    for name, part in zip(KEY_FIELDS, parts, strict=False):
        _check_part(text, name, part)
    return parts


_EXAMPLE = "ESME/1028/5678/0201/03465317"


def _check_part(text: str, name: str, part: str) -> None:
    if name == "device_type":
        if part not in set(DeviceType):
            known = ", ".join(DeviceType)
            raise UsageError(f"device {text!r}: {part!r} is not a device type", tip=f"device types: {known}")
        return
    digits = _HEX_DIGITS[name]
    if not re.fullmatch(rf"[0-9A-F]{{{digits}}}", part):
        message = f"device {text!r}: {name} {part!r} is not {digits} hex digits"
        raise UsageError(message, tip=f"for example {_EXAMPLE} (hardware is version and revision, 02 and 01)")
