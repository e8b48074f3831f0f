"""Where two records differ, value by value; items of a list are matched by what identifies them, not by their place."""

from collections.abc import Iterator
from typing import Any

import msgspec

from s1sr_validator.index.canonical import canonical_bytes

_IDENTITIES = (
    ("path",),
    ("order",),
    ("entry",),
    ("code",),
    ("about",),
    ("title",),
    ("event", "date"),
    ("as_of", "what"),
)
"""The fields that tell one item of a list from another, in whichever list has them."""

Data = Any
"""Plain data of any shape."""


class ValueDifference(msgspec.Struct, frozen=True):
    """A value that differs: the names on the way to it, and what each side has (None: nothing)."""

    path: tuple[str, ...]
    before: Data
    after: Data


def value_differences(before: Data, after: Data, path: tuple[str, ...] = ()) -> Iterator[ValueDifference]:
    """Yield the values in which two records, as plain data, differ."""
    if isinstance(before, dict) and isinstance(after, dict):
        for key in [*before, *(key for key in after if key not in before)]:
            yield from value_differences(before.get(key), after.get(key), (*path, key))
    elif isinstance(before, list | tuple | None) and isinstance(after, list | tuple | None) and before is not after:
        yield from _list_differences(list(before or ()), list(after or ()), path)
    elif before != after:
        yield ValueDifference(path, before, after)


def _list_differences(before: list[Data], after: list[Data], path: tuple[str, ...]) -> Iterator[ValueDifference]:
    names = _identity([*before, *after], before, after)
    old, new = _by_name(before, names), _by_name(after, names)
    for name in [*old, *(name for name in new if name not in old)]:
        where = (*path, name) if names else path
        if name in old and name in new:
            yield from value_differences(old[name], new[name], where)
        else:
            yield ValueDifference(where, old.get(name), new.get(name))


def _identity(items: list[Data], *sides: list[Data]) -> tuple[str, ...]:
    """Return the fields that identify the items on each side; none where the items are only equal or not."""
    for names in _IDENTITIES:
        have_them = all(isinstance(item, dict) and all(name in item for name in names) for item in items)
        if have_them and all(len(_by_name(side, names)) == len(side) for side in sides):
            return names
    return ()


def _by_name(items: list[Data], names: tuple[str, ...]) -> dict[str, Data]:
    if names:
        return {" ".join(str(item[name]) for name in names): item for item in items}
    return {canonical_bytes(item).decode(): item for item in items}


def in_short(value: Data) -> str:
    """Return plain data as a person would say it; nothing for None."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return ", ".join(f"{key.replace('_', ' ')} {in_short(item)}" for key, item in value.items())
    if isinstance(value, list | tuple):
        return "; ".join(map(in_short, value))
    return str(value)
