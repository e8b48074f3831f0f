"""The static API: documents that hold to their published schemas, in which nothing has two types."""

import json
import re
import sqlite3
import sys
from pathlib import Path
from typing import Any

import duckdb
import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator
from pyarrow import parquet  # type: ignore[import-untyped] # it ships no types
from referencing import Registry, Resource

from s1sr_validator import Catalogue
from s1sr_validator.index.search import find_id
from s1sr_validator.model.condition import AllOf, AnyOf, Comparison, Not, Operator
from s1sr_validator.model.errors import UsageError
from s1sr_validator.model.kinds import KIND_BY_FOLDER, KINDS
from s1sr_validator.publish.api import Files, api_files
from s1sr_validator.publish.api_fields import ConditionNode, api_fields, condition_node
from s1sr_validator.publish.api_schemas import api_schemas
from tests.publish.published import contents_of

SCHEMAS = api_schemas()
REGISTRY: Registry[Any] = Registry().with_resources(
    [(name, Resource.from_contents(schema)) for name, schema in SCHEMAS.items()]
)


@pytest.fixture(scope="module")
def files(tiny: Catalogue) -> Files:
    """The API of the tiny catalogue."""
    return api_files(contents_of(tiny))


def held(document: object, schema: str) -> list[str]:
    """Return what a schema says against a document."""
    validator = Draft202012Validator(SCHEMAS[f"{schema}.schema.json"], registry=REGISTRY)
    return [error.message for error in validator.iter_errors(document)]


def test_every_document_of_a_record_holds_to_its_schemas(tiny: Catalogue, files: Files) -> None:
    """The envelope has its schema, and the record the schema of its kind."""
    for folder, record_id in contents_of(tiny).hits:
        document = json.loads(files[f"api/v1/{folder}/{record_id}.json"])
        assert held(document, "api-record") == []
        assert held(document["record"], f"record-{KIND_BY_FOLDER[folder].singular}") == []


@pytest.mark.parametrize(
    ("path", "schema"),
    [
        ("index.json", "api-index"),
        ("all.json", "api-all"),
        ("modified.json", "api-modified"),
        ("decisions/ESME/FFF0/0001/0101/00000001.json", "api-decisions"),
        *((f"{kind.folder}.json", "api-records") for kind in KINDS),
    ],
)
def test_every_other_document_holds_to_its_schema(files: Files, path: str, schema: str) -> None:
    """Lists, everything at once, decisions and what changed have schemas too."""
    assert held(json.loads(files[f"api/v1/{path}"]), schema) == []


@pytest.mark.parametrize("name", [name for name in SCHEMAS if not name.startswith("output-")])
def test_nothing_has_two_types(name: str) -> None:
    """No schema of the API says anyOf, oneOf or a list of types."""
    Draft202012Validator.check_schema(SCHEMAS[name])
    text = json.dumps(SCHEMAS[name])
    assert '"anyOf"' not in text
    assert '"oneOf"' not in text
    assert '"type": [' not in text


def test_nothing_is_null(files: Files) -> None:
    """What is not stated is left out of a record."""
    for path, data in files.items():
        if path.endswith(".json") and "/schemas/" not in path:
            assert not re.search(rb":\s*null\b", data), path


def test_every_line_of_the_stream_is_a_record(tiny: Catalogue, files: Files) -> None:
    """all.ndjson has one record on each line, as all.json has."""
    lines = [json.loads(line) for line in files["api/v1/all.ndjson"].splitlines()]
    assert len(contents_of(tiny).hits) == len(lines)
    assert json.loads(files["api/v1/all.json"])["records"] == lines
    assert all(held(line, "api-line") == [] for line in lines)


def test_decisions_name_every_service_once(tiny: Catalogue, files: Files) -> None:
    """A service is either assessed or listed as not assessed."""
    for device in tiny.lookup.devices:
        document = json.loads(files[f"api/v1/decisions/{device}.json"])
        named = [decision["srv"] for decision in document["assessed"]] + document["not_assessed"]
        assert sorted(tiny.lookup.services) == sorted(named)


def test_the_database_answers(tiny: Catalogue, files: Files) -> None:
    """The SQLite file opens, counts every record, and knows who names whom."""
    connection = sqlite3.connect(":memory:")
    connection.deserialize(files["api/v1/catalogue.sqlite"])
    (count,) = connection.execute("SELECT count(*) FROM records").fetchone()
    users = connection.execute("SELECT id FROM links WHERE to_kind = 'services' AND to_id = '9.9.1'").fetchall()
    connection.close()
    assert len(contents_of(tiny).hits) == count
    assert ("S1B-9001",) in users


def test_the_parquet_file_has_the_rows_of_the_stream(tiny: Catalogue, files: Files, tmp_path: Path) -> None:
    """Pyarrow and DuckDB read from all.parquet what all.ndjson has, in its order, and from which catalogue it is."""
    path = tmp_path / "all.parquet"
    path.write_bytes(files["api/v1/all.parquet"])
    lines = [json.loads(line) for line in files["api/v1/all.ndjson"].splitlines()]
    table = parquet.read_table(path)
    assert lines == [row | {"record": json.loads(row["record"])} for row in table.to_pylist()]
    assert tiny.digest.encode() == table.schema.metadata[b"s1sr.catalogue_digest"]
    found = duckdb.connect().execute("SELECT kind, id FROM read_parquet($1)", [str(path)])
    assert [(line["kind"], line["id"]) for line in lines] == found.fetchall()


def test_nothing_is_published_without_pyarrow(tiny: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that cannot be written is an error that says what to install, never left out in silence."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(UsageError) as refused:
        api_files(contents_of(tiny))
    assert "pyarrow" in refused.value.message
    assert "s1sr-validator[parquet]" in refused.value.tip


def test_a_changed_record_has_another_digest(tiny: Catalogue, files: Files) -> None:
    """Each record's digest is its own, so that a client sees which to read again."""
    entries = json.loads(files["api/v1/modified.json"])["records"]
    assert len(contents_of(tiny).hits) == len({entry["digest"] for entry in entries})


def test_the_description_is_openapi(files: Files, tmp_path: Path) -> None:
    """openapi.json is a valid OpenAPI 3.1 description with the schemas beside it, and every fixed path of it exists."""
    for path, data in files.items():
        if "/schemas/" in path or path.endswith("openapi.json"):
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_bytes(data)
    description = json.loads(files["api/v1/openapi.json"])
    validator = OpenAPIV31SpecValidator(description, base_uri=(tmp_path / "api/v1/openapi.json").as_uri())
    assert list(validator.iter_errors()) == []
    assert [path for path in description["paths"] if "{" not in path and f"api/v1{path}" not in files] == []
    named = {part for part in json.dumps(description).split('"') if part.startswith("schemas/")}
    assert {name for name in named if f"api/v1/{name}" not in files} == set()


def test_every_file_is_described(files: Files) -> None:
    """No file of the API is left out of its description but the description itself."""
    paths = json.loads(files["api/v1/openapi.json"])["paths"]
    templates = [re.compile(re.sub(r"\\{[a-z]+\\}", ".+", re.escape(f"api/v1{path}"))) for path in paths]
    left_out = {path for path in files if not any(template.fullmatch(path) for template in templates)}
    assert {"api/v1/openapi.json"} == left_out


def test_every_document_has_the_envelope(tiny: Catalogue, files: Files) -> None:
    """The shape's version, the catalogue with its digest, and the day come first in every document."""
    for path, data in files.items():
        if path.endswith(".json") and "/schemas/" not in path and "openapi" not in path:
            document = json.loads(data)
            assert ["schema_version", "catalogue", "as_of"] == list(document)[:3], path
            assert ("1", tiny.digest, "2020-06-01") == (
                *(document["schema_version"], document["catalogue"]["digest"]),
                document["as_of"],
            )


def test_modified_names_every_record_once(tiny: Catalogue, files: Files) -> None:
    """The list to poll leaves none out."""
    named = [(entry["kind"], entry["id"]) for entry in json.loads(files["api/v1/modified.json"])["records"]]
    assert list(contents_of(tiny).hits) == named


def test_a_condition_is_given_in_words_and_as_a_tree(tiny: Catalogue) -> None:
    """A behaviour's condition reads in words, and its values are texts."""
    (hit,) = find_id(tiny.snapshot, "S1B-9001")
    when = api_fields(hit.record, tiny.lookup)["when"]
    assert when["words"]
    assert all(isinstance(text, str) for text in when["tree"]["operands"])


def test_every_node_of_a_condition_has_one_shape() -> None:
    """All, any, not and comparisons become the same shape."""
    zero = Comparison(fact="state.x", operator=Operator.EQUALS, operands=(0,))
    leaf = ConditionNode(node="comparison", fact="state.x", operator="equals", operands=("0",))
    wanted = ConditionNode(
        node="all", parts=(ConditionNode(node="any", parts=(leaf,)), ConditionNode(node="not", parts=(leaf,)))
    )
    assert wanted == condition_node(AllOf(parts=(AnyOf(parts=(zero,)), Not(part=zero))))
