"""What `BASE..HEAD` and its other forms stand for: two catalogues, and what to call them."""

import tempfile
from pathlib import Path

import msgspec

from s1sr_validator.catalogue import Catalogue
from s1sr_validator.contribution.git_folders import extract, merge_base
from s1sr_validator.model.errors import CatalogueError, UsageError

WORKING = "working tree"


class Side(msgspec.Struct, frozen=True):
    """One catalogue of a comparison, and what it was called."""

    name: str
    catalogue: Catalogue


def sides_of(given: list[str], folder: Path) -> tuple[Side, Side]:
    """Return the two catalogues that a command was given.

    Args:
        given: `BASE..HEAD`, `BASE...HEAD` (since the two parted), `BASE HEAD`, or `BASE` alone, which is compared
            with the folder as it is. Each is a git revision, a catalogue folder, or a snapshot file.
        folder: the catalogue folder whose repository the revisions are of.

    Raises:
        UsageError: a name stands for nothing.
        CatalogueError: a catalogue has errors; the message says which.
    """
    base, head = _names(given, folder)
    return _side(base, folder), _side(head, folder) if head else Side(WORKING, Catalogue.load(folder))


def _names(given: list[str], folder: Path) -> tuple[str, str]:
    if len(given) > 1:
        return given[0], given[1]
    text = given[0]
    if Path(text).exists():
        return text, ""
    for dots in ("...", ".."):
        base, found, head = text.partition(dots)
        if found:
            base, head = base or "HEAD", head or "HEAD"
            return (merge_base(folder, base, head), head) if dots == "..." else (base, head)
    return text, ""


def _side(name: str, folder: Path) -> Side:
    path = Path(name)
    if path.is_dir() and not (path / "catalogue.yaml").is_file():
        raise UsageError(f"{name} is not a catalogue folder: it has no catalogue.yaml")
    if path.exists():
        return Side(name, Catalogue.load(path))
    try:
        with tempfile.TemporaryDirectory(prefix="s1sr-", ignore_cleanup_errors=True) as own:
            return _extracted(name, folder, Path(own))
    except OSError as error:
        message = f"a copy of {name} cannot be written: {error.strerror}"
        raise UsageError(message, tip="make room for it, or name another folder in TMPDIR") from None


def _extracted(name: str, folder: Path, own: Path) -> Side:
    target = own / "catalogue"
    commit = extract(folder, name, folder, target)
    shown = commit if commit.startswith(name[:12]) else f"{name} ({commit})"
    try:
        return Side(shown, Catalogue.load(target))
    except CatalogueError as error:
        message = f"the catalogue of {shown} cannot be read with this software: {error.message}"
        raise CatalogueError(message.replace(str(own), ""), error.findings, tip=_OLD) from None


_OLD = "a catalogue of another shape can be compared as a snapshot, if this software reads it"
