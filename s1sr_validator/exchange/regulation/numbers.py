"""The grammar of clause numbers: `18.17p` and `18.17(p)` are one clause, `17.3.2(b)(iii)` has two items."""

import re
from typing import Self

import msgspec

_PART = r"\d{1,3}[A-Z]{0,2}"
_ITEM = r"\((?:[a-z]{1,6}|[A-Z]{1,2}|\d{1,2})\)"
NUMBER = rf"[A-Z]?{_PART}(?:(?:\.|(?<=[A-Z])\x20(?=\d+\.\d)){_PART})*(?:[a-z]{{1,2}}(?![A-Za-z]))?(?:\x20?{_ITEM})*"
"""The form of a clause number, as a part of a regular expression; group-less."""
_WHOLE = re.compile(NUMBER)
_SPLIT = re.compile(r"(?P<dotted>[A-Z]?\d[\dA-Z.]*)(?P<glued>[a-z]{0,2})(?P<items>(?:\([^)]*\))*)")
_ROMAN = re.compile(r"(?=.)(?:x{0,3})(?:ix|iv|v?i{0,3})")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10}


class ClauseNumber(msgspec.Struct, frozen=True, order=True):
    """A clause number: its dotted parts as texts, and the items below them without brackets."""

    dotted: tuple[str, ...]
    items: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Write the number with every item in brackets."""
        return ".".join(self.dotted) + "".join(f"({item})" for item in self.items)

    @property
    def depth(self) -> int:
        """Return how many parts and items it has."""
        return len(self.dotted) + len(self.items)

    @property
    def parent(self) -> "ClauseNumber | None":
        """Return the number of the clause above; None above the top."""
        if self.items:
            return ClauseNumber(self.dotted, self.items[:-1])
        return ClauseNumber(self.dotted[:-1]) if len(self.dotted) > 1 else None

    def with_item(self, item: str) -> Self:
        """Return the number of an item of this clause."""
        return type(self)(self.dotted, (*self.items, item))


def parse_number(text: str) -> ClauseNumber | None:
    """Return a clause number as it is written anywhere; None for a text that is none.

    Args:
        text: such as `18.17p`, `18.17 (p)`, `2A 1.1`, `L3.18` or `17.3.2(b)(iii)`; a full stop at its end is ignored.
    """
    bare = text.strip().rstrip(".").strip()
    if not _WHOLE.fullmatch(bare):
        return None
    found = _SPLIT.fullmatch(re.sub(r"\s+\(", "(", bare).replace(" ", "."))
    if found is None:
        return None
    items = tuple(re.findall(r"\(([^)]*)\)", found["items"]))
    return ClauseNumber(tuple(_parts(found["dotted"])), ((found["glued"],) if found["glued"] else ()) + items)


def _parts(dotted: str) -> list[str]:
    """Split the dotted parts; the letter of `L3.18` is the document's section and stays with its number."""
    return dotted.split(".")


def letter_order(item: str) -> int:
    """Return the place of a lettered item: a is 1, z is 26, aa is 27; 0 for another form."""
    if not item.isalpha() or len(set(item)) != 1:
        return 0
    return (len(item) - 1) * 26 + ord(item.lower()[0]) - ord("a") + 1


def roman_order(item: str) -> int:
    """Return the place of an item that is numbered by a small roman numeral; 0 for another form."""
    if not _ROMAN.fullmatch(item):
        return 0
    values = [_ROMAN_VALUES[letter] for letter in item]
    return sum(-value if value < max(values[place:]) else value for place, value in enumerate(values))


def follows(number: ClauseNumber, before: ClauseNumber | None) -> bool:
    """Say whether a dotted number can come next: a first child, or a later neighbour of the one before or above it.

    Inserted clauses (`3.14A` after `3.14`) and a number that skips one (`Not used` is often left out) follow too.
    """
    if before is None:
        return True
    new, old = number.dotted, before.dotted
    shared = 0
    while shared < min(len(new), len(old)) and new[shared] == old[shared]:
        shared += 1
    if shared == len(new):
        return False
    if any(_order(part) not in {(1, ""), (0, "")} and _order(part)[0] > 1 for part in new[shared + 1 :]):
        return False
    if shared == len(old):
        return _order(new[shared])[0] <= 1
    return _is_next(_order(old[shared]), _order(new[shared]))


def _order(part: str) -> tuple[int, str]:
    digits = re.sub(r"\D", "", part)
    return int(digits or 0), re.sub(r"[\d]", "", part)


def _is_next(old: tuple[int, str], new: tuple[int, str]) -> bool:
    if new[0] == old[0]:
        return new[1] > old[1]
    return new[0] in {old[0] + 1, old[0] + 2}
