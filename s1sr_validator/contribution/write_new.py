"""New records into a catalogue folder, and what lint still has to say of them."""

import contextlib
import datetime as dt
from collections.abc import Mapping
from pathlib import Path

from s1sr_validator.contribution import rules
from s1sr_validator.lint.engine import lint
from s1sr_validator.load.catalogue_files import load_catalogue
from s1sr_validator.model.errors import InputError, UsageError
from s1sr_validator.model.finding import Finding, Location
from s1sr_validator.whole_files import Before, replace_bytes

_ANY_DAY = dt.date(1970, 1, 1)
"""Lint asks for a day because exceptions expire; no exception is about a record that is new."""


def write_new(folder: Path, texts: Mapping[str, str]) -> None:
    """Write the files of new records, none of which may be there.

    Raises:
        UsageError: one of the files is there already; nothing is written.
        InputError: the file system refused; what was written is taken back.
    """
    for name in texts:
        if (folder / name).exists():
            raise _exists(folder / name)
    with contextlib.ExitStack() as taken_back:
        for name, text in texts.items():
            _write(folder / name, text)
            taken_back.callback(_take_back, folder / name)
        taken_back.pop_all()


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_bytes(path, text.encode(), before=Before.NOTHING)
    except FileExistsError:
        raise _exists(path) from None
    except OSError as error:
        message = f"{path} cannot be written: {error.strerror}"
        raise InputError(rules.NOT_WRITTEN.finding(message, Location(file=str(path)))) from None


def _take_back(path: Path) -> None:
    with contextlib.suppress(OSError):  # a disk that takes no file away either
        path.unlink()


def _exists(path: Path) -> UsageError:
    return UsageError(f"{path} exists", tip="choose another id: --set id=...")


def open_points(folder: Path, names: Mapping[str, str]) -> tuple[Finding, ...]:
    """Return what reading and lint find in these files of the folder."""
    files = {f"{folder.name}/{name}" for name in names}
    return tuple(
        found for found in lint(load_catalogue(folder), as_of=_ANY_DAY).findings if found.location.file in files
    )
