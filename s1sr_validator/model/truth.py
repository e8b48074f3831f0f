"""Kleene's three-valued logic: unknown is a value, never a default.

Source: S. C. Kleene, Introduction to Metamathematics (1952), section 64, the strong tables.
"""

from collections.abc import Iterable
from enum import StrEnum


class Truth(StrEnum):
    """True, false, or not known."""

    TRUE = "true"
    FALSE = "false"
    UNKNOWN = "unknown"


def of(value: bool) -> Truth:  # noqa: FBT001 - the argument is the fact itself, not a switch
    """Return the truth value of a known fact."""
    return Truth.TRUE if value else Truth.FALSE


def negate(value: Truth) -> Truth:
    """Return the negation; unknown stays unknown."""
    return {Truth.TRUE: Truth.FALSE, Truth.FALSE: Truth.TRUE, Truth.UNKNOWN: Truth.UNKNOWN}[value]


def all_of(values: Iterable[Truth]) -> Truth:
    """Return the conjunction: one false decides, otherwise one unknown leaves it open."""
    seen = set(values)
    if Truth.FALSE in seen:
        return Truth.FALSE
    return Truth.UNKNOWN if Truth.UNKNOWN in seen else Truth.TRUE


def any_of(values: Iterable[Truth]) -> Truth:
    """Return the disjunction: one true decides, otherwise one unknown leaves it open."""
    seen = set(values)
    if Truth.TRUE in seen:
        return Truth.TRUE
    return Truth.UNKNOWN if Truth.UNKNOWN in seen else Truth.FALSE
