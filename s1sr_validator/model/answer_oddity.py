"""What is odd about the build of an answer: noted while it is read, said by rules."""

from enum import StrEnum

import msgspec


class OddityKind(StrEnum):
    """The ways in which a part of an answer is not as its schema builds it."""

    MISSING = "missing"
    REPEATED = "repeated"
    UNKNOWN = "unknown"
    WRONG_NAMESPACE = "wrong_namespace"
    NOT_ONE = "not_one"
    OUT_OF_ORDER = "out_of_order"


class Oddity(msgspec.Struct, frozen=True, kw_only=True):
    """One part that is odd.

    `owner` is the part that it is, or should be, in (`sr:Header`), `found` what is there and `expected` what should be:
    names, for an attribute with `@` before it. `node` and `path` lead to the part, or to its owner where it is missing.
    `count` is how many there are, `most` how many there may be.
    """

    kind: OddityKind
    owner: str
    found: str = ""
    expected: str = ""
    path: str = ""
    node: int = 0
    count: int = 0
    most: int = 1
