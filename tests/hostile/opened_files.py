"""Says whether a file was opened, by whatever code: the kernel tells (inotify), also of what C libraries open."""

import ctypes
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

_OPENED, _ACCESSED = 0x20, 0x1


@contextmanager
def unopened(path: Path) -> Iterator[None]:
    """Assert that nobody opens or reads the file while the block runs."""
    library = ctypes.CDLL(None, use_errno=True)
    if not hasattr(library, "inotify_init1"):
        pytest.skip("this system has no inotify")
    watching = library.inotify_init1(os.O_NONBLOCK)
    assert library.inotify_add_watch(watching, os.fsencode(path), _OPENED | _ACCESSED) >= 0
    try:
        yield
        with pytest.raises(BlockingIOError):
            os.read(watching, 4096)
    finally:
        os.close(watching)
