"""The JSON Schemas of the API's documents and records, made from the types; none of them has a union."""

import inspect
from typing import Any

import msgspec

from s1sr_validator.model.kinds import KINDS
from s1sr_validator.publish.api_fields import FactText, StatedCondition
from s1sr_validator.publish.api_types import DOCUMENTS
from s1sr_validator.report.output_schemas import OUTPUTS, output_schema

Schema = dict[str, Any]
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_CONDITION = "#/$defs/StatedCondition"


def api_schemas() -> dict[str, Schema]:
    """Return every schema by its file name: documents, records of each kind, and the command line's own output."""
    documents = {f"api-{name}": _schema(f"api-{name}", found) for name, found in DOCUMENTS.items()}
    records = {f"record-{kind.singular}": _schema(f"record-{kind.singular}", kind.type) for kind in KINDS}
    commands = {f"output-{name}": output_schema(name) for name in OUTPUTS}
    return {f"{name}.schema.json": schema for name, schema in (documents | records | commands).items()}


def _schema(name: str, shape: type[msgspec.Struct]) -> Schema:
    (top,), definitions = msgspec.json.schema_components([shape], ref_template="#/$defs/{name}")
    _, extra = msgspec.json.schema_components([StatedCondition, FactText], ref_template="#/$defs/{name}")
    known = {key: _single(definition) for key, definition in (definitions | extra).items()}
    return {
        "$schema": _DIALECT,
        "$id": f"{name}.schema.json",
        "title": shape.__name__,
        **top,
        "$defs": _used(top, known),
    }


def _single(schema: Any) -> Any:  # noqa: ANN401 - a schema or a part of one
    """Return a schema without unions: a field that may be null is one that may be left out, a value is its text."""
    if isinstance(schema, list):
        return [_single(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    if "anyOf" in schema:
        return _of_union([part for part in schema["anyOf"] if part.get("type") != "null"])
    kept = {key: _single(part) for key, part in schema.items() if key != "default"}
    if isinstance(kept.get("description"), str):
        kept["description"] = inspect.cleandoc(kept["description"])
    if kept.get("title") == "StateValue":
        return {**kept, "properties": {"name": {"type": "string"}, "value": {"type": "string"}}}
    return kept


def _of_union(parts: list[Schema]) -> Schema:
    if len(parts) == 1:
        found: Schema = _single(parts[0])
        return found
    return {"$ref": _CONDITION} if all("$ref" in part for part in parts) else {"type": "string"}


def _used(top: Schema, known: dict[str, Schema]) -> dict[str, Schema]:
    """Return the definitions that the schema reaches, so that the parts of unions do not stay behind."""
    used: dict[str, Schema] = {}
    waiting = [top]
    while waiting:
        for name in _references(waiting.pop()):
            if name not in used:
                used[name] = known[name]
                waiting.append(known[name])
    return dict(sorted(used.items()))


def _references(schema: Any) -> list[str]:  # noqa: ANN401 - a schema or a part of one
    if isinstance(schema, dict):
        own = [schema["$ref"].rpartition("/")[2]] if isinstance(schema.get("$ref"), str) else []
        return own + [name for part in schema.values() for name in _references(part)]
    return [name for part in schema for name in _references(part)] if isinstance(schema, list) else []
