"""Lint with every rule over a catalogue with 1,000 invented behaviours, beside check-jsonschema on the same files."""

import importlib.util
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.invented import write_behaviours
from benchmarks.messages import ROOT
from benchmarks.row import Row, Skipped, shown
from benchmarks.timing import median, ratio, side_by_side

GOAL = 0.5
WHAT = "lint of 1,000 behaviour files, all rules, with the rest of the catalogue"


def run() -> Iterator[Row | Skipped]:
    """Measure both as processes; the files are copies of one behaviour under other ids, so that lint has findings."""
    if importlib.util.find_spec("check_jsonschema") is None:
        yield Skipped(WHAT, "check-jsonschema is not installed")
        return
    with tempfile.TemporaryDirectory() as folder:
        catalogue = Path(shutil.copytree(ROOT / "catalogue", Path(folder, "catalogue")))
        files = [str(file) for file in write_behaviours(catalogue, 1000)]
        base = f"{(ROOT / 'schemas').as_uri()}/"
        schema = str(ROOT / "schemas" / "behaviour.schema.json")
        lint = "import sys; from s1sr_validator.cli import main; sys.exit(main(sys.argv[1:]))"
        ours = [sys.executable, "-c", lint, "lint", "--catalogue", str(catalogue), "--format", "json"]
        peer = [sys.executable, "-m", "check_jsonschema", "--schemafile", schema, "--base-uri", base, *files]
        runs = {"peer": lambda: _run(peer, (0,)), "ours": lambda: _run(ours, (0, 1))}
        taken = side_by_side(runs, 3)
    yield Row(
        WHAT,
        shown(median(taken, "ours")),
        f"check-jsonschema, schema only {shown(median(taken, 'peer'))}",
        ratio(taken, "ours", "peer"),
        GOAL,
    )


def _run(command: list[str], expected: tuple[int, ...]) -> None:
    done = subprocess.run(command, check=False, capture_output=True, cwd=ROOT)  # noqa: S603 - as in cold_start
    if done.returncode not in expected:
        raise RuntimeError(f"{command[:4]} ended with {done.returncode}: {done.stderr[-2000:].decode()}")
