"""A tree of text to plain data, typed by the schema alone, with the place of every value.

A text becomes a whole number or a truth value only where the schema asks for one and the text is plain.
"""

import re
from typing import Any

import msgspec
import yaml

from s1sr_validator.load import rules
from s1sr_validator.load.mark import Mark, Path
from s1sr_validator.load.problems import LoadProblem
from s1sr_validator.load.schemas import SchemaNode
from s1sr_validator.load.yaml_tree import Mapping, Node, Scalar

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_YAML_1_1_LETTERS = {"y", "Y", "n", "N"}  # truth values by the letter of YAML 1.1; PyYAML leaves them out
_YAML_1_2_NUMBER = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|0o[0-7]+|0x[0-9a-fA-F]+")


class PlacedData(msgspec.Struct, frozen=True):
    """A document as plain data, the place of every value, and the problems met on the way."""

    data: dict[str, Any]
    places: dict[Path, Mark]
    problems: tuple[LoadProblem, ...]


def typed_data(tree: Mapping, schema: SchemaNode) -> PlacedData:
    """Type the tree by the schema; what does not fit stays text, for the schema check to report."""
    walk = _Walk()
    data = walk.value(tree, schema, ())
    return PlacedData(data, walk.places, tuple(walk.problems))


class _Walk:
    def __init__(self) -> None:
        self.places: dict[Path, Mark] = {}
        self.problems: list[LoadProblem] = []

    def value(self, node: Node, schema: SchemaNode, path: Path) -> Any:  # noqa: ANN401 - plain data of any shape
        self.places.setdefault(path, node.mark)
        if isinstance(node, Scalar):
            return self.scalar(node, schema, path)
        if isinstance(node, Mapping):
            return {key.text: self.member(key, item, schema, path) for key, item in node.items}
        return [self.value(item, schema.item(), (*path, number)) for number, item in enumerate(node.items)]

    def member(self, key: Scalar, node: Node, schema: SchemaNode, path: Path) -> Any:  # noqa: ANN401 - as above
        place = (*path, key.text)
        self.places[place] = node.mark if isinstance(node, Scalar) else key.mark
        return self.value(node, schema.member(key.text), place)

    def scalar(self, node: Scalar, schema: SchemaNode, path: Path) -> Any:  # noqa: ANN401 - as above
        if not node.quoted and schema.type == "integer" and re.fullmatch(r"0|-?[1-9][0-9]{0,15}", node.text):
            return int(node.text)
        if not node.quoted and schema.type == "boolean" and node.text in {"true", "false"}:
            return node.text == "true"
        is_day = schema.is_date and _DAY.fullmatch(node.text)
        if schema.type == "string" and not node.quoted and not is_day and reads_as_other(node.text):
            dotted = ".".join(map(str, path))
            message = f"{dotted}: write {node.text} in quotes, because other YAML readers do not take it for text"
            self.problems.append(LoadProblem(rules.UNQUOTED, message, node.mark))
        return node.text


def reads_as_other(text: str) -> bool:
    """Say whether a YAML 1.1 or 1.2 reader would take plain `text` for something other than text."""
    if text in _YAML_1_1_LETTERS or _YAML_1_2_NUMBER.fullmatch(text):
        return True
    candidates = yaml.SafeLoader.yaml_implicit_resolvers.get(text[:1], [])
    return any(pattern.match(text) for _tag, pattern in candidates)
