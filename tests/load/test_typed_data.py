"""Types come from the schema alone; what another reader would mistake must stand in quotes."""

from typing import Any

import pytest

from s1sr_validator.load.mark import Mark, Path
from s1sr_validator.load.schemas import SchemaNode
from s1sr_validator.load.typed_data import reads_as_other, typed_data
from s1sr_validator.load.yaml_tree import read_tree

SCHEMA = SchemaNode(
    {
        "properties": {
            "count": {"type": "integer"},
            "flag": {"type": "boolean"},
            "text": {"type": "string"},
            "day": {"type": "string", "format": "date"},
            "month": {"type": "string", "format": "partial-date"},
            "any": {"type": ["integer", "boolean", "string"]},
            "texts": {"type": "array", "items": {"type": "string"}},
            "nested": {"type": "object", "properties": {"count": {"type": "integer"}}},
            "open": {"type": "object", "additionalProperties": {"type": "integer"}},
            "srv": {"$ref": "common.schema.json#/$defs/srv"},
        }
    },
    "invented.schema.json",
)


def typed(text: str) -> dict[str, Any]:
    """Return the data of a YAML text."""
    return typed_data(read_tree(text.encode()), SCHEMA).data


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (0, "count: 0"),
        (-12, "count: -12"),
        (1234567890123456, "count: 1234567890123456"),
        ("12345678901234567", "count: 12345678901234567"),
        ("007", "count: 007"),
        ("+7", "count: +7"),
        ("1e5", "count: 1e5"),
        ("0x10", "count: 0x10"),
        ("1_000", "count: 1_000"),
        ("4.10", "count: 4.10"),
        ("12", "count: '12'"),
        (True, "flag: true"),
        (False, "flag: false"),
        ("True", "flag: True"),
        ("yes", "flag: yes"),
        ("no", "flag: no"),
        ("on", "flag: on"),
        ("1", "flag: 1"),
        ("true", "flag: 'true'"),
        ("4.10", "text: '4.10'"),
        ("0105", "text: '0105'"),
        ("true", "text: 'true'"),
        ("12", "any: 12"),
        ("true", "any: true"),
        ("12", "unknown: 12"),
    ],
)
def test_values(expected: object, text: str) -> None:
    """A plain text becomes a whole number or a truth value only where the schema asks for one."""
    (found,) = typed(text).values()
    assert (type(expected), expected) == (type(found), found)


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ({"nested": {"count": 3, "other": "3"}}, "nested: {count: 3, other: 3}"),
        ({"open": {"a": 1, "b": 2}}, "open: {a: 1, b: 2}"),
        ({"texts": ["1", "x"]}, "texts: ['1', x]"),
        ({"count": ["1"]}, "count: [1]"),
        ({"count": {"a": "1"}}, "count: {a: 1}"),
        ({"srv": "4.10"}, "srv: '4.10'"),
    ],
)
def test_nested_values(expected: dict[str, Any], text: str) -> None:
    """The schema is followed into mappings, lists and references; beyond it everything is text."""
    assert expected == typed(text)


NUMBERS = """
    4.10 0105 03465317 12 -1 +1 1. .5 1e5 1E-5 0x10 0o17 0b101 1_000 12:30 1:30:00 .inf -.INF .nan
"""
WORDS = """
    true True TRUE false yes Yes no NO on On off OFF y Y n N null Null NULL ~ 2025-10-17 2025-10-17T10:00:00Z = <<
"""
UNQUOTED = [*NUMBERS.split(), *WORDS.split()]
TEXTS = ["4.4.2", "0105x", "FFF0", "1e", "0x", "0xG", "0o8", "maybe", "nullable", "2025-10", "2025-1", "Ye", "--", "+"]


@pytest.mark.parametrize("text", UNQUOTED)
def test_a_text_that_reads_as_something_else_needs_quotes(text: str) -> None:
    """A YAML 1.1 or 1.2 reader would not take this for text: the finding says to quote it, and where it stands."""
    placed = typed_data(read_tree(f"count: 1\ntext: {text}\n".encode()), SCHEMA)
    message = f"text: write {text} in quotes, because other YAML readers do not take it for text"
    expected = [("CAT008", message, Mark(2, 7))]
    assert expected == [(problem.rule.code, problem.message, problem.mark) for problem in placed.problems]
    assert text == placed.data["text"]


@pytest.mark.parametrize("text", [*(f"'{text}'" for text in UNQUOTED), *TEXTS])
def test_quoted_and_plain_text_is_fine(text: str) -> None:
    """In quotes anything is text, and so is what every reader takes for text."""
    placed = typed_data(read_tree(f"text: {text}\n".encode()), SCHEMA)
    assert ((), text.strip("'")) == (placed.problems, placed.data["text"])


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (0, "day: 2025-10-17"),
        (0, "month: 2025-10-17"),
        (0, "month: 2025-10"),
        (0, "month: '2025'"),
        (1, "month: 2025"),
        (1, "day: 2025-10-17T00:00:00Z"),
        (0, "count: 12"),
        (0, "any: 4.10"),
        (0, "unknown: 4.10"),
        (1, "texts: ['1', 2, x]"),
        (1, "srv: 4.10"),
    ],
)
def test_where_quotes_are_needed(expected: int, text: str) -> None:
    """Days read the same with and without quotes; where no text is asked for there is nothing to quote."""
    assert expected == len(typed_data(read_tree(text.encode()), SCHEMA).problems)


def test_places() -> None:
    """A scalar has its own place; a mapping or a list has the place of its key; an item has its own."""
    places = typed_data(read_tree(b"count: 1\nnested:\n  count: 2\ntexts:\n  - a\n  - b\n"), SCHEMA).places
    expected: dict[Path, Mark] = {
        (): Mark(1, 1),
        ("count",): Mark(1, 8),
        ("nested",): Mark(2, 1),
        ("nested", "count"): Mark(3, 10),
        ("texts",): Mark(4, 1),
        ("texts", 0): Mark(5, 5),
        ("texts", 1): Mark(6, 5),
    }
    assert expected == places


@pytest.mark.parametrize("text", UNQUOTED)
def test_reads_as_other(text: str) -> None:
    """These are numbers, truth values, dates or nothing to some YAML reader."""
    assert reads_as_other(text)


@pytest.mark.parametrize("text", [*TEXTS, "", "a b", "é"])
def test_reads_as_text(text: str) -> None:
    """These are text to every YAML reader (an empty text can only stand in quotes)."""
    assert (text == "") is reads_as_other(text)
