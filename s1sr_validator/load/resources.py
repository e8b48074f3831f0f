"""Where the package finds its data: beside the package in a checkout, inside it when installed."""

from pathlib import Path

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
    """Return every file under the catalogue folder, in a fixed order."""
    return sorted(path for path in folder.rglob("*") if path.is_file())
