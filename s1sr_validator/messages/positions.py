"""Where the elements of a document stand: line and column of each start tag, found only when somebody asks.

libxml2 keeps no columns, and no lines beyond 65,535; Expat reads the same bytes again and tells both. In a message that
is ordinary (ordinary.py) start tags can be counted.
"""

import re
from functools import cached_property
from itertools import islice
from typing import Protocol
from xml.parsers import expat

_START_TAG = re.compile(rb"<[A-Za-z_]")
NOWHERE = (0, 0)


class Positions(Protocol):
    """What knows the line and column of every element."""

    def of(self, node: int) -> tuple[int, int]:
        """Return line and column of the n-th element of the document, both from 1; (0, 0) where they are not known."""
        ...


class NoPositions:
    """A document that was not read from text of its own."""

    def of(self, node: int) -> tuple[int, int]:  # noqa: ARG002 - the same for every element
        """Return (0, 0)."""
        return NOWHERE


class XmlPositions:
    """The positions of the elements of XML in UTF-8 that the gate let pass and that parsed."""

    def __init__(self, data: bytes) -> None:
        """Keep the bytes."""
        self._data = data

    def of(self, node: int) -> tuple[int, int]:
        """Return line and column of the n-th element."""
        return self._all[node] if node < len(self._all) else NOWHERE

    @cached_property
    def _all(self) -> list[tuple[int, int]]:
        found: list[tuple[int, int]] = []
        parser = expat.ParserCreate("utf-8")

        def note(*_element: object) -> None:
            found.append((parser.CurrentLineNumber, parser.CurrentColumnNumber + 1))

        parser.StartElementHandler = note
        parser.Parse(self._data, True)  # noqa: FBT003 - in one piece, as in the gate, which has read it to the end
        return found


class OrdinaryPositions:
    """The positions of the elements of an ordinary message, in which a sign `<` begins a tag or a comment."""

    def __init__(self, data: bytes) -> None:
        """Keep the bytes."""
        self._data = data

    def of(self, node: int) -> tuple[int, int]:
        """Return line and column of the n-th element."""
        found = next(islice(_START_TAG.finditer(self._data), node, None), None)
        if found is None:
            return NOWHERE
        before = self._data[: found.start()]
        return before.count(b"\n") + 1, len(before) - before.rfind(b"\n")


def positions_of(data: bytes) -> Positions:
    """Return the positions of an ordinary message. One with signs CR, which end lines in two ways, is read again."""
    return XmlPositions(data) if b"\r" in data else OrdinaryPositions(data)
