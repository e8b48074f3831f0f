"""The authoring schemas and the types of the records say the same."""

from typing import Any

import pytest
from msgspec import inspect

from s1sr_validator.load.schemas import SchemaNode
from s1sr_validator.model.kinds import KINDS, Kind
from s1sr_validator.model.regulation import CatalogueHeader

HEADER = Kind(folder="", singular="catalogue", type=CatalogueHeader, title="The header")
CONDITION_KEYS = {"when"}
OTHERWISE_AUTHORED = {"when", "facts"}  # conditions and the facts of cases: tests/load/test_condition_form.py
COMMON = {"citations", "conflicts", "notes"}  # a kind that rests on no source has none of them in its schema


def described(schema: Any, path: str) -> list[str]:  # noqa: ANN401 - any part of a JSON Schema
    """Return the dotted paths of members that an editor has nothing to say about."""
    silent = []
    for name, member in schema.get("properties", {}).items():
        node = SchemaNode(member, "common.schema.json").schema
        place = f"{path}.{name}"
        if "description" not in node and "description" not in member:
            silent.append(place)
        if name not in CONDITION_KEYS:
            silent += described(node, place) + described(node.get("items", {}), f"{place}[]")
    return silent


SCALARS = {inspect.IntType: "integer", inspect.BoolType: "boolean", inspect.StrType: "string"}


def fits(info: inspect.Type, node: SchemaNode) -> bool:
    """Say whether a single value's type is the one of its schema."""
    match info:
        case inspect.EnumType(cls=enum):
            return {member.value for member in enum} == set(node.schema.get("enum", ()))
        case inspect.DateType():
            return bool(node.schema.get("format") == "date")
        case _:
            return SCALARS.get(type(info)) == node.type


def apart(info: inspect.Type, node: SchemaNode, path: str) -> list[str]:
    """Return the dotted paths at which a type and its schema do not allow the same."""
    match info:
        case inspect.StructType(fields=fields):
            return apart_in_fields(fields, node, path)
        case inspect.VarTupleType(item_type=item):
            return apart(item, node.item(), f"{path}[]")
        case inspect.UnionType(types=types):
            (only,) = (found for found in types if not isinstance(found, inspect.NoneType))
            return apart(only, node, path)
        case _:
            return [] if fits(info, node) else [path]


def apart_in_fields(fields: tuple[inspect.Field, ...], node: SchemaNode, path: str) -> list[str]:
    """Return the paths at which the fields of a record and the members of its schema differ."""
    properties, required = node.schema.get("properties", {}), set(node.schema.get("required", ()))
    named = {field.name: field for field in fields}
    found = [f"{path}.{name}" for name in set(properties) ^ set(named) if name not in COMMON]
    found += [f"{path}.{name}: required" for name, field in named.items() if field.required and name not in required]
    for name, field in named.items():
        if name in properties and name not in OTHERWISE_AUTHORED:
            found += apart(field.type, node.member(name), f"{path}.{name}")
    return found


@pytest.mark.parametrize("kind", [*KINDS, HEADER], ids=lambda kind: kind.singular)
def test_schema_and_type_allow_the_same(kind: Kind) -> None:
    """What the schema lets through the record can hold, and the other way round, down to the last field."""
    assert [] == apart(inspect.type_info(kind.type), SchemaNode.of_kind(kind.singular), kind.singular)


@pytest.mark.parametrize("kind", [*KINDS, HEADER], ids=lambda kind: kind.singular)
def test_schema_is_closed_and_described(kind: Kind) -> None:
    """An editor shows a description on hover, and flags a key that is not in the schema."""
    schema = SchemaNode.of_kind(kind.singular).schema
    assert schema["additionalProperties"] is False
    assert schema["description"]
    assert [] == described(schema, kind.singular)


def test_references_are_followed() -> None:
    """A node is always the schema itself, also where one file refers to another."""
    node = SchemaNode.of_kind("behaviour").member("lifecycle").item().member("date")
    assert ("string", True) == (node.type, node.is_date)


def test_beyond_the_schema() -> None:
    """A key or an item that no schema describes has an empty one."""
    node = SchemaNode.of_kind("behaviour").member("no-such-key").member("deeper").item()
    assert ({}, "", False) == (node.schema, node.type, node.is_date)
