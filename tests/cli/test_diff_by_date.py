"""`s1sr diff --by-date` as a person runs it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from markdown_it import MarkdownIt

from tests.invented import TINY

ROOT = Path(__file__).parents[2]
Run = Callable[..., Any]
SIDES = ("2009-12-31", "2015-01-01")


def test_every_format(run: Run) -> None:
    """Text fits 80 columns, JSON has the published shape, Markdown is one heading and its lists."""
    asked = ("diff", "--by-date", *SIDES, "--catalogue", str(TINY))
    text = run(*asked)
    assert (0, "") == (text.code, text.err)
    assert "behaviour S1B-9001 came into force: none yet -> designated" in " ".join(text.out.split())
    assert all(len(line) <= 80 for line in text.out.splitlines())
    schema = json.loads((ROOT / "schemas" / "output" / "diff-by-date.schema.json").read_text("utf-8"))
    Draft202012Validator(schema).validate(json.loads(run(*asked, "--format", "json").out))
    markdown = run(*asked, "--format", "markdown").out
    assert ["h3"] == [token.tag for token in MarkdownIt().parse(markdown) if token.type == "heading_open"]
    assert "S1B-9001" in markdown


@pytest.mark.parametrize("sides", [("2009-12-31..2015-01-01",), ("2009-12-31...2015-01-01",), SIDES])
def test_sides_are_written_in_either_way(run: Run, sides: tuple[str, ...]) -> None:
    """With dots between them, or one after the other."""
    wanted = run("diff", "--by-date", *SIDES, "--catalogue", str(TINY)).out
    assert wanted == run("diff", "--by-date", *sides, "--catalogue", str(TINY)).out


def test_one_side_is_held_against_today(run: Run) -> None:
    """As a revision is held against the files as they are."""
    assert "-> 20" in run("diff", "--by-date", "2010-01-01", "--catalogue", str(TINY)).out


@pytest.mark.parametrize(
    ("sides", "said"),
    [
        (("2015-01-02", "2015-01-01"), "2015-01-02 is after 2015-01-01"),
        (("2015-02-30",), "'2015-02-30' is not a day"),
        (("HEAD",), "'HEAD' is neither a day nor an edition"),
        (("a", "b", "c"), "3 things to compare"),
    ],
)
def test_wrong_use(run: Run, sides: tuple[str, ...], said: str) -> None:
    """Exit code 2, and what is wrong."""
    result = run("diff", "--by-date", *sides, "--catalogue", str(TINY))
    assert (2, "") == (result.code, result.out)
    assert said in result.err


@pytest.mark.parametrize(
    ("sides", "said"),
    [
        (("2016-01-01", "2016-01-02"), "Nothing in the register differs."),
        (("2016-01-01", "2016-01-01"), "Both sides stand on the same day"),
    ],
)
def test_no_difference_is_said(run: Run, sides: tuple[str, ...], said: str) -> None:
    """Nothing to report is a plain sentence."""
    result = run("diff", "--by-date", *sides, "--catalogue", str(TINY))
    assert (0, True) == (result.code, said in result.out)
