"""Representative values of facts: enough of them that a condition takes every truth value it can take.

Comparisons divide the values of a fact into stretches on which no comparison changes: the values named, what lies just
before and just after each of them, and one value that is not named. One value of each stretch is tried.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from itertools import product
from math import prod

import msgspec

from s1sr_validator.model.condition import Comparison, Condition, Operator, Value, ValueType, comparisons
from s1sr_validator.model.vocabulary import REQUEST, FactType
from s1sr_validator.prediction.facts import Facts, Missing

MOST_POINTS = 20_000
"""More combinations than this are not tried."""
MOST_STEPS = 400_000
"""More comparisons than this are not made, so that no single record can hold up a build."""
BOUNDS = f"at most {MOST_POINTS:,} are tried, with {MOST_STEPS:,} comparisons"

_MOMENT = "%Y-%m-%dT%H:%M:%S.%fZ"

Axis = tuple[Value | Missing, ...]


class Space(msgspec.Struct, frozen=True):
    """Facts with the values to try for each, facts whose value is given, and how many comparisons look at them."""

    axes: dict[str, Axis]
    given: dict[str, Value]
    comparisons: int

    @property
    def size(self) -> int:
        """Return the number of combinations."""
        return prod(len(axis) for axis in self.axes.values())

    @property
    def steps(self) -> int:
        """Return the number of comparisons that trying all of them takes."""
        return self.size * self.comparisons

    @property
    def is_too_large(self) -> bool:
        """Say whether there are more combinations than are tried."""
        return self.size > MOST_POINTS or self.steps > MOST_STEPS

    def points(self) -> Iterator[Facts]:
        """Yield every combination; a request field without a value is absent."""
        for values in product(*self.axes.values()):
            known = {
                name: value for name, value in zip(self.axes, values, strict=True) if not isinstance(value, Missing)
            }
            yield Facts({**self.given, **known}, request_was_seen=True)


def space_of(
    conditions: tuple[Condition, ...], vocabulary: Mapping[str, FactType], given: Mapping[str, Value]
) -> Space:
    """Return the values to try for every fact that the conditions look at."""
    compared: dict[str, list[Comparison]] = {}
    for condition in conditions:
        for comparison in comparisons(condition):
            compared.setdefault(comparison.fact, []).append(comparison)
    axes = {name: _axis(name, found, vocabulary) for name, found in sorted(compared.items()) if name not in given}
    known = {name: given[name] for name in sorted(compared) if name in given}
    return Space(axes, known, sum(map(len, compared.values())))


def _axis(name: str, compared: list[Comparison], vocabulary: Mapping[str, FactType]) -> Axis:
    """Return the values of one fact. A field that the service's request does not have is always absent."""
    absent: Axis = (Missing.ABSENT,) if name.startswith(REQUEST) else ()
    if name not in vocabulary:
        return absent or (Missing.UNKNOWN,)
    named = {value for each in compared if each.operator is not Operator.PRESENT for value in each.operands}
    return (*sorted(_STRETCHES[vocabulary[name].type](vocabulary[name], named), key=str), *absent)


def _integers(fact: FactType, named: set[Value]) -> set[Value]:
    near = {int(value) + step for value in named for step in (-1, 0, 1)}
    least, most = fact.minimum, fact.maximum
    inside = {value for value in near if (least is None or value >= least) and (most is None or value <= most)}
    some = next((bound for bound in (least, most) if bound is not None), 0)
    return set(inside) or {some}


def _booleans(_: FactType, __: set[Value]) -> set[Value]:
    return {True, False}


def _texts(fact: FactType, named: set[Value]) -> set[Value]:
    return set(fact.values) or named | {_other_than(named)}


def _other_than(named: set[Value]) -> str:
    text = "(another value)"
    while text in named:
        text += "'"
    return text


def _moments(_: FactType, named: set[Value]) -> set[Value]:
    near = {moved for value in named for step in (-1, 0, 1) if (moved := _moved(str(value), step))}
    return set(near) or {"2000-01-01T00:00:00.000000Z"}


def _moved(moment: str, microseconds: int) -> str:
    """Return the moment so much later, or nothing where the calendar ends."""
    try:
        moved = dt.datetime.strptime(moment, _MOMENT).replace(tzinfo=dt.UTC) + dt.timedelta(microseconds=microseconds)
    except OverflowError:
        return ""
    return moved.isoformat(timespec="microseconds").replace("+00:00", "Z")


_STRETCHES: dict[ValueType, Callable[[FactType, set[Value]], set[Value]]] = {
    ValueType.INTEGER: _integers,
    ValueType.BOOLEAN: _booleans,
    ValueType.TEXT: _texts,
    ValueType.DATETIME: _moments,
}
