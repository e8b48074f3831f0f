"""What the catalogue holds of the Central Products List, as the plain data of its records."""

import re
from pathlib import Path

import msgspec

from s1sr_validator.exchange.cpl.edition import VERSION, version_key
from s1sr_validator.exchange.cpl.entry_steps import ABSENT, DEVICES, OTHERS
from s1sr_validator.load.catalogue_files import load_catalogue
from s1sr_validator.model.errors import CatalogueError
from s1sr_validator.model.finding import Severity
from s1sr_validator.model.import_plan import RecordData

_FOLDERS = (DEVICES, OTHERS, "manufacturers", "sources")


class EntryPlace(msgspec.Struct, frozen=True):
    """Where the catalogue holds an entry: the folder of the kind, and the CPL key."""

    folder: str
    key: str


class CplState(msgspec.Struct, frozen=True, kw_only=True):
    """The records that an import looks at, by id; of the sources, only the editions of the list."""

    devices: dict[str, RecordData]
    other_models: dict[str, RecordData]
    manufacturers: dict[str, RecordData]
    sources: dict[str, RecordData]

    @property
    def newest_version(self) -> str:
        """Return the newest edition of the list that the catalogue cites; empty if it cites none."""
        return max((record["version"] for record in self.sources.values()), key=version_key, default="")

    def entries(self) -> dict[str, EntryPlace]:
        """Return the place of each entry that the catalogue does not hold as absent, by its number."""
        smets1 = {
            record["cpl"]["entry"]: EntryPlace(DEVICES, key)
            for key, record in self.devices.items()
            if record["cpl"]["status"] != ABSENT
        }
        models = [model for record in self.other_models.values() for model in record["models"]]
        others = {model["entry"]: EntryPlace(OTHERS, model["key"]) for model in models if model["status"] != ABSENT}
        return others | smets1


def read_state(catalogue: Path) -> CplState:
    """Read the records that an import looks at.

    Raises:
        CatalogueError: one of them is not sound, so that an import could take it for missing.
    """
    loaded = load_catalogue(catalogue)
    places = tuple(f"{catalogue.name}/{folder}/" for folder in _FOLDERS)
    broken = [
        finding
        for finding in loaded.findings
        if finding.severity is Severity.ERROR and finding.location.file.startswith(places)
    ]
    if broken:
        message = f"{len(broken)} findings in records that the import has to read, the first in {broken[0].location}"
        raise CatalogueError(message, broken, tip="run `s1sr lint`, mend these records, then import again")
    found: dict[str, dict[str, RecordData]] = {folder: {} for folder in _FOLDERS}
    for (folder, record_id), file in loaded.files.items():
        if folder in found and (folder != "sources" or _is_edition(file.data)):
            found[folder][record_id] = file.data
    return CplState(**found)


def _is_edition(source: RecordData) -> bool:
    version = source.get("version", "")
    return bool(source["id"] == f"cpl-{version}" and re.fullmatch(VERSION, version))
