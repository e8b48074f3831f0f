"""Items by day, so that those of a time between are found without a look at all others."""

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterable
from typing import Generic, TypeVar

Item = TypeVar("Item")


class ByDay(Generic[Item]):
    """Items, each on one day or several; they keep the order in which they were given."""

    def __init__(self, items: Iterable[tuple[dt.date, Item]]) -> None:
        """Sort the items by their days."""
        given = list(items)
        numbered = sorted((day, number) for number, (day, _) in enumerate(given))
        self._items = [item for _, item in given]
        self._days = [day for day, _ in numbered]
        self._numbers = [number for _, number in numbered]

    def within(self, since: dt.date, until: dt.date) -> list[Item]:
        """Return the items after one day, up to and with the other, in the order in which they were given."""
        start, end = bisect_right(self._days, since), bisect_right(self._days, until)
        return [self._items[number] for number in sorted(self._numbers[start:end])]
