"""The snapshot: a whole catalogue as one value, with its digest, and its bytes."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

import msgspec

from s1sr_validator.model.kinds import KINDS, Records
from s1sr_validator.model.prediction import CatalogueStamp, OverlayStamp
from s1sr_validator.model.regulation import CatalogueHeader

SNAPSHOT_VERSION = 1
"""Shape of the snapshot; software refuses a snapshot of another shape."""


class Origin(msgspec.Struct, frozen=True, array_like=True):
    """The file that a record stands in, the line to open it at, and the overlay that it is from (none: empty)."""

    file: str
    line: int
    overlay: str = ""


class Snapshot(msgspec.Struct, frozen=True, kw_only=True):
    """A compiled catalogue. `digest` is over header and records alone, not over places in files.

    With overlays, `records` and `origins` hold theirs too; header and digest stay those of the catalogue below.
    """

    snapshot_version: int
    digest: str
    header: CatalogueHeader
    records: Records
    origins: dict[str, Origin]
    overlays: tuple[OverlayStamp, ...] = ()

    @property
    def stamp(self) -> CatalogueStamp:
        """Return what every result says of the catalogue that it is from."""
        return CatalogueStamp(version=self.header.version, digest=self.digest, overlays=self.overlays)


def to_bytes(snapshot: Snapshot) -> bytes:
    """Return the snapshot as JSON with sorted keys."""
    return msgspec.json.encode(snapshot, order="sorted")


def from_bytes(data: bytes) -> Snapshot:
    """Read a snapshot back.

    Raises:
        ValueError: the bytes are not a snapshot, or one of another shape.
    """
    try:
        with _no_collection():
            snapshot = msgspec.json.decode(data, type=Snapshot)
    except (msgspec.DecodeError, RecursionError) as error:
        # Only now, for it takes a pass of its own: one of another shape may be a snapshot all the same.
        _check_version(_version_of(data))
        raise ValueError(f"not a snapshot: {error}") from None
    _check_version(snapshot.snapshot_version)
    return snapshot


@contextmanager
def _no_collection() -> Iterator[None]:
    """Let the collector rest: it would go through thousands of new records again and again, and free none."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _version_of(data: bytes) -> int:
    try:
        return msgspec.json.decode(data, type=_VersionOnly).snapshot_version
    except (msgspec.DecodeError, RecursionError) as error:
        raise ValueError(f"not a snapshot: {error}") from None


def _check_version(version: int) -> None:
    if version != SNAPSHOT_VERSION:
        raise ValueError(f"snapshot of shape {version}; this software reads shape {SNAPSHOT_VERSION}")


class _VersionOnly(msgspec.Struct):
    snapshot_version: int


def kind_counts(snapshot: Snapshot) -> dict[str, int]:
    """Return how many records of each kind the snapshot holds."""
    return {kind.folder: len(snapshot.records.of_kind(kind.folder)) for kind in KINDS}
