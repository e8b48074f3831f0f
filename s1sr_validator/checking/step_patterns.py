"""Patterns over the steps of a path: `**` stands for any number of steps, none too."""

from collections.abc import Callable, Sequence
from fnmatch import fnmatchcase

ANY_STEPS = "**"


def path_fits(pattern: str, path: str) -> bool:
    """Say whether a dotted path fits a pattern in which `*` stands for one step."""
    steps = path.split(".") if path else []
    return _fit(pattern.split("."), steps, lambda wanted, step: wanted in {"*", step})


def file_fits(pattern: str, file: str) -> bool:
    """Say whether a file fits a pattern whose names may hold `*`, `?` and `[...]`."""
    return _fit(pattern.split("/"), file.split("/"), lambda wanted, step: fnmatchcase(step, wanted))


def is_one_file(pattern: str) -> bool:
    """Say whether a pattern for files stands for one only."""
    return bool(pattern) and not set(pattern) & set("*?[")


def _fit(pattern: Sequence[str], steps: Sequence[str], fits: Callable[[str, str], bool]) -> bool:
    """Match greedily and go back to the last `**` only: the time grows with pattern times steps, whatever they are."""
    at = place = 0
    resume: tuple[int, int] | None = None
    while place < len(steps):
        if at < len(pattern) and pattern[at] == ANY_STEPS:
            resume = (at, place)
            at += 1
        elif at < len(pattern) and fits(pattern[at], steps[place]):
            at, place = at + 1, place + 1
        elif resume:
            resume = (resume[0], resume[1] + 1)
            at, place = resume[0] + 1, resume[1]
        else:
            return False
    return all(step == ANY_STEPS for step in pattern[at:])
