"""What a file system says of files without reading them, which tells that none of them has changed.

A file that is changed twice within one tick of the clock has the same times after both. So nothing is built on a state
in which a file had changed just before it was looked at; the index of git calls such files racy.
"""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

SETTLED_AFTER_NS = 2_000_000_000
"""The longest tick of the file systems in use: FAT counts the seconds by twos."""


class FileStamps(NamedTuple):
    """A line for each file: its path, size, times of change and number; and when the last of them changed."""

    lines: bytes
    newest_ns: int
    seen_ns: int

    @property
    def is_settled(self) -> bool:
        """Say whether a further change of any of the files would show."""
        return self.newest_ns + SETTLED_AFTER_NS < self.seen_ns


def file_stamps(trees: Sequence[Path], code: Sequence[Path], now_ns: int) -> FileStamps:
    """Return the stamps of every file below some folders, and of the Python files in others.

    Args:
        trees: folders that count with all that is in them.
        code: folders of which the Python files count.
        now_ns: the time, in nanoseconds since 1970.

    Raises:
        OSError: a folder or a file cannot be looked at.
    """
    entries = [entry for folder in trees for entry in _below(folder)]
    entries += [entry for folder in code for entry in os.scandir(folder) if entry.name.endswith(".py")]
    newest_ns, lines = 0, []
    for entry in entries:
        # A link is read as what it leads to; one that leads nowhere may come to lead to something.
        found = entry.stat(follow_symlinks=not entry.is_symlink() or Path(entry).exists())
        newest_ns = max(newest_ns, found.st_mtime_ns, found.st_ctime_ns)
        lines.append(f"{entry.path} {found.st_size} {found.st_mtime_ns} {found.st_ctime_ns} {found.st_ino}\n")
    return FileStamps("".join(sorted(lines)).encode(errors="surrogateescape"), newest_ns, now_ns)


def _below(folder: Path) -> Iterator[os.DirEntry[str]]:
    waiting = [str(folder)]
    while waiting:
        for entry in os.scandir(waiting.pop()):
            if entry.is_dir(follow_symlinks=False):
                waiting.append(entry.path)
            else:
                yield entry
