"""Chains of records, each of which names the next one."""

from collections.abc import Mapping


def loop_from(start: str, following: Mapping[str, str]) -> tuple[str, ...]:
    """Return the loop that leads from a record back to itself, or nothing where the chain ends elsewhere."""
    passed = [start]
    while (reached := following.get(passed[-1], "")) and reached not in passed:
        passed.append(reached)
    return tuple(passed) if reached == start else ()
