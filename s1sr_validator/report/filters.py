"""Filters over records by dotted field: `manufacturer=1028`, `cpl.status=current`, `eligible_user_roles=IS`."""

from collections.abc import Iterable
from typing import Any

from s1sr_validator.model.errors import UsageError
from s1sr_validator.model.record import Record
from s1sr_validator.report.record_fields import record_fields


def matching(records: Iterable[Record], filters: Iterable[str]) -> tuple[Record, ...]:
    """Return the records for which every `field=value` holds (any item of a list may be the one).

    Raises:
        UsageError: a filter has no `=`, or no record of this kind has the field.
    """
    kept = [(record, record_fields(record)) for record in records]
    for text in filters:
        field, equals, value = text.partition("=")
        if not equals:
            raise UsageError(f"filter {text!r} has no value", tip="write --where FIELD=VALUE")
        if kept and field not in _known_fields(kept[0][0], (data for _, data in kept)):
            known = sorted(_known_fields(kept[0][0], (data for _, data in kept)))
            raise UsageError(f"no field is called {field!r}", tip=f"fields: {', '.join(known)}")
        kept = [
            (record, data)
            for record, data in kept
            if value.casefold() in {str(item).casefold() for item in _values(data, field.split("."))}
        ]
    return tuple(record for record, _ in kept)


def _values(data: Any, steps: list[str]) -> list[Any]:  # noqa: ANN401 - plain data of any shape
    if isinstance(data, list | tuple):
        return [value for item in data for value in _values(item, steps)]
    if not steps:
        return [str(data).lower() if isinstance(data, bool) else data]
    return _values(data[steps[0]], steps[1:]) if isinstance(data, dict) and steps[0] in data else []


def _known_fields(record: Record, rows: Iterable[dict[str, Any]]) -> set[str]:
    found = set(record.__struct_fields__)
    for data in rows:
        found |= set(_paths(data, ""))
    return found


def _paths(data: Any, prefix: str) -> Iterable[str]:  # noqa: ANN401 - plain data of any shape
    if isinstance(data, list | tuple):
        for item in data:
            yield from _paths(item, prefix)
    elif isinstance(data, dict):
        for key, value in data.items():
            yield f"{prefix}{key}"
            yield from _paths(value, f"{prefix}{key}.")
