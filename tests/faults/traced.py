"""Runs s1sr under strace, which makes the n-th system call on some files fail, or kills the process at it.

For what libraries in C write, which no call of Python's can stand for.
"""

import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tests.faults.failing_runs import Fault
from tests.faults.process import MAIN, environment
from tests.faults.system import require
from tests.hostile.failing_calls import KILL

_CALLS = "openat,write,pwrite64,fsync,fdatasync,ftruncate,rename,unlink,mkdir"


class Traced(NamedTuple):
    """What came of a run: exit code (negative: the signal that ended it), its words, and how many calls there were."""

    code: int
    stderr: str
    calls: int


def traced(arguments: Sequence[str], folder: Path, paths: Sequence[Path], fault: Fault | None = None) -> Traced:
    """Run s1sr in a folder with a fault at one of its calls on these paths."""
    log = folder / "strace.log"
    command = [require("strace", "no fault can be put under a library"), "-f", "-qq", "--seccomp-bpf", "-o", str(log)]
    command += [word for path in paths for word in ("-P", str(path))]
    command += ["-e", f"trace={_CALLS}"]
    if fault:
        what = "signal=KILL" if fault.error == KILL else f"error={fault.error}"
        command += ["-e", f"inject={_CALLS}:{what}:when={fault.nth}{'+' * fault.for_ever}"]
    ran = subprocess.run(  # noqa: S603 - our own program
        [*command, *MAIN, *arguments], cwd=folder, env=environment(folder), capture_output=True, text=True, check=False
    )
    return Traced(ran.returncode, ran.stderr, len(log.read_text("utf-8", "replace").splitlines()))
