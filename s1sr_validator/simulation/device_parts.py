"""Which parts of a payload belong to a type of Device, as far as their names say so."""

from s1sr_validator.model.device import DeviceType
from s1sr_validator.model.payload_tree import PayloadNode

_NAMES: dict[DeviceType, tuple[str, ...]] = {
    DeviceType.ESME: ("Electricity", "ESME", "Elec"),
    DeviceType.GSME: ("Gas", "GSME"),
    DeviceType.GPF: ("Gas", "GPF"),
    DeviceType.CHF: ("CHF",),
}
_ALL_NAMES = tuple(dict.fromkeys(name for names in _NAMES.values() for name in names))


def is_of_others(node: PayloadNode, device_type: DeviceType) -> bool:
    """Say whether an element is named for Devices of other types, and not for this one."""
    return node.field.name.startswith(_ALL_NAMES) and not _is_own(node, device_type)


def chosen(alternatives: tuple[PayloadNode, ...], device_type: DeviceType) -> PayloadNode:
    """Return the one of some elements that a Device answers with: its own, else one that names no type, else any."""
    own = [node for node in alternatives if _is_own(node, device_type)]
    anybodys = [node for node in alternatives if not is_of_others(node, device_type)]
    return (*own, *anybodys, *alternatives)[0]


def _is_own(node: PayloadNode, device_type: DeviceType) -> bool:
    return node.field.name.startswith(_NAMES.get(device_type, ("\0",)))
