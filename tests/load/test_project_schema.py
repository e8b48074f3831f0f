"""What editors complete in `s1sr.toml` is what the project reads."""

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from s1sr_validator.model.finding import Severity
from s1sr_validator.model.lifecycle import LIVE_STANDINGS
from s1sr_validator.model.project import Defaults, Selection, Suppression

SCHEMA = json.loads((Path(__file__).parents[2] / "schemas" / "project.schema.json").read_text("utf-8"))
CHECK, TABLE = SCHEMA["properties"]["check"]["properties"], SCHEMA["properties"]["suppress"]["items"]


def names(*types: type[msgspec.Struct]) -> set[str]:
    """Return the names of the fields of values."""
    return {field.name for each in types for field in msgspec.structs.fields(each)}


def test_the_schema_has_the_keys_of_the_values() -> None:
    """No key is described that is not read, and none is read that is not described."""
    assert names(Selection, Defaults) == set(CHECK)
    assert names(Suppression) - {"number"} == set(TABLE["properties"])


def test_what_a_suppression_needs_has_no_default() -> None:
    """A suppression that is read says its rule, its reason and its end."""
    needed = {field.name for field in msgspec.structs.fields(Suppression) if field.required}
    assert needed - {"number"} == set(TABLE["required"])


def test_closed_lists_are_those_of_the_model() -> None:
    """An editor offers what is accepted."""
    assert [severity.value for severity in Severity] == CHECK["fail_on"]["enum"]
    assert [standing.value for standing in LIVE_STANDINGS] == CHECK["standing"]["enum"]


@pytest.mark.parametrize("table", [SCHEMA, SCHEMA["properties"]["check"], TABLE], ids=["file", "check", "suppress"])
def test_every_key_is_described_and_none_else_is_taken(table: dict[str, Any]) -> None:
    """An editor has something to say about each."""
    assert table["additionalProperties"] is False
    assert all(member["description"] for member in table["properties"].values())
