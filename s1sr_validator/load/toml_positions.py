"""Where the tables and keys of a TOML file stand, which tomllib does not tell. Source: TOML 1.0.

Only for a text that tomllib has read: what this scan does not understand has no position, and nothing else.
"""

import re
from collections import Counter
from collections.abc import Iterator

Path = tuple[str | int, ...]

_PART = r"""[A-Za-z0-9_-]+|"(?:\\.|[^"\\\n])*"|'[^'\n]*'"""
_KEY = rf"(?:{_PART})(?:[ \t]*\.[ \t]*(?:{_PART}))*"
_PARTS = re.compile(_PART)
_STATEMENT = re.compile(rf"[ \t]*(?:(?P<open>\[\[?)[ \t]*(?P<header>{_KEY})[ \t]*\]|(?P<key>{_KEY})[ \t]*=)")
_TOKEN = re.compile(
    r'"""(?s:\\.|[^\\])*?"{3,5}'
    r"|'''(?s:.)*?'{3,5}"
    r'|"(?:\\.|[^"\\\n])*"'
    r"|'[^'\n]*'"
    r"|\#[^\n]*"
    r"""|[^\[\]{}\n"'\#]+"""
    r"|."
    r"|\n"
)


def toml_positions(text: str) -> dict[Path, tuple[int, int]]:
    """Return line and column of every table header and key, by its path; tables of a list are counted from 0."""
    positions: dict[Path, tuple[int, int]] = {}
    table: Path = ()
    lists: Counter[Path] = Counter()
    for line, column, found in _statements(text.replace("\r\n", "\n")):
        if found["key"]:
            positions.setdefault((*table, *_steps(found["key"])), (line, column))
            continue
        table = _numbered(_steps(found["header"]), lists, starts_one=found["open"] == "[[")
        positions.setdefault(table, (line, column))
    return positions


def _statements(text: str) -> Iterator[tuple[int, int, re.Match[str]]]:
    """Yield what stands at the start of a line, outside of every value."""
    at, line = 0, 1
    while at < len(text):
        found = _STATEMENT.match(text, at)
        if found:
            start = found.start("open") if found["open"] else found.start("key")
            yield line, start - at + 1, found
        end = _end_of_statement(text, found.end() if found and found["key"] else at)
        line += text.count("\n", at, end)
        at = end


def _end_of_statement(text: str, at: int) -> int:
    """Return where the next statement's line begins: after a line's end that no bracket or string is open at."""
    depth = 0
    for token in _TOKEN.finditer(text, at):
        first = token[0]
        depth += (first in "[{") - (first in "]}") if len(first) == 1 else 0
        if first == "\n" and depth <= 0:
            return token.end()
    return len(text)


def _steps(key: str) -> Path:
    return tuple(part.strip("\"'") for part in _PARTS.findall(key))


def _numbered(steps: Path, lists: Counter[Path], *, starts_one: bool) -> Path:
    """Put the number of its current table behind each list that a header goes through."""
    path: Path = ()
    for place, step in enumerate(steps, start=1):
        path = (*path, step)
        if starts_one and place == len(steps):
            lists[path] += 1
        if lists[path]:
            path = (*path, lists[path] - 1)
    return path
