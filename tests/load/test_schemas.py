"""The authoring schemas and the types of the records say the same."""

from typing import Any

import msgspec
import pytest

from s1sr_validator.load.schemas import SchemaNode
from s1sr_validator.model.kinds import KINDS, Kind
from s1sr_validator.model.regulation import CatalogueHeader

HEADER = Kind(folder="", singular="catalogue", type=CatalogueHeader, title="The header")
CONDITION_KEYS = {"when"}


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


@pytest.mark.parametrize("kind", [*KINDS, HEADER], ids=lambda kind: kind.singular)
def test_schema_and_type_have_the_same_fields(kind: Kind) -> None:
    """What the schema lets through the record can hold, and the other way round."""
    properties = SchemaNode.of_kind(kind.singular).schema["properties"]
    fields = {field.name for field in msgspec.structs.fields(kind.type)}
    assert set() == set(properties) - fields
    assert set() == fields - set(properties) - {"citations", "conflicts", "notes"}


@pytest.mark.parametrize("kind", [*KINDS, HEADER], ids=lambda kind: kind.singular)
def test_schema_asks_for_what_the_type_needs(kind: Kind) -> None:
    """A field without a default is required by the schema."""
    required = set(SchemaNode.of_kind(kind.singular).schema["required"])
    assert {field.name for field in msgspec.structs.fields(kind.type) if field.required} <= required


@pytest.mark.parametrize("kind", [*KINDS, HEADER], ids=lambda kind: kind.singular)
def test_schema_is_closed_and_described(kind: Kind) -> None:
    """An editor shows a description on hover, and flags a key that is not in the schema."""
    schema = SchemaNode.of_kind(kind.singular).schema
    assert schema["additionalProperties"] is False
    assert schema["description"]
    assert [] == described(schema, kind.singular)


def test_references_are_followed() -> None:
    """A node is always the schema itself, also where one file refers to another."""
    node = SchemaNode.of_kind("behaviour").member("lifecycle").item().member("on")
    assert ("string", True) == (node.type, node.is_date)


def test_beyond_the_schema() -> None:
    """A key or an item that no schema describes has an empty one."""
    node = SchemaNode.of_kind("behaviour").member("no-such-key").member("deeper").item()
    assert ({}, "", False) == (node.schema, node.type, node.is_date)
