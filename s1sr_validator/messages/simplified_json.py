"""The simplified shape of a message in JSON, turned into the shape that names every part as XML does.

It is the one of the `simplified` mode of the npm package @smartdcc/duis-parser: `header` and `body`, no namespaces, no
signature. The shape has no place for FirstInSequence, PrecedingServiceRequestID and the schema version.
"""

from collections.abc import Iterator, Mapping
from typing import Never

from s1sr_validator.messages import rules
from s1sr_validator.messages.json_source import JsonSource
from s1sr_validator.messages.json_tree import ATTRIBUTE, TEXT
from s1sr_validator.messages.json_values import Array, Json, Member, Object, Scalar
from s1sr_validator.messages.xml import PREFIXES

SCHEMA_VERSION = "5.4"
"""What the tree of a simplified message says, since the shape itself says nothing: the edition that is checked."""

_ID = ("originatorId", "targetId", "counter")
_HEADERS: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "request": {
        "requestId": ("RequestID", ""),
        "commandVariant": ("CommandVariant", "number"),
        "serviceReference": ("ServiceReference", ""),
        "serviceReferenceVariant": ("ServiceReferenceVariant", "Service Reference Variant"),
    },
    "response": {
        "requestId": ("RequestID", ""),
        "responseId": ("ResponseID", ""),
        "responseCode": ("ResponseCode", ""),
        "responseDateTime": ("ResponseDateTime", ""),
    },
}
"""For each type of header: keys in the order of the schema, their elements, and which part of an object is meant."""

_OTHER_SPACES = {
    ("SMETS1SignedResponse", "Signature"): "ds",
    ("S1SPAlert", "Signature"): "ds",
    ("SMETS1Response", "Header", "*"): "ra",
    ("SMETS1Response", "Body", "ResponseMessage", "*"): "ra",
    ("SMETS1Response", "Body", "DeviceAlertMessage", "*"): "ra",
}
"""Where an element leaves the namespace of its parent; everything below follows it."""


def is_simplified(value: Object) -> bool:
    """Say whether this is the simplified shape, whole or not."""
    return "header" in value.members or "body" in value.members


class Simplified:
    """A message of the simplified shape, and the text that it was read from."""

    def __init__(self, source: JsonSource) -> None:
        """Take the text that findings point into."""
        self.source = source

    def root(self, value: Object) -> tuple[str, Member]:
        """Return the root element's name and content.

        Raises:
            InputError: a part of the shape is missing or of another kind; the finding says which.
        """
        for key, member in value.members.items():
            if key not in {"header", "body"}:
                self._refuse(f"the key {key!r} has no place beside header and body", member.offset)
        header, body = (self._part(value, key) for key in ("header", "body"))
        kind = self._kind(header)
        root = kind.capitalize()
        content = {
            f"{ATTRIBUTE}xmlns:{prefix}": Member(Scalar(uri, value.offset), value.offset)
            for uri, prefix in PREFIXES.items()
        }
        content[f"{ATTRIBUTE}schemaVersion"] = Member(Scalar(SCHEMA_VERSION, value.offset), value.offset)
        content["sr:Header"] = Member(self._header(header, kind), header.offset)
        content["sr:Body"] = Member(self._named(body.value, (root, "Body"), "sr"), body.offset)
        return f"sr:{root}", Member(Object(content, value.offset), value.offset)

    def _part(self, value: Object, key: str) -> Member:
        if key not in value.members:
            self._refuse(f"the simplified shape lacks {key!r}", value.offset)
        return value.members[key]

    def _kind(self, header: Member) -> str:
        members = header.value.members if isinstance(header.value, Object) else {}
        found = members.get("type")
        kind = found.value.text if found and isinstance(found.value, Scalar) else None
        if kind not in _HEADERS:
            place = found or header
            self._refuse("header.type must be 'request' or 'response'", place.offset)
        return str(kind)

    def _header(self, header: Member, kind: str) -> Object:
        members = header.value.members if isinstance(header.value, Object) else {}
        for key, member in members.items():
            if key != "type" and key not in _HEADERS[kind]:
                self._refuse(f"the header of a {kind} has no {key!r}", member.offset)
        elements = {
            f"sr:{element}": self._value(members[key], key, part)
            for key, (element, part) in _HEADERS[kind].items()
            if key in members
        }
        return Object(elements, header.offset)

    def _value(self, member: Member, key: str, part: str) -> Member:
        """Return a header's value as one text: an id of three parts, a part of an object, or what it is."""
        if not isinstance(member.value, Object):
            return member
        inner = member.value.members
        wanted = (part,) if part else _ID
        texts = [
            found.value.text if (found := inner.get(name)) and isinstance(found.value, Scalar) else None
            for name in wanted
        ]
        if None in texts:
            self._refuse(f"header.{key} needs {', '.join(map(repr, wanted))}", member.offset)
        return Member(Scalar(":".join(map(str, texts)), member.value.offset), member.offset)

    def _named(self, value: Json, path: tuple[str, ...], space: str) -> Json:
        """Return a value whose keys have the prefixes of their namespaces."""
        if isinstance(value, Array):
            return Array(tuple(self._named(item, path, space) for item in value.items), value.offset)
        if isinstance(value, Scalar):
            return value
        return Object(dict(self._renamed(value, path, space)), value.offset)

    def _renamed(self, value: Object, path: tuple[str, ...], space: str) -> Iterator[tuple[str, Member]]:
        leaving = _leaving(path)
        for key, member in value.members.items():
            if key.startswith(ATTRIBUTE) or key == TEXT:
                yield key, member
                continue
            inner = leaving.get(key) or leaving.get("*") or space
            yield f"{inner}:{key}", Member(self._named(member.value, (*path, key), inner), member.offset)

    def _refuse(self, message: str, offset: int) -> Never:
        raise self.source.problem(rules.NO_SHAPE, f"not a message in JSON: {message}", offset, rules.SHAPES)


def _leaving(path: tuple[str, ...]) -> dict[str, str]:
    """Return which children of an element are in another namespace than itself; `*` means all."""
    return {end[-1]: space for end, space in _OTHER_SPACES.items() if path[1 - len(end) :] == end[:-1]}
