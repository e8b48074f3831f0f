"""One run in a process that has made others: a command line, or a post to the HTTP application, within bounds."""

import asyncio
import contextlib
import datetime as dt
import gc
import io
import os
import resource
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from s1sr_validator import Catalogue
from s1sr_validator.model.errors import InputError, S1srError
from s1sr_validator.server.app import application
from s1sr_validator.server.device_file import device_file
from s1sr_validator.server.service import Service
from s1sr_validator.server.settings import Settings
from tests.hostile.failing_calls import FailingCalls
from tests.hostile.over_asgi import over_asgi
from tests.hostile.watch import Watch

MEMORY = 256 * 1024 * 1024
"""Address space that a run may take beyond the interpreter with everything imported."""
MOST_SECONDS = 5
"""Processor time at which a run is ended; what it may take is less, and is held against what it took."""
_WORK, _WORK_SECONDS = 50_000, 0.00142
"""Additions in a loop, and what they take where nothing else runs."""

Program = Callable[[list[str]], int]


class Runs:
    """Runs one after the other in this process, each with streams, folder and bounds of its own."""

    def __init__(self, program: Program) -> None:
        """Take the command line's entry, and start to watch."""
        self.program = program
        self.watch = Watch()
        sys.addaudithook(self.watch)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        self.at_start = _pages("resident")

    @property
    def is_grown(self) -> bool:
        """Say whether earlier runs left so much behind that the next one deserves a new process."""
        return _pages("resident") - self.at_start > MEMORY // 8

    def one(self, asked: dict[str, Any]) -> dict[str, Any]:
        """Run, and say what came of it."""
        gc.collect()
        with _surroundings(asked), _bounds():
            failing = None
            if "fail" in asked:
                failing = FailingCalls(asked["fail"], for_ever=asked["for_ever"], error=asked["error"])
                failing.install()
            self.watch.start((asked["folder"], *asked.get("readable", ())), asked.get("programs", ()))
            slowness, before = _slowness(), _processor_seconds()
            code = self._called(asked)
            cpu = _processor_seconds() - before
            slowness = max(slowness, _slowness())
            self.watch.on = False
        seen = [*self.watch.seen, f"calls {failing.calls}"] if failing else self.watch.seen
        return {"code": code, "cpu": cpu / slowness, "memory": _peak() - self.at_start, "opened": seen}

    def _called(self, asked: dict[str, Any]) -> int:
        try:
            return _called(asked, self.program)
        except SystemExit as ended:
            return ended.code if isinstance(ended.code, int) else 1
        except BaseException:  # noqa: BLE001 - as the interpreter does at its end
            traceback.print_exc()
            return 98


@contextlib.contextmanager
def _surroundings(asked: dict[str, Any]) -> Iterator[None]:
    """Give a run its standard streams, folder and environment, and take them back."""
    folder = asked["folder"]
    kept = dict(os.environ)
    for number, name, flags in (
        (0, asked.get("stdin") or os.devnull, os.O_RDONLY),
        (1, f"{folder}.out", os.O_WRONLY | os.O_CREAT | os.O_TRUNC),
        (2, f"{folder}.err", os.O_WRONLY | os.O_CREAT | os.O_TRUNC),
    ):
        opened = os.open(name, flags, 0o600)
        os.dup2(opened, number)
        os.close(opened)
    sys.stdin, sys.stdout, sys.stderr = (
        _stream(0, sys.__stdin__),
        _stream(1, sys.__stdout__),
        _stream(2, sys.__stderr__),
    )
    os.chdir(folder)
    os.environ.update(asked.get("environment", {}))
    try:
        yield
    finally:
        for stream in (sys.stdout, sys.stderr):
            with contextlib.suppress(Exception):
                stream.flush()
        for name in set(os.environ) - set(kept):
            del os.environ[name]
        os.environ.update(kept)
        os.chdir("/")


def _stream(number: int, like: Any) -> io.TextIOWrapper:  # noqa: ANN401 - a stream, as the interpreter made it
    buffer = open(number, "rb" if number == 0 else "wb", closefd=False)  # noqa: SIM115 - a descriptor
    return io.TextIOWrapper(buffer, encoding=like.encoding, errors=like.errors, write_through=number == 2)


@contextlib.contextmanager
def _bounds() -> Iterator[None]:
    """Bound the address space and the processor time by what is taken already; forget the peak of earlier runs."""
    Path("/proc/self/clear_refs").write_text("5", "ascii")
    used = int(_processor_seconds())
    bound = _pages("size") + MEMORY
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (used + MOST_SECONDS, hard))
    resource.setrlimit(resource.RLIMIT_AS, (bound, resource.RLIM_INFINITY))
    signal.signal(signal.SIGXCPU, signal.SIG_DFL)
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


def _pages(what: str) -> int:
    """Return the bytes of this process: its whole `size`, or what is `resident`."""
    found = Path("/proc/self/statm").read_text("ascii").split()
    return int(found[{"size": 0, "resident": 1}[what]]) * resource.getpagesize()


def _peak() -> int:
    status = Path("/proc/self/status").read_text("ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) * 1024


def _slowness() -> float:
    """Return how much slower this processor is now than the one on which seconds are counted, at least 1.

    Others on the same machine take caches and clock from it, so that the same work takes up to three times as long.
    """
    start = time.process_time()
    number = 0
    for each in range(_WORK):
        number += each & 3
    return max((time.process_time() - start) / _WORK_SECONDS, 1.0)


def _processor_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def _called(asked: dict[str, Any], program: Program) -> int:
    """Run the command line, or ask the application over ASGI, or break a bound to show that it holds."""
    if "break_bound" in asked:
        return _broken(asked["break_bound"])
    if "arguments" in asked:
        return int(program(asked["arguments"]))
    catalogue = Catalogue.load(asked["catalogue"])
    if "predict" in asked:
        return _predicted(catalogue, **asked["predict"])
    devices = device_file(asked["devices"].encode(), "devices.yaml", catalogue.lookup)
    service = Service(catalogue, Settings(today=lambda: dt.date(2015, 7, 1)), devices.devices)
    try:
        status, body = asyncio.run(over_asgi(application(service), **asked["http"]))
    finally:
        service.workers.close()
    sys.stdout.write(f"{status}\n")
    sys.stdout.flush()
    sys.stdout.buffer.write(body)
    return {4: 1, 5: 97}.get(status // 100, 0)


def _predicted(catalogue: Catalogue, file: str, device: str, as_of: str) -> int:
    """Ask the Python API; what it raises is a refusal like any other."""
    try:
        report = catalogue.predict(Path(file).read_bytes(), device=device, as_of=as_of)
    except S1srError as error:
        sys.stdout.write(f"{error.finding.code if isinstance(error, InputError) else ''} {error}\n")
        return 3 if isinstance(error, InputError) else 2
    sys.stdout.write(f"{len(report.predictions)} predictions\n")
    return 0


def _broken(bound: str) -> int:
    """Go beyond a bound."""
    if bound == "memory":
        bytearray(2 * MEMORY)
    if bound == "file":
        Path("/etc/passwd").read_bytes()
    while bound == "cpu":
        pass
    return 0
