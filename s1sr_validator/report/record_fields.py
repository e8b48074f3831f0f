"""A record as plain data with every field, also those that hold their default: unknown is shown, not left out."""

from typing import Any

import msgspec

from s1sr_validator.model.record import Record


def record_fields(record: Record) -> dict[str, Any]:
    """Return the record's fields in the order of its type; nothing is left out."""
    return {name: msgspec.to_builtins(getattr(record, name)) for name in record.__struct_fields__}
