"""Patterns over paths and files."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from s1sr_validator.checking.step_patterns import file_fits, is_one_file, path_fits


@pytest.mark.parametrize(
    ("pattern", "path", "expected"),
    [
        ("body", "body", True),
        ("body", "body.X", False),
        ("body", "", False),
        ("*", "body", True),
        ("*", "", False),
        ("**", "", True),
        ("**", "body.X.@index", True),
        ("body.*", "body", False),
        ("body.*", "body.X", True),
        ("body.*", "body.X.Y", False),
        ("body.**", "body", True),
        ("body.**", "body.X.Y", True),
        ("body.**", "header.X", False),
        ("**.Y", "body.X.Y", True),
        ("**.Y", "Y", True),
        ("**.Y", "body.Y.X", False),
        ("body.**.Y.*", "body.Y.X.Y.Z", True),
        ("body.**.Y.**", "body.X.Z", False),
        ("body.X.@index", "body.X.@index", True),
        ("body.Read*", "body.ReadLogPeriod", False),
        ("Body", "body", False),
        ("günstig", "günstig", True),
    ],
)
def test_path(pattern: str, path: str, expected: bool) -> None:
    """`*` is one whole step, `**` any number of them."""
    assert expected == path_fits(pattern, path)


@pytest.mark.parametrize(
    ("pattern", "file", "expected"),
    [
        ("a.xml", "a.xml", True),
        ("a.xml", "b/a.xml", False),
        ("*.xml", "a.xml", True),
        ("*.xml", "b/a.xml", False),
        ("**/*.xml", "a.xml", True),
        ("**/*.xml", "b/c/a.xml", True),
        ("b/**", "b/c/a.xml", True),
        ("b/**", "b.xml", False),
        ("b/*/a.xml", "b/c/a.xml", True),
        ("b/*/a.xml", "b/a.xml", False),
        ("b/[cd]?.xml", "b/d1.xml", True),
        ("../x/*.xml", "../x/a.xml", True),
        ("A.xml", "a.xml", False),
        ("mess.zip/**", "mess.zip/in/a.xml", True),
    ],
)
def test_file(pattern: str, file: str, expected: bool) -> None:
    """A pattern starts at the project's folder; only `**` goes through folders."""
    assert expected == file_fits(pattern, file)


@pytest.mark.parametrize(
    ("pattern", "expected"), [("", False), ("a.xml", True), ("b/a.xml", True), ("*.xml", False), ("b/[a].xml", False)]
)
def test_is_one_file(pattern: str, expected: bool) -> None:
    """A pattern without wildcards stands for one file."""
    assert expected == is_one_file(pattern)


@given(
    st.lists(st.sampled_from(["a", "b", "*", "**"]), min_size=1, max_size=5),
    st.lists(st.sampled_from("abc"), max_size=6),
)
def test_a_path_fits_as_the_regular_expression_does(pattern: list[str], steps: list[str]) -> None:
    """A law: matching without going back is matching with going back."""
    parts = {"*": "(?:[^.]+[.])", "**": "(?:[^.]+[.])*"}
    wanted = "".join(parts.get(step, f"{step}[.]") for step in pattern)
    expected = re.fullmatch(wanted, "".join(f"{step}." for step in steps)) is not None
    assert expected == path_fits(".".join(pattern), ".".join(steps))


def test_a_hostile_pattern_takes_no_time() -> None:
    """Many `**` over a long path are done at once, where going back for each of them would never end."""
    assert not path_fits(".".join(["**", "a"] * 500), ".".join(["a"] * 2000 + ["b"]))
