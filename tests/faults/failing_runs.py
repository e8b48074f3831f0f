"""Runs of a writing command in which a call fails, once or for ever, or ends the process; and what is wrong after."""

import itertools
import json
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.faults.writing_commands import WRITES, Command
from tests.hostile.failing_calls import KILL

ROOT = Path(__file__).parents[2]
EXIT_CODES = {0, 1, 2, 3, 4}
NEVER = 10**9
Files = dict[str, bytes]


class Fault(NamedTuple):
    """A call by its number, what happens at it, and whether at all calls after it too."""

    nth: int
    error: str = "ENOSPC"
    for_ever: bool = False


class Outcome(NamedTuple):
    """What came of a run: exit code (negative: the signal that ended it), its texts, how many calls it made."""

    code: int
    stdout: str
    stderr: str
    calls: int


class Runner:
    """Runs command lines, each in a process and a folder of its own."""

    def __init__(self, folder: Path) -> None:
        """Start the process that is forked for every run."""
        self.folder = folder
        self._numbers = itertools.count(1)
        self._process = subprocess.Popen(  # noqa: S603 - our own script
            [sys.executable, str(Path(__file__).with_name("forked.py"))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env={"PATH": "/usr/bin:/bin", "HOME": str(folder), "COLUMNS": "200", "PYTHONDONTWRITEBYTECODE": "1"},
        )

    def new_folder(self) -> Path:
        """Make a folder for one run."""
        place = self.folder / f"run-{next(self._numbers)}"
        place.mkdir()
        return place

    def run(self, command: Command, folder: Path, fault: Fault | None = None) -> Outcome:
        """Run a command in a folder that holds what it needs."""
        asked = {
            "arguments": command.arguments,
            "folder": str(folder),
            "stdin": str(folder / command.stdin) if command.stdin else "",
            "environment": {"S1SR_SCHEMAS": str(folder / "store"), "XDG_DATA_HOME": str(folder / "data")},
            **(fault or Fault(NEVER))._asdict(),
        }
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(asked) + "\n")
        self._process.stdin.flush()
        code = json.loads(self._process.stdout.readline())
        said = [Path(f"{folder}.{stream}").read_text("utf-8", "replace") for stream in ("out", "err", "calls")]
        return Outcome(code, said[0], said[1], int(said[2] or 0))

    def close(self) -> None:
        """End the process."""
        self._process.communicate()


class FailingRuns:
    """One writing command, to be run with faults."""

    def __init__(self, runner: Runner, name: str) -> None:
        """Run it once without a fault."""
        self.runner, self.command = runner, WRITES[name]
        folder = self._prepared()
        self.before = contents(folder / self.command.target)
        self.sound = runner.run(self.command, folder)
        assert self.sound.code in {0, 1}, self.sound
        self.after = contents(folder / self.command.target)
        assert (self.before != self.after) is self.command.changes, self.sound
        shutil.rmtree(folder)

    def wrong(self, fault: Fault) -> list[str]:
        """Return what is wrong after a fault, and after the next run."""
        folder = self._prepared()
        outcome = self.runner.run(self.command, folder, fault)
        found = visible(contents(folder / self.command.target))
        problems = [*self._wrong_words(outcome, fault), *self._wrong_files(outcome, found)]
        # Where the new state is reached, some commands refuse to do the same again.
        if found != visible(self.after) or not self.command.changes:
            problems += self._not_healed(folder)
        shutil.rmtree(folder)
        return problems

    def _prepared(self) -> Path:
        folder = self.runner.new_folder()
        self.command.prepare(folder)
        return folder

    def _wrong_words(self, outcome: Outcome, fault: Fault) -> Iterator[str]:
        if fault.error == KILL and outcome.code == -signal.SIGKILL:
            return
        if outcome.code not in EXIT_CODES or "Traceback" in outcome.stderr:
            yield f"exit code {outcome.code}: {outcome.stderr[-1500:]}"
        if outcome.code != self.sound.code and not outcome.stderr.strip():
            yield "it fails, and says nothing"

    def _wrong_files(self, outcome: Outcome, found: Files) -> Iterator[str]:
        states = [visible(self.before), visible(self.after)]
        if outcome.code == self.sound.code and found != visible(self.after):
            yield "it says that all is well"
        if self.command.whole and found not in states:
            yield f"neither the old state nor the new one: {sorted(found)}"
        for name, data in found.items():
            if data not in {state.get(name) for state in states} and name not in self.command.steps:
                yield f"{name} is neither old nor new"
        if not self.command.whole and (lost := states[0].keys() - found.keys() - (states[0].keys() - states[1].keys())):
            yield f"lost: {sorted(lost)}"

    def _not_healed(self, folder: Path) -> Iterator[str]:
        again = self.runner.run(self.command.again, folder)
        left = contents(folder / self.command.target)
        if again.code not in {0, 1} or left != self.after:
            differing = sorted(
                name for name in left.keys() | self.after.keys() if left.get(name) != self.after.get(name)
            )
            yield f"the next run does not heal it (code {again.code}, {differing}): {again.stderr[-600:]}"


def contents(folder: Path) -> Files:
    """Return the files below a folder, whatever their names; what a file says of the run's own folder is left out."""
    own = str(folder.parent).encode()
    found = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes().replace(own, b"...") for path in found}


def visible(files: Files) -> Files:
    """Return the files that somebody sees: drafts begin with a dot, and a batch has a folder of parts."""
    return {name: data for name, data in files.items() if not any(map(_is_draft, name.split("/")))}


def _is_draft(name: str) -> bool:
    return name.startswith(".") or name.endswith(".parts")
