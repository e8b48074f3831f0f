"""Makes the n-th call that changes files fail, once or from then on: open to write, write, fsync, rename, mkdir ...

Or ends the process there, as a power cut does. A write that fails has written the half of what it was given.
"""

import builtins
import errno
import io
import os
import signal
from collections.abc import Callable
from typing import Any, NoReturn

KILL = "KILL"
"""In the place of the name of an error: the process is killed."""
_CALLS = ("fsync", "replace", "rename", "link", "symlink", "mkdir", "unlink", "remove", "rmdir", "truncate")
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


class FailingCalls:
    """Counts the calls that change files, and fails some."""

    def __init__(self, nth: int, *, for_ever: bool, error: str) -> None:
        """Fail the call of that number, or it and all after it; from 1."""
        self.nth = nth
        self.for_ever = for_ever
        self.error = 0 if error == KILL else getattr(errno, error)
        self.calls = 0

    def count(self, place: object) -> None:
        """Count a call, and fail it if it is its turn."""
        if self.is_next():
            self.fail(place)

    def is_next(self) -> bool:
        """Count a call, and say whether it is its turn to fail."""
        self.calls += 1
        return self.calls == self.nth or (self.for_ever and self.calls > self.nth)

    def fail(self, place: object) -> NoReturn:
        """Fail a call, or end the process."""
        if not self.error:
            os.kill(os.getpid(), signal.SIGKILL)
        raise OSError(self.error, os.strerror(self.error), place if isinstance(place, str) else None)

    def install(self) -> None:
        """Put the failing calls in the place of the real ones, for the rest of this process."""
        for name in _CALLS:
            setattr(os, name, self._failing(getattr(os, name)))
        os.open = self._descriptor(os.open)
        builtins.open = io.open = self._open(io.open)

    def _failing(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def failing(*arguments: Any, **named: Any) -> Any:  # noqa: ANN401 - whatever the call takes
            self.count(str(arguments[0]))
            return call(*arguments, **named)

        return failing

    def _descriptor(self, plain: Callable[..., int]) -> Callable[..., int]:
        def opened(path: Any, flags: int, *arguments: Any, **named: Any) -> int:  # noqa: ANN401 - as os.open
            if flags & _WRITING:
                self.count(str(path))
            return plain(path, flags, *arguments, **named)

        return opened

    def _open(self, plain: Callable[..., Any]) -> Callable[..., Any]:
        failing = self

        class Raw(io.FileIO):
            """A file whose writes count."""

            def write(self, data: Any) -> int:  # noqa: ANN401 - bytes of any kind
                if failing.is_next():
                    super().write(bytes(data)[: len(data) // 2])
                    failing.fail(self.name)
                return super().write(data) or 0

            def truncate(self, size: int | None = None) -> int:
                failing.count(self.name)
                return super().truncate(size)

        def opened(
            file: Any,  # noqa: ANN401 - as io.open
            mode: str = "r",
            buffering: int = -1,
            encoding: str | None = None,
            errors: str | None = None,
            newline: str | None = None,
            closefd: bool = True,  # noqa: FBT002 - as io.open
            opener: Any = None,  # noqa: ANN401 - as io.open
        ) -> Any:  # noqa: ANN401 - as io.open
            if isinstance(file, int) or not any(sign in mode for sign in "wax+"):
                return plain(file, mode, buffering, encoding, errors, newline, closefd, opener)
            self.count(str(file))
            raw = Raw(file, mode.replace("b", "").replace("t", ""), closefd, opener)
            kind = io.BufferedRandom if "+" in mode else io.BufferedWriter
            buffered = kind(raw)
            return buffered if "b" in mode else io.TextIOWrapper(buffered, encoding, errors, newline)

        return opened
