"""Where the messages of a batch come from: folders, archives, tables and files, as one stream in a fixed order."""

import sys
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path, PurePosixPath

from s1sr_validator.batch.chunk import Packed, packed
from s1sr_validator.batch.item import Columns, Item, bounded, refused
from s1sr_validator.batch.tables import csv_rows, json_lines, parquet_rows
from s1sr_validator.messages import rules
from s1sr_validator.messages.bounds import MAX_BYTES
from s1sr_validator.messages.files import STANDARD_INPUT
from s1sr_validator.messages.folders import files_below
from s1sr_validator.messages.naming import is_hidden, is_named_like_a_message, shown
from s1sr_validator.messages.zip_members import why_not_unpacked
from s1sr_validator.model.errors import InputError
from s1sr_validator.model.finding import Location
from s1sr_validator.model.message import Unread

_DAMAGE = (zipfile.BadZipFile, tarfile.TarError, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)


def chunks(inputs: Sequence[str], columns: Columns, size: int) -> Iterator[Packed]:
    """Yield every message of the inputs, in their order; what cannot be read is one with its problem.

    Args:
        inputs: files and folders; `-` is standard input.
        columns: where tables have messages, names and Device Models.
        size: how many messages a chunk has at most.

    Raises:
        InputError: an input cannot be opened.
        UsageError: a table has no such column.
    """
    for is_table, names in groupby(inputs, _is_parquet):
        if is_table:
            for name in names:
                with _opening(name):
                    yield from parquet_rows(Path(name), shown(name), columns, size)
        else:
            yield from packed(items(names, columns), size)


def items(inputs: Iterable[str], columns: Columns) -> Iterator[Item]:
    """Yield every message of inputs that are read one by one; for the rest as `chunks`."""
    for name in inputs:
        with _opening(name):
            yield from _source(name)(name, columns)


@contextmanager
def _opening(name: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        message = f"{shown(name)} cannot be read: {error.strerror or error}"
        place = Location(file=shown(name))
        raise InputError(rules.UNREADABLE.finding(message, place, tip="check the path")) from None


def _is_parquet(name: str) -> bool:
    return name.lower().endswith(".parquet") and not Path(name).is_dir()


def _source(name: str) -> Callable[[str, Columns], Iterator[Item]]:
    if name == STANDARD_INPUT:
        return _standard_input
    if Path(name).is_dir():
        return _folder
    lower = name.lower()
    return next((reader for ending, reader in _BY_ENDING.items() if lower.endswith(ending)), _file)


def _standard_input(_name: str, columns: Columns) -> Iterator[Item]:
    return json_lines(sys.stdin.buffer, "standard input", columns)


def _lines(name: str, columns: Columns) -> Iterator[Item]:
    with Path(name).open("rb") as file:
        yield from json_lines(file, shown(name), columns)


def _csv(name: str, columns: Columns) -> Iterator[Item]:
    return csv_rows(Path(name), shown(name), columns)


def _file(name: str, _columns: Columns) -> Iterator[Item]:
    with Path(name).open("rb") as file:
        yield bounded(shown(name), file.read(MAX_BYTES + 1))


def _folder(name: str, columns: Columns) -> Iterator[Item]:
    for entry in files_below(Path(name)):
        if isinstance(entry, Unread):
            yield Item(entry.name, problem=entry.finding)
            continue
        try:
            yield from _file(str(entry), columns)
        except OSError as error:
            yield refused(shown(str(entry)), rules.UNREADABLE, f"it cannot be read: {error.strerror or error}")


def _zip(name: str, _columns: Columns) -> Iterator[Item]:
    try:
        with zipfile.ZipFile(name) as archive:
            for member in archive.infolist():
                if _is_message(member.filename):
                    yield _zip_member(archive, member, f"{shown(name)}!/{shown(member.filename)}")
    except _DAMAGE as error:
        yield refused(shown(name), rules.UNREADABLE, f"the archive is damaged: {error}", "pack it again")


def _zip_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str) -> Item:
    if reason := why_not_unpacked(member):
        return refused(name, rules.UNREADABLE, f"the member {reason}", "pack it as an ordinary zip without a password")
    try:
        with archive.open(member) as content:
            return bounded(name, content.read(MAX_BYTES + 1))
    except (*_DAMAGE, OSError) as error:
        return refused(name, rules.UNREADABLE, f"the member cannot be unpacked: {error}", "pack it again")


def _tar(name: str, _columns: Columns) -> Iterator[Item]:
    try:
        with tarfile.open(name, "r|*") as archive:
            for member in archive:
                # As a stream, so that what was read can be forgotten: the list would grow with the archive.
                archive.members = []  # type: ignore[attr-defined] # the stubs do not know it
                if member.isfile() and _is_message(member.name):
                    content = archive.extractfile(member)
                    if content is not None:
                        yield bounded(f"{shown(name)}!/{shown(member.name)}", content.read(MAX_BYTES + 1))
    except _DAMAGE as error:
        yield refused(shown(name), rules.UNREADABLE, f"the archive is damaged: {error}", "pack it again")


def _is_message(name: str) -> bool:
    return is_named_like_a_message(name) and not is_hidden(PurePosixPath(name).parts)


_BY_ENDING: dict[str, Callable[[str, Columns], Iterator[Item]]] = {
    ".zip": _zip,
    ".tar": _tar,
    ".tar.gz": _tar,
    ".tgz": _tar,
    ".tar.bz2": _tar,
    ".tar.xz": _tar,
    ".ndjson": _lines,
    ".jsonl": _lines,
    ".csv": _csv,
}
