"""The inputs of a command: files, folders, zip archives and standard input, as messages one after the other."""

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from s1sr_validator.messages import rules
from s1sr_validator.messages.archive import MAX_ARCHIVE_BYTES, is_archive, messages_in
from s1sr_validator.messages.bounds import MAX_BYTES
from s1sr_validator.messages.files import STANDARD_INPUT
from s1sr_validator.messages.folders import files_below
from s1sr_validator.messages.naming import shown
from s1sr_validator.model.finding import Location
from s1sr_validator.model.message import Message, Unread


def read_inputs(names: Sequence[str]) -> Iterator[Message | Unread]:
    """Read every message that some names stand for, each when it is asked for.

    A name is a file, a folder (every `*.xml` and `*.json` below it), a zip archive (the same of its members, called
    `requests.zip!/folder/member.xml`) or `-` for standard input. What was read under one name is not read again.

    Args:
        names: paths, or `-`.

    Yields:
        A Message for what was read, and in its place an Unread for what could not be; a folder or an archive
        without messages is an Unread too, of rule REQ012.
    """
    seen: set[str] = set()
    for name in names:
        if name == STANDARD_INPUT:
            if STANDARD_INPUT not in seen:
                yield from _messages_of(sys.stdin.buffer, "standard input")
            seen.add(STANDARD_INPUT)
        else:
            yield from _at(name, seen)


def _at(name: str, seen: set[str]) -> Iterator[Message | Unread]:
    path = Path(name)
    if not name:
        yield _unreadable(name, ValueError("the name is empty"))
        return
    try:
        is_folder = path.is_dir()
    except (OSError, ValueError) as error:
        yield _unreadable(name, error)
        return
    if not is_folder:
        yield from _file(path, name, seen)
        return
    found = False
    for entry in files_below(path):
        found = True
        if isinstance(entry, Unread):
            yield entry
        else:
            yield from _file(entry, str(entry), seen)
    if not found:
        yield _nothing(shown(name), "the folder holds no *.xml or *.json")


def _file(path: Path, name: str, seen: set[str]) -> Iterator[Message | Unread]:
    try:
        resolved = os.path.realpath(path)
        if resolved in seen:
            return
        seen.add(resolved)
        with path.open("rb") as file:
            yield from _messages_of(file, shown(name))
    except (OSError, ValueError) as error:
        yield _unreadable(name, error)


def _messages_of(file: BinaryIO, name: str) -> Iterator[Message | Unread]:
    """Read one byte more than may be, so that what is too large is refused without being read whole."""
    data = file.read(MAX_BYTES + 1)
    if not is_archive(data):
        yield Message(name, data)
        return
    if len(data) > MAX_BYTES:
        data += file.read(MAX_ARCHIVE_BYTES + 1 - len(data))
    found = False
    for message in messages_in(data, name):
        found = True
        yield message
    if not found:
        yield _nothing(name, "the archive holds no *.xml or *.json")


def _nothing(name: str, message: str) -> Unread:
    tip = "is it the right one? hidden files, and archives inside archives, are not read"
    return Unread(name, rules.NO_MESSAGES.finding(message, Location(file=name), tip=tip))


def _unreadable(name: str, error: OSError | ValueError) -> Unread:
    reason = (error.strerror if isinstance(error, OSError) else "") or str(error)
    message = f"{shown(name) or 'an input'} cannot be read: {reason}"
    return Unread(shown(name), rules.UNREADABLE.finding(message, Location(file=shown(name)), tip="check the path"))
