"""Notes what a run asks the system for: files outside of some folders, connections, and other programs (PEP 578)."""

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
_OWN = tuple(
    str(Path(place).resolve())
    for place in (
        sys.prefix,
        sys.base_prefix,
        str(Path(os.__file__).parent),
        *sys.path[1:],
        str(ROOT / "s1sr_validator"),
    )
    if place and Path(place).resolve() != ROOT
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
    """An audit hook, which notes while a run goes on."""

    def __init__(self) -> None:
        """Note nothing yet."""
        self.folders: tuple[str, ...] = ()
        self.programs: tuple[str, ...] = ()
        self.seen: list[str] = []
        self.on = False

    def start(self, folders: Iterable[str], programs: Iterable[str]) -> None:
        """Note everything outside these folders, and every program but these."""
        self.folders, self.programs, self.seen = tuple(folders), tuple(programs), []
        self.on = True

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Take an event of the interpreter."""
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
