"""Loops in chains of records."""

import pytest

from s1sr_validator.lint.chains import loop_from


@pytest.mark.parametrize(
    ("expected", "following"),
    [
        ((), {}),
        ((), {"a": ()}),
        ((), {"a": ("b",), "b": ("c",)}),
        ((), {"a": ("b",), "b": ("c",), "c": ("b",)}),
        (("a",), {"a": ("a",)}),
        (("a",), {"a": ("b", "a"), "b": ("a",)}),
        (("a", "b"), {"a": ("b",), "b": ("a",)}),
        (("a", "c"), {"a": ("b", "c"), "b": ("d",), "c": ("a",), "d": ("a",)}),
        (("a", "b", "c"), {"a": ("b",), "b": ("b", "c"), "c": ("a", "b")}),
    ],
)
def test_loop_from(expected: tuple[str, ...], following: dict[str, tuple[str, ...]]) -> None:
    """The shortest way back to the beginning; a loop that does not lead there is none of it."""
    assert expected == loop_from("a", following)
