"""Messages below a folder: every file that is named like one, in order, and nothing outside of the folder."""

import os
from collections.abc import Iterator
from pathlib import Path

from s1sr_validator.messages import rules
from s1sr_validator.messages.naming import is_hidden, is_named_like_a_message, shown
from s1sr_validator.model.finding import Location
from s1sr_validator.model.message import Unread

MAX_FOLDERS = 100
"""Folders in each other that are gone through."""


def files_below(folder: Path) -> Iterator[Path | Unread]:
    """Yield the files named like messages below a folder, by name; what cannot be listed or leads out is an Unread.

    Hidden files and folders are passed over, and so is what is neither a file nor a folder.
    """
    return _below(folder, Path(os.path.realpath(folder)), 0)


def _below(folder: Path, top: Path, depth: int) -> Iterator[Path | Unread]:
    if depth > MAX_FOLDERS:
        tip = "give that folder itself"
        yield _unread(
            folder, f"{shown(str(folder))} is more than {MAX_FOLDERS} folders deep, the most that is read", tip
        )
        return
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield _unread(folder, f"{shown(str(folder))} cannot be listed: {error.strerror or error}", "check its rights")
        return
    for entry in entries:
        path = folder / entry.name
        if is_hidden((entry.name,)):
            continue
        if entry.is_symlink() and not Path(os.path.realpath(path)).is_relative_to(top):
            # Passed over in silence, it would seem to have been checked.
            if path.is_dir() or is_named_like_a_message(entry.name):
                yield _unread(
                    path, f"{shown(str(path))} is a link that leads out of the folder", "give what it leads to"
                )
        elif entry.is_dir(follow_symlinks=False):
            yield from _below(path, top, depth + 1)
        elif is_named_like_a_message(entry.name) and (path.is_file() or not path.exists()):
            yield path


def _unread(path: Path, message: str, tip: str) -> Unread:
    name = shown(str(path))
    return Unread(name, rules.UNREADABLE.finding(message, Location(file=name), tip=tip))
