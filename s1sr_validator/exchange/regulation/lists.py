"""Automatic numbers of a DOCX: what the word processor shows before a paragraph and the file does not hold."""

from collections.abc import Mapping

import msgspec
from lxml import etree

from s1sr_validator.exchange.regulation.list_forms import FORMS, label_of
from s1sr_validator.exchange.regulation.package import word

_LEVELS = 9
_VAL = word("val")


class ListLevel(msgspec.Struct, frozen=True, kw_only=True):
    """A level of a list: the form of its numbers, the pattern they stand in, its first value, and what restarts it.

    `restart` is the level at or above which a number restarts this one; -1 where every higher level does, and 0 where
    none does.
    """

    form: str = "decimal"
    pattern: str = ""
    start: int = 1
    is_legal: bool = False
    restart: int = -1


class NumberedAt(msgspec.Struct, frozen=True):
    """A paragraph's list and its level in it."""

    list_id: str
    level: int


class Lists:
    """The lists of a document, as its numbering part describes them."""

    def __init__(self, numbering: etree._Element | None) -> None:
        """Take the numbering part; None where the package has none."""
        self._of_list: dict[str, str] = {}
        self._levels: dict[str, dict[int, ListLevel]] = {}
        self._starts: dict[tuple[str, int], int] = {}
        if numbering is not None:
            self._read(numbering)

    def level(self, at: NumberedAt) -> ListLevel | None:
        """Return the description of a level; None where the part has none."""
        own = self._levels.get(f"num:{at.list_id}", {})
        return own.get(at.level) or self._levels.get(self.abstract(at.list_id), {}).get(at.level)

    def abstract(self, list_id: str) -> str:
        """Return what a list is an instance of: instances of one list count on together."""
        return self._of_list.get(list_id, "")

    def start_override(self, at: NumberedAt) -> int | None:
        """Return the value at which an instance of a list begins anew at a level."""
        return self._starts.get((at.list_id, at.level))

    def _read(self, numbering: etree._Element) -> None:
        styles: dict[str, str] = {}
        linked: dict[str, str] = {}
        for abstract in numbering.findall(word("abstractNum")):
            key = abstract.get(word("abstractNumId"), "")
            self._levels[key] = _levels(abstract)
            if style := _value(abstract, "styleLink"):
                styles[style] = key
            if style := _value(abstract, "numStyleLink"):
                linked[key] = style
        for key, style in linked.items():
            self._levels[key] = self._levels.get(styles.get(style, ""), self._levels[key])
        for number in numbering.findall(word("num")):
            self._read_instance(number)

    def _read_instance(self, number: etree._Element) -> None:
        list_id = number.get(word("numId"), "")
        self._of_list[list_id] = _value(number, "abstractNumId")
        for override in number.findall(word("lvlOverride")):
            level = _integer(override.get(word("ilvl"), ""), 0)
            if (start := _value(override, "startOverride")) != "":
                self._starts[list_id, level] = _integer(start, 1)
            if override.find(word("lvl")) is not None:
                self._levels.setdefault(f"num:{list_id}", {}).update(_levels(override))


class Counters:
    """The numbers of each list as a reader of the document meets them, one paragraph after the other."""

    def __init__(self, lists: Lists) -> None:
        """Begin before the first paragraph."""
        self._lists = lists
        self._values: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def next_label(self, at: NumberedAt) -> str | None:
        """Count a paragraph and return its number; nothing for a bullet, None for a form that is not read."""
        level = self._lists.level(at)
        if level is None:
            return None
        if level.form in {"bullet", "none"}:
            return ""
        values = self._values.setdefault(self._lists.abstract(at.list_id), {})
        self._count(at, level, values)
        for below in [key for key in values if key > at.level and self._restarts(at, key)]:
            del values[below]
        return self._label(at, level, values)

    def _count(self, at: NumberedAt, level: ListLevel, values: dict[int, int]) -> None:
        override = self._lists.start_override(at)
        if override is not None and (at.list_id, at.level) not in self._begun:
            self._begun.add((at.list_id, at.level))
            values[at.level] = override
        else:
            values[at.level] = values[at.level] + 1 if at.level in values else level.start

    def _restarts(self, at: NumberedAt, below: int) -> bool:
        level = self._lists.level(NumberedAt(at.list_id, below))
        return level is None or level.restart < 0 or at.level < level.restart

    def _label(self, at: NumberedAt, level: ListLevel, values: Mapping[int, int]) -> str | None:
        shown: dict[int, str] = {}
        for number in range(at.level + 1):
            above = self._lists.level(NumberedAt(at.list_id, number)) or level
            form = "decimal" if level.is_legal else above.form
            if form not in FORMS and f"%{number + 1}" in level.pattern:
                return None
            value = values.get(number, above.start)
            shown[number] = label_of(value, form) if form in FORMS else ""
        text = level.pattern
        for number, label in shown.items():
            text = text.replace(f"%{number + 1}", label)
        return text.strip()


def numbered_at(properties: etree._Element | None) -> tuple[str, int] | None:
    """Return the list id and level that paragraph properties state; the id `0` takes a paragraph out of its list."""
    numbers = properties.find(word("numPr")) if properties is not None else None
    if numbers is None:
        return None
    return _value(numbers, "numId"), _integer(_value(numbers, "ilvl"), -1)


def _levels(holder: etree._Element) -> dict[int, ListLevel]:
    return {
        _integer(level.get(word("ilvl"), ""), 0): ListLevel(
            form=_value(level, "numFmt") or "decimal",
            pattern=_value(level, "lvlText"),
            start=_integer(_value(level, "start"), 0),
            is_legal=level.find(word("isLgl")) is not None,
            restart=_integer(_value(level, "lvlRestart"), -1),
        )
        for level in holder.findall(word("lvl"))[:_LEVELS]
    }


def _value(holder: etree._Element, name: str) -> str:
    found = holder.find(word(name))
    return found.get(_VAL, "") if found is not None else ""


def _integer(text: str, otherwise: int) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 9 else otherwise  # noqa: PLR2004 - an XSD int
