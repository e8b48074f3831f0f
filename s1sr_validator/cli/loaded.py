"""The catalogue that a command works with."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from s1sr_validator.catalogue import Catalogue


def catalogue_at(path: Path | None, overlays: Sequence[Path] | None = None) -> "Catalogue":
    """Return the catalogue of a folder or snapshot, or the one that came along, with private overlays over it."""
    from s1sr_validator.catalogue import Catalogue

    folders = overlays or ()
    return Catalogue.bundled(overlays=folders) if path is None else Catalogue.load(path, overlays=folders)


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
