"""Files that are put in place whole or not at all, and folders that one run at a time changes.

A run that is killed, or finds the disk full, leaves a file as it was or as it is to be; so do two runs that write one
file at the same time. Locks end with the process that holds them, so that none can be left behind.
"""

import contextlib
import errno
import os
import shutil
import stat
import sys
from collections.abc import Iterator
from enum import Enum, auto
from pathlib import Path
from typing import IO

from s1sr_validator.model.errors import UsageError

if sys.platform != "win32":
    import fcntl


class Before(Enum):
    """What a file may have held until now, where that is no text."""

    ANYTHING = auto()
    NOTHING = auto()


class ChangedMeanwhileError(OSError):
    """Somebody else has changed the file since it was read."""


def replace_bytes(path: Path, data: bytes, *, before: bytes | Before = Before.ANYTHING, to_disk: bool = True) -> None:
    """Put the data into a file beside the path, and that file into its place.

    The file beside it has a fixed name: what a killed run left behind is overwritten by the next.

    Args:
        path: the file; it keeps its rights.
        data: what it is to hold.
        before: what it has to hold until now.
        to_disk: wait until a power failure cannot take it away. Not for what the next run makes anew.

    Raises:
        ChangedMeanwhileError: it holds something else by now, which is not the data either, and stays as it is.
        FileExistsError: it is there, and was to be new.
        OSError: the file system refused; the file is as it was.
    """
    beside = path.with_name(f".{path.name}.part")
    with _own(beside) as file:
        try:
            _check(path, before, data)
            with contextlib.suppress(OSError):  # it is new, or the file system has no rights
                shutil.copymode(path, beside)
            file.truncate(0)
            file.write(data)
            file.flush()
            if to_disk:
                os.fsync(file.fileno())
            if sys.platform == "win32":
                file.close()  # what is open cannot be renamed there
            beside.replace(path)
        except BaseException:
            with contextlib.suppress(OSError):  # a disk that takes no file away either
                beside.unlink()
            raise
    if to_disk:
        _sync_folder(path.parent)


def replace_text(path: Path, text: str, *, before: str | Before = Before.ANYTHING) -> None:
    """Put the text in the place of a file; see `replace_bytes`."""
    replace_bytes(path, text.encode(), before=before.encode() if isinstance(before, str) else before)


@contextlib.contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Keep other runs that ask for the same from changing a folder at the same time.

    A folder that is not there, or cannot be opened, is not held: what is done with it next says so.

    Raises:
        UsageError: another run is changing it.
    """
    descriptor = _opened(folder)
    try:
        if descriptor is not None and not (_locked(descriptor, wait=False) and _is_still(folder, descriptor)):
            raise UsageError(f"another run is changing {folder}", tip="run this one again when that has ended")
        yield
    finally:
        if descriptor is not None:
            os.close(descriptor)


def _opened(folder: Path) -> int | None:
    if sys.platform == "win32":
        return None  # which has no locks of folders
    try:
        return os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    except OSError:
        return None


@contextlib.contextmanager
def new_folder(folder: Path) -> Iterator[Path]:
    """Give a folder to fill, which is called otherwise until the block ends: it is there whole or not at all.

    The one exception is the working folder, which cannot be put in the place of itself; it is filled as it is, and
    emptied where that fails.

    Raises:
        UsageError: the folder holds something, or another run is making it.
        OSError: the file system refused; there is no such folder, as before.
    """
    whole = folder.absolute()
    is_here = whole.exists() and whole.samefile(Path.cwd())
    draft = whole if is_here else whole.with_name(f".{whole.name}.part")
    _check_empty(folder)
    draft.mkdir(parents=True, exist_ok=True)
    with alone_in(draft):
        _check_empty(folder)
        try:
            empty(draft)  # of what a run that was killed has left
            yield draft
            if not is_here:
                _put_in_place(draft, whole)
        except BaseException:
            with contextlib.suppress(OSError):
                empty(draft)
                if not is_here:
                    draft.rmdir()
            raise


def _check_empty(folder: Path) -> None:
    if folder.exists() and any(folder.iterdir()):
        raise UsageError(f"{folder} is not empty", tip="name a new folder: --out DIR")


def _put_in_place(draft: Path, folder: Path) -> None:
    _sync_folder(draft)
    if folder.exists():
        folder.rmdir()  # it is empty; not every system puts a folder in the place of one
    draft.rename(folder)
    _sync_folder(folder.parent)


@contextlib.contextmanager
def _own(beside: Path) -> Iterator[IO[bytes]]:
    """Open the file beside, made where there is none, that no other run writes into at the same time."""
    while True:
        # To append, which empties nothing while another run may still be writing.
        with open(beside, "ab", opener=_plain_file) as file:
            if sys.platform == "win32" or (_locked(file.fileno(), wait=True) and _is_still(beside, file.fileno())):
                yield file
                return


def _plain_file(name: str, flags: int) -> int:
    """Open a file, but not what a link leads to: links can come with a folder that a stranger made."""
    descriptor = os.open(name, flags | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0), 0o666)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise OSError(errno.EINVAL, "what has the name of its draft is no file", name)
    return descriptor


def _locked(descriptor: int, *, wait: bool) -> bool:
    if sys.platform != "win32":
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            return False
        except OSError:
            return True  # a file system without locks: as if nobody else were there
    return True


def _is_still(path: Path, descriptor: int) -> bool:
    """Say whether the path leads to what is open: the run that held the lock may have moved it away."""
    try:
        return os.path.samestat(path.stat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False


def _check(path: Path, before: bytes | Before, after: bytes) -> None:
    if before is Before.NOTHING and path.exists():
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
    if isinstance(before, bytes) and path.read_bytes() not in {before, after}:
        raise ChangedMeanwhileError(errno.ESTALE, "another run has changed it meanwhile: run this one again", str(path))


def to_disk(path: Path) -> None:
    """Wait until a power failure cannot take away what was written into a file."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def empty(folder: Path) -> None:
    """Remove everything in a folder, and no link's target."""
    for path in folder.iterdir():
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()


def _sync_folder(folder: Path) -> None:
    if sys.platform == "win32":
        return  # which has no way to sync a folder
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
