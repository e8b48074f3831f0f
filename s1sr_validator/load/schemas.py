"""The authoring schemas: read once, with references followed, and a kept validator for each kind."""

import functools
import json
from collections.abc import Iterator
from typing import Any

from jsonschema import Draft202012Validator, validators
from jsonschema.exceptions import ValidationError
from jsonschema.protocols import Validator
from referencing import Registry, Resource

from s1sr_validator.load.resources import schemas_folder

Schema = dict[str, Any]


@functools.cache
def _documents() -> dict[str, Schema]:
    return {path.name: json.loads(path.read_text("utf-8")) for path in sorted(schemas_folder().glob("*.schema.json"))}


@functools.cache
def _registry() -> "Registry[Any]":
    resources = [(name, Resource.from_contents(document)) for name, document in _documents().items()]
    registry: Registry[Any] = Registry()
    return registry.with_resources(resources)


def _unique_items(_validator: object, wanted: object, items: object, _schema: object) -> Iterator[ValidationError]:
    """Compare items by their text; jsonschema compares every pair, which takes minutes on a long list of mappings."""
    if not wanted or not isinstance(items, list):
        return
    seen = set()
    for item in items:
        text = json.dumps(item, sort_keys=True)
        if text in seen:
            yield ValidationError(f"{text} stands more than once")
        seen.add(text)


_Validator: type[Validator] = validators.extend(  # type: ignore[no-untyped-call] # jsonschema does not type it
    Draft202012Validator, {"uniqueItems": _unique_items}
)


@functools.cache
def validator(singular: str) -> Validator:
    """Return the kept validator of a kind's authoring schema, by the kind's singular name."""
    return _Validator(
        _documents()[f"{singular}.schema.json"],
        registry=_registry(),
        format_checker=Draft202012Validator.FORMAT_CHECKER,
    )


class SchemaNode:
    """A place in a schema while a document is walked beside it; knows its file, so that references resolve."""

    def __init__(self, schema: Schema, file: str) -> None:
        """Follow a reference at once, so that the node is always the schema itself."""
        while "$ref" in schema:
            target, _, pointer = schema["$ref"].partition("#")
            file = target or file
            schema = _documents()[file]
            for step in filter(None, pointer.split("/")):
                schema = schema[step]
        self.schema = schema
        self.file = file

    @classmethod
    def of_kind(cls, singular: str) -> "SchemaNode":
        """Return the top of a kind's authoring schema."""
        name = f"{singular}.schema.json"
        return cls(_documents()[name], name)

    def member(self, key: str) -> "SchemaNode":
        """Return the schema of a mapping's member; an empty one where the schema has no such key."""
        members = self.schema.get("properties", {})
        fallback = self.schema.get("additionalProperties", {})
        found = members.get(key, fallback)
        return SchemaNode(found if isinstance(found, dict) else {}, self.file)

    def item(self) -> "SchemaNode":
        """Return the schema of a list's items."""
        return SchemaNode(self.schema.get("items", {}), self.file)

    @property
    def type(self) -> str:
        """Return the one type that the schema asks for, or an empty text."""
        found = self.schema.get("type", "")
        return found if isinstance(found, str) else ""

    @property
    def is_date(self) -> bool:
        """Say whether the schema asks for a date, which reads the same with and without quotes."""
        return self.schema.get("format") in {"date", "partial-date"}
