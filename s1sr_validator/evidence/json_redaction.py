"""JSON of any shape, value by value: the same objects and lists, with nothing in them but what is kept."""

import json
from collections.abc import Iterator

from s1sr_validator.evidence.replacing import Replacing
from s1sr_validator.evidence.value_class import ValueClass
from s1sr_validator.messages.json_source import JsonSource
from s1sr_validator.messages.json_tree import ATTRIBUTE, TEXT
from s1sr_validator.messages.json_values import Array, Json, Object, Scalar

_INDENT = "  "
_XMLNS = "xmlns"
_INSTRUCTION = "?"


class JsonRedaction:
    """Writes JSON that was read, with replaced values."""

    def __init__(self, source: JsonSource, replacing: Replacing) -> None:
        """Take the text, which tells a number from a text that looks like one, and what replaces."""
        self._source = source
        self._replacing = replacing

    def text(self, value: Json) -> str:
        """Return the whole value as text, ending with a line's end."""
        return self._written(value, "", "") + "\n"

    def _written(self, value: Json, name: str, indent: str) -> str:
        if isinstance(value, Scalar):
            return self._scalar(value, name)
        inner = indent + _INDENT
        if isinstance(value, Array):
            return _enclosed("[", (self._written(item, name, inner) for item in value.items), "]", indent)
        return _enclosed("{", self._members(value, name, inner), "}", indent)

    def _members(self, value: Object, owner: str, inner: str) -> Iterator[str]:
        for key, member in value.members.items():
            if key.startswith(_INSTRUCTION):
                self._replacing.dropped(ValueClass.REMARK)
                continue
            shown, name = (key, owner) if key == TEXT else self._key(key)
            yield f"{json.dumps(shown)}: {self._written(member.value, name, inner)}"

    def _key(self, key: str) -> tuple[str, str]:
        """Return a key as it is written, and the name that says what its value may be."""
        mark = ATTRIBUTE if key.startswith(ATTRIBUTE) else ""
        prefix, colon, local = key.removeprefix(mark).rpartition(":")
        if mark and _XMLNS in {prefix, local if not colon else ""}:
            shown = self._replacing.prefix(local) if colon else local
            return f"{mark}{prefix}{colon}{shown}", _XMLNS
        return f"{mark}{self._replacing.prefix(prefix)}{colon}{self._replacing.name(local)}", local

    def _scalar(self, value: Scalar, name: str) -> str:
        if value.text is None:
            return "null"
        is_text = self._source.text[value.offset] == '"'
        if not is_text and value.text in {"true", "false"}:
            return value.text
        if name == _XMLNS and is_text:
            return json.dumps(self._replacing.namespace(value.text))
        found = self._replacing.value(name, value.text, is_number=not is_text)
        return json.dumps(found, ensure_ascii=False) if is_text else found


def _enclosed(start: str, parts: Iterator[str], end: str, indent: str) -> str:
    held = list(parts)
    if not held:
        return start + end
    inner = indent + _INDENT
    return f"{start}\n{inner}" + f",\n{inner}".join(held) + f"\n{indent}{end}"
