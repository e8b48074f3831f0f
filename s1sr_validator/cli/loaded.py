"""The catalogue that a command works with."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from s1sr_validator.catalogue import Catalogue


def catalogue_at(path: Path | None) -> "Catalogue":
    """Return the catalogue of a folder or snapshot, or the one that came along."""
    from s1sr_validator.catalogue import Catalogue

    return Catalogue.bundled() if path is None else Catalogue.load(path)


def catalogue_folder(path: Path | None) -> Path:
    """Return the folder of YAML records to work on.

    Raises:
        UsageError: there is none, because the package does not run from a checkout and no folder was named.
    """
    from s1sr_validator.load.resources import checkout_catalogue
    from s1sr_validator.model.errors import UsageError

    folder = path or checkout_catalogue()
    if folder is None:
        raise UsageError("there is no catalogue folder here", tip="name one: --catalogue PATH")
    if not (folder / "catalogue.yaml").is_file():
        raise UsageError(f"{folder} is not a catalogue folder: it has no catalogue.yaml")
    return folder
