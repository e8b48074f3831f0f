"""A line of the table: what was measured, against what, the ratio, and the goal."""

import statistics
from collections.abc import Sequence
from typing import NamedTuple, Self


class Spread(float):
    """The median of some ratios, which knows the least and the greatest of them too."""

    least: float
    most: float

    def __new__(cls, median: float, least: float, most: float) -> Self:
        """Keep the three."""
        self = super().__new__(cls, median)
        self.least, self.most = least, most
        return self

    @classmethod
    def of(cls, ratios: Sequence[float]) -> Self:
        """Return the spread of ratios that were taken in the same run."""
        return cls(statistics.median(ratios), min(ratios), max(ratios))

    def __mul__(self, other: float) -> Self:
        """Return all three times a number."""
        return type(self)(float(self) * other, self.least * other, self.most * other)


class Row(NamedTuple):
    """A measurement; `at_most` says whether the ratio should stay below the goal or reach it."""

    what: str
    ours: str
    peer: str
    ratio: float
    goal: float
    at_most: bool = True

    @property
    def is_reached(self) -> bool:
        """Say whether the goal is reached, by the median."""
        return self.ratio <= self.goal if self.at_most else self.ratio >= self.goal

    @property
    def spread(self) -> Spread:
        """Return the ratio with its least and greatest; one that was taken once has no others."""
        return self.ratio if isinstance(self.ratio, Spread) else Spread.of([self.ratio])


_MILLISECOND = 1e-3


class Skipped(NamedTuple):
    """A measurement that could not be made, and why."""

    what: str
    why: str


def shown(seconds: float) -> str:
    """Write a time in the unit that suits it."""
    if seconds < _MILLISECOND:
        return f"{seconds * 1e6:.1f} us"
    return f"{seconds * 1e3:.1f} ms" if seconds < 1 else f"{seconds:.2f} s"
