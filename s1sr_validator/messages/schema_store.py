"""Official schemas that were installed: one folder for each version, whose manifest names its files and their digests.

The files of a version are named by their digests, and are there before the manifest that names them: a manifest is put
in place whole, so that a run that is cut off leaves the version as it was, or as it is to be.
"""

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import msgspec

from s1sr_validator.messages.naming import shown
from s1sr_validator.messages.schema_rules import STORE_DAMAGED
from s1sr_validator.messages.schema_versions import order_of, the_same
from s1sr_validator.model.errors import InputError, UsageError
from s1sr_validator.model.finding import Location

if TYPE_CHECKING:
    from s1sr_validator.messages.schema_files import OfficialFiles

FOLDER_VARIABLE = "S1SR_SCHEMAS"
MANIFEST = "manifest.json"
_VERSION = re.compile(r"[0-9]{1,6}(\.[0-9]{1,6})?")
_FileName = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{64}\.xsd$")]


class StoredFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A file of the store: its name there, the name and place that it had, and its SHA-256 in hex."""

    file: _FileName
    name: str
    origin: str
    sha256: str


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a version was installed from: DUIS first, then the schemas that it imports."""

    version: str
    origin: str
    files: Annotated[tuple[StoredFile, ...], msgspec.Meta(min_length=1)]


class InstalledSchemas(NamedTuple):
    """One installed version, with the texts of its files as they were published."""

    manifest: Manifest
    texts: tuple[bytes, ...]

    @property
    def version(self) -> str:
        """The version of DUIS."""
        return self.manifest.version


def schemas_folder(environment: Mapping[str, str]) -> Path:
    """Return the folder of installed schemas: the one that S1SR_SCHEMAS names, else one in the user's data folder."""
    if named := environment.get(FOLDER_VARIABLE):
        return Path(named)
    import platformdirs

    return platformdirs.user_data_path("s1sr", appauthor=False) / "schemas"


def installed_versions(folder: Path) -> tuple[str, ...]:
    """Return the versions that are installed, lowest first; nothing where there is no such folder.

    Raises:
        InputError: the folder cannot be read.
    """
    try:
        names = [entry.name for entry in os.scandir(folder) if (Path(entry) / MANIFEST).is_file()]
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise _damaged(f"{shown(str(folder))} cannot be read: {error.strerror}", folder, "check its rights") from None
    return tuple(sorted((name for name in names if _VERSION.fullmatch(name)), key=order_of))


def installed_schemas(folder: Path) -> tuple[InstalledSchemas, ...]:
    """Return everything that is installed, lowest version first.

    Raises:
        InputError: something of it is not what was installed.
    """
    return tuple(read_installed(folder, version) for version in installed_versions(folder))


def read_installed(folder: Path, version: str) -> InstalledSchemas:
    """Return one installed version, whose files are what the manifest says.

    Raises:
        InputError: they are not, or cannot be read.
    """
    place = folder / version
    again = f"s1sr schemas remove {version}, then install it again: s1sr schemas install PATH"
    try:
        manifest = msgspec.json.decode((place / MANIFEST).read_bytes(), type=Manifest)
        texts = tuple((place / each.file).read_bytes() for each in manifest.files)
    except (OSError, msgspec.MsgspecError) as error:
        reason = (error.strerror if isinstance(error, OSError) else "") or str(error)
        message = f"the installed DUIS {version} schemas cannot be read: {shown(reason)}"
        raise _damaged(message, place / MANIFEST, again) from None
    for each, text in zip(manifest.files, texts, strict=True):
        if _digest(text) != each.sha256:
            message = f"the installed DUIS {version} schemas were changed: {each.name} is not what was installed"
            raise _damaged(message, place / each.file, again)
    return InstalledSchemas(manifest, texts)


def install(official: "OfficialFiles", origin: str, folder: Path) -> Manifest:
    """Put a version into the folder, in place of what was there of it.

    Raises:
        InputError: the folder cannot be written to.
    """
    place = folder / official.version
    from s1sr_validator.whole_files import replace_bytes

    digests = [_digest(file.data) for file in official.files]
    files = [
        StoredFile(file=f"{digest}.xsd", name=file.name, origin=file.place, sha256=digest)
        for file, digest in zip(official.files, digests, strict=True)
    ]
    manifest = Manifest(official.version, origin, tuple(files))
    try:
        place.mkdir(parents=True, exist_ok=True)
        for stored, file in zip(files, official.files, strict=True):
            replace_bytes(place / stored.file, file.data)
        replace_bytes(place / MANIFEST, msgspec.json.format(msgspec.json.encode(manifest), indent=2) + b"\n")
        _clear(place, {MANIFEST, *(stored.file for stored in files)})
    except OSError as error:
        message = f"{shown(str(place))} cannot be written: {error.strerror or error}"
        tip = f"check its rights, or name another folder in {FOLDER_VARIABLE}"
        raise _damaged(message, place, tip) from None
    return manifest


def remove(version: str, folder: Path) -> str:
    """Remove an installed version, sound or not; 5.40 names the same version as 5.4.

    Returns:
        The version, as it was installed.

    Raises:
        UsageError: it is not installed.
        InputError: it cannot be removed.
    """
    installed = installed_versions(folder)
    same = the_same(version, installed) or _left_behind(version, folder)
    if not same:
        tip = f"installed: {', '.join(installed)}" if installed else "no official schemas are installed"
        raise UsageError(f"DUIS {version} is not installed", tip=tip)
    from shutil import rmtree

    place = folder / same
    try:
        # Without its manifest a version is not installed, whatever may be left of its files.
        (place / MANIFEST).unlink(missing_ok=True)
        rmtree(place)
    except OSError as error:
        raise _damaged(f"{place} cannot be removed: {error.strerror or error}", place, "check its rights") from None
    return same


def _left_behind(version: str, folder: Path) -> str:
    """Return the version where a removal that was cut off has left its files; empty where there are none."""
    return version if _VERSION.fullmatch(version) and (folder / version).is_dir() else ""


def _digest(text: bytes) -> str:
    from hashlib import sha256

    return sha256(text).hexdigest()


def _clear(place: Path, kept: set[str]) -> None:
    for entry in os.scandir(place):
        if entry.name not in kept and entry.is_file(follow_symlinks=False):
            Path(entry).unlink()


def _damaged(message: str, place: Path, tip: str) -> InputError:
    return InputError(STORE_DAMAGED.finding(message, Location(file=shown(str(place))), tip=tip))
