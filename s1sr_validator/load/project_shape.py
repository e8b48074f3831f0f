"""The shape of a project's file against its schema: each problem with its rule, in words."""

import difflib
from collections.abc import Iterator
from typing import Any, NamedTuple

from jsonschema.exceptions import ValidationError

from s1sr_validator.load import project_rules as rules
from s1sr_validator.load.mark import Path
from s1sr_validator.load.schemas import validator
from s1sr_validator.model.project import dotted
from s1sr_validator.model.rule import Rule

_LONGEST_SHOWN = 60
_NEEDED_TEXTS = {"code", "reason", "expires"}
_TYPE_WORDS = {"object": "a table", "array": "a list", "string": "a text in quotes"}


class ShapeProblem(NamedTuple):
    """What is wrong at a path of the file, by which rule, and what to do."""

    path: Path
    rule: Rule
    message: str
    tip: str


def shape_problems(data: dict[str, Any]) -> Iterator[ShapeProblem]:
    """Yield what the schema does not allow, one problem for each path."""
    seen: set[Path] = set()
    for error in validator("project").iter_errors(data):
        for problem in _explained(error):
            if problem.path not in seen:
                seen.add(problem.path)
                yield problem


def _explained(error: ValidationError) -> Iterator[ShapeProblem]:
    path: Path = tuple(error.absolute_path)
    schema: Any = error.schema
    instance: Any = error.instance
    described = schema.get("description", "") if isinstance(schema, dict) else ""
    if "propertyNames" in error.absolute_schema_path:
        message = f"{_short(instance)} is not an EUI-64"
        yield ShapeProblem((*path, str(instance)), rules.EUI, message, f"write {described}")
        return
    match error.validator:
        case "additionalProperties":
            yield from _unknown_keys(path, instance, schema["properties"])
        case "required":
            yield from _missing_keys(path, instance, schema)
        case "type":
            wanted = _TYPE_WORDS[str(error.validator_value)]
            message = f"{dotted(path)}: {_short(instance)} is not {wanted}"
            yield ShapeProblem(path, rules.VALUE, message, described)
        case _:
            blank = path[-1] in _NEEDED_TEXTS and not str(instance).strip()
            message = f"{dotted(path)}: {_short(instance)} cannot stand here"
            yield ShapeProblem(path, rules.INCOMPLETE if blank else rules.VALUE, message, described)


def _unknown_keys(path: Path, table: dict[str, Any], known: dict[str, Any]) -> Iterator[ShapeProblem]:
    where = dotted(path) or rules.FILE_NAME
    for key in sorted(set(table) - set(known)):
        near = difflib.get_close_matches(key.replace("-", "_"), list(known), n=1)
        tip = f"did you mean {near[0]}?" if near else f"its keys are {', '.join(known)}"
        yield ShapeProblem((*path, key), rules.UNKNOWN_KEY, f"{where} has no key {_short(key)}", tip)


def _missing_keys(path: Path, table: dict[str, Any], schema: dict[str, Any]) -> Iterator[ShapeProblem]:
    for key in schema["required"]:
        if key not in table:
            described = schema["properties"][key]["description"]
            message = f"{dotted(path)} has no {key}"
            yield ShapeProblem((*path, key), rules.INCOMPLETE, message, f"add {key}: {described}")


def _short(value: Any) -> str:  # noqa: ANN401 - plain data of any shape
    text = repr(value)
    return text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 3] + "..."
