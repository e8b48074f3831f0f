"""The facts that conditions are decided by: what is known, what is known to be absent, and what nobody knows."""

from collections.abc import Mapping
from enum import Enum

import msgspec

from s1sr_validator.model.condition import Value
from s1sr_validator.model.device import KEY_FIELDS, Device
from s1sr_validator.model.request import Request
from s1sr_validator.model.service import Service
from s1sr_validator.model.vocabulary import DEVICE, REQUEST, read_value, request_fact_types


class Missing(Enum):
    """Why a fact has no value."""

    ABSENT = "absent"
    UNKNOWN = "unknown"


class Facts(msgspec.Struct, frozen=True):
    """Known values by name. When the request was seen, a request field without a value is known to be absent."""

    values: Mapping[str, Value | Missing]
    request_was_seen: bool = False

    def get(self, name: str) -> Value | Missing:
        """Return the value, or why there is none."""
        if name in self.values:
            return self.values[name]
        return Missing.ABSENT if name.startswith(REQUEST) and self.request_was_seen else Missing.UNKNOWN


def facts_about(
    device: Device, state: Mapping[str, Value], request_values: Mapping[str, Value | Missing] | None
) -> Facts:
    """Put together what is known: the Device's key, the state given, and the request's fields (None: not seen)."""
    key = {DEVICE + name: part for name, part in zip(KEY_FIELDS, device.key_parts(), strict=True)}
    return Facts({**state, **(request_values or {}), **key}, request_was_seen=request_values is not None)


def request_values(request: Request, service: Service) -> dict[str, Value | Missing] | None:
    """Return the request's fields as typed values, or None where the content cannot be seen.

    A field whose text is not of its type is there, but has no value that a condition could be decided by.
    """
    if request.is_signed_pre_command:
        return None
    values: dict[str, Value | Missing] = {}
    for fact in request_fact_types(service):
        field = request.first(fact.name.removeprefix(REQUEST))
        if field is None:
            continue
        try:
            values[fact.name] = read_value(fact, field.text)
        except ValueError:
            values[fact.name] = Missing.UNKNOWN
    return values
