"""`python -m benchmarks [NAME...]`: every measurement, or those named, as one table with the machine and versions."""

import os
import platform
import sys
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version

from benchmarks.row import Row, Skipped

NAMES = (
    "predict_requests",
    "check_requests",
    "decisions",
    "cold_start",
    "lint_behaviours",
    "snapshot_load",
    "batch_run",
    "fleet_impact",
    "enumeration",
)
_PACKAGES = (
    "lxml",
    "msgspec",
    "typer",
    "zen-engine",
    "common-expression-language",
    "rule-engine",
    "panzi-json-logic",
    "check-jsonschema",
    "duckdb",
    "pyarrow",
)


def main(names: list[str]) -> int:
    """Measure and write the table; a ratio that misses its goal is marked, and is no failure."""
    unknown = [name for name in names if name not in NAMES]
    if unknown:
        sys.stderr.write(f"no benchmark is called {', '.join(unknown)}; there are: {', '.join(NAMES)}\n")
        return 2
    sys.stdout.write(f"{_machine()}\n\n| measured | ours | beside | ratio | goal | |\n|---|---:|---:|---:|---:|---|\n")
    for name in names or NAMES:
        for row in import_module(f"benchmarks.{name}").run():
            sys.stdout.write(_line(row) + "\n")
            sys.stdout.flush()
    return 0


def _line(row: Row | Skipped) -> str:
    if isinstance(row, Skipped):
        return f"| {row.what} | | | | | skipped: {row.why} |"
    goal = f"{'at most' if row.at_most else 'at least'} {row.goal:g}"
    return (
        f"| {row.what} | {row.ours} | {row.peer} | {row.ratio:.2f} | {goal} "
        f"| {'reached' if row.is_reached else 'NOT reached'} |"
    )


def _machine() -> str:
    packages = ", ".join(f"{name} {_version(name)}" for name in _PACKAGES)
    return f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} cores; {packages}"


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
