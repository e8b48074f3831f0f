"""Patterns of bounded numbers."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from s1sr_validator.messages.number_pattern import numbers_up_to


def matches(text: str, highest: int) -> bool:
    """Say whether the patterns for numbers up to a bound match a whole text."""
    return re.fullmatch("|".join(numbers_up_to(highest)), text) is not None


@pytest.mark.parametrize("highest", [0, 1, 9, 10, 11, 19, 20, 99, 100, 101, 999, 1000, 1234])
def test_exactly_the_numbers_up_to_the_bound(highest: int) -> None:
    """Every number up to the bound matches, and none above."""
    assert [number <= highest for number in range(2000)] == [matches(str(number), highest) for number in range(2000)]


@given(st.integers(min_value=0, max_value=2**70), st.integers(min_value=0, max_value=2**70))
def test_any_bound(number: int, highest: int) -> None:
    """A number matches exactly if it is not above the bound."""
    assert (number <= highest) == matches(str(number), highest)


@pytest.mark.parametrize("text", ["", "00", "01", "-1", "+1", "1 ", "1.0", "a"])
def test_no_other_form_of_a_number(text: str) -> None:
    """Signs, leading zeros and the like are no decimal counters."""
    assert not matches(text, 2**64 - 1)
