"""The pattern of requests that are like one: its tags in order, and for each of its values the texts that may stand."""

import re
from collections.abc import Callable, Collection, Iterator
from typing import NamedTuple

from s1sr_validator.messages.ordinary import PROLOG
from s1sr_validator.model.request import COMMAND_VARIANT, REQUEST_ID, SERVICE_REFERENCE

VERSION = "schemaVersion"
"""The part of a shape's match that is the value of this attribute."""

_TOKEN = re.compile(
    r"<(?P<leaf>[\w:.-]+)(?P<of_leaf>[^<>]*)(?<!/)>(?P<text>[^<]*)</(?P=leaf)>"
    r"|<(?P<end>/?)(?P<name>[\w:.-]+)(?P<attributes>[^<>]*?)(?P<empty>/?)>"
    r"|(?P<comment><!--)"
)
"""An element that holds a text, or a tag of any other; what stands between those is space and comments."""
_ATTRIBUTE = re.compile(r'([\w:.-]+)="([^"]*)"')
ANY_TEXT = r"[^<&\r]*+(?:&(?:lt|gt|amp|quot|apos);[^<&\r]*+)*"
_VALUE = r'[^"<&\t\r\n]{0,900}+'
_SPACE = r"\s*+"
_COMMENT = rf"<!--[^<>]*-->{_SPACE}"
_HEADER = {
    COMMAND_VARIANT: f"(?P<{COMMAND_VARIANT}>[1-8])",
    SERVICE_REFERENCE: rf"(?P<{SERVICE_REFERENCE}>[\w.]{{1,20}}+)",
}
_IN_BODY = ("Request", "Body")

PatternOf = Callable[[str], str]
"""Returns the texts that may stand as a value, as a pattern, by the path of its field below the body element."""


class Drawn(NamedTuple):
    """A pattern, and the names of its parts that are values of the body, by the paths of their fields, in order."""

    pattern: re.Pattern[bytes]
    values: dict[str, list[str]]


def draw(data: bytes, request_id: str, pattern_of: PatternOf, wanted: Collection[str]) -> Drawn:
    """Return the pattern of a request; whatever it takes is as ordinary.

    Args:
        data: the message, which is ordinary.
        request_id: what may stand as its RequestID, as a pattern.
        pattern_of: what may stand as a value of the body.
        wanted: the fields of the body, by their paths, of which the pattern is to tell the values.
    """
    drawing = _Drawing(request_id, pattern_of, wanted)
    pattern = "".join((PROLOG, *drawing.of(data.decode())))
    return Drawn(re.compile(pattern.encode()), drawing.values)


class _Drawing:
    """One walk over the tags of a message."""

    def __init__(self, request_id: str, pattern_of: PatternOf, wanted: Collection[str]) -> None:
        self.header = {REQUEST_ID: f"(?P<{REQUEST_ID}>{request_id})", **_HEADER}
        self.pattern_of = pattern_of
        self.wanted = wanted
        self.values: dict[str, list[str]] = {}
        self.open: list[str] = []

    def of(self, text: str) -> Iterator[str]:
        for token in _TOKEN.finditer(text):
            if name := token["leaf"]:
                value = self._value(name.rpartition(":")[2], token["text"])
                yield f"<{re.escape(name)}{self._attributes(name, token['of_leaf'])}>{value}</{re.escape(name)}>"
            elif token["comment"]:
                yield _COMMENT
            elif token["end"]:
                self.open.pop()
                yield f"</{re.escape(token['name'])}>"
            else:
                name = token["name"]
                yield f"<{re.escape(name)}{self._attributes(name, token['attributes'])}{token['empty']}>"
                if not token["empty"]:
                    self.open.append(name.rpartition(":")[2])
            yield _SPACE

    def _path(self, name: str) -> str | None:
        """Return the path of an element below that of the body, empty for itself; None where it is in no body."""
        if (*self.open[:2],) != _IN_BODY:
            return None
        return ".".join((*self.open[3:], name)) if len(self.open) > len(_IN_BODY) else ""

    def _value(self, name: str, text: str) -> str:
        path = self._path(name)
        if path is not None:
            return self._told(path, self.pattern_of(path)) if path else _SPACE
        if self.open[1:] == ["Header"]:
            return self.header.get(name) or re.escape(text)
        return ANY_TEXT

    def _attributes(self, name: str, text: str) -> str:
        if not self.open:
            return "".join(self._of_root(text))
        path = self._path(name.rpartition(":")[2])
        return "".join(
            f' {re.escape(key)}="{self._attribute(path, key, value)}"' for key, value in _ATTRIBUTE.findall(text)
        )

    def _of_root(self, text: str) -> Iterator[str]:
        for key, value in _ATTRIBUTE.findall(text):
            yield (
                rf' {re.escape(key)}="'
                + (f"(?P<{VERSION}>[0-9.]{{1,20}}+)" if key == VERSION else re.escape(value))
                + '"'
            )

    def _attribute(self, path: str | None, key: str, value: str) -> str:
        if path is None:
            return re.escape(value) if key.startswith("xmlns") else _VALUE
        field = f"{path}.@{key}" if path else f"@{key}"
        pattern = self.pattern_of(field)
        return self._told(field, _VALUE if pattern == ANY_TEXT else pattern)

    def _told(self, path: str, pattern: str) -> str:
        if path not in self.wanted:
            return pattern
        name = f"value{sum(map(len, self.values.values()))}"
        self.values.setdefault(path, []).append(name)
        return f"(?P<{name}>{pattern})"
