"""Versions of DUIS, which a request writes as a decimal number: which is newer, and which are one and the same."""

import re
from collections.abc import Sequence
from decimal import Decimal

_DECIMAL = re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)")


def order_of(version: str) -> tuple[int, ...]:
    """Return what versions are sorted by: 5.10 came, or will come, after 5.9."""
    return tuple(int(part) for part in version.split("."))


def the_same(asked: str, versions: Sequence[str]) -> str:
    """Return the version that a text names: the one written so, else the one of its value, else nothing."""
    if asked in versions:
        return asked
    if not _DECIMAL.fullmatch(asked):
        return ""
    return next((version for version in versions if Decimal(version) == Decimal(asked)), "")
