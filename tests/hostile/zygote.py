"""Runs command lines, many to a process, each with bounds on memory and time, and says what it opened.

Everything is imported once; a process for runs is a fork of that. It is replaced where a run ends it, or leaves much
behind. Speaks JSON lines: a list of runs in, then a line for each of what came of it, in order.
Started by bounded.py as a program, because a fork wants a process without threads.
"""

import contextlib
import functools
import gc
import importlib
import io
import json
import os
import select
import signal
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer.main

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
from tests.hostile.one_run import Program, Runs  # noqa: E402 - the path of the checkout comes first

WALL_SECONDS = 120
"""Ends a run that waits for something that does not come; no measure of speed."""

_HEAVY = (
    "lxml.etree",
    "docx",
    "jsonschema",
    "openpyxl",
    "platformdirs",
    "referencing",
    "ruamel.yaml",
    "s1sr_validator.catalogue",
    "s1sr_validator.server.app",
    "sqlite3",
    "starlette.applications",
    "tarfile",
    "tomllib",
    "xmlschema",
    "yaml",
    "zipfile",
)


def main() -> None:
    """Take lists of runs until there are no more."""
    for name in _HEAVY:
        importlib.import_module(name)
    program = importlib.import_module("s1sr_validator.cli.app").main
    for path in sorted(Path(ROOT, "s1sr_validator").rglob("*.py")):
        module = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        if not module.endswith(("__main__", "pytest_plugin", ".testing", "__init__")) and "testing" not in module:
            importlib.import_module(module)
    # Typer makes its commands anew from the annotations for every call, which takes longer than what is tried here.
    typer.main.get_command = functools.cache(typer.main.get_command)
    with contextlib.redirect_stdout(io.StringIO()):
        program(["--version"])
    gc.collect()
    gc.freeze()
    _say({"ready": True})
    for line in sys.stdin:
        for outcome in outcomes(json.loads(line), program):
            _say(outcome)


def _say(value: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(value) + "\n")
    sys.stdout.flush()


def outcomes(runs: list[dict[str, Any]], program: Program) -> Iterator[dict[str, Any]]:
    """Yield what came of each run; a process that ends before its last one is followed by another."""
    while runs:
        done = 0
        for outcome in in_one_process(runs, program):
            done += 1
            yield outcome
        runs = runs[done:]


def in_one_process(runs: list[dict[str, Any]], program: Program) -> Iterator[dict[str, Any]]:
    """Fork, and yield what came of runs for as long as the process lasts."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        try:
            in_child(runs, program, writing)
        finally:
            os._exit(99)
    os.close(writing)
    told, ended = 0, False
    for line in lines_of(reading, runs[0].get("wall", WALL_SECONDS)):
        if line == b"enough":
            ended = True
            break
        told += 1
        yield json.loads(line)
    os.close(reading)
    if told < len(runs) and not ended:
        os.kill(child, signal.SIGKILL)
    _, status, used = os.wait4(child, 0)
    if told < len(runs) and not ended:
        note = "the run ended before it could tell"
        yield {"code": os.waitstatus_to_exitcode(status), "cpu": used.ru_utime, "memory": 0, "opened": [note]}


def lines_of(reading: int, wall: float) -> Iterator[bytes]:
    """Yield lines until the other end is closed, or says nothing for so many seconds."""
    kept = b""
    while select.select([reading], [], [], wall)[0] and (piece := os.read(reading, 65536)):
        *lines, kept = (kept + piece).split(b"\n")
        yield from lines


def in_child(runs: list[dict[str, Any]], program: Program, writing: int) -> None:
    """Run, and tell of each run before the next one; a process that has grown says that it is enough."""
    own = Runs(program)
    for number, asked in enumerate(runs):
        if number and own.is_grown:
            os.write(writing, b"enough\n")
            os._exit(0)
        try:
            outcome = own.one(asked)
        except BaseException:  # noqa: BLE001 - a fault of the test's own
            traceback.print_exc()
            os._exit(99)
        told = json.dumps(outcome).encode() + b"\n"
        while told:
            told = told[os.write(writing, told) :]
    os._exit(0)


if __name__ == "__main__":
    main()
