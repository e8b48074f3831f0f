"""The text of a payload's field: legal by its type and bounds, and as likely as its name lets one guess."""

import base64
import datetime as dt
import random
from collections.abc import Callable

import msgspec

from s1sr_validator.model.device import Device
from s1sr_validator.model.payload import PayloadField
from s1sr_validator.simulation.log_times import utc_text
from s1sr_validator.simulation.number_ranges import NUMBER_TYPES, fitted, likely
from s1sr_validator.simulation.patterns import matching_text

_GOOD_NEWS = ("success", "Success", "reliable")
"""The values that say that all went well: a simulated success has them wherever it can."""
_TEXT = "example"
_HASH_BYTES = 20
_RUNNING = ("Register", "Consumption")
_AT_MOST_USED = 2_000
"""What a register that only grows gains at most between two entries of a log."""


class Surroundings(msgspec.Struct, frozen=True, kw_only=True):
    """What a text is chosen by, beside its field: who answers whom, which repetition it is (from 1), and the time.

    `readings` keeps the last reading of each register, by path and repetition.
    """

    device: Device
    device_id: str
    user_id: str
    number: int
    moment: dt.datetime
    chance: random.Random
    readings: dict[tuple[str, int], int]


def field_text(field: PayloadField, around: Surroundings) -> str:
    """Return a text that the field can have.

    Raises:
        ValueError: the field is of a type, or has a pattern, that no text can be made up for.
    """
    if field.values:
        good = [value for value in _GOOD_NEWS if value in field.values]
        own = [value for value in field.values if value == around.device.device_type]
        return (*good, *own, around.chance.choice(sorted(field.values)))[0]
    if field.type in NUMBER_TYPES:
        return _number(field, around)
    if field.pattern:
        return _id(field, around)
    if field.type not in _BY_TYPE:
        raise ValueError(f"{field.path}: no text can be made up for type {field.type}")
    return _BY_TYPE[field.type](field, around)


def _number(field: PayloadField, around: Surroundings) -> str:
    if field.is_attribute:
        return str(fitted(0 if field.name.endswith("Code") else around.number, field))
    low, high = likely(field)
    number = around.chance.randint(low, high)
    if any(word in field.name for word in _RUNNING) and "Debt" not in field.name:
        number = _grown(field, around, number)
    return f"{number}.{around.chance.randrange(1_000):03}" if field.type == "xs:decimal" and low < high else f"{number}"


def _grown(field: PayloadField, around: Surroundings, first: int) -> int:
    """Return a register's reading: any number at first, then a little more than the last time."""
    last = around.readings.get((field.path, around.number))
    reading = first if last is None else fitted(last + around.chance.randint(1, _AT_MOST_USED), field)
    around.readings[field.path, around.number] = reading
    return reading


def _id(field: PayloadField, around: Surroundings) -> str:
    """Return the Device's or the User's own id where the pattern is that of ids, else any text that matches."""
    found = matching_text(field.pattern, around.chance)
    if len(found) != len(around.device_id) or found.count("-") != around.device_id.count("-"):
        return found
    return around.device_id if "Device" in field.name else around.user_id


def _string(field: PayloadField, around: Surroundings) -> str:
    own = {
        "FirmwareVersion": around.device.firmware_version,
        "ModelType": around.device.model,
        "ManufacturerIdentifier": around.device.manufacturer,
    }
    if field.name.endswith(("MPAN", "MPRN")):
        text = "".join(around.chance.choices("0123456789", k=field.max_length or 10))
    else:
        text = own.get(field.name, _TEXT)
    return text[: field.max_length].ljust(field.min_length or 0, "x")


def _half_hour(_field: PayloadField, around: Surroundings) -> str:
    return f"{around.chance.randrange(24):02}:{around.chance.choice((0, 30)):02}:00"


_BY_TYPE: dict[str, Callable[[PayloadField, Surroundings], str]] = {
    "xs:boolean": lambda _field, around: around.chance.choice(("true", "false")),
    "xs:string": _string,
    "xs:token": _string,
    "xs:dateTime": lambda _field, around: utc_text(around.moment),
    "xs:date": lambda _field, around: around.moment.date().isoformat(),
    "xs:time": _half_hour,
    "xs:hexBinary": lambda _field, around: f"{around.chance.randrange(2**16):04X}",
    "xs:base64Binary": lambda _field, around: base64.b64encode(around.chance.randbytes(_HASH_BYTES)).decode(),
}
