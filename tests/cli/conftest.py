"""Runs the command line in this process, as a shell would."""

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from s1sr_validator.cli import main

ROOT = Path(__file__).parents[2]


class Result(msgspec.Struct, frozen=True):
    """What a run of the command line left: its exit code, and what it wrote to stdout and stderr."""

    code: int
    out: str
    err: str


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Return a function that runs `s1sr` with arguments, in the checkout, in 80 columns without colour."""
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("NO_COLOR", "1")

    def call(*arguments: str) -> Result:
        capsys.readouterr()
        code = main(list(arguments))
        written = capsys.readouterr()
        return Result(code, written.out, written.err)

    return call
