"""Response payloads: the element tree of each `...Rsp` of the Message Mapping Catalogue, exact enough to write one."""

from enum import StrEnum

import msgspec

from s1sr_validator.model.record import Record

COMPLEX = "complex"
"""The type of an element that holds other elements."""
EMPTY = "empty"
"""The type of an element that holds nothing and says something by being there."""
ATTRIBUTE = "@"
UNBOUNDED = "*"


class Taking(StrEnum):
    """Whether one of the elements that exclude each other has to be there."""

    ONE = "1"
    AT_MOST_ONE = "0..1"


class PayloadField(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """An element, or an attribute (`X.@index`), of a payload: all elements are in the `ra` namespace.

    `order` is its place in the schema, from 1; lists of a record have no order of their own.
    `path` is dotted, below the payload element; `occurs` is how often it may stand where it stands.
    `choice` is there where the element and its neighbours that have one exclude each other.
    The rest bounds the text: a list of values, or a pattern, range or length.
    """

    order: int
    path: str
    type: str
    occurs: str
    choice: Taking | None = None
    values: tuple[str, ...] = ()
    pattern: str = ""
    minimum: int | None = None
    maximum: int | None = None
    min_length: int | None = None
    max_length: int | None = None
    total_digits: int | None = None

    @property
    def name(self) -> str:
        """Return the name of the element or attribute (`@index`)."""
        return self.path.rpartition(".")[2]

    @property
    def parent(self) -> str:
        """Return the path of the element that it stands in, empty for the payload element."""
        return self.path.rpartition(".")[0]

    @property
    def is_attribute(self) -> bool:
        """Say whether it is an attribute."""
        return self.name.startswith(ATTRIBUTE)

    @property
    def least(self) -> int:
        """Return how often it has to be there, where its parent is and no neighbour excludes it."""
        return int(self.occurs.partition("..")[0])

    @property
    def most(self) -> int | None:
        """Return how often it may be there; None where there is no bound."""
        text = self.occurs.rpartition("..")[2]
        return None if text == UNBOUNDED else int(text)

    @property
    def is_repeated(self) -> bool:
        """Say whether it may be there more than once."""
        return self.most is None or self.most > 1


class Payload(Record, frozen=True, kw_only=True):
    """What a successful response holds; the id is the element's name. A service names its own."""

    type: str
    fields: tuple[PayloadField, ...] = ()
