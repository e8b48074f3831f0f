"""The software's own version, apart from the catalogue's."""

from importlib.metadata import PackageNotFoundError, version


def software_version() -> str:
    """Return the installed version; `0+unknown` where the package runs without being installed."""
    try:
        return version("s1sr-validator")
    except PackageNotFoundError:
        return "0+unknown"
