"""JSON Schema findings in words that say what is wrong and what to write instead."""

import difflib
from collections.abc import Iterator
from typing import Any

from jsonschema.exceptions import ValidationError

from s1sr_validator.load.mark import Path
from s1sr_validator.load.schemas import validator


def schema_problems(singular: str, data: dict[str, Any]) -> Iterator[tuple[Path, str]]:
    """Yield the path and message of everything in the data that the kind's schema does not allow."""
    for error in validator(singular).iter_errors(data):
        yield from _explained(error)


def _explained(error: ValidationError) -> Iterator[tuple[Path, str]]:
    path: Path = tuple(error.absolute_path)
    dotted = ".".join(map(str, path)) or "the record"
    members = _members(error)
    instance: Any = error.instance
    wanted: Any = error.validator_value
    match error.validator:
        case "additionalProperties" | "unevaluatedProperties":
            for key in sorted(set(instance) - set(members)):
                yield (*path, key), f"{dotted}: unknown key {key!r}{_nearest(key, members)}"
        case "required":
            key = str(error.message).split("'")[1]
            yield path, f"{dotted}: {key!r} is missing{_described(members.get(key))}"
        case "type":
            yield path, f"{dotted}: {_short(error.instance)} is not {_type_words(wanted)}"
        case "enum":
            yield path, f"{dotted}: {_short(error.instance)} is not one of {', '.join(map(str, wanted))}"
        case "pattern" | "format":
            meaning = _described(error.schema) or f", expected {wanted}"
            yield path, f"{dotted}: {_short(error.instance)} does not have the right form{meaning}"
        case "not":
            yield path, f"{dotted}: does not belong here{_described(error.schema)}"
        case _:
            yield path, f"{dotted}: {error.message[:200]}{_described(error.schema)}"


def _members(error: ValidationError) -> dict[str, Any]:
    schema: Any = error.schema
    members: dict[str, Any] = schema.get("properties", {}) if isinstance(schema, dict) else {}
    return members


def _nearest(key: str, members: dict[str, Any]) -> str:
    close = difflib.get_close_matches(key, list(members), n=1)
    return f"; did you mean {close[0]!r}?" if close else ""


def _described(schema: Any) -> str:  # noqa: ANN401 - any part of a JSON Schema
    text = schema.get("description", "") if isinstance(schema, dict) else ""
    return f" ({text})" if text else ""


def _type_words(expected: str | list[str]) -> str:
    names = {
        "object": "a mapping of keys to values",
        "array": "a list",
        "string": "a text",
        "integer": "a whole number (without quotes)",
        "boolean": "true or false (without quotes)",
    }
    wanted = [expected] if isinstance(expected, str) else expected
    return " or ".join(names.get(name, name) for name in wanted)


def _short(value: Any) -> str:  # noqa: ANN401 - plain data of any shape
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "..."  # noqa: PLR2004 - one line of a terminal
