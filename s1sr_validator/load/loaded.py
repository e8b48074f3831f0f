"""What reading a catalogue folder gives: typed records, the file of each, and everything that was wrong."""

from typing import Any

import msgspec

from s1sr_validator.load.mark import Mark, Path
from s1sr_validator.model.finding import Finding, Location
from s1sr_validator.model.kinds import Kind, Records
from s1sr_validator.model.regulation import CatalogueHeader


class RecordFile(msgspec.Struct, frozen=True):
    """One file that was read: its path below the catalogue's parent, its kind, data, and the place of each value.

    `overlay` names the private overlay that it is from; its path then begins as the overlay's folder was given.
    """

    file: str
    kind: Kind
    data: dict[str, Any]
    places: dict[Path, Mark]
    overlay: str = ""

    def location(self, *path: str | int) -> Location:
        """Return the place of a value; where the value is not there, that of the nearest thing above it."""
        found = path
        while found and found not in self.places:
            found = found[:-1]
        mark = self.places.get(found, Mark(0, 0))
        return Location(file=self.file, line=mark.line, column=mark.column, path=".".join(map(str, path)))


class LoadedCatalogue(msgspec.Struct, frozen=True):
    """What a folder held: the header, the typed records, the file of each, and everything that was wrong."""

    header: CatalogueHeader | None
    records: Records
    files: dict[tuple[str, str], RecordFile]
    findings: tuple[Finding, ...]

    def file_of(self, folder: str, record_id: str) -> RecordFile:
        """Return the file of a record, by its kind's folder and its id."""
        return self.files[folder, record_id]
