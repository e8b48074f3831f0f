"""Installed schemas: found again as they were, and never taken for what they are not."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from s1sr_validator.messages.schema_archive import SchemaFile
from s1sr_validator.messages.schema_files import OfficialFiles
from s1sr_validator.messages.schema_store import (
    MANIFEST,
    install,
    installed_schemas,
    installed_versions,
    read_installed,
    remove,
    schemas_folder,
)
from s1sr_validator.model.errors import InputError, UsageError
from tests.messages.invented_schemas import whole_set

EMPTY = '{"version": "9.1", "origin": "", "files": []}'


def official(version: str = "9.1", note: bytes = b"") -> OfficialFiles:
    """Return an invented version."""
    return OfficialFiles(version, tuple(SchemaFile("s.zip!", name, data + note) for name, data in whole_set().items()))


def test_installed_and_found_again(tmp_path: Path) -> None:
    """The texts are those that were installed, byte by byte, with where they came from."""
    install(official("9.2"), "s.zip", tmp_path)
    install(official("9.10"), "s.zip", tmp_path)
    install(official("9.1"), "s.zip", tmp_path)
    assert ("9.1", "9.2", "9.10") == installed_versions(tmp_path)
    (first, *_others) = installed_schemas(tmp_path)
    assert tuple(whole_set().values()) == first.texts
    assert ("9.1", "s.zip", list(whole_set())) == (
        first.version,
        first.manifest.origin,
        [file.name for file in first.manifest.files],
    )


def test_installed_again(tmp_path: Path) -> None:
    """The later one takes the place of the earlier one, and nothing of that is left."""
    install(official(), "first.zip", tmp_path)
    install(official(note=b" "), "second.zip", tmp_path)
    assert "second.zip" == read_installed(tmp_path, "9.1").manifest.origin
    assert 4 == len(list((tmp_path / "9.1").iterdir()))


def test_cut_off_in_between(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever step fails, the version is as it was before; the next install mends it."""
    install(official(), "first.zip", tmp_path)
    for fatal in range(1, 5):
        calls = 0

        def fail(_descriptor: int, fatal: int = fatal) -> None:
            nonlocal calls
            calls += 1
            if calls == fatal:
                raise OSError(28, "No space left on device")

        with monkeypatch.context() as context:
            context.setattr(os, "fsync", fail)
            with pytest.raises(InputError, match="No space left on device"):
                install(official(note=b" "), "second.zip", tmp_path)
        assert "first.zip" == read_installed(tmp_path, "9.1").manifest.origin
    install(official(note=b" "), "second.zip", tmp_path)
    assert "second.zip" == read_installed(tmp_path, "9.1").manifest.origin
    assert 4 == len(list((tmp_path / "9.1").iterdir()))


def test_nothing_is_installed(tmp_path: Path) -> None:
    """A folder that is not there, or holds other things, holds no versions."""
    assert () == installed_schemas(tmp_path / "none")
    for name in ("9.1", "notes", ".draft"):
        (tmp_path / name).mkdir()
    (tmp_path / "notes" / MANIFEST).write_text("{}")
    assert () == installed_schemas(tmp_path)


def manifest_with(path: Path, **changes: object) -> None:
    """Change a manifest's first file."""
    manifest = json.loads(path.read_text())
    manifest["files"][0] |= changes
    path.write_text(json.dumps(manifest))


DAMAGES: dict[str, tuple[Callable[[Path], object], str]] = {
    "half a manifest": (lambda place: (place / MANIFEST).write_text("{"), "cannot be read"),
    "an empty manifest": (lambda place: (place / MANIFEST).write_text(EMPTY), "cannot be read"),
    "no text": (lambda place: (place / MANIFEST).write_bytes(b"\xff\xfe"), "cannot be read"),
    "a file elsewhere": (lambda place: manifest_with(place / MANIFEST, file="../../../etc/passwd"), "cannot be read"),
    "another digest": (lambda place: manifest_with(place / MANIFEST, sha256="0" * 64), "were changed"),
    "a file too few": (lambda place: next(place.glob("*.xsd")).unlink(), "No such file"),
    "another file": (lambda place: next(place.glob("*.xsd")).write_bytes(b"<xs:schema/>"), "were changed"),
}


@pytest.mark.parametrize(("damage", "words"), DAMAGES.values(), ids=DAMAGES)
def test_damage_is_said(tmp_path: Path, damage: Callable[[Path], object], words: str) -> None:
    """What is not what was installed is not used, and the finding says how to mend it."""
    install(official(), "s.zip", tmp_path)
    damage(tmp_path / "9.1")
    with pytest.raises(InputError, match=words) as caught:
        installed_schemas(tmp_path)
    assert ("REQ214", 3) == (caught.value.finding.code, caught.value.exit_code)
    assert "s1sr schemas remove 9.1" in caught.value.tip
    assert "9.1" == remove("9.1", tmp_path)
    assert () == installed_schemas(tmp_path)


@pytest.mark.parametrize("asked", ["9.1", "9.10", "09.100"])
def test_removed_by_its_value(tmp_path: Path, asked: str) -> None:
    """9.10 is 9.1, unless both are there."""
    install(official("9.1"), "s.zip", tmp_path)
    assert "9.1" == remove(asked, tmp_path)


def test_removed_as_it_is_written(tmp_path: Path) -> None:
    """Where two versions have the same value, the one that is written so is meant."""
    install(official("9.1"), "s.zip", tmp_path)
    install(official("9.10"), "s.zip", tmp_path)
    assert "9.10" == remove("9.10", tmp_path)
    assert ("9.1",) == installed_versions(tmp_path)


@pytest.mark.parametrize("asked", ["9.2", "", "..", "../9.1", "nine"])
def test_what_is_not_installed_cannot_be_removed(tmp_path: Path, asked: str) -> None:
    """The message says which ones are."""
    install(official(), "s.zip", tmp_path)
    with pytest.raises(UsageError) as caught:
        remove(asked, tmp_path)
    assert "installed: 9.1" == caught.value.tip
    assert ("9.1",) == installed_versions(tmp_path)


def test_a_folder_that_is_a_file(tmp_path: Path) -> None:
    """The folder that was named cannot hold anything."""
    place = tmp_path / "file"
    place.write_text("")
    with pytest.raises(InputError, match="cannot be written") as caught:
        install(official(), "s.zip", place)
    assert "S1SR_SCHEMAS" in caught.value.tip
    with pytest.raises(InputError, match="cannot be read"):
        installed_versions(place)


def test_the_folder(tmp_path: Path) -> None:
    """The variable names it; without one it is the user's own data folder."""
    assert tmp_path == schemas_folder({"S1SR_SCHEMAS": str(tmp_path)})
    assert ("s1sr", "schemas") == schemas_folder({}).parts[-2:]
    assert schemas_folder({"S1SR_SCHEMAS": ""}) == schemas_folder(os.environ | {"S1SR_SCHEMAS": ""})
