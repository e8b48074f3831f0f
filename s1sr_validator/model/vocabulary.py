"""The names that conditions and callers may use, and their values read from text by declared type."""

import re
from collections.abc import Callable

import msgspec

from s1sr_validator.model.condition import Value, ValueType
from s1sr_validator.model.device import KEY_FIELDS
from s1sr_validator.model.service import Service
from s1sr_validator.model.state import StateFact
from s1sr_validator.model.xsd_types import read_datetime

STATE = "state."
REQUEST = "request."
DEVICE = "device."
_DAY = re.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})( .*)?")
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
    stated = fact.type is ValueType.DATETIME and fact.name.startswith(STATE)
    value = _READERS[fact.type](_stated_moment(text) if stated else text)
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
    """Normalise an `xs:dateTime` to UTC text of one length; one without a zone is taken as UTC, as DUIS means it."""
    return read_datetime(text).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def _stated_moment(text: str) -> str:
    """Write a day for its first moment and a space for the T: so callers mean them; a request is held to its type."""
    found = _DAY.fullmatch(text.strip())
    return f"{found[1]}T{(found[2] or ' 00:00:00Z')[1:]}" if found else text


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
