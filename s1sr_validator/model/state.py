"""State facts: the declared vocabulary of what only the Device knows."""

from enum import StrEnum

from s1sr_validator.model.condition import ValueType
from s1sr_validator.model.record import Record


class StateScope(StrEnum):
    """What a fact is about: a Device, or an installation on its way onto the DCC network."""

    DEVICE = "device"
    INSTALLATION = "installation"


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
