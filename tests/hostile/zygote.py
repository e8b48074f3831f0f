"""Runs command lines, each in a process of its own with bounds on memory and time, and writes down what it opened.

Everything is imported once; a run is a fork of that. Speaks JSON lines: a command line in, what came of it out.
Started by bounded.py as a program, because a fork wants a process without threads.
"""

import asyncio
import contextlib
import datetime as dt
import importlib
import json
import os
import resource
import signal
import sys
import traceback
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
from s1sr_validator import Catalogue  # noqa: E402 - the path of the checkout comes first
from s1sr_validator.server.app import application  # noqa: E402 - as above
from s1sr_validator.server.device_file import device_file  # noqa: E402 - as above
from s1sr_validator.server.service import Service  # noqa: E402 - as above
from s1sr_validator.server.settings import Settings  # noqa: E402 - as above
from tests.hostile.failing_calls import FailingCalls  # noqa: E402 - as above

MEMORY = 256 * 1024 * 1024
"""What a run may take beyond the interpreter with everything imported."""
CPU_SECONDS = 5
WALL_SECONDS = 120
"""Ends a run that waits for something that does not come; no measure of speed."""

_HEAVY = (
    "lxml.etree",
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
_OWN = tuple(
    str(Path(place).resolve())
    for place in (
        sys.prefix,
        sys.base_prefix,
        str(Path(os.__file__).parent),
        *sys.path[1:],
        str(ROOT / "s1sr_validator"),
    )
    if place
)
_ALSO_READ = (
    *(str(ROOT / name) for name in ("schemas", "pyproject.toml")),
    "/dev/null",
    "/dev/urandom",
    "/etc/mime.types",
)
_CONNECTING = ("socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo", "socket.gethostby")
_STARTING = ("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.startfile", "ctypes.dlopen", "pty.spawn")
_WRITING = ("os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate", "shutil.")


class Watch:
    """Notes every file outside of some folders, every connection and every program that a run asks for."""

    def __init__(self, folders: tuple[str, ...], programs: tuple[str, ...]) -> None:
        self.folders = folders
        self.programs = programs
        self.seen: list[str] = []
        self.on = False

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Take an event of the interpreter (PEP 578)."""
        if not self.on:
            return
        if event == "open":
            self._open(arguments)
        elif event.startswith(_WRITING):
            self._note_outside(event, arguments[0])
        elif event.startswith(_CONNECTING) or (event.startswith(_STARTING) and not self._is_known(arguments)):
            self.seen.append(f"{event} {arguments!r}"[:300])

    def _is_known(self, arguments: tuple[Any, ...]) -> bool:
        return bool(arguments) and Path(str(arguments[0])).name in self.programs

    def _open(self, arguments: tuple[Any, ...]) -> None:
        place, mode, flags = arguments
        if isinstance(place, int) or place is None:
            return
        writes = any(sign in (mode or "") for sign in "wax+") or bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))
        path = self._path(place)
        if not writes and (path.startswith(_OWN) or path in _ALSO_READ or path.startswith(_ALSO_READ[0])):
            return
        self._note_outside("open for writing" if writes else "open", path)

    def _note_outside(self, what: str, place: Any) -> None:  # noqa: ANN401 - a path of any kind, or a descriptor
        if isinstance(place, int):
            return
        path = self._path(place)
        if not path.startswith(self.folders):
            self.seen.append(f"{what} {path}")

    def _path(self, place: Any) -> str:  # noqa: ANN401 - as above
        return os.path.normpath(os.path.join(os.getcwd(), os.fsdecode(place)))  # noqa: PTH109, PTH118 - no more events


def main() -> None:
    """Take command lines until there are no more."""
    for name in _HEAVY:
        importlib.import_module(name)
    program = importlib.import_module("s1sr_validator.cli.app").main
    for path in sorted(Path(ROOT, "s1sr_validator").rglob("*.py")):
        module = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        if not module.endswith(("__main__", "pytest_plugin", ".testing", "__init__")) and "testing" not in module:
            importlib.import_module(module)
    sys.stdout.write(json.dumps({"ready": True}) + "\n")
    sys.stdout.flush()
    for line in sys.stdin:
        sys.stdout.write(json.dumps(one_run(json.loads(line), program)) + "\n")
        sys.stdout.flush()


def one_run(asked: dict[str, Any], program: Any) -> dict[str, Any]:  # noqa: ANN401 - a function of arguments
    """Fork, run, and say what came of it."""
    folder = Path(asked["folder"])
    notes = folder.parent / f"{folder.name}.opened"
    child = os.fork()
    if not child:
        code = 99
        try:
            code = in_child(asked, folder, notes, program)
        finally:
            os._exit(code)
    signal.signal(signal.SIGALRM, lambda *_: os.kill(child, signal.SIGKILL))
    signal.alarm(asked.get("wall", WALL_SECONDS))
    _, status, used = os.wait4(child, 0)
    signal.alarm(0)
    return {
        "code": os.waitstatus_to_exitcode(status),
        "cpu": used.ru_utime + used.ru_stime,
        "opened": notes.read_text("utf-8").splitlines() if notes.is_file() else ["the run ended before it could tell"],
    }


def in_child(asked: dict[str, Any], folder: Path, notes: Path, program: Any) -> int:  # noqa: ANN401 - as above
    """Run one command line with its own bounds, standard streams and folder."""
    watch = Watch((str(folder), *asked.get("readable", ())), tuple(asked.get("programs", ())))
    opened = os.open(notes, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    for number, name, flags in (
        (0, asked.get("stdin") or os.devnull, os.O_RDONLY),
        (1, f"{folder}.out", os.O_WRONLY | os.O_CREAT | os.O_TRUNC),
        (2, f"{folder}.err", os.O_WRONLY | os.O_CREAT | os.O_TRUNC),
    ):
        os.dup2(os.open(name, flags, 0o600), number)
    os.chdir(folder)
    os.environ.update(asked.get("environment", {}))
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    bound = pages * resource.getpagesize() + MEMORY
    sys.addaudithook(watch)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (bound, bound))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS + 1))
    failing = None
    if "fail" in asked:
        failing = FailingCalls(asked["fail"], for_ever=asked["for_ever"], error=asked["error"])
        failing.install()
    watch.on = True
    try:
        return called(asked, program)
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else 1
    except BaseException:  # noqa: BLE001 - as the interpreter does at its end
        traceback.print_exc()
        return 98
    finally:
        watch.on = False
        with contextlib.suppress(Exception):
            sys.stdout.flush()
            sys.stderr.flush()
        seen = [*watch.seen, f"calls {failing.calls}"] if failing else watch.seen
        os.write(opened, "\n".join(seen).encode("utf-8", "backslashreplace"))


def called(asked: dict[str, Any], program: Any) -> int:  # noqa: ANN401 - as above
    """Run the command line, or ask the application over ASGI, or break a bound to show that it holds."""
    if "break_bound" in asked:
        return broken(asked["break_bound"])
    if "http" not in asked:
        return int(program(asked["arguments"]))
    catalogue = Catalogue.load(asked["catalogue"])
    devices = device_file(asked["devices"].encode(), "devices.yaml", catalogue.lookup)
    service = Service(catalogue, Settings(today=lambda: dt.date(2015, 7, 1)), devices.devices)
    status, body = asyncio.run(over_asgi(application(service), **asked["http"]))
    sys.stdout.write(f"{status}\n")
    sys.stdout.buffer.write(body)
    return {4: 1, 5: 97}.get(status // 100, 0)


def broken(bound: str) -> int:
    """Go beyond a bound."""
    if bound == "memory":
        bytearray(2 * MEMORY)
    if bound == "file":
        Path("/etc/passwd").read_bytes()
    while bound == "cpu":
        pass
    return 0


async def over_asgi(app: Any, path: str, file: str, media_type: str) -> tuple[int, bytes]:  # noqa: ANN401 - ASGI
    """Post a file, without a socket."""
    data, sent = Path(file).read_bytes(), []  # noqa: ASYNC240 - nothing else runs
    address, _, query = path.partition("?")
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "POST",
        "scheme": "http",
        "path": address,
        "raw_path": address.encode(),
        "query_string": query.encode(),
        "root_path": "",
        "headers": [
            (b"host", b"localhost"),
            (b"content-type", media_type.encode()),
            (b"content-length", str(len(data)).encode()),
        ],
        "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 2),
        "state": {},
    }
    waiting = [{"type": "http.request", "body": data, "more_body": False}]

    async def receive() -> dict[str, Any]:
        return waiting.pop() if waiting else {"type": "http.disconnect"}

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    await app(scope, receive, send)
    return sent[0]["status"], b"".join(message.get("body", b"") for message in sent[1:])


if __name__ == "__main__":
    main()
