"""Kleene's strong three-valued logic, table by table."""

import pytest

from s1sr_validator.model import truth
from s1sr_validator.model.truth import Truth

T, F, U = Truth.TRUE, Truth.FALSE, Truth.UNKNOWN


@pytest.mark.parametrize(("expected", "value"), [(T, True), (F, False)])
def test_of(expected: Truth, value: bool) -> None:
    """A known fact is true or false."""
    assert expected is truth.of(value)


@pytest.mark.parametrize(("expected", "value"), [(F, T), (T, F), (U, U)])
def test_negate(expected: Truth, value: Truth) -> None:
    """The negation of unknown is unknown."""
    assert expected is truth.negate(value)


@pytest.mark.parametrize(
    ("both", "either", "left", "right"),
    [
        (T, T, T, T),
        (F, T, T, F),
        (U, T, T, U),
        (F, F, F, F),
        (F, U, F, U),
        (U, U, U, U),
    ],
)
def test_all_of_and_any_of(both: Truth, either: Truth, left: Truth, right: Truth) -> None:
    """Conjunction and disjunction follow Kleene's strong tables, whichever part comes first."""
    assert (both, either) == (truth.all_of([left, right]), truth.any_of([left, right]))
    assert (both, either) == (truth.all_of([right, left]), truth.any_of([right, left]))


def test_nothing_to_ask() -> None:
    """All of nothing is true, any of nothing is false."""
    assert (T, F) == (truth.all_of([]), truth.any_of([]))
