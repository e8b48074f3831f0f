"""A checkout's catalogue, compiled once for each state of its files and kept beside it.

The key of a snapshot is made of the content of the files. So that it need not be made at every start, the stamps are
kept too with which the files had that content; where those are the same, so is the content.
"""

from collections.abc import Callable
from pathlib import Path
from zlib import crc32

from s1sr_validator.index.snapshot import SNAPSHOT_VERSION, Snapshot, from_bytes, to_bytes
from s1sr_validator.load.file_stamps import FileStamps, file_stamps
from s1sr_validator.load.resources import PACKAGE, catalogue_paths, schemas_folder

STAMPS_FILE = "catalogue-files.txt"
"""The name of the snapshot, then the stamps of the files that it was compiled from."""
_SEAL, _SEAL_SIZE = b"\n%08x", 9
_CODE = [PACKAGE / part for part in ("load", "index", "model")]
"""What reads and compiles the files: with other code, another snapshot comes of them."""


def cached_snapshot(folder: Path, cache: Path, compiled: Callable[[Path], Snapshot], now_ns: int) -> Snapshot:
    """Return the folder's snapshot, compiled only when a file changed; a cache that cannot be used is not used.

    Args:
        folder: the catalogue folder.
        cache: the folder to keep the snapshot in; it need not exist.
        compiled: reads and compiles the catalogue folder.
        now_ns: the time, in nanoseconds since 1970.
    """
    stamps = _stamps(folder, now_ns)
    snapshot = _known(cache, stamps) if stamps else None
    if snapshot:
        return snapshot
    try:
        path = cache / f"snapshot-{content_key(folder)}.json"
    except OSError:
        return compiled(folder)
    try:
        snapshot = from_bytes(unsealed(path.read_bytes()))
    except (OSError, ValueError):
        snapshot = compiled(folder)
        _keep(path, sealed(to_bytes(snapshot)))
        _drop_others(path)
    if stamps and stamps.is_settled:
        _keep(cache / STAMPS_FILE, b"%b\n%b" % (path.name.encode(), stamps.lines))
    return snapshot


def sealed(data: bytes) -> bytes:
    """Return a kept snapshot's bytes with their sum: what a disk has changed may still be sound JSON."""
    return data + _SEAL % crc32(data)


def unsealed(data: bytes) -> bytes:
    """Return the bytes that were sealed.

    Raises:
        ValueError: they are not what was kept.
    """
    held, seal = data[:-_SEAL_SIZE], data[-_SEAL_SIZE:]
    if seal != _SEAL % crc32(held):
        raise ValueError("the kept snapshot is damaged")
    return held


def content_key(folder: Path) -> str:
    """Return a key over every file of the catalogue, the schemas, and the code that reads and compiles them."""
    from hashlib import sha256  # noqa: PLC0415 - not needed where the stamps tell

    key = sha256(str(SNAPSHOT_VERSION).encode())
    code = [path for part in _CODE for path in sorted(part.glob("*.py"))]
    for path in [*catalogue_paths(folder), *sorted(schemas_folder().glob("*.json")), *code]:
        data = path.read_bytes()
        key.update(f"{path.name}:{len(data)}:{path.parent}:".encode(errors="surrogateescape"))
        key.update(data)
    return key.hexdigest()[:32]


def _stamps(folder: Path, now_ns: int) -> FileStamps | None:
    try:
        return file_stamps([folder, schemas_folder()], _CODE, now_ns)
    except OSError:
        return None


def _known(cache: Path, stamps: FileStamps) -> Snapshot | None:
    """Return the snapshot that was compiled from files with these stamps; None where it is not there, or damaged."""
    try:
        name, _, lines = (cache / STAMPS_FILE).read_bytes().partition(b"\n")
        return from_bytes(unsealed((cache / name.decode()).read_bytes())) if lines == stamps.lines else None
    except (OSError, ValueError):
        return None


def _keep(path: Path, data: bytes) -> None:
    """Put a file into its place whole; a folder that cannot be written is left alone."""
    import tempfile  # noqa: PLC0415 - not needed where nothing changed

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=path.parent) as own:
            new = Path(own, path.name)
            new.write_bytes(data)
            new.replace(path)
    except OSError:
        return


def _drop_others(path: Path) -> None:
    """Drop the snapshots of older states."""
    try:
        for old in path.parent.glob("snapshot-*.json"):
            if old != path:
                old.unlink(missing_ok=True)
    except OSError:
        return
