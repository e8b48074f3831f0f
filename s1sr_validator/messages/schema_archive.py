"""Schema files in a folder or an archive, also in an archive within it: bounded, in memory, nothing is written.

The directory of an archive can lie, so that what is unpacked is counted; a bomb ends at the bound.
"""

import gzip
import io
import os
import stat
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, NamedTuple

from s1sr_validator.messages.naming import shown
from s1sr_validator.messages.schema_rules import SOURCE_TOO_LARGE, SOURCE_UNREADABLE
from s1sr_validator.messages.zip_members import why_not_unpacked
from s1sr_validator.model.errors import InputError
from s1sr_validator.model.finding import Location

MAX_SCHEMA_BYTES = 2 * 1024 * 1024
MAX_BYTES = 64 * 1024 * 1024
MAX_MEMBERS = 20_000
MAX_NESTING = 3
_PIECE = 64 * 1024
_ZIP_STARTS = (b"PK\x03\x04", b"PK\x05\x06")
_ZIP_MEMBER = b"PK\x01\x02"
_GZIP_START = b"\x1f\x8b"
_TAR_AT, _TAR_MARK = 257, b"ustar"
_SCHEMA_ENDINGS = (".xsd",)
_ARCHIVE_ENDINGS = (".zip", ".jar", ".tgz", ".tar.gz", ".tar")
_DAMAGE = (
    zipfile.BadZipFile,
    tarfile.TarError,
    zlib.error,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)


class _InnerError(ValueError):
    """An archive is damaged; the message says which one."""


class SchemaFile(NamedTuple):
    """A file that is named like a schema: where it was found (`duis.tgz!/tool.jar`), its own name, its bytes."""

    container: str
    name: str
    data: bytes

    @property
    def place(self) -> str:
        """The whole path, as a message shows it."""
        return f"{self.container}/{self.name}"


def schema_files(source: Path) -> tuple[SchemaFile, ...]:
    """Return every file named like a schema in a folder or an archive, in a fixed order.

    Raises:
        InputError: it cannot be read, or goes beyond a bound.
    """
    try:
        return tuple(_Search(shown(str(source))).through(source))
    except _DAMAGE as error:
        reason = (error.strerror if isinstance(error, OSError) else "") or str(error)
        message = f"{shown(str(source))} cannot be read: {shown(reason)}"
        raise InputError(
            SOURCE_UNREADABLE.finding(
                message, Location(file=shown(str(source))), tip="give a folder, .zip, .jar or .tgz"
            )
        ) from None


class _Search:
    """One search, which counts what it reads."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.bytes = 0
        self.members = 0

    def through(self, source: Path) -> Iterator[SchemaFile]:
        if source.is_dir():
            yield from self._folder(source)
            return
        if not stat.S_ISREG(source.stat().st_mode):
            raise ValueError("it is neither a file nor a folder")
        with source.open("rb") as file:
            data = self._read(file)
        if not _is_archive(data):
            raise ValueError("it is no archive; of single files, give the folder that holds all of them")
        yield from self._archive(data, self.name, 1)

    def _folder(self, folder: Path) -> Iterator[SchemaFile]:
        for parent, folders, names in os.walk(folder, onerror=_raise):
            folders.sort()
            self._count(len(folders) + len(names))
            for name in sorted(names):
                path = Path(parent, name)
                # Links are not followed: what they lead to is not in the folder that was named.
                if not _is_candidate(name) or not stat.S_ISREG(path.lstat().st_mode):
                    continue
                with path.open("rb") as file:
                    yield from self._member(self._read(file), shown(parent), name, 0)

    def _archive(self, data: bytes, name: str, depth: int) -> Iterator[SchemaFile]:
        if depth > MAX_NESTING:
            raise self._beyond(f"archives are nested deeper than {MAX_NESTING}")
        try:
            yield from self._zip(data, name, depth) if data.startswith(_ZIP_STARTS) else self._tar(data, name, depth)
        except _DAMAGE as error:
            # The innermost archive is named, not each of those around it as well.
            raise error if isinstance(error, _InnerError) else _InnerError(f"{name}: {error}") from None

    def _zip(self, data: bytes, name: str, depth: int) -> Iterator[SchemaFile]:
        # Opening reads the whole directory into memory, so that its entries are counted before.
        self._count(data.count(_ZIP_MEMBER))
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for member in sorted(archive.infolist(), key=lambda found: found.filename):
                if member.is_dir() or not _is_candidate(member.filename):
                    continue
                if reason := why_not_unpacked(member):
                    raise ValueError(f"{shown(member.filename)} {reason}")
                with archive.open(member) as content:
                    yield from self._member(self._read(content), name, member.filename, depth)

    def _tar(self, data: bytes, name: str, depth: int) -> Iterator[SchemaFile]:
        if data.startswith(_GZIP_START):
            with gzip.open(io.BytesIO(data)) as packed:
                data = self._read(packed)
        with tarfile.open(fileobj=io.BytesIO(data), mode="r:") as archive:
            for member in archive:
                self._count(1)
                # Folders, links and devices are none of what is looked for, whatever their names.
                content = archive.extractfile(member) if member.isreg() and _is_candidate(member.name) else None
                if content is not None:
                    yield from self._member(self._read(content), name, member.name, depth)

    def _member(self, data: bytes, container: str, name: str, depth: int) -> Iterator[SchemaFile]:
        above, _, own_name = name.replace("\\", "/").rpartition("/")
        inside = f"{container}!/{shown(above)}" if depth and above else f"{container}!" if depth else container
        if name.lower().endswith(_SCHEMA_ENDINGS):
            if len(data) > MAX_SCHEMA_BYTES:
                raise self._beyond(f"{shown(own_name)} has more than {MAX_SCHEMA_BYTES:,} bytes")
            yield SchemaFile(inside, shown(own_name), data)
        elif _is_archive(data):
            yield from self._archive(data, f"{inside}/{shown(own_name)}", depth + 1)

    def _read(self, content: IO[bytes] | gzip.GzipFile) -> bytes:
        pieces = []
        while piece := content.read(_PIECE):
            pieces.append(piece)
            self.bytes += len(piece)
            if self.bytes > MAX_BYTES:
                raise self._beyond(f"there are more than {MAX_BYTES:,} bytes in it")
        return b"".join(pieces)

    def _count(self, members: int) -> None:
        self.members += members
        if self.members > MAX_MEMBERS:
            raise self._beyond(f"there are more than {MAX_MEMBERS:,} files in it")

    def _beyond(self, why: str) -> InputError:
        message = f"{self.name} is not read: {why}"
        tip = "name the folder or archive that holds the schemas, and little else"
        return InputError(SOURCE_TOO_LARGE.finding(message, Location(file=self.name), tip=tip))


def _is_candidate(name: str) -> bool:
    return name.lower().endswith((*_SCHEMA_ENDINGS, *_ARCHIVE_ENDINGS))


def _is_archive(data: bytes) -> bool:
    return data.startswith((*_ZIP_STARTS, _GZIP_START)) or data.startswith(_TAR_MARK, _TAR_AT)


def _raise(error: OSError) -> None:
    raise error
