"""The command line from its arguments to its exit code: the one place where exceptions become codes."""

import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from s1sr_validator.cli.plain_line import read_plain_line
from s1sr_validator.cli.registry import COMMANDS, load
from s1sr_validator.model.errors import S1srError, UsageError

_INTERRUPTED = 130
_RARELY = 50_000
"""New objects between two collections, of which the interpreter makes one every 700."""


def main(arguments: list[str] | None = None) -> int:
    """Run the command line.

    Args:
        arguments: what stands after `s1sr`; None takes the process's own.

    Returns:
        0 fine, 1 findings at or above `--fail-on`, 2 wrong use, 3 input could not be read, 4 nothing was checked.
    """
    _open_missing_streams()
    try:
        with _spared_collections(own_process=arguments is None):
            code = _run(arguments)
        _flush()
    except S1srError as error:
        from s1sr_validator.cli.terminal import say_error

        return say_error(error)
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        _drop_output()
        return 0
    return code


def _run(arguments: list[str] | None) -> int:
    """Run a plain line at once, and any other by typer, which takes longer to import than a prediction."""
    name, *rest = (sys.argv[1:] if arguments is None else arguments) or [""]
    if name in COMMANDS:
        command = load(COMMANDS[name])
        given = read_plain_line(command, rest)
        if given is not None:
            code: int = command(**given)
            return code
    from s1sr_validator.cli.typer_line import run_typer_line

    return run_typer_line(arguments)


@contextmanager
def _spared_collections(*, own_process: bool) -> Iterator[None]:
    """Let the collector do little in a process of our own: what is imported and read stays until its end.

    A tenth of a start went into looking through it, and as much into doing so again when the interpreter ends.
    """
    if not own_process:
        yield
        return
    gc.set_threshold(_RARELY)
    try:
        yield
    finally:
        gc.freeze()


def _open_missing_streams() -> None:
    """Give a process that was started without a standard stream one that leads nowhere."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 - for as long as the process runs


def _flush() -> None:
    """Write what is still held back, while an error of it can be said.

    Raises:
        UsageError: it cannot be written.
    """
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        _drop_output()
        raise UsageError(f"standard output cannot be written: {error.strerror or error}") from None


def _drop_output() -> None:
    """Lead standard output nowhere: the interpreter would write at its end, and say on stderr that it cannot."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
