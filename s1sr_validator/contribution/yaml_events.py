"""What a YAML parser reads, with the places of it in the text."""

from collections.abc import Iterator

import msgspec
import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Point(msgspec.Struct, frozen=True):
    """A place in a text: character, line and column, all from 0."""

    index: int
    line: int
    column: int


def events_of(text: str) -> Iterator[yaml.Event]:
    """Yield the events of a text that `read_tree` has accepted."""
    return yaml.parse(text, Loader=_LOADER)


def start_of(event: yaml.Event) -> Point:
    """Return where an event begins."""
    mark = event.start_mark
    return Point(mark.index, mark.line, mark.column) if mark else Point(0, 0, 0)


def end_of(event: yaml.Event) -> Point:
    """Return where an event ends."""
    mark = event.end_mark
    return Point(mark.index, mark.line, mark.column) if mark else Point(0, 0, 0)
