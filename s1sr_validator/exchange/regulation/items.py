"""Which clause a bare `(i)` is: the ninth letter after (h), or the first roman numeral below (a)."""

from collections.abc import Callable

import msgspec

from s1sr_validator.exchange.regulation.numbers import ClauseNumber, letter_order, roman_order


class _Level(msgspec.Struct, frozen=True):
    """An open level of items: the number of its latest item, its form, and the list level it has (-1: none)."""

    number: ClauseNumber
    form: str
    list_level: int = -1


class Items:
    """The levels of items that are open below the clause that was read last."""

    def __init__(self) -> None:
        """Begin with nothing open."""
        self._above = ClauseNumber(())
        self._levels: list[_Level] = []
        self._list_level = -1

    def stand_at(self, number: ClauseNumber, list_level: int = -1) -> None:
        """Note the clause that was read last, and the list level that it has in the word processor."""
        if not number.items:
            self._above, self._levels, self._list_level = number, [], list_level
            return
        depth = len(number.items)
        if number.dotted != self._above.dotted:
            self._above, self._levels = ClauseNumber(number.dotted), []
        kept = [level for level in self._levels if len(level.number.items) < depth]
        beside = [level for level in self._levels if len(level.number.items) == depth]
        form = beside[0].form if beside and _goes_on(beside[0], number.items[-1]) else _form(number.items[-1], kept)
        self._levels = [*kept, _Level(number, form, list_level)]

    def next(self, item: str) -> ClauseNumber | None:
        """Return the number of an item from its order: the next of an open level, else the first of a new one.

        None where it is neither: then it is only the beginning of a line.
        """
        for place in reversed(range(len(self._levels))):
            level = self._levels[place]
            if _goes_on(level, item):
                return ClauseNumber(level.number.dotted, (*level.number.items[:-1], item))
        if not self._above.dotted or item not in {"a", "i", "A", "1"}:
            return None
        below = self._levels[-1].number if self._levels else self._above
        return below.with_item(item)

    def jump(self, item: str) -> ClauseNumber | None:
        """Return the number of an item that skips others, at the deepest level that it can come later in."""
        for level in reversed(self._levels):
            order, last = _ORDERS[level.form], level.number.items[-1]
            if item.islower() == last.islower() and order(item) > order(last):
                return ClauseNumber(level.number.dotted, (*level.number.items[:-1], item))
        return self._above.with_item(item) if self._above.dotted and not self._levels else None

    def is_inside(self, list_level: int) -> bool:
        """Say whether a list level lies below that of the clause that the open items belong to."""
        return bool(self._above.dotted) and -1 < self._list_level < list_level

    def at_level(self, item: str, list_level: int) -> ClauseNumber:
        """Return the number of an item whose list level the word processor knows."""
        above = [level for level in self._levels if level.list_level < list_level]
        parent = above[-1].number if above else self._above
        return parent.with_item(item)


def _form(item: str, above: list[_Level]) -> str:
    if item == "i" or (
        roman_order(item) and any(level.form == "letter" for level in above) and letter_order(item) != 1
    ):
        return "roman"
    return "number" if item.isdigit() else "letter"


def _goes_on(level: _Level, item: str) -> bool:
    last, order = level.number.items[-1], _ORDERS[level.form]
    return item.islower() == last.islower() and order(item) == order(last) + 1 > 1


def _digits(item: str) -> int:
    return int(item) if item.isdigit() else 0


_ORDERS: dict[str, Callable[[str], int]] = {"roman": roman_order, "number": _digits, "letter": letter_order}
