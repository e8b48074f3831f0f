"""The description of the interface is OpenAPI 3.1, and describes what is there."""

import json
from pathlib import Path
from typing import Any

import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator

from s1sr_validator.report.output_schemas import OUTPUTS, output_schema
from s1sr_validator.server.app import application
from s1sr_validator.server.openapi import openapi_document, shapes
from s1sr_validator.server.operations import OPERATIONS
from tests.server.serving import Served

PUBLISHED = Path(__file__).parents[2] / "schemas" / "output"


def test_it_is_openapi() -> None:
    """A validator that is not ours finds nothing."""
    assert [] == list(OpenAPIV31SpecValidator(openapi_document()).iter_errors())


def test_a_wrong_one_would_be_found() -> None:
    """The validator looks."""
    document = openapi_document()
    del document["paths"]["/v1/health"]["get"]["responses"]
    document["paths"]["/v1/predict"]["post"]["parameters"][0]["in"] = "nowhere"
    assert list(OpenAPIV31SpecValidator(document).iter_errors())


def test_it_describes_every_route(served: Served) -> None:
    """Paths and methods are those of the application, no more and no less."""
    described = {
        (path, method.upper()) for path, item in served.get("/v1/openapi.json").json["paths"].items() for method in item
    }
    routes: Any = application(served.service).routes
    served_at = {(route.path.replace(":path}", "}"), method) for route in routes for method in route.methods - {"HEAD"}}
    assert served_at == described


def test_its_shapes_are_the_published_ones() -> None:
    """The same definitions as in schemas/output, with other places for references."""
    found = shapes()
    for name, kind in OUTPUTS.items():
        if any(kind in operation.answers for operation in OPERATIONS):
            published = output_schema(name)
            assert json.loads((PUBLISHED / f"{name}.schema.json").read_text("utf-8")) == published
            text = json.dumps(published["$defs"]).replace("#/$defs/", "#/components/schemas/")
            for definition, schema in json.loads(text).items():
                assert schema == found[definition]


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.name)
def test_every_operation_says_what_it_does(operation: Any) -> None:  # noqa: ANN401 - of the table
    """Each has a summary, its problems, and described parameters."""
    described = openapi_document()["paths"][operation.path][operation.method.lower()]
    assert described["summary"]
    assert {"200", "400"} <= set(described["responses"])
    assert all(parameter["description"] for parameter in described["parameters"])
