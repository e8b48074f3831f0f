"""Chains of records, each of which names the next ones."""

from collections.abc import Iterable, Mapping


def loop_from(start: str, following: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    """Return the shortest loop that leads from a record back to itself, or nothing where none does."""
    passed = {start}
    paths: list[tuple[str, ...]] = [(start,)]
    for path in paths:  # which grows while it is read: shorter paths come first
        for reached in following.get(path[-1], ()):
            if reached == start:
                return path
            if reached not in passed:
                passed.add(reached)
                paths.append((*path, reached))
    return ()
