"""An element of an answer while it is read: its children by shown name, their texts, and its number."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lxml import etree

from s1sr_validator.messages.xml import PREFIXES, WHITE_SPACE, shown_name

_NAMESPACES = {prefix: uri for uri, prefix in PREFIXES.items()}


class Element(NamedTuple):
    """An element, with the numbers of all elements of its document, counted from 0 in their order."""

    node: etree._Element
    numbers: Mapping[etree._Element, int]

    @classmethod
    def root(cls, node: etree._Element) -> "Element":
        """Return the root of a document."""
        return cls(node, {found: number for number, found in enumerate(node.iter())})

    @property
    def name(self) -> str:
        """Return the shown name (`sr:Header`)."""
        return shown_name(self.node)

    @property
    def number(self) -> int:
        """Return the element's number."""
        return self.numbers[self.node]

    @property
    def text(self) -> str:
        """Return the text before the first child, without white space around it."""
        return (self.node.text or "").strip(WHITE_SPACE)

    def children(self) -> Iterator["Element"]:
        """Yield the child elements in their order."""
        return (Element(child, self.numbers) for child in self.node)

    def every(self, name: str) -> Iterator["Element"]:
        """Yield the children with a shown name."""
        prefix, _, local = name.partition(":")
        return (Element(child, self.numbers) for child in self.node.iterchildren(f"{{{_NAMESPACES[prefix]}}}{local}"))

    def first(self, name: str) -> "Element | None":
        """Return the first child with a shown name, or None."""
        return next(self.every(name), None)

    def text_of(self, name: str) -> str:
        """Return the text of the first child with a shown name, empty where there is none."""
        found = self.first(name)
        return found.text if found else ""

    def attribute(self, name: str) -> str:
        """Return an attribute without white space around it, empty where it is not there."""
        return str(self.node.get(name, "")).strip(WHITE_SPACE)

    def attributes(self) -> Iterator[tuple[str, str]]:
        """Yield names and texts of the attributes; those in a namespace (xsi:type and the like) are not ours."""
        for name, text in self.node.attrib.items():
            if not str(name).startswith("{"):
                yield str(name), str(text).strip(WHITE_SPACE)


def one_of(owner: Element | None, names: tuple[str, ...]) -> Element | None:
    """Return the child with one of the shown names; None where there is none, or more than one."""
    found = [child for child in owner.children() if child.name in names] if owner else []
    return found[0] if len(found) == 1 else None
