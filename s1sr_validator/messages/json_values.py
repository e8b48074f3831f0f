"""The values of a JSON text, each with its place: characters from the start, from 0."""

from typing import NamedTuple


class Scalar(NamedTuple):
    """A text, a number as it is written, true or false; `text` is None for null."""

    text: str | None
    offset: int


class Array(NamedTuple):
    """A list of values."""

    items: "tuple[Json, ...]"
    offset: int


class Member(NamedTuple):
    """A value and the place of its key."""

    value: "Json"
    offset: int


class Object(NamedTuple):
    """Values by key, in the order in which they are written."""

    members: dict[str, Member]
    offset: int


Json = Scalar | Array | Object
