"""What may be typed for a record: its id in both cases, a clause's number, a firmware version, a maker's name."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from s1sr_validator.model.device import Device
from s1sr_validator.model.record import Record
from s1sr_validator.model.regulation import Clause, Manufacturer
from s1sr_validator.model.rule import Rule
from s1sr_validator.publish.addresses import page_path, rule_path
from s1sr_validator.publish.contents import Contents
from s1sr_validator.publish.words import label

KINDS_IN_ORDER = (
    *("services", "devices", "clauses", "behaviours", "codes", "manufacturers", "documents", "editions", "cohorts"),
    *("use_cases", "states", "exclusions", "observations"),
)
"""The kinds that have short addresses, those that people ask for most first; rules come after them."""
_NOT_A_WORD = re.compile(r"[^a-z0-9]+")
_SHORTEST_WORD = 3


class Claim(NamedTuple):
    """A spelling that may mean a page: of several claims the lowest rank counts."""

    spelling: str
    rank: tuple[int, int]
    page: str
    words: str


def claims(contents: Contents, rules: Iterable[Rule]) -> Iterator[Claim]:
    """Yield every spelling: ids rank before what a record is known by, then the kinds in their order."""
    names = _Names(contents)
    for number, folder in enumerate(KINDS_IN_ORDER):
        for hit in contents.of_kind(folder):
            page, words = page_path(folder, hit.record.id), f"{label(hit.kind.singular)} {hit.record.id}"
            yield from (Claim(spelling, (0, number), page, words) for spelling in both_cases(hit.record.id))
            yield from (Claim(spelling, (1, number), page, words) for spelling in names.of(hit.record))
    for rule in rules:
        rank, page = (0, len(KINDS_IN_ORDER)), rule_path(rule.code)
        yield from (Claim(spelling, rank, page, f"rule {rule.code}") for spelling in both_cases(rule.code))


def both_cases(spelling: str) -> tuple[str, ...]:
    """Return a spelling as it is, and in lower case."""
    return tuple(dict.fromkeys((spelling, spelling.lower())))


class _Names:
    """What records are known by, with the makers and their Device Models looked up once."""

    def __init__(self, contents: Contents) -> None:
        self._makers: dict[str, Manufacturer] = {
            hit.record.id: hit.record
            for hit in contents.of_kind("manufacturers")
            if isinstance(hit.record, Manufacturer)
        }
        self._types: dict[str, set[str]] = {}
        for device in contents.lookup.devices.values():
            self._types.setdefault(device.manufacturer, set()).add(device.device_type.lower())

    def of(self, record: Record) -> list[str]:
        """Return what a record is known by beside its id."""
        match record:
            case Clause():
                return list(both_cases(record.number))
            case Device():
                kind, rest = record.device_type.lower(), "/".join(record.key_parts()[2:]).lower()
                makers = self._names(record.manufacturer)
                return [*both_cases(record.firmware_version), *(f"{kind}/{maker}/{rest}" for maker in makers)]
            case Manufacturer():
                named = dict.fromkeys([*self._names(record.id), *filter(None, map(_slug, record.name_variants))])
                types = sorted(self._types.get(record.id, ()))
                return [*named, *(f"{kind}/{name}" for kind in types for name in (*named, record.id.lower()))]
            case _:
                return []

    def _names(self, maker: str) -> tuple[str, ...]:
        """Return a maker's name as it stands in an address, and its first word."""
        slug = _slug(self._makers[maker].name) if maker in self._makers else ""
        first = slug.partition("-")[0]
        return tuple(dict.fromkeys(filter(None, (slug, first if len(first) >= _SHORTEST_WORD else ""))))


def _slug(name: str) -> str:
    return _NOT_A_WORD.sub("-", name.lower()).strip("-")
