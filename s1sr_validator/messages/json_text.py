"""JSON read strictly, with the place of every key and value, and numbers as they are written.

The standard library's reader keeps no places, lets NaN pass and takes the last of two equal keys. This one reads what
RFC 8259 allows, and refuses what is not plain there: equal keys, and more depth or values than a message has.
"""

import json
import re
from typing import NamedTuple, Never

from s1sr_validator.messages import rules
from s1sr_validator.messages.bounds import MAX_DEPTH, MAX_JSON_VALUES
from s1sr_validator.messages.json_source import JsonSource
from s1sr_validator.messages.json_values import Array, Json, Member, Object, Scalar

_TOKEN = re.compile(
    r"[ \t\n\r]*+(?:"
    r"(?P<mark>[{}\[\],:])"
    r'|(?P<string>"(?:[^"\\\x00-\x1f]++|\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4}))*+")'
    r"|(?P<number>-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?(?:[eE][+-]?[0-9]++)?)"
    r"|(?P<word>(?:true|false|null)\b)"
    r"|(?P<end>\Z))"
)
_SPACE = re.compile(r"[ \t\n\r]*+")
_TIPS = {
    "NaN": "JSON has no such number",
    "Infinity": "JSON has no such number",
    "-Infinity": "JSON has no such number",
    "'": "JSON writes texts in double quotes",
    "/": "JSON has no comments",
}
_PRINTED = "write it with JSON.stringify; a printed object has keys without quotes, and 1000n is no number"
_END = "is the file complete?"
_SHOWN = 20


class _Token(NamedTuple):
    kind: str
    text: str
    offset: int


def read_json(source: JsonSource) -> Json:
    """Return the one value that a text holds.

    Raises:
        InputError: it is not JSON, or goes beyond a bound; the finding says where.
    """
    reader = _Reader(source)
    value = reader.value(reader.next(), 0)
    last = reader.next()
    if last.kind != "end":
        reader.refuse(last, "the end", tip="give one message a file")
    return value


class _Reader:
    """A position in a text that goes forward."""

    def __init__(self, source: JsonSource) -> None:
        self.source = source
        self.position = 0
        self.values = 0

    def next(self) -> _Token:
        found = _TOKEN.match(self.source.text, self.position)
        kind = found.lastgroup if found else None
        if found is None or kind is None:
            start = _SPACE.match(self.source.text, self.position)
            offset = start.end() if start else self.position
            return _Token("nothing", self.source.text[offset : offset + _SHOWN].split("\n")[0], offset)
        self.position = found.end()
        return _Token(kind, found[kind], found.start(kind))

    def value(self, token: _Token, depth: int) -> Json:
        self.values += 1
        if self.values > MAX_JSON_VALUES or depth > MAX_DEPTH:
            what = f"{MAX_JSON_VALUES:,} values" if self.values > MAX_JSON_VALUES else f"{MAX_DEPTH} levels"
            raise self.source.problem(
                rules.TOO_LARGE, f"the input has more than {what}, the most that is read", token.offset
            )
        if token.text == "{" and token.kind == "mark":
            return self.members(token.offset, depth)
        if token.text == "[" and token.kind == "mark":
            return self.items(token.offset, depth)
        if token.kind == "string":
            return Scalar(_characters(token.text), token.offset)
        if token.kind in {"number", "word"}:
            return Scalar(None if token.text == "null" else token.text, token.offset)
        return self.refuse(token, "a value")

    def members(self, offset: int, depth: int) -> Object:
        found: dict[str, Member] = {}
        token = self.next()
        if token.text == "}" and token.kind == "mark":
            return Object(found, offset)
        while True:
            if token.kind != "string":
                self.refuse(token, "a key in double quotes")
            key = _characters(token.text)
            if key in found:
                raise self.source.problem(
                    rules.NOT_JSON, f"the key {key!r} stands twice in one object", token.offset, "a list holds several"
                )
            self.expect(":")
            found[key] = Member(self.value(self.next(), depth + 1), token.offset)
            if self.expect(",", "}").text == "}":
                return Object(found, offset)
            token = self.next()

    def items(self, offset: int, depth: int) -> Array:
        found: list[Json] = []
        token = self.next()
        if token.text == "]" and token.kind == "mark":
            return Array((), offset)
        while True:
            found.append(self.value(token, depth + 1))
            if self.expect(",", "]").text == "]":
                return Array(tuple(found), offset)
            token = self.next()

    def expect(self, *marks: str) -> _Token:
        token = self.next()
        if token.kind != "mark" or token.text not in marks:
            self.refuse(token, " or ".join(marks))
        return token

    def refuse(self, token: _Token, wanted: str, *, tip: str = "") -> Never:
        shown = token.text if len(token.text) <= _SHOWN else f"{token.text[:_SHOWN]}..."
        message = f"not JSON: {wanted} is expected here, not {shown!r}"
        if not token.text:
            message, tip = f"not JSON: the input ends where {wanted} is expected", _END
        elif token.kind == "nothing":
            tip = next((said for start, said in _TIPS.items() if token.text.startswith(start)), _PRINTED)
        raise self.source.problem(rules.NOT_JSON, message, token.offset, tip)


def _characters(token: str) -> str:
    return str(json.loads(token)) if "\\" in token else token[1:-1]
