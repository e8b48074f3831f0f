"""State facts: the declared vocabulary of what only the Device knows."""

from s1sr_validator.model.condition import ValueType
from s1sr_validator.model.record import Record


class StateFact(Record, frozen=True, kw_only=True):
    """A named fact about a Device's state, with its type, unit and range; its id is the name after `state.`."""

    title: str
    description: str
    type: ValueType
    unit: str = ""
    minimum: int | None = None
    maximum: int | None = None
    values: tuple[str, ...] = ()
