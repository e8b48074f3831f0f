"""The OpenAPI description of the static API."""

from typing import Any

from s1sr_validator.model.kinds import KINDS
from s1sr_validator.publish.api_types import API_VERSION

_JSON, _YAML = "application/json", "application/yaml"


def openapi() -> dict[str, Any]:
    """Return the description, with the paths below the folder that holds it."""
    paths = {
        "/index.json": _get("The kinds of record, and the documents that hold everything", "index"),
        "/all.json": _get("Every record", "all"),
        "/all.ndjson": _get("Every record, one on each line", "line", content="application/x-ndjson"),
        "/modified.json": _get("The digest of every record, to see which changed", "modified"),
        "/decisions/{device}.json": _get(
            "What is known of every service of a Device Model", "decisions", parameter="device", example=_DEVICE
        ),
        "/all.parquet": _file(
            "Every record as a Parquet table: kind, id, title, and the record as JSON text",
            "application/vnd.apache.parquet",
        ),
        "/catalogue.sqlite": _file("Every record as a SQLite database", "application/vnd.sqlite3"),
    }
    paths["/schemas/{name}.schema.json"] = _file(
        "A JSON Schema by its name", "application/schema+json", parameter="name"
    )
    for kind in KINDS:
        paths[f"/{kind.folder}.json"] = _get(f"{kind.title}: the list", "records")
        paths[f"/{kind.folder}/{{id}}.json"] = _get(f"{kind.title}: one in full", "record", parameter="id")
        paths[f"/{kind.folder}/{{id}}.yaml"] = _file(f"{kind.title}: one as it is written", _YAML, parameter="id")
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "SMETS1 device behaviour knowledge base",
            "version": API_VERSION,
            "description": "Static files that answer GET. An id keeps its slashes; a character other than letters, "
            "digits and . _ ( ) - is written as ~ and two hex digits.",
            "license": {"name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"},
        },
        "servers": [{"url": "."}],
        "paths": paths,
    }


_DEVICE = "ESME/1028/5678/0201/03465317"


def _get(summary: str, schema: str, *, parameter: str = "", example: str = "", content: str = _JSON) -> dict[str, Any]:
    shape = {"schema": {"$ref": f"schemas/api-{schema}.schema.json"}}
    operation: dict[str, Any] = {
        "summary": summary,
        "responses": {
            "200": {"description": "the document", "content": {content: shape}},
            "404": {"description": "there is no such record"},
        },
    }
    return {"get": operation | _parameters(parameter, example)}


def _file(summary: str, content: str, *, parameter: str = "") -> dict[str, Any]:
    operation = {"summary": summary, "responses": {"200": {"description": "the file", "content": {content: {}}}}}
    return {"get": operation | _parameters(parameter)}


def _parameters(name: str, example: str = "") -> dict[str, Any]:
    if not name:
        return {}
    named: dict[str, Any] = {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
    return {"parameters": [named | ({"example": example} if example else {})]}
