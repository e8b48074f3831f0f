"""A place in a YAML file, and the path of a value in its document."""

import msgspec

Path = tuple[str | int, ...]
"""The keys and list numbers that lead to a value."""


class Mark(msgspec.Struct, frozen=True):
    """A line and column, counted from 1."""

    line: int
    column: int
