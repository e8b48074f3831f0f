"""Private overlay folders to typed records: the same sub-folders, schemas and rules of reading as a catalogue's."""

from collections.abc import Collection, Iterable
from pathlib import Path as FilePath

import msgspec

from s1sr_validator.load.condition_facts import ConditionFacts
from s1sr_validator.load.folder_reading import FolderReading, Key, records_of
from s1sr_validator.load.loaded import LoadedCatalogue, RecordFile
from s1sr_validator.load.overlay_header import HEADER_FILE, named
from s1sr_validator.load.resources import catalogue_paths
from s1sr_validator.model.errors import UsageError
from s1sr_validator.model.finding import in_order
from s1sr_validator.model.kinds import KINDS, Records
from s1sr_validator.model.record import Record


class LoadedOverlay(msgspec.Struct, frozen=True, kw_only=True):
    """An overlay folder that was read: its name, its own version if it has one, and what it holds."""

    name: str
    version: str
    loaded: LoadedCatalogue


class _Read(msgspec.Struct, frozen=True):
    """An overlay of which the records without conditions are typed."""

    name: str
    version: str
    reading: FolderReading
    files: dict[Key, RecordFile]
    plain: dict[Key, Record]


def load_overlays(
    folders: Iterable[FilePath], below: Records, taken: Collection[str] = ()
) -> tuple[LoadedOverlay, ...]:
    """Read overlay folders over the records of a catalogue; what is wrong in a file is collected, never thrown.

    Args:
        folders: the overlay folders; their order makes no difference.
        below: the records that the overlays come over; conditions may name what these declare.
        taken: names of overlays that are there already.

    Returns:
        The overlays, by name.

    Raises:
        UsageError: a folder is none, is a whole catalogue, or holds no records; or two overlays have one name.
    """
    read = [_read(folder) for folder in _each_once(folders)]
    names = [*taken, *(each.name for each in read)]
    for name in names:
        if names.count(name) > 1:
            raise UsageError(f"two overlays are called {name!r}", tip=f"give one a `name` of its own in {HEADER_FILE}")
    facts = ConditionFacts([*_every(below), *(record for each in read for record in each.plain.values())])
    return tuple(_whole(each, facts) for each in sorted(read, key=lambda each: each.name))


def _each_once(folders: Iterable[FilePath]) -> list[FilePath]:
    found: dict[FilePath, FilePath] = {}
    for folder in folders:
        if folder.resolve() in found:
            raise UsageError(f"overlay {folder} is given twice", tip="give each folder once")
        found[folder.resolve()] = folder
    return list(found.values())


def _every(records: Records) -> list[Record]:
    return [record for kind in KINDS for record in records.of_kind(kind.folder)]


def _read(folder: FilePath) -> _Read:
    paths = _record_paths(folder)
    header, findings = named(folder)
    reading = FolderReading(folder, shown=folder.as_posix(), overlay=header.name)
    reading.findings += findings
    reading.read(paths)
    files = reading.files()
    return _Read(header.name, header.version, reading, files, reading.plain_records(files))


def _record_paths(folder: FilePath) -> list[FilePath]:
    """Return the files that have to be records; hidden ones are those of editors and version control."""
    _check_folder(folder)
    paths = [
        path
        for path in catalogue_paths(folder)
        if path != folder / HEADER_FILE and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    ]
    if not any(path.suffix == ".yaml" for path in paths):
        raise UsageError(f"overlay {folder} holds no records", tip="a record is KIND/ID.yaml, as in the catalogue")
    return paths


def _check_folder(folder: FilePath) -> None:
    if not folder.exists():
        raise UsageError(f"overlay {folder} does not exist", tip="give the folder that holds the records")
    if not folder.is_dir():
        raise UsageError(f"overlay {folder} is not a folder", tip="give the folder that holds the records")
    if (folder / "catalogue.yaml").exists():
        raise UsageError(f"{folder} is a whole catalogue, not an overlay", tip="give it as --catalogue")
    # Asked before the files are listed: a folder given by mistake can hold very many.
    if not any((folder / kind.folder).is_dir() for kind in KINDS):
        some = ", ".join(f"{kind.folder}/" for kind in KINDS[:3])
        raise UsageError(f"overlay {folder} holds no records", tip=f"records stand in folders by kind: {some} ...")


def _whole(read: _Read, facts: ConditionFacts) -> LoadedOverlay:
    found = read.plain | read.reading.conditional_records(read.files, facts)
    loaded = LoadedCatalogue(None, records_of(found), read.files, in_order(read.reading.findings))
    return LoadedOverlay(name=read.name, version=read.version, loaded=loaded)
