"""The command variant of a request as a number."""

from s1sr_validator.model.condition import ValueType
from s1sr_validator.model.request import Request
from s1sr_validator.model.vocabulary import FactType, read_value

RESERVED = 9
"""A value of the schema's list that is not for a User's requests."""

KNOWN = range(1, 9)
"""The command variants that a User may give with one service or another."""

SIGNED = frozenset({5, 6, 7})
"""The command variants of a signed pre-command; the others are those of a service request."""

_VARIANT = FactType(name="CommandVariant", phrase="CommandVariant", type=ValueType.INTEGER)


def variant_number(request: Request) -> int | None:
    """Return the command variant, or None where it is no number; the schema takes `01` for 1."""
    try:
        value = read_value(_VARIANT, request.command_variant)
    except ValueError:
        return None
    return value if isinstance(value, int) else None
