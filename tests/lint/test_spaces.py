"""Spaces of values: their size and bounds, the facts that nobody declares, and the points in them."""

import pytest

from s1sr_validator.lint.points import MOST_POINTS, MOST_STEPS, Axis, Space, space_of
from s1sr_validator.model.condition import AllOf, Comparison, Not, Operator, Value, ValueType
from s1sr_validator.model.vocabulary import FactType
from s1sr_validator.prediction.facts import Facts, Missing


def compare(fact: str, operator: Operator, *operands: Value) -> Comparison:
    """Return a comparison."""
    return Comparison(fact=fact, operator=operator, operands=operands)


def axis(length: int) -> Axis:
    """Return so many values."""
    return tuple(range(length))


@pytest.mark.parametrize(
    ("size", "steps", "is_too_large", "lengths", "comparisons"),
    [
        (1, 3, False, (), 3),
        (6, 12, False, (2, 3), 2),
        (0, 0, False, (2, 0), 2),
        (MOST_POINTS, MOST_POINTS, False, (MOST_POINTS,), 1),
        (MOST_POINTS + 1, MOST_POINTS + 1, True, (MOST_POINTS + 1,), 1),
        (MOST_POINTS, MOST_STEPS, False, (MOST_POINTS // 100, 100), 20),
        (MOST_POINTS, MOST_STEPS + MOST_POINTS, True, (MOST_POINTS // 100, 100), 21),
    ],
)
def test_bounds(size: int, steps: int, is_too_large: bool, lengths: tuple[int, ...], comparisons: int) -> None:
    """Combinations are the product of the axes, and each takes all comparisons; both are bounded."""
    axes = {f"state.{number}": axis(length) for number, length in enumerate(lengths)}
    space = Space(axes, {}, comparisons)
    assert (size, steps, is_too_large) == (space.size, space.steps, space.is_too_large)


def test_points() -> None:
    """Each combination is a seen request's: given values, known ones, nothing where one is absent or unknown."""
    space = Space(
        {"request.A": (1, Missing.ABSENT), "state.b": (Missing.UNKNOWN,), "state.c": ("x", "y")}, {"device.d": "0"}, 1
    )
    assert [
        Facts({"device.d": "0", "request.A": 1, "state.c": "x"}, request_was_seen=True),
        Facts({"device.d": "0", "request.A": 1, "state.c": "y"}, request_was_seen=True),
        Facts({"device.d": "0", "state.c": "x"}, request_was_seen=True),
        Facts({"device.d": "0", "state.c": "y"}, request_was_seen=True),
    ] == list(space.points())


def test_what_nobody_declares() -> None:
    """A fact of no vocabulary stays unknown; every comparison of every condition is counted."""
    first = AllOf(parts=(compare("state.b", Operator.EQUALS, 1), compare("request.a", Operator.EQUALS, 1)))
    second = Not(part=compare("state.b", Operator.EQUALS, 2))
    space = space_of((first, second), {}, {})
    assert {"request.a": (Missing.ABSENT,), "state.b": (Missing.UNKNOWN,)} == space.axes
    assert ["request.a", "state.b"] == list(space.axes)
    assert (3, {}) == (space.comparisons, space.given)


@pytest.mark.parametrize(
    ("expected", "least", "most", "operator", "operands"),
    [
        ((0,), None, None, Operator.PRESENT, (True,)),
        ((5,), 5, None, Operator.PRESENT, (True,)),
        ((9,), None, 9, Operator.PRESENT, (True,)),
        ((5,), 5, 9, Operator.PRESENT, (False,)),
        ((5,), 5, 9, Operator.EQUALS, (100,)),
        ((5, 6), 5, 9, Operator.EQUALS, (5,)),
        ((8, 9), 5, 9, Operator.EQUALS, (9,)),
        ((5,), 5, 5, Operator.EQUALS, (5,)),
        ((10, 11, 9), None, None, Operator.EQUALS, (10,)),
    ],
)
def test_whole_numbers(
    expected: Axis, least: int | None, most: int | None, operator: Operator, operands: tuple[Value, ...]
) -> None:
    """A number's neighbours within its range, in the order of their texts; where none is, a bound or nought."""
    fact = FactType(name="state.a", phrase="a", type=ValueType.INTEGER, minimum=least, maximum=most)
    assert expected == space_of((compare("state.a", operator, *operands),), {"state.a": fact}, {}).axes["state.a"]


@pytest.mark.parametrize("kind", [ValueType.TEXT, ValueType.DATETIME])
def test_presence_names_no_value(kind: ValueType) -> None:
    """That a fact is compared with being present is no value of it: one that stands for all is tried."""
    fact = FactType(name="state.a", phrase="a", type=kind)
    (only,) = space_of((compare("state.a", Operator.PRESENT, True),), {"state.a": fact}, {}).axes["state.a"]
    assert only in {"(another value)", "2000-01-01T00:00:00.000000Z"}


def test_a_moment_at_the_end_of_the_calendar() -> None:
    """What lies behind the last moment is left out."""
    last = "9999-12-31T23:59:59.999999Z"
    fact = FactType(name="state.a", phrase="a", type=ValueType.DATETIME)
    found = space_of((compare("state.a", Operator.LESS_THAN, last),), {"state.a": fact}, {}).axes["state.a"]
    assert ("9999-12-31T23:59:59.999998Z", last) == found
