"""Any result as JSON, indented, in the shape that schemas/output describes."""

from typing import Any

import msgspec


def to_json(value: Any) -> str:  # noqa: ANN401 - every result value of this package
    """Return the value as indented JSON with a final line break."""
    return msgspec.json.format(msgspec.json.encode(value), indent=2).decode() + "\n"
