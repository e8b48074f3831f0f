"""Documents tried at entries: each in a folder of its own, many runs at once, and what went wrong."""

import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from tests.hostile.bounded import Asked, Outcome, Runner

CPU_SECONDS = 1.0
MEMORY = 256 * 1024 * 1024
_AT_ONCE = 100
_AT_ONCE_BYTES = 40_000_000

Try = Callable[[Path, bytes], Asked]
"""Puts a document into a folder, and returns the run that reads it."""


class Tried(NamedTuple):
    """A document by its name, and what came of it."""

    name: str
    outcome: Outcome
    left: tuple[str, ...]
    """Names of the files that were there at the end."""

    def fault_beyond(self, seconds: float) -> str:
        """Return what is wrong whatever the document was: a code, a traceback, a file outside, time or memory."""
        if "pwned" in self.left:
            return "something ran"
        if self.outcome.fault:
            return self.outcome.fault
        if self.outcome.cpu > seconds:
            return f"{self.outcome.cpu:.2f} seconds of the processor"
        return f"{self.outcome.memory:,} bytes of memory" if self.outcome.memory > MEMORY else ""


def tried(runner: Runner, documents: Mapping[str, bytes], attempt: Try) -> Iterator[Tried]:
    """Yield what came of each document."""
    waiting = iter(documents.items())
    while batch := dict(_next(waiting)):
        folders = {name: runner.new_folder() for name in batch}
        outcomes = runner.run_all([attempt(folders[name], data) for name, data in batch.items()])
        for (name, folder), outcome in zip(folders.items(), outcomes, strict=True):
            yield Tried(name, outcome, tuple(path.name for path in folder.rglob("*")))
            shutil.rmtree(folder)


def _next(waiting: Iterator[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
    size = 0
    for name, data in islice(waiting, _AT_ONCE):
        yield name, data
        size += len(data)
        if size > _AT_ONCE_BYTES:
            return


def faults(every: Iterable[Tried], seconds: float = CPU_SECONDS) -> dict[str, str]:
    """Return what went wrong, by document."""
    return {each.name: fault for each in every if (fault := each.fault_beyond(seconds))}
