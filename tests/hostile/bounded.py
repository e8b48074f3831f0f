"""Command lines in processes with bounds on memory and time, and what came of each."""

import itertools
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from tests.invented import MAKER_ONE
from tests.invented_answers import METER

ROOT = Path(__file__).parents[2]
EXIT_CODES = {0, 1, 2, 3, 4}
DEVICES = f'devices:\n  "{METER}":\n    device: {MAKER_ONE}\n'

Asked = dict[str, Any]
"""A run to make, as the zygote reads it; `folder` is its own."""


class Outcome(msgspec.Struct, frozen=True):
    """What came of a run: exit code (negative: the signal that ended it), its texts, and what it opened outside.

    `cpu` are seconds of a processor on which nothing else runs, `memory` bytes beyond the interpreter with everything
    imported, at the peak.
    """

    code: int
    stdout: str
    stderr: str
    opened: tuple[str, ...]
    cpu: float
    memory: int

    @property
    def fault(self) -> str:
        """What is wrong with it whatever the input was; empty where nothing is."""
        if self.code not in EXIT_CODES:
            return f"exit code {self.code}: {self.stderr[-2500:]}"
        if "Traceback (most recent call last)" in self.stderr:
            return self.stderr[-2500:]
        if self.code == 0:
            return "\n".join(self.opened)
        said = self.stdout.strip() or self.stderr.strip()
        return "\n".join(self.opened) if said else "not a word about what is wrong"


class Runner:
    """Runs command lines, each in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        """Start the process that is forked for every run."""
        self.folder = folder
        self._numbers = itertools.count(1)
        self._process = subprocess.Popen(  # noqa: S603 - our own script
            [sys.executable, str(Path(__file__).with_name("zygote.py"))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env={
                "PATH": "/usr/bin:/bin",
                "PYTHONPATH": str(ROOT),
                "HOME": str(folder),
                "S1SR_SCHEMAS": str(folder / "none"),
            },
        )
        assert self._answer() == {"ready": True}

    def new_folder(self) -> Path:
        """Make a folder for one run."""
        place = self.folder / f"run-{next(self._numbers)}"
        place.mkdir()
        return place

    def run(self, arguments: Sequence[str], folder: Path | None = None, **asked: Any) -> Outcome:  # noqa: ANN401 - JSON
        """Run `s1sr` with these arguments in a folder that holds the input, in a process of its own."""
        return self.run_all([self.command(arguments, folder or self.new_folder(), **asked)])[0]

    @staticmethod
    def command(arguments: Sequence[str], folder: Path, **asked: Any) -> Asked:  # noqa: ANN401 - JSON
        """Return the run of a command line."""
        return {"arguments": list(arguments), "folder": str(folder), **asked}

    @staticmethod
    def post(path: str, file: Path, media_type: str, catalogue: Path) -> Asked:
        """Return the run that posts a file to the HTTP application; exit code 0 below status 400, 1 below 500."""
        http = {"path": path, "file": str(file), "media_type": media_type}
        readable = [str(catalogue)]
        folder = str(file.parent)
        return {"http": http, "devices": DEVICES, "catalogue": str(catalogue), "readable": readable, "folder": folder}

    def run_all(self, runs: Sequence[Asked]) -> list[Outcome]:
        """Run one after the other, in as few processes as they let."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(runs) + "\n")
        self._process.stdin.flush()
        return [self._outcome(asked, self._answer()) for asked in runs]

    @staticmethod
    def _outcome(asked: Asked, said: dict[str, Any]) -> Outcome:
        texts = [Path(f"{asked['folder']}.{ending}") for ending in ("out", "err")]
        stdout, stderr = (path.read_text("utf-8", "replace") for path in texts)
        for path in texts:
            path.unlink()
        return Outcome(said["code"], stdout, stderr, tuple(said["opened"]), said["cpu"], said["memory"])

    def _answer(self) -> Any:  # noqa: ANN401 - JSON
        assert self._process.stdout is not None
        return json.loads(self._process.stdout.readline())

    def close(self) -> None:
        """End the process."""
        self._process.communicate()
