"""A project's own file, `s1sr.toml`: found, read within bounds, and turned into values."""

import datetime as dt
import re
import tomllib
from pathlib import Path
from typing import Any

from s1sr_validator.load import project_rules as rules
from s1sr_validator.load.project_values import project_of
from s1sr_validator.load.toml_positions import toml_positions
from s1sr_validator.model.errors import InputError
from s1sr_validator.model.finding import Location
from s1sr_validator.model.project import Project
from s1sr_validator.model.rule import Rule

MAX_BYTES = 64 * 1024
MAX_LINE = 2000
"""A dotted key of 64 kB takes tomllib 17 seconds; in pieces of this length a file takes less than one."""

MAX_DEPTH = 8

_POSITION = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


def read_project(path: Path) -> Project:
    """Read a project's file; what is wrong with single values becomes findings of the result.

    Raises:
        InputError: it cannot be opened, or is not TOML within bounds.
    """
    name = str(path)
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
        folder = path.absolute().parent.resolve()
    except (OSError, ValueError) as error:
        reason = (error.strerror if isinstance(error, OSError) else "") or str(error)
        raise _stop(rules.UNREADABLE, f"{name} cannot be read: {reason}", name, "check the path") from None
    return project_from(data, name=name, folder=folder.as_posix())


def project_from(data: bytes, *, name: str, folder: str) -> Project:
    """Return what the bytes of a project's file say.

    Args:
        data: the file's content.
        name: what to call the file in findings.
        folder: the folder that `file` patterns start from.

    Raises:
        InputError: it is not TOML within bounds.
    """
    text = _bounded_text(data, name)
    try:
        document = _plain(tomllib.loads(text))
    except RecursionError:
        raise _stop(rules.TOO_LARGE, f"tables or lists are nested more than {MAX_DEPTH} deep", name) from None
    except ValueError as error:  # TOMLDecodeError is one; so is a number of more digits than Python reads
        raise _not_toml(str(error), text, name) from None
    return project_of(document, positions=toml_positions(text), file=name, folder=folder)


def _bounded_text(data: bytes, name: str) -> str:
    if len(data) > MAX_BYTES:
        raise _stop(rules.TOO_LARGE, f"the file has more than {MAX_BYTES:,} bytes", name)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"not UTF-8 text: byte {data[error.start]:#04x} in line {line}"
        raise _stop(rules.UNREADABLE, message, name, "save the file as UTF-8", line=line) from None
    for line, content in enumerate(text.split("\n"), start=1):
        if len(content) > MAX_LINE:
            message = f"line {line} has {len(content):,} characters; at most {MAX_LINE:,} are read"
            raise _stop(rules.TOO_LARGE, message, name, "write a long list over several lines", line=line)
    return text


def _not_toml(message: str, text: str, name: str) -> InputError:
    found = _POSITION.search(message)
    line, column = 0, 0
    if found:
        last = text.rstrip("\n").split("\n")
        line, column = (int(found[1]), int(found[2])) if found[1] else (len(last), len(last[-1]) + 1)
    reason = message[: found.start()] if found else message
    tip = "texts stand in quotes, lists in [ ]; see https://toml.io"
    return _stop(rules.NOT_TOML, f"not TOML: {reason}", name, tip, line=line, column=column)


def _plain(value: Any, depth: int = 0) -> Any:  # noqa: ANN401 - whatever TOML holds
    """Return plain data, with dates as the text that the schema describes."""
    if depth > MAX_DEPTH:
        raise RecursionError
    if isinstance(value, dict):
        return {key: _plain(member, depth + 1) for key, member in value.items()}
    if isinstance(value, list):
        return [_plain(item, depth + 1) for item in value]
    return value.isoformat() if isinstance(value, dt.date | dt.time) else value


def _stop(rule: Rule, message: str, name: str, tip: str = "", *, line: int = 0, column: int = 0) -> InputError:
    return InputError(rule.finding(message, Location(file=name, line=line, column=column), tip=tip))
