"""The published schemas of the package's output are those of its types, and are themselves valid."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from s1sr_validator.report.output_schemas import OUTPUTS, output_schema

FOLDER = Path(__file__).parents[2] / "schemas" / "output"


def test_one_schema_for_each_output() -> None:
    """Nothing is published that is not made, and nothing made that is not published."""
    assert {f"{name}.schema.json" for name in OUTPUTS} == {path.name for path in FOLDER.iterdir()}


@pytest.mark.parametrize("name", sorted(OUTPUTS))
def test_schema_is_in_step_with_its_type(name: str) -> None:
    """The file is what `make schemas` would write, and a valid JSON Schema."""
    written = json.loads((FOLDER / f"{name}.schema.json").read_text("utf-8"))
    assert output_schema(name) == written
    Draft202012Validator.check_schema(written)


@pytest.mark.parametrize("name", sorted(OUTPUTS))
def test_no_union_types(name: str) -> None:
    """A client never has to ask which type a field has this time."""
    text = (FOLDER / f"{name}.schema.json").read_text("utf-8")
    assert '"anyOf"' not in text
    assert '"type": [' not in text
