"""Plain record data to YAML nodes in the catalogue's hand: codes in double quotes, short values on one line."""

import re
from typing import Any

import yaml
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from s1sr_validator.load.typed_data import reads_as_other

_CODE = re.compile(r"[0-9A-Fa-f:]{2,}|[0-9]+(\.[0-9]+)+")
_ONE_LINE = {"first_listed", "absent_since", "models"}
_DAY = "date"
_LONGEST_LIST = 100


def node_of(value: Any, key: str = "", *, inline: bool = False) -> Any:  # noqa: ANN401 - plain data, ruamel.yaml's types
    """Return the node for a value; its key in the record decides how it is written."""
    if isinstance(value, dict):
        inline = inline or key in _ONE_LINE
        members = CommentedMap((name, node_of(item, name, inline=inline)) for name, item in value.items())
        return _on_one_line(members) if inline else members
    if isinstance(value, list):
        inline = not any(isinstance(item, dict) for item in value) and len(", ".join(value)) <= _LONGEST_LIST
        items = CommentedSeq(node_of(item, key, inline=inline) for item in value)
        return _on_one_line(items) if inline else items
    text = str(value)
    return text if key == _DAY or _is_plain(text, inline=inline) else DoubleQuotedScalarString(text)


def _on_one_line(node: Any) -> Any:  # noqa: ANN401 - ruamel.yaml's own types
    node.fa.set_flow_style()
    return node


def _is_plain(text: str, *, inline: bool) -> bool:
    """Say whether every YAML reader takes the bare text for this very text, in a list on one line or on its own."""
    if _CODE.fullmatch(text) or reads_as_other(text):
        return False
    try:
        return bool(yaml.safe_load(f"[{text}]" if inline else f"- {text}") == [text])
    except yaml.YAMLError:
        return False
