"""Fields of a record as citations and conflicts name them: a field, or a dotted path into one (`cpl.log_name`)."""

from collections.abc import Iterator, Mapping
from typing import Any

ABOUT_THE_RECORD = frozenset({"citations", "conflicts", "notes"})
"""Fields that speak of the record's own facts and are no facts themselves."""


def has_field(data: Mapping[str, Any], dotted: str) -> bool:
    """Say whether the record, as it was written, has the field."""
    value: Any = data
    for part in dotted.split("."):
        if not isinstance(value, dict) or part not in value:
            return False
        value = value[part]
    return dotted not in ABOUT_THE_RECORD


def field_paths(data: Mapping[str, Any], prefix: str = "") -> Iterator[str]:
    """Yield every field of the record, and every dotted path into its mappings."""
    for name, value in data.items():
        if prefix or name not in ABOUT_THE_RECORD:
            yield prefix + name
        if isinstance(value, dict):
            yield from field_paths(value, f"{prefix}{name}.")
