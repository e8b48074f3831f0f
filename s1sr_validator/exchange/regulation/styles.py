"""What a DOCX paragraph's style says of it: that it is a heading, a line of the contents, or numbered."""

import re

import msgspec
from lxml import etree

from s1sr_validator.exchange.regulation.lists import NumberedAt, numbered_at
from s1sr_validator.exchange.regulation.package import word

_HEADING = re.compile(r"(heading|title)\b.*|heading\d", re.IGNORECASE)
_CONTENTS = re.compile(r"toc\s*(\d|heading)|table of figures", re.IGNORECASE)
_LONGEST_CHAIN = 20
_NO_LIST = "0"


class Style(msgspec.Struct, frozen=True, kw_only=True):
    """A style with what it inherits: its list and level (-1: none stated), and whether it is one of headings."""

    list_id: str = ""
    level: int = -1
    is_heading: bool = False
    is_contents: bool = False

    def numbered_at(self, properties: etree._Element | None) -> NumberedAt | None:
        """Return the list of a paragraph with this style: its own properties come first."""
        own = numbered_at(properties)
        list_id, level = own if own is not None else (self.list_id, self.level)
        list_id = list_id or self.list_id
        if not list_id or list_id == _NO_LIST:
            return None
        return NumberedAt(list_id, max(level if level >= 0 else self.level, 0))


class Styles:
    """The paragraph styles of a document."""

    def __init__(self, part: etree._Element | None) -> None:
        """Take the styles part; None where the package has none."""
        elements = [] if part is None else part.findall(word("style"))
        self._elements = {each.get(word("styleId"), ""): each for each in elements}
        default = (
            key
            for key, each in self._elements.items()
            if each.get(word("type")) == "paragraph" and each.get(word("default")) in {"1", "true"}
        )
        self._default = next(default, "")
        self._read: dict[str, Style] = {}

    def of(self, properties: etree._Element | None) -> Style:
        """Return the style of a paragraph with these properties."""
        named = properties.find(word("pStyle")) if properties is not None else None
        key = named.get(word("val"), "") if named is not None else self._default
        if key not in self._read:
            self._read[key] = self._style(key)
        return self._read[key]

    def _style(self, key: str) -> Style:
        chain = self._chain(key)
        names = [_value(each, "name") for each in chain] or [key]
        lists = [found for each in chain if (found := numbered_at(each.find(word("pPr")))) is not None]
        outlined = any(each.find(f"{word('pPr')}/{word('outlineLvl')}") is not None for each in chain)
        return Style(
            list_id=next((list_id for list_id, _level in lists if list_id), ""),
            level=next((level for _list_id, level in lists if level >= 0), -1),
            is_heading=outlined or any(_HEADING.fullmatch(name) for name in names),
            is_contents=any(_CONTENTS.match(name) for name in names),
        )

    def _chain(self, key: str) -> list[etree._Element]:
        """Return a style and those that it is based on; a circle of styles ends."""
        chain: list[etree._Element] = []
        while key in self._elements and self._elements[key] not in chain and len(chain) < _LONGEST_CHAIN:
            chain.append(self._elements[key])
            key = _value(self._elements[key], "basedOn")
        return chain


def _value(holder: etree._Element, name: str) -> str:
    found = holder.find(word(name))
    return found.get(word("val"), "") if found is not None else ""
