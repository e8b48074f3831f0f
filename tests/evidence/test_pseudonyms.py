"""Pseudonyms of texts of any length."""

import pytest

from s1sr_validator.evidence.pseudonyms import Pseudonyms


@pytest.mark.parametrize("length", [1, 1000, 1001, 400_000])
def test_every_character_counts(length: int) -> None:
    """A text keeps its length, has the same pseudonym each time, and another where its last character differs."""
    text, other = "8" * length, "8" * (length - 1) + "7"
    found = Pseudonyms(b"invented").in_shape(text)
    assert (length, True) == (len(found), found.isdecimal())
    assert found == Pseudonyms(b"invented").in_shape(text) != text
    if length > 1:
        assert found != Pseudonyms(b"invented").in_shape(other)
    assert found != Pseudonyms(b"another").in_shape(text) or length == 1
