"""The progress of a batch: one line on a terminal that is written over, with rate and time left; nothing elsewhere."""

import time
from typing import TextIO

from s1sr_validator.batch.parts import Done

_EVERY = 0.2
_MINUTE = 60


class Progress:
    """Counts messages and writes how far a run is."""

    def __init__(self, stream: TextIO, total: int | None) -> None:
        """Take where to write, and how many messages there are, where that is known."""
        self._stream, self._total = stream, total
        self._is_shown = stream.isatty()
        self._start = self._written = time.monotonic()
        self._first: int | None = None

    def show(self, done: Done) -> None:
        """Write the line anew, a few times a second at most."""
        now = time.monotonic()
        if self._first is None:
            # What was done before the run was taken up, and its first chunk, say nothing about its rate.
            self._start, self._first = now, done.requests + done.rejected
        if self._is_shown and now - self._written >= _EVERY:
            self._written = now
            self._stream.write(f"\r\x1b[K{self._line(done, now - self._start)}")
            self._stream.flush()

    def end(self) -> None:
        """Wipe the line."""
        if self._is_shown:
            self._stream.write("\r\x1b[K")
            self._stream.flush()

    def _line(self, done: Done, taken: float) -> str:
        count = done.requests + done.rejected
        rate = (count - (self._first or 0)) / taken if taken > 0 else 0
        of_all = f" of {self._total:,}" if self._total else ""
        left = f", {_shown((self._total - count) / rate)} left" if self._total and rate else ""
        rejected = f", {done.rejected:,} rejected" if done.rejected else ""
        return f"{count:,}{of_all} messages{rejected}, {rate:,.0f} a second{left}"


def _shown(seconds: float) -> str:
    minutes, rest = divmod(max(round(seconds), 0), _MINUTE)
    return f"{minutes} min {rest:02} s" if minutes else f"{rest} s"
