"""Makes the n-th call that changes files fail, once or from then on: open to write, write, fsync, rename, mkdir ..."""

import builtins
import errno
import io
import os
from collections.abc import Callable
from typing import Any

_CALLS = ("fsync", "replace", "rename", "mkdir", "unlink", "remove", "rmdir")


class FailingCalls:
    """Counts the calls that change files, and fails some."""

    def __init__(self, nth: int, *, for_ever: bool, error: str) -> None:
        """Fail the call of that number, or it and all after it; from 1."""
        self.nth = nth
        self.for_ever = for_ever
        self.error = getattr(errno, error)
        self.calls = 0

    def count(self, place: object) -> None:
        """Count a call, and fail it if it is its turn."""
        self.calls += 1
        if self.calls == self.nth or (self.for_ever and self.calls > self.nth):
            raise OSError(self.error, os.strerror(self.error), place if isinstance(place, str) else None)

    def install(self) -> None:
        """Put the failing calls in the place of the real ones, for the rest of this process."""
        for name in _CALLS:
            setattr(os, name, self._failing(getattr(os, name)))
        builtins.open = io.open = self._open(io.open)

    def _failing(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def failing(*arguments: Any, **named: Any) -> Any:  # noqa: ANN401 - whatever the call takes
            self.count(str(arguments[0]))
            return call(*arguments, **named)

        return failing

    def _open(self, plain: Callable[..., Any]) -> Callable[..., Any]:
        failing = self

        class Raw(io.FileIO):
            """A file whose writes count."""

            def write(self, data: Any) -> int:  # noqa: ANN401 - bytes of any kind
                failing.count(self.name)
                return super().write(data) or 0

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
