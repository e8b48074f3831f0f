"""Conditions: a small typed tree over named facts, in the form that a snapshot carries.

Facts are named `request.<path>` (fields of the request's body), `device.<part>` (parts of the CPL key) and
`state.<name>` (what only the Device knows; declared by the catalogue's state records).
"""

from enum import StrEnum
from typing import Union

import msgspec

Value = Union[bool, int, str]  # noqa: UP007 - msgspec reads the union at run time
"""A fact's value. Date-times are text in UTC, `2025-01-01T00:00:00.000000Z`, so that text order is time order."""


class ValueType(StrEnum):
    """The types that a fact can have."""

    INTEGER = "integer"
    BOOLEAN = "boolean"
    TEXT = "text"
    DATETIME = "datetime"


class Operator(StrEnum):
    """How a comparison relates a fact to its operands."""

    EQUALS = "equals"
    ONE_OF = "one_of"
    LESS_THAN = "less_than"
    AT_MOST = "at_most"
    MORE_THAN = "more_than"
    AT_LEAST = "at_least"
    PRESENT = "present"


class Comparison(msgspec.Struct, frozen=True, kw_only=True, tag="comparison", tag_field="node"):
    """One fact against one operand; `one_of` takes several."""

    fact: str
    operator: Operator
    operands: tuple[Value, ...]


class AllOf(msgspec.Struct, frozen=True, kw_only=True, tag="all", tag_field="node"):
    """True when every part is; without parts it is always true."""

    parts: tuple["Condition", ...] = ()


class AnyOf(msgspec.Struct, frozen=True, kw_only=True, tag="any", tag_field="node"):
    """True when at least one part is."""

    parts: tuple["Condition", ...] = ()


class Not(msgspec.Struct, frozen=True, kw_only=True, tag="not", tag_field="node"):
    """True when the part is false."""

    part: "Condition"


Condition = Union[Comparison, AllOf, AnyOf, Not]  # noqa: UP007 - msgspec reads the union at run time
ALWAYS = AllOf()


def comparisons(condition: Condition) -> tuple[Comparison, ...]:
    """Return every comparison in the tree, in order."""
    match condition:
        case Comparison():
            return (condition,)
        case Not(part=part):
            return comparisons(part)
        case AllOf(parts=parts) | AnyOf(parts=parts):
            return tuple(found for part in parts for found in comparisons(part))


def fact_names(condition: Condition) -> frozenset[str]:
    """Return the names of all facts that the tree looks at."""
    return frozenset(comparison.fact for comparison in comparisons(condition))
