"""The interface as an OpenAPI 3.1 document, made from the operations and the published shapes."""

import inspect
from http import HTTPStatus
from typing import Any

import msgspec

from s1sr_validator.report.as_json import to_json
from s1sr_validator.server.operations import OPERATIONS, Operation, Parameter
from s1sr_validator.server.options import QuestionOptions
from s1sr_validator.server.problems import PROBLEM_TYPE, Problem
from s1sr_validator.version import software_version

Schema = dict[str, Any]

PATH = "/v1/openapi.json"
_REFERENCE = "#/components/schemas/{name}"
_ANY_PATH = (400, 503)
_MESSAGES: Schema = {"type": "array", "description": "What came back, each XML in a text, or JSON."}
_DUIS_JSON = "A message in either JSON shape of the npm package @smartdcc/duis-parser."


def openapi_document() -> Schema:
    """Return the document as plain data."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "s1sr serve",
            "version": software_version(),
            "summary": "What a SMETS1 Device does where it is not what GBCS says.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "paths": _paths(),
        "components": {"schemas": shapes()},
    }


def openapi_json() -> str:
    """Return the document as JSON."""
    return to_json(openapi_document())


def shapes() -> dict[str, Schema]:
    """Return every JSON shape of the interface by name, with references to each other."""
    types = {answer: None for operation in OPERATIONS for answer in operation.answers}
    _found, components = msgspec.json.schema_components((*types, Problem), ref_template=_REFERENCE)
    plain: dict[str, Schema] = msgspec.json.decode(msgspec.json.encode(components))
    for shape in plain.values():
        # Python 3.13 takes the indentation out of docstrings, earlier versions leave it in.
        shape["description"] = inspect.cleandoc(shape["description"])
    return plain


def _paths() -> Schema:
    paths: Schema = {PATH: {"get": _document_operation()}}
    for operation in OPERATIONS:
        paths.setdefault(operation.path, {})[operation.method.lower()] = _operation(operation)
    return paths


def _document_operation() -> Schema:
    answer = {"description": "This document.", "content": {"application/json": {"schema": {"type": "object"}}}}
    return {"operationId": "openapi", "summary": "This document.", "responses": {"200": answer}}


def _operation(operation: Operation) -> Schema:
    options = _option_schemas(operation.options) if operation.options else {}
    parameters = [*map(_parameter, operation.parameters), *(_option(name, each) for name, each in options.items())]
    described: Schema = {
        "operationId": operation.name,
        "summary": operation.about,
        "parameters": parameters,
        "responses": _responses(operation),
    }
    if operation.takes_message:
        described["requestBody"] = {"required": True, "content": _bodies(options)}
    return described


def _parameter(parameter: Parameter) -> Schema:
    schema: Schema = {"type": parameter.type}
    if parameter.type == "object":
        schema["additionalProperties"] = {"type": "string"}
    return {
        "name": parameter.name,
        "in": parameter.place,
        "required": parameter.required,
        "description": parameter.about,
        "schema": schema,
    }


def _option_schemas(options: type[QuestionOptions]) -> dict[str, Schema]:
    (_found,), components = msgspec.json.schema_components((options,), ref_template=_REFERENCE)
    properties: dict[str, Schema] = components[options.__name__]["properties"]
    return properties


def _option(name: str, schema: Schema) -> Schema:
    """Return an option as a query parameter; values of the state have names of their own."""
    about = schema["description"]
    plain = {key: value for key, value in schema.items() if key != "description"}
    if name == "state":
        name, plain = "state.NAME", {"type": "string"}
    return {"name": name, "in": "query", "required": False, "description": about, "schema": plain}


def _bodies(options: dict[str, Schema]) -> Schema:
    message = {"description": 'XML in a text, or JSON: "<sr:Request ...>".'}
    envelope = {"request": message, "responses": {**_MESSAGES, "items": message}, **options}
    shapes_of_json: list[Schema] = [{"type": "object", "description": _DUIS_JSON}]
    if options:
        shapes_of_json.append({"type": "object", "required": ["request"], "properties": envelope})
    return {
        "application/xml": {"schema": {"type": "string", "description": "A DUIS Service Request."}},
        "application/json": {"schema": {"anyOf": shapes_of_json}},
    }


def _responses(operation: Operation) -> Schema:
    responses = {"200": {"description": HTTPStatus.OK.phrase, "content": _answer(operation)}}
    for status in sorted({*_ANY_PATH, *operation.statuses}):
        responses[str(status)] = {"description": HTTPStatus(status).phrase}
        if status >= HTTPStatus.BAD_REQUEST:
            problem = {"schema": {"$ref": _REFERENCE.format(name=Problem.__name__)}}
            responses[str(status)]["content"] = {PROBLEM_TYPE: problem}
    return responses


def _answer(operation: Operation) -> Schema:
    if not operation.answers:
        return {"application/xml": {"schema": {"type": "string", "description": "A DUIS message."}}}
    found = [{"$ref": _REFERENCE.format(name=answer.__name__)} for answer in operation.answers]
    return {"application/json": {"schema": found[0] if len(found) == 1 else {"oneOf": found}}}
