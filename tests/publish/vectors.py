"""What a vector is: a line for the runner, with the answer that Python gives in canonical JSON."""

from typing import Any

import msgspec

Vector = dict[str, Any]


def canonical(value: object) -> str:
    """Return JSON with sorted names, as the scripts write it."""
    return msgspec.json.encode(value, order="sorted").decode()


def table_of(name: str, table: dict[str, Any]) -> Vector:
    """Return the line that gives the runner a table under a name."""
    return {"kind": "table", "name": name, "table": table}
