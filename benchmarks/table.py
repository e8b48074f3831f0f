"""The table of all measurements, with the machine and the versions that they were made with."""

import os
import platform
import subprocess
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from benchmarks.row import Row, Skipped
from s1sr_validator import Catalogue
from s1sr_validator.version import software_version

HEAD = "| measured | ours | beside | ratio: median | least | most | goal | reached |\n" + "|---" * 8 + "|\n"
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
    "mkdocs-material",
)
_ABOUT = """Every ratio is of two times that were taken in turns in one run, so that a busy machine slows both;
the median of the ratios is held to the goal.
`make bench` measures again, and `python -m benchmarks --write` writes this file too.
"""


def line(row: Row | Skipped) -> str:
    """Return a line of the table."""
    if isinstance(row, Skipped):
        return f"| {row.what} | | | | | | | skipped: {row.why} |\n"
    goal = f"{'at most' if row.at_most else 'at least'} {row.goal:g}"
    spread = row.spread
    return (
        f"| {row.what} | {row.ours} | {row.peer} | {spread:.2f} | {spread.least:.2f} | {spread.most:.2f} | {goal} "
        f"| {'reached' if row.is_reached else '**not reached**'} |\n"
    )


def machine() -> str:
    """Return the machine and the versions, and how busy it is with other work."""
    return "".join(f"- {name}: {what}\n" for name, what in _facts())


def document(rows: Iterable[Row | Skipped], conditions: str) -> str:
    """Return the whole file of results.

    Args:
        rows: what was measured.
        conditions: what `machine` said before that began.
    """
    return f"{_ABOUT}\n{conditions}\n{HEAD}{''.join(map(line, rows))}"


def _facts() -> Iterator[tuple[str, str]]:
    catalogue = Catalogue.bundled().stamp
    yield "date", datetime.now(tz=UTC).date().isoformat()
    yield "software", f"s1sr-validator {software_version()}{_commit()}, catalogue {catalogue.version}"
    yield "machine", f"{_processor()}, {os.cpu_count()} cores, {_memory()}, {platform.system()} {platform.release()}"
    yield "load before", f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "not known"
    yield "Python", f"{platform.python_implementation()} {platform.python_version()}"
    yield "packages", ", ".join(f"{name} {_version(name)}" for name in _PACKAGES)


def _commit() -> str:
    command = ["git", "rev-parse", "--short", "HEAD"]
    done = subprocess.run(command, check=False, capture_output=True, text=True)  # noqa: S603 - our own command
    return f" ({done.stdout.strip()})" if done.returncode == 0 else ""


def _processor() -> str:
    described = Path("/proc/cpuinfo")
    lines = described.read_text("utf-8").splitlines() if described.exists() else []
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.processor() or platform.machine())


def _memory() -> str:
    try:
        return f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GB"
    except (AttributeError, ValueError, OSError):
        return "memory not known"


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"
