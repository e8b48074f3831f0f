"""The files of a release: read from a checkout, and written back to it."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import msgspec

from s1sr_validator.contribution import rules
from s1sr_validator.contribution.release import CHANGELOG, VERSION_FILES
from s1sr_validator.model.errors import InputError, UsageError
from s1sr_validator.model.finding import Location
from s1sr_validator.whole_files import Before, alone_in, replace_bytes, replace_text

FRAGMENTS = "changelog.d"
JOURNAL = ".unfinished-release.json"
"""There while a release is written: what a run that was killed left undone."""

_TIP = f"put the files back (git restore), remove {JOURNAL}, and release again"


class Journal(msgspec.Struct, frozen=True):
    """What a release does: the texts that it rests on and those that it writes, by path."""

    before: dict[str, str]
    after: dict[str, str]


def release_texts(root: Path) -> dict[str, str]:
    """Return the texts of the changelog and of the files that state versions, by path.

    Raises:
        UsageError: one is missing: this is no checkout of the project.
    """
    return {path: _text(root / path) for path in (CHANGELOG, *VERSION_FILES.values())}


def fragment_texts(root: Path) -> dict[str, str]:
    """Return the texts of the folder of fragments, by file name; none where there is no such folder."""
    return {path.name: _text(path) for path in sorted((root / FRAGMENTS).glob("*")) if path.is_file()}


def write_release(root: Path, before: Mapping[str, str], after: Mapping[str, str]) -> None:
    """Write the files of a release, and remove the fragments that it took up: all of it, or the next run does the rest.

    Args:
        root: the checkout.
        before: the texts that the release rests on, by path, with those of the fragments.
        after: the texts by path; what is in `before` alone is removed.

    Raises:
        UsageError: another run is making a release.
        InputError: the file system refused.
    """
    with alone_in(root), _refusals(root):
        journal = Journal(before=dict(before), after=dict(after))
        replace_bytes(root / JOURNAL, msgspec.json.encode(journal), before=Before.NOTHING)
        _carry_out(root, journal)


def finish_release(root: Path) -> bool:
    """Carry out the rest of a release that was broken off; say whether there was one.

    Raises:
        UsageError: files have changed since, or another run is making a release.
        InputError: the file system refused.
    """
    with alone_in(root), _refusals(root):
        try:
            journal = msgspec.json.decode((root / JOURNAL).read_bytes(), type=Journal)
        except FileNotFoundError:
            return False
        except msgspec.MsgspecError as error:
            raise UsageError(f"{root / JOURNAL} is damaged: {error}", tip=_TIP) from None
        if changed := [path for path in journal.before if not _is_known(root, path, journal)]:
            raise UsageError(f"a release was broken off, and {changed[0]} has changed since", tip=_TIP)
        _carry_out(root, journal)
    return True


def _is_known(root: Path, path: str, journal: Journal) -> bool:
    """Say whether a file is as it was before the release or is after it."""
    held = _text(root / path) if (root / path).exists() else None
    return held in {journal.before[path], journal.after.get(path)}


def _carry_out(root: Path, journal: Journal) -> None:
    for path, text in journal.after.items():
        replace_text(root / path, text)
    for path in journal.before.keys() - journal.after.keys():
        (root / path).unlink(missing_ok=True)
    (root / JOURNAL).unlink()


@contextmanager
def _refusals(root: Path) -> Iterator[None]:
    """Say in words what the file system refused."""
    try:
        yield
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
