"""Batches that are killed: whatever was under way, the run that goes on leaves what a whole run leaves."""

import json
import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.batch.killed_run import CHUNK, COUNT
from tests.conftest import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="its processes are not killed by signals")
ROUNDS = int(os.environ.get("S1SR_KILLS", "3"))
CHUNKS = COUNT // CHUNK


def start(out: Path) -> subprocess.Popen[str]:
    """Start the batch as a process."""
    command = [sys.executable, "-m", "tests.batch.killed_run", str(out)]
    return subprocess.Popen(command, cwd=ROOT, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)  # noqa: S603 - our own


def after(process: subprocess.Popen[str], count: int) -> list[int]:
    """Wait until a run has said so many chunks, and return its processes as it said them last."""
    assert process.stdout is not None
    lines = [process.stdout.readline() for _ in range(count)]
    assert all(line.startswith("chunk") for line in lines), lines
    return [int(word) for word in lines[-1].split()[1:]]


def is_whole(folder: Path) -> bool:
    """Say whether every message is in the output, once and in its place."""
    rows = [json.loads(line)["name"] for line in (folder / "out.ndjson").read_text("utf-8").splitlines()]
    rejects = [json.loads(line)["name"] for line in (folder / "rejects.ndjson").read_text("utf-8").splitlines()]
    broken = [f"m{place}" for place in range(6, COUNT, 7)]
    return (rows, rejects) == ([f"m{place}" for place in range(COUNT) if place % 7 != 6], broken)


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_killed_at_any_point(tmp_path: Path, seed: int) -> None:
    """Killed again and again after some chunks, a batch loses nothing, has nothing twice, and leaves no process."""
    out, chance, left = tmp_path / "out.ndjson", random.Random(seed), CHUNKS  # noqa: S311 - the same in every run
    for _ in range(2):
        process = start(out)
        after(process, chance.randint(1, left - 1))
        process.kill()
        # The pipe ends when nobody has it any more: neither the run nor a process that it started.
        process.communicate(timeout=60)
        assert -signal.SIGKILL == process.returncode
        assert not out.exists()
    said, _ = start(out).communicate(timeout=120)
    assert f"done {COUNT - COUNT // 7} {COUNT // 7}" == said.splitlines()[-1]
    assert is_whole(tmp_path)
    assert not out.with_name("out.ndjson.parts").exists()


def test_a_killed_process_of_a_run(tmp_path: Path) -> None:
    """Where one of its processes is killed, a run ends and says how to go on."""
    process = start(tmp_path / "out.ndjson")
    os.kill(after(process, 1)[0], signal.SIGKILL)
    _, said = process.communicate(timeout=120)
    assert (1, True) == (process.returncode, "ended from outside" in said and "--resume" in said)
    start(tmp_path / "out.ndjson").communicate(timeout=120)
    assert is_whole(tmp_path)
