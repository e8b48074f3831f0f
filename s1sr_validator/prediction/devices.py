"""The Device Models that a whole or partial CPL key stands for."""

from s1sr_validator.index.lookup import Lookup, nearest
from s1sr_validator.model.device import KEY_FIELDS, CplStatus, Device, key_of, parse_key
from s1sr_validator.model.errors import UsageError
from s1sr_validator.model.service import Service


def find_devices(text: str, lookup: Lookup) -> tuple[Device, ...]:
    """Return the SMETS1 Device Models that a key stands for, in key order; a partial key stands for several.

    Raises:
        UsageError: the text is no key, or no SMETS1 Device Model of the catalogue has it.
    """
    parts = parse_key(text)
    found = lookup.matching_devices(parts)
    if found:
        return found
    raise _not_smets1(parts, lookup) or _unknown(parts, lookup)


def device_notes(device: Device) -> tuple[str, ...]:
    """Return what a reader must know about the Device Model itself."""
    if device.cpl.status is CplStatus.REMOVED:
        return ("The Central Products List marks this Device Model as removed.",)
    if device.cpl.status is CplStatus.ABSENT and device.cpl.absent_since:
        since = device.cpl.absent_since
        return (f"The Central Products List no longer has this Device Model (since {since.version}, {since.date}).",)
    return ()


def overlay_notes(device: Device, service: Service, lookup: Lookup) -> tuple[str, ...]:
    """Return which of Device Model and service only a private overlay knows."""
    asked = (("Device Model", "devices", device.id), ("service", "services", service.id))
    found = ((what, name, lookup.overlay_of(folder, name)) for what, folder, name in asked)
    return tuple(
        f"The {what} {name} is a record of overlay {overlay} alone." for what, name, overlay in found if overlay
    )


def _not_smets1(parts: tuple[str, ...], lookup: Lookup) -> UsageError | None:
    wanted = key_of(parts)
    entries = [model for key, model in lookup.other_models.items() if key == wanted or key.startswith(wanted + "/")]
    if not entries:
        return None
    kinds = ", ".join(sorted({model.specification for model in entries}))
    if len(parts) == len(KEY_FIELDS):
        message = f"device {wanted} is {kinds}, not a SMETS1 Device Model (CPL entry {entries[0].entry})"
    else:
        message = f"device {wanted} stands for {len(entries)} Device Models, none of them SMETS1 ({kinds})"
    return UsageError(message, tip="this catalogue is about SMETS1 Devices; see: s1sr list devices")


def _unknown(parts: tuple[str, ...], lookup: Lookup) -> UsageError:
    wanted = key_of(parts)
    prefixes = sorted({key_of(device.key_parts()[: len(parts)]) for device in lookup.devices.values()})
    near = nearest(wanted, prefixes)
    shared = sorted(prefix for prefix in prefixes if prefix.rpartition("/")[0] == key_of(parts[:-1]))
    suggested = list(dict.fromkeys([*near, *shared]))[:5]
    tip = f"nearest: {', '.join(suggested)}" if suggested else "see: s1sr list devices"
    return UsageError(f"device {wanted} is not in the Central Products List that this catalogue holds", tip=tip)
