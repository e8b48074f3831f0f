"""What the README shows is what happens."""

import contextlib
import io
import re
import runpy
from pathlib import Path

import pytest

from s1sr_validator.cli import main
from s1sr_validator.cli.registry import COMMANDS

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")


def block(language: str) -> str:
    """Return the README's first code block in a language."""
    found = re.search(rf"```{language}\n(.*?)```", README, flags=re.DOTALL)
    assert found
    return found[1]


def test_the_python_example_prints_what_the_readme_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The example runs as pasted, and prints the line under it."""
    monkeypatch.chdir(ROOT)
    script = tmp_path / "example.py"
    script.write_text(block("python"), "utf-8")
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        runpy.run_path(str(script))
    assert f"prints `{printed.getvalue().strip()}`" in README


def test_the_demo_prints_what_the_readme_shows(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page under `make demo` is the command's own, but for the day and the digest."""
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "80")
    shown = block("text")
    day = re.search(r"as of (\S+),", shown)
    assert day
    assert (
        main(
            ["predict", "examples/request_4.4.2.xml", "--device", "ESME/1028/5678/0201/03465317", "--as-of", day[1]],
        )
        == 0
    )
    last = re.compile(r"^catalogue .*\n", flags=re.MULTILINE)
    assert last.sub("", capsys.readouterr().out) == last.sub("", shown)


def test_every_command_is_in_the_readme() -> None:
    """No command is left out of the table."""
    for name in COMMANDS:
        assert f"`s1sr {name}" in README
