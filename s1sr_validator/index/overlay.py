"""Private overlays merged over a snapshot: records are added, marked with their overlay, and none below is touched."""

from collections.abc import Iterable
from itertools import chain
from typing import Any

import msgspec

from s1sr_validator.index.canonical import canonical, digest
from s1sr_validator.index.compile import origins_of
from s1sr_validator.index.snapshot import Origin, Snapshot
from s1sr_validator.load.overlay_files import LoadedOverlay
from s1sr_validator.model.kinds import KINDS, Records
from s1sr_validator.model.prediction import OverlayStamp


class Overlay(msgspec.Struct, frozen=True, kw_only=True):
    """A compiled overlay. The digest in its stamp is over its records alone, not over its name or places in files."""

    stamp: OverlayStamp
    records: Records
    origins: dict[str, Origin]


def compile_overlay(overlay: LoadedOverlay) -> Overlay:
    """Compile an overlay that was read without errors; equal records give an equal digest."""
    content = canonical(msgspec.to_builtins(overlay.loaded.records))
    records = msgspec.convert(content, Records)
    count = sum(len(records.of_kind(kind.folder)) for kind in KINDS)
    return Overlay(
        stamp=OverlayStamp(name=overlay.name, version=overlay.version, digest=digest(content), records=count),
        records=records,
        origins=origins_of(overlay.loaded),
    )


def with_overlays(below: Snapshot, overlays: Iterable[Overlay]) -> Snapshot:
    """Return the snapshot with the overlays' records after its own; header and digest stay those of the catalogue.

    Args:
        below: the catalogue, with or without overlays over it.
        overlays: overlays without findings, whose ids therefore meet none below; their order makes no difference.
    """
    added = sorted(overlays, key=lambda overlay: overlay.stamp.name)
    held = (below.records, *(overlay.records for overlay in added))
    by_kind: dict[str, Any] = {
        kind.folder: tuple(chain.from_iterable(records.of_kind(kind.folder) for records in held)) for kind in KINDS
    }
    origins = dict(below.origins)
    for overlay in added:
        origins |= overlay.origins
    stamps = sorted((*below.overlays, *(overlay.stamp for overlay in added)), key=lambda stamp: stamp.name)
    return msgspec.structs.replace(
        below, records=Records(**by_kind), origins=dict(sorted(origins.items())), overlays=tuple(stamps)
    )
