"""Loaded records to one snapshot, in canonical form."""

import msgspec

from s1sr_validator.index.canonical import canonical, digest
from s1sr_validator.index.snapshot import SNAPSHOT_VERSION, Origin, Snapshot
from s1sr_validator.load.loaded import LoadedCatalogue
from s1sr_validator.model.kinds import Records
from s1sr_validator.model.regulation import CatalogueHeader

CLAIM_KEYS = {"behaviours": ("deviation", "baseline"), "matrix": ("behaviours",)}
"""The key at which a reader wants to land in the file, where that is not the first line of the record."""


def compile_snapshot(loaded: LoadedCatalogue) -> Snapshot:
    """Compile loaded records into a snapshot; equal data gives equal bytes.

    Args:
        loaded: a catalogue that was read without errors.
    """
    if loaded.header is None:
        raise ValueError("a catalogue without its header cannot be compiled")
    content = canonical(msgspec.to_builtins({"header": loaded.header, "records": loaded.records}))
    return Snapshot(
        snapshot_version=SNAPSHOT_VERSION,
        digest=digest(content),
        header=msgspec.convert(content["header"], CatalogueHeader),
        records=msgspec.convert(content["records"], Records),
        origins=origins_of(loaded),
    )


def origins_of(loaded: LoadedCatalogue) -> dict[str, Origin]:
    """Return where each record stands, by folder and id."""
    found = {f"{folder}/{record_id}": _origin(loaded, folder, record_id) for folder, record_id in loaded.files}
    return dict(sorted(found.items()))


def _origin(loaded: LoadedCatalogue, folder: str, record_id: str) -> Origin:
    file = loaded.files[folder, record_id]
    key = next((key for key in CLAIM_KEYS.get(folder, ()) if (key,) in file.places), "id")
    return Origin(file.file, file.location(key).line, file.overlay)
