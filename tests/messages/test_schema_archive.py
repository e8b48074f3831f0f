"""Schema files in folders and archives: found whatever their place, and hostile archives refused."""

import gzip
import io
import os
import tarfile
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from s1sr_validator.messages import schema_archive
from s1sr_validator.messages.schema_archive import schema_files
from s1sr_validator.model.errors import InputError
from tests.messages.invented_schemas import tgz_of, zip_of


def written(path: Path, content: bytes) -> Path:
    """Write a file and return its path."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def names(source: Path) -> list[str]:
    """Return the places of the files found, below the source."""
    return [file.place.removeprefix(str(source)) for file in schema_files(source)]


def refusal(source: Path) -> tuple[str, str]:
    """Return code and message of the finding that refuses a source."""
    with pytest.raises(InputError) as caught:
        schema_files(source)
    assert 3 == caught.value.exit_code
    return caught.value.finding.code, caught.value.message


def test_a_folder_and_what_lies_deeper(tmp_path: Path) -> None:
    """Files are found by their ending, in capitals or not, in a fixed order."""
    for name in ("b/DUIS Schema.XSD", "a.xsd", "a.txt", "c.zip"):
        written(tmp_path / name, zip_of({"x/in.xsd": b"1", "y.txt": b"2"}) if name == "c.zip" else b"<a/>")
    assert ["/a.xsd", "/c.zip!/x/in.xsd", "/b/DUIS Schema.XSD"] == names(tmp_path)


@pytest.mark.parametrize("ending", [".zip", ".jar"])
def test_a_zip_archive(tmp_path: Path, ending: str) -> None:
    """A jar is a zip archive."""
    source = written(tmp_path / f"s{ending}", zip_of({"in/a b.xsd": b"1", "b.xsd": b"2"}))
    assert ["!/b.xsd", "!/in/a b.xsd"] == names(source)


@pytest.mark.parametrize("ending", [".tgz", ".tar.gz"])
def test_an_archive_within_an_archive(tmp_path: Path, ending: str) -> None:
    """A package holds a jar that holds the schemas."""
    source = written(tmp_path / f"s{ending}", tgz_of({"package/tool.jar": zip_of({"a.xsd": b"1"}), "b.xsd": b"2"}))
    assert ["!/package/tool.jar!/a.xsd", "!/b.xsd"] == names(source)


def test_a_tar_that_is_not_packed(tmp_path: Path) -> None:
    """A tar archive is read without gzip too."""
    assert ["!/a.xsd"] == names(written(tmp_path / "s.tar", gzip.decompress(tgz_of({"a.xsd": b"1"}))))


def test_an_archive_of_another_name(tmp_path: Path) -> None:
    """The archive that is given is told by its content."""
    assert ["!/a.xsd"] == names(written(tmp_path / "download", zip_of({"a.xsd": b"1"})))


@pytest.mark.parametrize("name", ["../../evil.xsd", "/etc/evil.xsd", "..\\evil.xsd", "C:\\evil.xsd"])
@pytest.mark.parametrize("pack", [zip_of, tgz_of])
def test_nothing_is_written_by_a_members_name(
    tmp_path: Path, name: str, pack: Callable[[Mapping[str, bytes]], bytes]
) -> None:
    """A name that leads out of the archive is only a name."""
    source = written(tmp_path / "inner" / "s.bin", pack({name: b"1"}))
    (file,) = schema_files(source)
    assert "evil.xsd" == file.name
    assert [source] == [path for path in tmp_path.rglob("*") if path.is_file()]


@pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE, tarfile.CHRTYPE, tarfile.DIRTYPE])
def test_links_and_devices_in_an_archive(tmp_path: Path, kind: bytes) -> None:
    """What is no file is no schema, whatever its name."""
    content = io.BytesIO()
    with tarfile.open(fileobj=content, mode="w:gz") as archive:
        member = tarfile.TarInfo("a.xsd")
        member.type, member.linkname = kind, "/etc/passwd"
        archive.addfile(member)
    assert () == schema_files(written(tmp_path / "s.tgz", content.getvalue()))


def test_links_in_a_folder(tmp_path: Path) -> None:
    """Links are not followed, neither to files nor to folders nor in a circle; pipes are not waited for."""
    secret = written(tmp_path / "outside" / "secret.xsd", b"1")
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "a.xsd").symlink_to(secret)
    (folder / "b").symlink_to(secret.parent)
    (folder / "c").symlink_to(folder)
    os.mkfifo(folder / "d.xsd")
    assert () == schema_files(folder)


def test_control_characters_in_names_are_shown_as_escapes(tmp_path: Path) -> None:
    """A name cannot write to the terminal."""
    (file,) = schema_files(written(tmp_path / "s.zip", zip_of({"\x1b[31m\u202ea.xsd": b"1"})))
    assert "\\x1b[31m\\u202ea.xsd" == file.name


def nested(depth: int) -> bytes:
    """Return zip archives in one another, and a schema in the innermost."""
    content = zip_of({"a.xsd": b"1"})
    for _ in range(depth - 1):
        content = zip_of({"a.zip": content})
    return content


def test_nesting_is_bounded(tmp_path: Path) -> None:
    """Three archives in one another are read, and no more."""
    assert ["!/a.zip!/a.zip!/a.xsd"] == names(written(tmp_path / "s.zip", nested(3)))
    code, message = refusal(written(tmp_path / "t.zip", nested(4)))
    assert ("REQ212", True) == (code, "archives are nested deeper than 3" in message)


def bomb_zip() -> bytes:
    """Return a small zip archive that unpacks to more than the bound."""
    return zip_of({f"{number}.jar": bytes(33 * 1024 * 1024) for number in range(2)})


def bomb_gzip() -> bytes:
    """Return a small gzip file that unpacks to more than the bound."""
    return gzip.compress(bytes(schema_archive.MAX_BYTES + 1))


def sparse_tar() -> bytes:
    """Return a tar archive whose one member says that it has 8 GB."""
    header = tarfile.TarInfo("a.xsd")
    header.size = 8 * 1024**3 - 1
    return header.tobuf() + bytes(1024)


NO_ZIP = b"PK\x03\x04 and then nothing"
MANY = {str(number): b"" for number in range(20_001)}
TOO_MUCH, TOO_MANY = "more than 67,108,864 bytes", "more than 20,000 files"
HOSTILE: dict[str, tuple[Callable[[], bytes], str, str]] = {
    "a zip bomb": (bomb_zip, "REQ212", TOO_MUCH),
    "a gzip bomb": (bomb_gzip, "REQ212", TOO_MUCH),
    "a large schema": (lambda: zip_of({"a.xsd": bytes(3 * 1024**2)}), "REQ212", "a.xsd has more than 2,097,152 bytes"),
    "a long directory": (lambda: b"PK\x03\x04" + b"PK\x01\x02" * 30_000, "REQ212", TOO_MANY),
    "many in a zip": (lambda: zip_of(MANY), "REQ212", TOO_MANY),
    "many in a tar": (lambda: tgz_of(MANY), "REQ212", TOO_MANY),
    "a member of 8 GB": (sparse_tar, "REQ211", "cannot be read"),
    "no zip": (lambda: NO_ZIP, "REQ211", "not a zip file"),
    "half a zip": (lambda: zip_of({"a.xsd": b"1" * 1000})[:-40], "REQ211", "not a zip file"),
    "half a tar": (lambda: tgz_of({"a.xsd": b"1" * 100_000})[:-40], "REQ211", "cannot be read"),
    "packed text": (lambda: gzip.compress(b"no archive at all" * 100), "REQ211", "cannot be read"),
    "damage within": (lambda: zip_of({"b.jar": NO_ZIP}), "REQ211", "b.jar: File is not a zip file"),
    "a schema": (lambda: b"<xs:schema/>", "REQ211", "it is no archive; of single files, give the folder"),
    "nothing": (lambda: b"", "REQ211", "it is no archive"),
}


@pytest.mark.parametrize(("make", "code", "words"), HOSTILE.values(), ids=HOSTILE)
def test_hostile_and_damaged_archives(tmp_path: Path, make: Callable[[], bytes], code: str, words: str) -> None:
    """Every one of them ends in a finding that says why."""
    found, message = refusal(written(tmp_path / "source.bin", make()))
    assert (code, True) == (found, words in message), message


def test_an_encrypted_member(tmp_path: Path) -> None:
    """A schema behind a password is said to be so."""
    content = bytearray(zip_of({"a.xsd": b"1"}))
    for start in (b"PK\x03\x04", b"PK\x01\x02"):
        content[content.index(start) + (6 if start == b"PK\x03\x04" else 8)] |= 1
    assert "a.xsd is encrypted" in refusal(written(tmp_path / "s.zip", bytes(content)))[1]


def test_a_method_of_packing_that_is_not_known(tmp_path: Path) -> None:
    """A zip can be packed in ways that Python does not know."""
    content = bytearray(zip_of({"a.xsd": b"1"}))
    for start, place in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        content[content.index(start) + place] = 99
    assert "REQ211" == refusal(written(tmp_path / "s.zip", bytes(content)))[0]


def test_what_is_not_there(tmp_path: Path) -> None:
    """A path that leads nowhere, or to what is no file, is said so."""
    assert ("REQ211", True) == (refusal(tmp_path / "none")[0], "No such file" in refusal(tmp_path / "none")[1])
    os.mkfifo(tmp_path / "pipe")
    assert "neither a file nor a folder" in refusal(tmp_path / "pipe")[1]


def test_a_folder_with_too_many_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A whole disk is not searched."""
    monkeypatch.setattr(schema_archive, "MAX_MEMBERS", 3)
    for number in range(4):
        written(tmp_path / f"{number}.txt", b"")
    assert "REQ212" == refusal(tmp_path)[0]


def test_zip_members_that_share_their_bytes(tmp_path: Path) -> None:
    """Members may overlap, so that their sizes add up to more than the file: what is unpacked is what counts."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.jar", bytes(20 * 1024 * 1024))
        first = archive.filelist[0]
        archive.filelist += [first] * 5
    assert "REQ212" == refusal(written(tmp_path / "s.zip", content.getvalue()))[0]
