"""The writing edge: files are put in place whole, and what an earlier run wrote and this one did not is removed."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

import msgspec

from s1sr_validator.whole_files import alone_in, replace_bytes

MANIFEST = ".published.json"


class Written(NamedTuple):
    """How many files were written, were already there with the same content, and were removed."""

    written: int
    unchanged: int
    removed: int


def write_files(files: Mapping[str, bytes], folder: Path) -> Written:
    """Put files in a folder. Only files that the manifest of an earlier run names are ever removed.

    The manifest is written first with the old names and the new, so that a run that was broken off can be repeated.

    Raises:
        OSError: a file cannot be written or removed.
        UsageError: another run is writing into the folder.
        ValueError: a path leads out of the folder, or the manifest is none.
    """
    folder.mkdir(parents=True, exist_ok=True)
    root = folder.resolve()
    if leaving := [path for path in files if not (root / path).resolve().is_relative_to(root)]:
        raise ValueError(f"{leaving[0]} leads out of {folder}")
    with alone_in(folder):
        return _written(files, folder, root)


def _written(files: Mapping[str, bytes], folder: Path, root: Path) -> Written:
    earlier = _read_manifest(folder)
    _put(folder / MANIFEST, _manifest(earlier | files.keys()))
    written = sum(_put(folder / path, data) for path, data in files.items())
    gone = sorted(earlier - files.keys())
    removed = sum(_remove(folder / path, folder) for path in gone if (root / path).resolve().is_relative_to(root))
    _put(folder / MANIFEST, _manifest(files.keys()))
    return Written(written, len(files) - written, removed)


def _read_manifest(folder: Path) -> set[str]:
    try:
        return set(msgspec.json.decode((folder / MANIFEST).read_bytes(), type=list[str]))
    except FileNotFoundError:
        return set()
    except msgspec.DecodeError as error:
        raise ValueError(f"{folder / MANIFEST} is no list of files: {error}") from None


def _manifest(names: Iterable[str]) -> bytes:
    return msgspec.json.format(msgspec.json.encode(sorted(names)), indent=1) + b"\n"


def _put(path: Path, data: bytes) -> bool:
    """Write a file by way of another one beside it, unless it holds the same already."""
    try:
        if path.read_bytes() == data:
            return False
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
    # Thousands of them, and what a power failure takes away the next run finds missing and makes anew.
    replace_bytes(path, data, to_disk=False)
    return True


def _remove(path: Path, folder: Path) -> bool:
    """Remove a file, and the folders above it that it leaves empty."""
    if not path.is_file():
        return False
    path.unlink()
    for above in path.parents:
        if above == folder or any(above.iterdir()):
            break
        above.rmdir()
    return True
