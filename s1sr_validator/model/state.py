"""State facts: the declared vocabulary of what only the Device knows."""

from enum import StrEnum

import msgspec

from s1sr_validator.model.condition import ValueType
from s1sr_validator.model.record import Record


class StateScope(StrEnum):
    """What a fact is about: a Device, or an installation on its way onto the DCC network."""

    DEVICE = "device"
    INSTALLATION = "installation"


class Revelation(msgspec.Struct, frozen=True, kw_only=True, order=True, forbid_unknown_fields=True):
    """How the answer to a service reveals a count: it is the most that any of these payload elements occurs.

    `counts` are dotted paths below the payload element. Several are alternatives or run side by side (electricity or
    gas; consumption and prepayment data of the same moments), so the longest list tells. `source` and `place` are where
    the payload's structure is stated; that it reveals the value is inferred, for the `reason`.
    """

    service: str
    counts: tuple[str, ...]
    source: str
    place: str
    reason: str


class StateFact(Record, frozen=True, kw_only=True):
    """A named fact about a Device's state, with its type, unit and range; its id is the name after `state.`."""

    title: str
    description: str
    type: ValueType
    scope: StateScope = StateScope.DEVICE
    unit: str = ""
    minimum: int | None = None
    maximum: int | None = None
    values: tuple[str, ...] = ()
    revealed_by: tuple[Revelation, ...] = ()
