"""Runs s1sr as a shell does: a process of its own with a small environment."""

import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import IO

from tests.faults.failing_runs import ROOT

MAIN = (sys.executable, "-c", "import sys; from s1sr_validator.cli import main; sys.exit(main())")
Done = subprocess.CompletedProcess[bytes]


def environment(folder: Path, changes: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return an environment whose home is a folder."""
    return {
        "PATH": "/usr/bin:/bin",
        "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",
        "HOME": str(folder),
        "S1SR_SCHEMAS": str(folder / "none"),
        **(changes or {}),
    }


def ran(
    arguments: Sequence[str],
    folder: Path,
    changes: Mapping[str, str] | None = None,
    *,
    stdout: IO[bytes] | int = subprocess.PIPE,
    before: Callable[[], object] | None = None,
    within: Sequence[str] = (),
) -> Done:
    """Run it.

    Args:
        arguments: what stands after `s1sr`.
        folder: the working folder, and the home.
        changes: what else the environment holds.
        stdout: where standard output goes.
        before: called in the new process.
        within: a command that runs it.
    """
    return subprocess.run(  # noqa: S603 - our own program
        [*within, *MAIN, *arguments],
        cwd=folder,
        check=False,
        env=environment(folder, changes),
        stdin=subprocess.DEVNULL,
        stdout=stdout,
        stderr=subprocess.PIPE,
        preexec_fn=before,
    )


def at_once(lines: Sequence[Sequence[str]], folder: Path) -> list[tuple[str, int]]:
    """Run several at the same time, and return what each said, and its exit code."""
    runs = [
        subprocess.Popen(  # noqa: S603 - our own program
            [*MAIN, *line],
            cwd=folder,
            env=environment(folder),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        for line in lines
    ]
    return [(run.communicate()[0], run.returncode) for run in runs]
