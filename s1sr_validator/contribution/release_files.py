"""The files of a release: read from a checkout, and written back to it."""

from collections.abc import Mapping
from pathlib import Path

from s1sr_validator.contribution import rules
from s1sr_validator.contribution.release import CHANGELOG, VERSION_FILES
from s1sr_validator.exchange.record_writer import replace_file
from s1sr_validator.model.errors import InputError, UsageError
from s1sr_validator.model.finding import Location

FRAGMENTS = "changelog.d"


def release_texts(root: Path) -> dict[str, str]:
    """Return the texts of the changelog and of the files that state versions, by path.

    Raises:
        UsageError: one is missing: this is no checkout of the project.
    """
    return {path: _text(root / path) for path in (CHANGELOG, *VERSION_FILES.values())}


def fragment_texts(root: Path) -> dict[str, str]:
    """Return the texts of the folder of fragments, by file name; none where there is no such folder."""
    return {path.name: _text(path) for path in sorted((root / FRAGMENTS).glob("*")) if path.is_file()}


def write_release(root: Path, texts: Mapping[str, str], used: Mapping[str, str]) -> None:
    """Write the files of a release, and remove the fragments that it took up.

    Raises:
        InputError: the file system refused.
    """
    try:
        for path, text in texts.items():
            replace_file(root / path, text)
        for name in used:
            (root / FRAGMENTS / name).unlink()
    except OSError as error:
        message = f"{error.filename or root} cannot be written: {error.strerror}"
        raise InputError(rules.NOT_WRITTEN.finding(message, Location(file=str(root)))) from None


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except FileNotFoundError:
        raise UsageError(f"{path} is not there", tip="releases are made in a checkout of the project") from None
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} cannot be read: {error}") from None
