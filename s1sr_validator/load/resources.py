"""Where the package finds its data: beside the package in a checkout, inside it when installed."""

import os
from pathlib import Path

_MAX_DEPTH = 16
"""Folders in each other; a record of the catalogue lies in seven at the most."""

PACKAGE = Path(__file__).resolve().parent.parent
CHECKOUT = PACKAGE.parent


def checkout_catalogue() -> Path | None:
    """Return the catalogue folder of the checkout that this package runs from, if it runs from one."""
    folder = CHECKOUT / "catalogue"
    return folder if (folder / "catalogue.yaml").is_file() and (CHECKOUT / "pyproject.toml").is_file() else None


def schemas_folder() -> Path:
    """Return the folder with the JSON Schemas: the checkout's own, else the installed copy."""
    checkout = CHECKOUT / "schemas"
    return checkout if (CHECKOUT / "pyproject.toml").is_file() and checkout.is_dir() else PACKAGE / "data" / "schemas"


def installed_snapshot() -> Path:
    """Return the path of the snapshot that a wheel carries (it need not exist in a checkout)."""
    return PACKAGE / "data" / "snapshot.json"


def catalogue_paths(folder: Path) -> list[Path]:
    """Return every file under the catalogue folder, in a fixed order; drafts of a run that was cut off are none.

    A folder deeper than any record is returned itself, so that it is reported and not looked into.
    """
    found: list[Path] = []
    waiting = [(folder, 0)] if folder.is_dir() else []
    while waiting:
        above, depth = waiting.pop()
        for entry in os.scandir(above):
            if entry.is_dir(follow_symlinks=False) and depth < _MAX_DEPTH:
                waiting.append((Path(entry), depth + 1))
            elif entry.is_dir(follow_symlinks=False) or (Path(entry).is_file() and not _is_draft(entry.name)):
                found.append(Path(entry))
    return sorted(found)


def _is_draft(name: str) -> bool:
    return name.startswith(".") and name.endswith(".part")
