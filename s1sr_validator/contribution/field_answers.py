"""Answers by field (`deviation.outcome`, `citations.0.source`) to the data of a record, by the kind's schema."""

import difflib
import re
from collections.abc import Iterable, Iterator
from typing import Any

from s1sr_validator.load.schemas import SchemaNode
from s1sr_validator.model.errors import UsageError

Answers = dict[str, list[str]]
"""The texts given for each field, in the order given."""
_MOST_ITEMS = 100


def read_answers(given: Iterable[str], option: str) -> Answers:
    """Read repeated `FIELD=VALUE`; a field that is given more than once has several values.

    Raises:
        UsageError: one has no `=`.
    """
    answers: Answers = {}
    for text in given:
        field, equals, value = text.partition("=")
        if not equals or not field.strip():
            raise UsageError(f"{option} {text!r} is not FIELD=VALUE", tip=f"for example {option} title='An empty log'")
        answers.setdefault(field.strip(), []).append(value.strip())
    return answers


def record_data(singular: str, answers: Answers) -> dict[str, Any]:
    """Return the data of a record of a kind.

    Raises:
        UsageError: the schema has no such field, or a field with one value was given several.
    """
    data: dict[str, Any] = {}
    schema = SchemaNode.of_kind(singular)
    for field, values in answers.items():
        _put(data, schema, field.split("."), values, field)
    return data


def _put(data: Any, schema: SchemaNode, steps: list[str], values: list[str], field: str) -> None:  # noqa: ANN401 - plain data
    if schema.type == "array":
        number, rest = _item_number(steps)
        if number > len(data) or number >= _MOST_ITEMS:
            raise UsageError(f"{field}: item {number} comes before item {len(data)}", tip="items are counted from 0")
        if number == len(data):
            data.append(_empty(schema.item()))
        _put(data[number], schema.item(), rest, values, field)
        return
    name, *rest = steps
    _check_name(name, schema, field)
    member = schema.member(name)
    if member.type == "array" and member.item().type != "object":
        data.setdefault(name, []).extend(each for value in values for each in _split(value, member.item()))
    elif member.type in {"array", "object"} and rest:
        _put(data.setdefault(name, _empty(member)), member, rest, values, field)
    elif rest or member.type in {"array", "object"}:
        wanted = ", ".join(f"{field}.{key}" for key in _members(member))
        raise UsageError(f"{field} does not hold a text", tip=f"its fields: {wanted}" if wanted else "")
    elif len(values) > 1:
        raise UsageError(f"{field} is given {len(values)} times; it holds one value")
    else:
        data[name] = values[0]


def _item_number(steps: list[str]) -> tuple[int, list[str]]:
    """Return which item of a list is meant; without a number the first is."""
    return (int(steps[0]), steps[1:]) if re.fullmatch("[0-9]{1,3}", steps[0]) and len(steps) > 1 else (0, steps)


def _empty(schema: SchemaNode) -> Any:  # noqa: ANN401 - a list or a mapping
    return [] if schema.type == "array" else {}


def _members(schema: SchemaNode) -> list[str]:
    found = schema.item() if schema.type == "array" else schema
    return list(found.schema.get("properties", {}))


def _check_name(name: str, schema: SchemaNode, field: str) -> None:
    known = _members(schema)
    if known and name not in known:
        close = difflib.get_close_matches(name, known, n=1)
        raise UsageError(
            f"no field is called {field!r}{f'; did you mean {close[0]}?' if close else ''}",
            tip=f"fields: {', '.join(known)}",
        )


def _split(value: str, item: SchemaNode) -> Iterator[str]:
    """Split a list that was given as one text; sentences, whose schema has neither form nor list, are not split."""
    is_code = "pattern" in item.schema or "enum" in item.schema or item.schema.get("description", "").startswith("id")
    parts = re.split(r"[,;\s]+", value) if is_code else [value]
    yield from (part for part in parts if part)
