"""Half-open periods of days: the first day belongs to the period, the end does not."""

import datetime as dt

import msgspec


class Period(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """From `start` (included) to `end` (not included); an open end is None."""

    start: dt.date
    end: dt.date | None = None

    def contains(self, day: dt.date) -> bool:
        """Say whether the day lies in the period."""
        return self.start <= day and (self.end is None or day < self.end)

    def overlaps(self, other: "Period") -> bool:
        """Say whether some day lies in both periods."""
        starts_before_other_ends = other.end is None or self.start < other.end
        ends_after_other_starts = self.end is None or other.start < self.end
        return starts_before_other_ends and ends_after_other_starts and not (self.is_empty or other.is_empty)

    @property
    def is_empty(self) -> bool:
        """Say whether no day lies in the period."""
        return self.end is not None and self.end <= self.start
