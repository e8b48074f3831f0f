"""A line of the table: what was measured, against what, the ratio, and the goal."""

from typing import NamedTuple


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
        """Say whether the goal is reached."""
        return self.ratio <= self.goal if self.at_most else self.ratio >= self.goal


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
