"""`s1sr diff`, `impact` and `new` as a person runs them."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from markdown_it import MarkdownIt

from tests.invented import TINY, edit, tiny_copy

ROOT = Path(__file__).parents[2]
Run = Callable[..., Any]
ROW = "matrix/invented/maker-one.yaml"


@pytest.fixture
def moved(tmp_path: Path) -> Path:
    """A copy of the tiny catalogue in which a row is about another maker."""
    folder = tiny_copy(tmp_path)
    edit(folder, ROW, 'manufacturer: ["FFF0"]', 'manufacturer: ["FFF1"]')
    return folder


@pytest.mark.parametrize("arguments", [("diff",), ("impact", "--as-of", "2015-06-01")])
def test_a_comparison_in_every_format(arguments: tuple[str, ...], run: Run, moved: Path) -> None:
    """Text names behaviour and Device Models; JSON has the published shape; Markdown is one heading and its parts."""
    command, sides = arguments[0], (*arguments, str(TINY), str(moved))
    text = run(*sides)
    assert (0, "") == (text.code, text.err)
    assert "S1B-9001" in text.out
    assert "ESME/FFF1" in text.out
    assert all(len(line) <= 80 or " " not in line.strip() for line in text.out.splitlines())
    value = json.loads(run(*sides, "--format", "json").out)
    schema = json.loads((ROOT / "schemas" / "output" / f"{command}.schema.json").read_text("utf-8"))
    Draft202012Validator(schema).validate(value)
    markdown = run(*sides, "--format", "markdown").out
    headings = [token.tag for token in MarkdownIt().parse(markdown) if token.type == "heading_open"]
    assert ["h3"] == headings
    assert "S1B-9001" in markdown


@pytest.mark.parametrize(
    ("command", "said"), [("diff", "The two catalogues say the same."), ("impact", "No prediction changes.")]
)
def test_nothing_to_compare_is_said(command: str, said: str, run: Run) -> None:
    """Equal catalogues are a plain sentence and exit code 0."""
    result = run(command, str(TINY), str(TINY))
    assert (0, True) == (result.code, said in result.out)


@pytest.mark.parametrize("command", ["diff", "impact"])
@pytest.mark.parametrize("arguments", [["no-such-revision..HEAD"], ["a", "b", "c"], ["examples"]])
def test_an_unknown_side_is_wrong_use(command: str, arguments: list[str], run: Run) -> None:
    """Exit code 2, and what to write instead."""
    result = run(command, *arguments)
    assert (2, "") == (result.code, result.out)
    assert result.err.startswith("error: ")


SOURCE = ("--set", "id=invented-page", "--set", "title=Invented page", "--set", "publisher=Invented House")


def test_a_new_record_is_written_once(run: Run, tmp_path: Path) -> None:
    """The file is named on stdout, reads as a record, and is not overwritten."""
    folder = tiny_copy(tmp_path)
    arguments = ("new", "source", *SOURCE, "--set", "obtained=published", "--catalogue", str(folder))
    result = run(*arguments)
    assert (0, f"{folder}/sources/invented-page.yaml\n") == (result.code, result.out)
    assert "0 not in canonical form" in run("fmt", "--check", str(folder / "sources" / "invented-page.yaml")).err
    assert 2 == run(*arguments).code


def test_a_dry_run_writes_nothing(run: Run, tmp_path: Path) -> None:
    """The record is printed, and the folder stays as it is."""
    folder = tiny_copy(tmp_path)
    result = run("new", "source", *SOURCE, "--set", "obtained=published", "--dry-run", "--catalogue", str(folder))
    assert (0, True) == (result.code, "title: Invented page\n" in result.out)
    assert not (folder / "sources" / "invented-page.yaml").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ("new", "source", *SOURCE),
        ("new", "source"),
        ("new", "nothing"),
        ("new", "source", "--from-issue", "README.md"),
        ("new", "behaviour", "--from-issue", "README.md"),
        ("new", "source", "--set", "titel=x"),
    ],
)
def test_what_cannot_become_a_record_is_wrong_use(arguments: tuple[str, ...], run: Run, tmp_path: Path) -> None:
    """A missing field, no id, no such kind, and issues that are none: nothing is written."""
    folder = tiny_copy(tmp_path)
    before = sorted(folder.rglob("*"))
    result = run(*arguments, "--catalogue", str(folder))
    assert (2, "") == (result.code, result.out)
    assert before == sorted(folder.rglob("*"))
