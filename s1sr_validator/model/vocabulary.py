"""The names that conditions and callers may use, and their values read from text by declared type."""

import datetime as dt
import re
from collections.abc import Callable

import msgspec

from s1sr_validator.model.condition import Value, ValueType
from s1sr_validator.model.device import KEY_FIELDS
from s1sr_validator.model.service import Service
from s1sr_validator.model.state import StateFact

STATE = "state."
REQUEST = "request."
DEVICE = "device."
_INTEGER_TYPES = ("Integer", "Int", "Short", "Long", "Byte", "int", "short", "long", "byte", "integer")


class FactType(msgspec.Struct, frozen=True, kw_only=True):
    """A fact that can be asked for: its name, type, range, and a noun phrase for it."""

    name: str
    phrase: str
    type: ValueType
    unit: str = ""
    minimum: int | None = None
    maximum: int | None = None
    values: tuple[str, ...] = ()


def read_value(fact: FactType, text: str) -> Value:
    """Read a value of the fact's type from text.

    Raises:
        ValueError: the text is not of that type or out of range; the message says what was expected.
    """
    value = _READERS[fact.type](text)
    if isinstance(value, int) and not isinstance(value, bool):
        if fact.minimum is not None and value < fact.minimum:
            raise ValueError(f"{value} is less than {fact.minimum}, the least that it can be")
        if fact.maximum is not None and value > fact.maximum:
            raise ValueError(f"{value} is more than {fact.maximum}, the most that it can be")
    if fact.values and value not in fact.values:
        raise ValueError(f"{text!r} is not one of {', '.join(fact.values)}")
    return value


def _read_integer(text: str) -> int:
    if not re.fullmatch(r"[+-]?[0-9]{1,30}", text):
        raise ValueError(f"{text!r} is not a whole number")
    return int(text)


def _read_boolean(text: str) -> bool:
    known = {"true": True, "false": False, "1": True, "0": False}
    if text.lower() not in known:
        raise ValueError(f"{text!r} is neither true nor false")
    return known[text.lower()]


def _read_datetime(text: str) -> str:
    """Normalise an ISO 8601 date-time to UTC text; one without a zone is taken as UTC, as DUIS means it."""
    try:
        moment = dt.datetime.fromisoformat(text.strip())
    except ValueError:
        raise ValueError(f"{text!r} is not a date and time such as 2025-01-01T00:00:00Z") from None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=dt.UTC)
    try:
        return moment.astimezone(dt.UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"
    except OverflowError:
        raise ValueError(f"{text!r} lies outside the years 1 to 9999 in UTC") from None


_READERS: dict[ValueType, Callable[[str], Value]] = {
    ValueType.INTEGER: _read_integer,
    ValueType.BOOLEAN: _read_boolean,
    ValueType.TEXT: str,
    ValueType.DATETIME: _read_datetime,
}


def state_fact_type(fact: StateFact) -> FactType:
    """Return the vocabulary entry of a declared state fact."""
    return FactType(
        name=STATE + fact.id,
        phrase=fact.title,
        type=fact.type,
        unit=fact.unit,
        minimum=fact.minimum,
        maximum=fact.maximum,
        values=fact.values,
    )


def device_fact_types() -> tuple[FactType, ...]:
    """Return the vocabulary of the CPL key's parts."""
    return tuple(
        FactType(name=DEVICE + part, phrase=f"the Device's {part.replace('_', ' ')}", type=ValueType.TEXT)
        for part in KEY_FIELDS
    )


def request_fact_types(service: Service) -> tuple[FactType, ...]:
    """Return the vocabulary of a service's request body."""
    return tuple(
        FactType(name=REQUEST + field.path, phrase=f"{field.path} in the request", type=value_type(field.type))
        for field in service.request_body.fields
    )


def value_type(schema_type: str) -> ValueType:
    """Return the value type for a built-in XML Schema type name; what has no type of its own is text."""
    name = schema_type.removeprefix("xs:")
    if name == "dateTime":
        return ValueType.DATETIME
    if name == "boolean":
        return ValueType.BOOLEAN
    return ValueType.INTEGER if name.endswith(_INTEGER_TYPES) else ValueType.TEXT
