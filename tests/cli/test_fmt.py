"""`s1sr fmt` as a person runs it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.invented import tiny_copy

Run = Callable[..., Any]
CODE = "codes/response/X9901.yaml"


@pytest.fixture
def copy(tmp_path: Path, run: Run) -> Path:
    """A copy of the tiny catalogue in canonical form."""
    folder = tiny_copy(tmp_path)
    assert run("fmt", str(folder)).code == 0
    return folder


def disturb(folder: Path) -> Path:
    """Put a record's keys out of order, and return its file."""
    path = folder / CODE
    head, *lines = path.read_text("utf-8").splitlines(keepends=True)
    keys = [number for number, line in enumerate(lines) if line.startswith("id:")]
    path.write_text("".join([head, *lines[: keys[0]], *lines[keys[0] + 1 :], lines[keys[0]]]), "utf-8")
    return path


def test_files_are_written_and_named(copy: Path, run: Run) -> None:
    """The run names what it wrote; a second run has nothing to do."""
    expected = (copy / CODE).read_text("utf-8")
    path = disturb(copy)
    result = run("fmt", str(copy))
    assert (0, f"{path}\n") == (result.code, result.out)
    assert expected == path.read_text("utf-8")
    assert (0, "") == ((again := run("fmt", str(copy))).code, again.out)


@pytest.mark.parametrize("option", ["--check", "--diff"])
def test_a_check_writes_nothing(option: str, copy: Path, run: Run) -> None:
    """`--check` names the file and `--diff` shows the change; both leave the file, and exit with 1."""
    path = disturb(copy)
    before = path.read_bytes()
    result = run("fmt", option, str(copy))
    assert result.code == 1
    assert CODE in result.out
    assert before == path.read_bytes()
    assert ("+id:" in result.out) == (option == "--diff")


def test_a_broken_file_is_left_alone(copy: Path, run: Run) -> None:
    """What cannot be read is named with its code, and the others are still written."""
    disturb(copy)
    broken = copy / "services" / "9.9.1.yaml"
    broken.write_text("id: [", "utf-8")
    result = run("fmt", str(copy))
    assert result.code == 3
    assert "CAT002" in result.err
    assert "id: [" == broken.read_text("utf-8")
    assert CODE in result.out


@pytest.mark.parametrize(
    ("argument", "code"), [("no/such/file.yaml", 2), ("README.md", 2), ("examples", 4)], ids=["none", "other", "empty"]
)
def test_what_is_no_record_is_said(argument: str, code: int, run: Run) -> None:
    """A path that is not there, a file that is no record, and a folder without any."""
    result = run("fmt", argument)
    assert (code, "") == (result.code, result.out)
    assert result.err
