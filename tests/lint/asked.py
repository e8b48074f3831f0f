"""What a rule finds in the invented catalogue, with records added."""

import functools

import msgspec

from s1sr_validator.lint.asking import RuleModule
from s1sr_validator.lint.context import Context
from s1sr_validator.load.catalogue_files import load_catalogue
from s1sr_validator.load.loaded import LoadedCatalogue, RecordFile
from s1sr_validator.model.kinds import KINDS
from s1sr_validator.model.record import Record
from tests.invented import TINY

_KIND_OF = {kind.type: kind for kind in KINDS}


def context_with(*records: Record, only: bool = False) -> Context:
    """Return the invented catalogue with these records, which replace others of their id.

    Args:
        records: the records; the paths of their values are known, but no lines.
        only: leave out the other records of their kinds.
    """
    loaded = _tiny()
    files, held = dict(loaded.files), {kind.folder: dict[str, Record]() for kind in KINDS}
    kinds = {_KIND_OF[type(record)].folder for record in records}
    for kind in KINDS:
        if not (only and kind.folder in kinds):
            held[kind.folder] = {record.id: record for record in loaded.records.of_kind(kind.folder)}
    for record in records:
        kind = _KIND_OF[type(record)]
        file = f"tiny_catalogue/{kind.folder}/{record.id}.yaml"
        files[kind.folder, record.id] = RecordFile(file, kind, msgspec.json.decode(msgspec.json.encode(record)), {})
        held[kind.folder][record.id] = record
    changed = {folder: tuple(kept.values()) for folder, kept in held.items()}
    return Context(
        msgspec.structs.replace(loaded, records=msgspec.structs.replace(loaded.records, **changed), files=files)
    )


def places(module: RuleModule, context: Context) -> list[str]:
    """Return where a rule finds something, as `folder/id.yaml:path`."""
    return [f"{found.location.file.partition('/')[2]}:{found.location.path}" for found in module.check(context)]


def messages(module: RuleModule, context: Context) -> list[str]:
    """Return what a rule says."""
    return [found.message for found in module.check(context)]


@functools.cache
def _tiny() -> LoadedCatalogue:
    return load_catalogue(TINY)
