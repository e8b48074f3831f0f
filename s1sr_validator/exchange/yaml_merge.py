"""Record data into the text of a record: what is new is written; all else keeps its place, style and comments."""

import difflib
import io
import json
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.resolver import VersionedResolver

from s1sr_validator.exchange.yaml_nodes import node_of

NO_WRAPPING = 4096  # ruamel.yaml leaves a space at the end of each line that it wraps


class _TextResolver(VersionedResolver):
    """Takes every bare value for text: nothing is guessed on the way in, nothing is quoted on the way out."""

    @property
    def versioned_resolver(self) -> dict[str, Any]:
        return {}


def merged_text(text: str, data: dict[str, Any], heading: str = "") -> str:
    """Return the text of a record with these values.

    Args:
        text: the record as it is; empty for a new one.
        data: the values to hold, by key. A key that is not named here stays as it is.
        heading: the comment above a new record.

    Returns:
        The same text where it holds these values already.
    """
    yaml = _yaml()
    record = yaml.load(text) if text else CommentedMap()
    if text and all(_plain(record.get(key)) == _plain(value) for key, value in data.items()):
        return text
    _merge_map(record, data, partial=True)
    written = io.StringIO()
    yaml.dump(record, written)
    return written.getvalue() if text else f"{heading}\n{written.getvalue()}"


def _yaml() -> YAML:
    yaml = YAML(typ="rt")
    yaml.Resolver = _TextResolver
    yaml.preserve_quotes = True
    yaml.width = NO_WRAPPING
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def _plain(value: Any) -> Any:  # noqa: ANN401 - plain data of any shape
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value if value is None else str(value)


def _merge_map(node: CommentedMap, data: dict[str, Any], *, partial: bool = False) -> None:
    for key in () if partial else [key for key in node if key not in data]:
        _delete_key(node, key)
    for place, (key, value) in enumerate(data.items()):
        if key in node:
            node[key] = _merged(node[key], value, key, inline=_is_on_one_line(node))
        else:
            node.insert(min(place, len(node)), key, node_of(value, key, inline=_is_on_one_line(node)))


def _is_on_one_line(node: CommentedMap | CommentedSeq) -> bool:
    """Say whether a mapping or list stands in brackets, where a bare text can mean something else."""
    return bool(node.fa.flow_style())


def _merged(node: Any, value: Any, key: str, *, inline: bool) -> Any:  # noqa: ANN401 - nodes and plain data of any shape
    if _plain(node) == _plain(value):
        return node
    if isinstance(node, CommentedMap) and isinstance(value, dict):
        _merge_map(node, value)
        return node
    if isinstance(node, CommentedSeq) and isinstance(value, list):
        _merge_list(node, value, key)
        return node
    return node_of(value, key, inline=inline)


def _merge_list(node: CommentedSeq, values: list[Any], key: str) -> None:
    before, after, inline = _lines(node), _lines(values), _is_on_one_line(node)
    steps = difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    for step, start, end, new_start, new_end in reversed(steps):
        if step == "equal":
            continue
        shared = min(end - start, new_end - new_start)
        for place in range(shared):
            node[start + place] = _merged(node[start + place], values[new_start + place], key, inline=inline)
        for place in reversed(range(start + shared, end)):
            del node[place]
        for place in reversed(range(new_start + shared, new_end)):
            node.insert(start + shared, node_of(values[place], key, inline=inline))


def _lines(values: list[Any]) -> list[str]:
    return [json.dumps(_plain(value)) for value in values]


def _delete_key(node: CommentedMap, key: str) -> None:
    """Delete a key; a comment that stood below it goes to the key above."""
    keys = list(node)
    above = keys[keys.index(key) - 1]
    comment = node.ca.items.get(key)
    del node[key]
    if comment is not None and above != key and above not in node.ca.items:
        node.ca.items[above] = comment
