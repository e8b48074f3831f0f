"""Inputs from files and standard input, bounded before they are read whole."""

import sys
from pathlib import Path

from s1sr_validator.messages import rules
from s1sr_validator.messages.bounds import MAX_BYTES
from s1sr_validator.model.errors import InputError
from s1sr_validator.model.finding import Location

STANDARD_INPUT = "-"


def read_input(name: str) -> tuple[str, bytes]:
    """Return what to call an input, and its bytes (at most one more than the gate lets pass).

    Raises:
        InputError: it cannot be opened or read.
    """
    if name == STANDARD_INPUT:
        return "standard input", sys.stdin.buffer.read(MAX_BYTES + 1)
    try:
        with Path(name).open("rb") as file:
            return name, file.read(MAX_BYTES + 1)
    except OSError as error:
        tip = "give one file" if isinstance(error, IsADirectoryError) else "check the path"
        message = f"{name} cannot be read: {error.strerror or error}"
        raise InputError(rules.UNREADABLE.finding(message, Location(file=name), tip=tip)) from None
    except ValueError as error:
        raise InputError(rules.UNREADABLE.finding(f"{name!r} is no path: {error}", Location(file=name))) from None
