"""Where the default catalogue comes from: a checkout's own folder (compiled when it changed), else the wheel's."""

import time
from collections.abc import Sequence
from pathlib import Path

from s1sr_validator.index.snapshot import Snapshot, from_bytes, to_bytes
from s1sr_validator.load.resources import checkout_catalogue, installed_snapshot
from s1sr_validator.model.errors import CatalogueError
from s1sr_validator.model.finding import Severity, in_order
from s1sr_validator.snapshot_cache import cached_snapshot

CACHE_FOLDER = ".cache"


def default_snapshot() -> Snapshot:
    """Return the catalogue that belongs to this installation.

    Raises:
        CatalogueError: a checkout's catalogue has errors, or an installation carries no snapshot.
    """
    folder = checkout_catalogue()
    if folder is not None:
        return cached_snapshot(folder, folder.parent / CACHE_FOLDER, folder_snapshot, time.time_ns())
    path = installed_snapshot()
    try:
        return from_bytes(path.read_bytes())
    except (OSError, ValueError) as error:
        raise CatalogueError(
            f"this installation's catalogue cannot be read: {error}", (), tip="reinstall the package"
        ) from None


def folder_snapshot(folder: Path) -> Snapshot:
    """Read and compile a catalogue folder.

    Raises:
        CatalogueError: the folder has errors; all of them are in `findings`.
    """
    # The readers of YAML and JSON Schema cost more to import than a snapshot costs to read.
    from s1sr_validator.index.compile import compile_snapshot
    from s1sr_validator.load.catalogue_files import load_catalogue

    loaded = load_catalogue(folder)
    errors = tuple(finding for finding in loaded.findings if finding.severity is Severity.ERROR)
    if errors:
        raise CatalogueError(
            f"{folder} has {len(errors)} error{'s' * (len(errors) > 1)}; the first: "
            f"{errors[0].location}: {errors[0].message}",
            errors,
            tip="run: s1sr lint",
        )
    return compile_snapshot(loaded)


def overlaid_snapshot(below: Snapshot, folders: Sequence[Path]) -> Snapshot:
    """Read private overlay folders and put them over a catalogue, which stays as it is, in memory and in the cache.

    Args:
        below: the catalogue, with or without overlays over it.
        folders: the overlays' folders; they may name each other's records, and their order makes no difference.

    Raises:
        UsageError: a folder is none or holds no records, or two overlays have one name.
        CatalogueError: the overlays have errors, or change what is below; all of them are in `findings`.
    """
    import shlex

    from s1sr_validator.index.overlay import compile_overlay, with_overlays
    from s1sr_validator.index.overlay_checks import overlay_findings
    from s1sr_validator.load.overlay_files import load_overlays

    overlays = load_overlays(folders, below.records, [stamp.name for stamp in below.overlays])
    found = [finding for overlay in overlays for finding in overlay.loaded.findings]
    # What could not be read is missing, and would be reported once more wherever it is named.
    errors = in_order(found or list(overlay_findings(overlays, below)))
    if errors:
        names = " and ".join(overlay.name for overlay in overlays)
        raise CatalogueError(
            f"{len(errors)} error{'s' * (len(errors) > 1)} in overlay {names}; the first: "
            f"{errors[0].location}: {errors[0].code} {errors[0].message}",
            errors,
            tip=f"run: s1sr lint {' '.join(f'--overlay {shlex.quote(str(folder))}' for folder in folders)}",
        )
    return with_overlays(below, (compile_overlay(overlay) for overlay in overlays))


def write_snapshot(catalogue: Path, target: Path) -> None:
    """Compile a catalogue folder into a snapshot file (used when a wheel is built).

    Raises:
        CatalogueError: the folder has errors.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(to_bytes(folder_snapshot(catalogue)))
