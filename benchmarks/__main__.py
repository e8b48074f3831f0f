"""`python -m benchmarks [--write] [NAME...]`: every measurement, or those named, as one table with the machine."""

import sys
import traceback
from collections.abc import Iterator
from importlib import import_module

from benchmarks.messages import ROOT
from benchmarks.row import Row, Skipped
from benchmarks.table import HEAD, document, line, machine

NAMES = (
    "predict_requests",
    "check_requests",
    "decisions",
    "cold_start",
    "lint_behaviours",
    "snapshot_load",
    "batch_run",
    "fleet_impact",
    "site_build",
    "start_page",
    "enumeration",
    "growth",
)
RESULTS = ROOT / "site" / "includes" / "measurements.md"


def main(arguments: list[str]) -> int:
    """Measure and write the table; a ratio that misses its goal is marked, and is no failure."""
    names = [name for name in arguments if name != "--write"]
    unknown = [name for name in names if name not in NAMES]
    if unknown:
        sys.stderr.write(f"no benchmark is called {', '.join(unknown)}; there are: {', '.join(NAMES)}\n")
        return 2
    if names and len(names) < len(arguments):
        sys.stderr.write("--write measures everything: name no benchmark beside it\n")
        return 2
    conditions = machine()
    sys.stdout.write(f"{conditions}\n{HEAD}")
    broken: list[str] = []
    rows = []
    for row in _measured(names or list(NAMES), broken):
        rows.append(row)
        sys.stdout.write(line(row))
        sys.stdout.flush()
    if "--write" in arguments:
        RESULTS.write_text(document(rows, conditions), "utf-8")
    return int(bool(broken))


def _measured(names: list[str], broken: list[str]) -> Iterator[Row | Skipped]:
    """Yield the rows; a measurement that breaks off is noted, and the others are made all the same."""
    for name in names:
        try:
            yield from import_module(f"benchmarks.{name}").run()
        except Exception as error:  # noqa: BLE001 - whatever it was, it is told, and gives the exit code
            traceback.print_exc()
            broken.append(name)
            yield Skipped(name, f"it broke off: {type(error).__name__}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
