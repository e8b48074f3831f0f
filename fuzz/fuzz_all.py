"""Fuzz targets, all or those named, for some minutes in all, and note it: fuzz_all.py MINUTES [TARGET...]."""

import datetime as dt
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
CACHE = ROOT / ".cache" / "fuzz"
LEDGER = ROOT / "fuzz" / "LEDGER.md"
TARGETS = ("request", "answer", "record", "json", "project", "condition", "cpl", "dmvesm")
_DONE = re.compile(r"#(\d+)\s+DONE\s+cov: (\d+) ft: (\d+) corp: (\d+)/")
_NEW_COVERAGE = re.compile(r"^#(\d+)\s+(?:NEW|INITED|pulse)\s+cov: (\d+)", re.MULTILINE)


class Run(NamedTuple):
    """One target's run, in the figures of libFuzzer; `last_new` is the execution at which an edge was last new."""

    target: str
    executions: int
    edges: int
    features: int
    corpus: int
    last_new: int
    seconds: int
    crashed: bool

    def row(self, commit: str) -> str:
        """Return the run as a line of the ledger."""
        day = dt.datetime.now(tz=dt.UTC).date().isoformat()
        crash = "found one" if self.crashed else "none"
        figures = (self.executions, self.edges, self.features, self.corpus, self.last_new)
        cells = [day, self.target, *(f"{figure:,}" for figure in figures), str(self.seconds), crash, commit]
        return f"| {' | '.join(cells)} |\n"


def main() -> int:
    """Share the minutes out among the targets; 1 where a target has a crash, 2 where one is unknown."""
    targets = tuple(sys.argv[2:]) or TARGETS
    if unknown := sorted(set(targets) - set(TARGETS)):
        sys.stderr.write(f"no target is called {', '.join(unknown)}; there are: {', '.join(TARGETS)}\n")
        return 2
    seconds = max(5, int(float(sys.argv[1]) * 60 / len(targets)))
    commit = _commit()
    crashed = False
    for target in targets:
        run = fuzzed(target, seconds)
        with LEDGER.open("a", encoding="utf-8") as ledger:
            ledger.write(run.row(commit))
        sys.stdout.write(
            f"{target}: {run.executions:,} executions, {run.edges:,} edges, {run.corpus:,} in the corpus\n"
        )
        crashed |= run.crashed
    return int(crashed)


def fuzzed(target: str, seconds: int) -> Run:
    """Fuzz one target; a crash is kept in the cache, with what led to it."""
    corpus = CACHE / "corpus" / target
    corpus.mkdir(parents=True, exist_ok=True)
    options = [f"-max_total_time={seconds}", "-rss_limit_mb=1024", "-timeout=20", f"-artifact_prefix={CACHE}/{target}-"]
    command = [sys.executable, str(ROOT / "fuzz" / "fuzz_one.py"), target, str(corpus), *options]
    path = os.pathsep.join([str(CACHE / "site"), str(ROOT)])
    began = time.monotonic()
    ran = subprocess.run(  # noqa: S603 - our own script
        command,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": path},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    took = round(time.monotonic() - began)
    said = ran.stdout.decode(errors="replace")
    if ran.returncode:
        (CACHE / f"{target}.log").write_text(said, "utf-8")
    progress = [(int(at), int(edges)) for at, edges in _NEW_COVERAGE.findall(said)]
    done = _DONE.search(said)
    executions, edges, features, kept = (
        map(int, done.groups()) if done else (*(progress[-1] if progress else (0, 0)), 0, 0)
    )
    last_new = next((at for at, found in progress if found == edges), 0)
    return Run(target, executions, edges, features, kept, last_new, took, crashed=bool(ran.returncode))


def _commit() -> str:
    git = shutil.which("git")
    if git is None:
        return "unknown"
    said = [
        subprocess.run([git, *arguments], cwd=ROOT, capture_output=True, text=True, check=False).stdout.strip()  # noqa: S603 - ours
        for arguments in (("rev-parse", "--short", "HEAD"), ("status", "--porcelain", "s1sr_validator"))
    ]
    return f"{said[0]} with changes" if said[1] else said[0]


if __name__ == "__main__":
    sys.exit(main())
