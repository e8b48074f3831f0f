"""The shape of an ordinary request: what has it has the same elements in the same order; its values are its own."""

import re
from collections.abc import Collection, Iterator

import msgspec

from s1sr_validator.messages.shape_drawing import VERSION, PatternOf, draw
from s1sr_validator.messages.xml import WHITE_SPACE
from s1sr_validator.messages.xml_text import unescape
from s1sr_validator.model.request import COMMAND_VARIANT, REQUEST_ID, SERVICE_REFERENCE, Request, RequestField

_VARYING = (REQUEST_ID, COMMAND_VARIANT, SERVICE_REFERENCE)
_BODY_END = b"Body>"


class FieldPlaces(msgspec.Struct, frozen=True):
    """Where the values of a field are: the parts of the pattern's match, each with the number of its element."""

    path: str
    places: tuple[tuple[str, int], ...]


class Shape(msgspec.Struct, frozen=True, eq=False, kw_only=True):
    """A shape of a service's requests: its pattern, and what all that have it are alike in, by nodes."""

    srv: str
    pattern: re.Pattern[bytes]
    envelope: dict[str, tuple[int, ...]]
    header: dict[str, tuple[RequestField, ...]]
    bodies: tuple[RequestField, ...]
    fields: tuple[FieldPlaces, ...]

    def read(self, parts: re.Match[bytes], name: str) -> Request:
        """Return the request that a message of this shape is, with those fields of its body that were wanted."""
        given = {key: (RequestField(parts[key].decode(), self.header[key][0].node),) for key in _VARYING}
        return Request(
            name=name,
            srv=self.srv,
            schema_version=parts[VERSION].decode(),
            envelope=self.envelope,
            header=self.header | given,
            bodies=self.bodies,
            fields={each.path: tuple(_values(parts, each)) for each in self.fields},
        )


def _values(parts: re.Match[bytes], field: FieldPlaces) -> Iterator[RequestField]:
    for part, node in field.places:
        text = parts[part].decode()
        yield RequestField((unescape(text) if "&" in text else text).strip(WHITE_SPACE), node)


def shape_of(
    data: bytes, request: Request, request_id: str, pattern_of: PatternOf, wanted: Collection[str]
) -> Shape | None:
    """Return the shape of an ordinary request, or None where requests of its shape cannot be read by it.

    Args:
        data: the message, which is ordinary.
        request: what was read from it.
        request_id: what may stand as its RequestID, as a pattern.
        pattern_of: what may stand as a value of the body, by the path of the field.
        wanted: the fields of the body that are to be read, by their paths.
    """
    # What a comment parts may be one value to a parser, or none.
    if b"<!--" in data[data.index(_BODY_END) : data.rindex(_BODY_END)]:
        return None
    pattern, values = draw(data, request_id, pattern_of, wanted)
    if not {VERSION, *_VARYING} <= pattern.groupindex.keys() or not pattern.fullmatch(data):
        return None
    return Shape(
        srv=request.srv,
        pattern=pattern,
        envelope=request.envelope,
        header=request.header,
        bodies=request.bodies,
        fields=tuple(_places(path, names, request) for path, names in values.items()),
    )


def _places(path: str, names: list[str], request: Request) -> FieldPlaces:
    nodes = (value.node for value in request.fields[path])
    return FieldPlaces(path, tuple(zip(names, nodes, strict=True)))
