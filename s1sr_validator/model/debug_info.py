"""Debug information of a response: the codes with which a Device, or the S1SP for it, answered each part."""

import msgspec


class Smets1DebugEntry(msgspec.Struct, frozen=True, kw_only=True):
    """An error of a SMETS1 Device: its code and position are whole numbers as they are written."""

    response_code: str = ""
    position: str = ""
    error: str = ""


class CosemDebugEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A result of a COSEM access; `result_of` is DataAccessResult or ActionResult."""

    response_code: str = ""
    position: str = ""
    result_of: str = ""
    result: str = ""


class ZigbeeDebugEntry(msgspec.Struct, frozen=True, kw_only=True):
    """One status of a ZigBee cluster: of a command where `command_id` is stated, else of an attribute."""

    response_code: str = ""
    status: str = ""
    cluster: str = ""
    cluster_id: str = ""
    command_id: str = ""
    attribute_id: str = ""


class DebugInfo(msgspec.Struct, frozen=True, kw_only=True):
    """The entries of `ra:DebugInfo`, which is of one of the three kinds."""

    smets1: tuple[Smets1DebugEntry, ...] = ()
    cosem: tuple[CosemDebugEntry, ...] = ()
    zigbee: tuple[ZigbeeDebugEntry, ...] = ()

    @property
    def codes(self) -> tuple[str, ...]:
        """Return the response codes of all entries, in their order."""
        return (
            *(entry.response_code for entry in self.smets1),
            *(entry.response_code for entry in self.cosem),
            *(entry.response_code for entry in self.zigbee),
        )
