"""A catalogue folder to typed records: every file, every problem, and the place of every value."""

from pathlib import Path as FilePath

from s1sr_validator.load import rules
from s1sr_validator.load.condition_facts import ConditionFacts
from s1sr_validator.load.folder_reading import FolderReading, records_of
from s1sr_validator.load.loaded import LoadedCatalogue
from s1sr_validator.load.resources import catalogue_paths
from s1sr_validator.model.finding import Location, in_order
from s1sr_validator.model.kinds import Kind
from s1sr_validator.model.regulation import CatalogueHeader

HEADER_FILE = "catalogue.yaml"
_HEADER_KIND = Kind(folder="", singular="catalogue", type=CatalogueHeader, title="The catalogue's own version")


def load_catalogue(folder: FilePath) -> LoadedCatalogue:
    """Read every record under a catalogue folder; problems are collected, never thrown.

    Args:
        folder: the catalogue folder, with `catalogue.yaml` and a folder for each kind.

    Returns:
        The records that could be read, and a finding for each thing that was wrong.
    """
    reading = FolderReading(folder, shown=folder.name, header=_HEADER_KIND)
    reading.read(catalogue_paths(folder))
    files = reading.files()
    found = reading.plain_records(files)
    found |= reading.conditional_records(files, ConditionFacts(found.values()))
    header = found.pop(("", "catalogue"), None)
    if not (folder / HEADER_FILE).is_file():
        message = f"no {HEADER_FILE}: this folder is not a catalogue"
        reading.findings.append(rules.UNREADABLE.finding(message, Location(file=folder.name)))
    known = header if isinstance(header, CatalogueHeader) else None
    return LoadedCatalogue(known, records_of(found), files, in_order(reading.findings))
