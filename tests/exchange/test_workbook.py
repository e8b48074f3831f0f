"""Reading a workbook: bounds come first, and whatever is no workbook is refused in words."""

import io
import struct
import zipfile
from pathlib import Path

import openpyxl
import pytest

from s1sr_validator.exchange import archive_bounds, workbook
from s1sr_validator.exchange.cpl import rules
from s1sr_validator.exchange.workbook import read_workbook
from s1sr_validator.model.errors import InputError
from tests.exchange.invented_cpl import edition, save, smets1


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    """A small sound workbook."""
    return save(tmp_path / "sound.xlsx", edition([smets1(990001)]))


def refused(path: Path) -> InputError:
    """Read a file that must be refused, and return the error."""
    with pytest.raises(InputError) as caught:
        read_workbook(path)
    assert path.name in caught.value.message
    return caught.value


def written(path: Path, content: bytes) -> Path:
    """Write a file and return its path."""
    path.write_bytes(content)
    return path


def zip_of(members: dict[str, bytes]) -> bytes:
    """Return a zip archive with these members."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return content.getvalue()


def test_reads_every_sheet_as_plain_values(sound: Path) -> None:
    """Titles, order and rows are those of the file; empty cells at the end of a row are left out."""
    found = read_workbook(sound)
    assert ["Version Control", "Central Products List", "CPL - saveable in CSV"] == [s.title for s in found.sheets]
    assert ("Central Products List (CPL)",) == found.sheets[0].rows[0]
    assert 64 == len(found.sha256)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "no whole zip archive"),
        (b"%PDF-1.7 not a workbook", "no whole zip archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "encrypted"),
        (zip_of({"hello.txt": b"hello"}), "not an xlsx or xlsm workbook"),
        (zip_of({"[Content_Types].xml": b"<Types"}), "not an xlsx or xlsm workbook"),
        (zip_of({"xl/workbook.xml": b"<!DOCTYPE a [<!ENTITY b 'c'>]><a/>"}), "DOCTYPE"),
        (zip_of({"xl/workbook.xml": "<!DOCTYPE a><a/>".encode("utf-16")}), "DOCTYPE"),
        (zip_of({"xl/workbook.xml": b" " * 65530 + b"<!DOCTYPE a><a/>"}), "DOCTYPE"),
    ],
)
def test_what_is_no_workbook_is_refused(tmp_path: Path, content: bytes, words: str) -> None:
    """The message says what the file is not."""
    error = refused(written(tmp_path / "input.xlsm", content))
    assert rules.UNREADABLE.code == error.finding.code
    assert words in error.message


def test_missing_file_is_refused(tmp_path: Path) -> None:
    """A path that does not exist is named with the reason."""
    assert "No such file" in refused(tmp_path / "nowhere.xlsm").message


def test_folder_is_refused(tmp_path: Path) -> None:
    """A folder is not a file."""
    assert "cannot be read" in refused(tmp_path).message


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.999])
def test_truncated_file_is_refused(tmp_path: Path, sound: Path, share: float) -> None:
    """A download that broke off is no whole archive, wherever it broke off."""
    content = sound.read_bytes()
    error = refused(written(tmp_path / "part.xlsm", content[: int(len(content) * share)]))
    assert rules.UNREADABLE.code == error.finding.code


def test_damaged_member_is_refused(tmp_path: Path, sound: Path) -> None:
    """A flipped byte breaks a checksum."""
    content = bytearray(sound.read_bytes())
    content[120] ^= 0xFF
    assert rules.UNREADABLE.code == refused(written(tmp_path / "damaged.xlsm", bytes(content))).finding.code


def test_parts_are_counted_before_the_archive_is_opened(tmp_path: Path) -> None:
    """A directory of 20 MB names 400,000 parts, which take seconds and 200 MB to be listed."""
    entry = b"PK\x01\x02" + bytes(24) + struct.pack("<HHH", 1, 0, 0) + bytes(12) + b"a"
    entries = entry * 20_000
    end = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, 20_000, 20_000, len(entries), 0, 0)
    assert len(zipfile.ZipFile(io.BytesIO(entries + end)).infolist()) == 20_000
    error = refused(written(tmp_path / "parts.xlsx", entries + end))
    assert rules.OUT_OF_BOUNDS.code == error.finding.code


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_methods_that_unpack_in_one_go_are_refused(method: int, tmp_path: Path) -> None:
    """Of a few kilobytes of them zipfile makes a hundred megabytes before anybody can count."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", method) as archive:
        archive.writestr("xl/workbook.xml", b" " * 1_000_000)
    assert f"method {method}" in refused(written(tmp_path / "packed.xlsx", content.getvalue())).message


def test_encrypted_member_is_refused(tmp_path: Path) -> None:
    """The flag of an encrypted member is enough."""
    content = bytearray(zip_of({"xl/workbook.xml": b"<a/>"}))
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    assert "encrypted" in refused(written(tmp_path / "locked.xlsm", bytes(content))).message


def test_zip_bomb_is_refused(tmp_path: Path) -> None:
    """What unpacks to more than the bound is refused before any XML is parsed."""
    bomb = zip_of({"xl/worksheets/sheet1.xml": bytes(archive_bounds.MAX_UNPACKED_BYTES + 1)})
    assert len(bomb) < 100_000
    assert rules.OUT_OF_BOUNDS.code == refused(written(tmp_path / "bomb.xlsx", bomb)).finding.code


def test_zip_bomb_with_a_lying_directory_is_refused(tmp_path: Path) -> None:
    """A directory that says 10 bytes does not help: the checksum or the bound refuses the member."""
    size = archive_bounds.MAX_UNPACKED_BYTES + 1
    bomb = zip_of({"xl/worksheets/sheet1.xml": bytes(size)}).replace(
        size.to_bytes(4, "little"), (10).to_bytes(4, "little")
    )
    assert refused(written(tmp_path / "liar.xlsx", bomb)).finding.code in {"CPL001", "CPL002"}


def test_bomb_in_many_members_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The bound holds for all members together."""
    monkeypatch.setattr(archive_bounds, "MAX_UNPACKED_BYTES", 1000)
    content = zip_of({f"part{number}.bin": bytes(200) for number in range(6)})
    assert rules.OUT_OF_BOUNDS.code == refused(written(tmp_path / "many.xlsx", content)).finding.code


def test_too_many_tags_are_refused(tmp_path: Path) -> None:
    """A few kilobytes of zip can hold millions of cells, each of which takes 300 bytes once it is read."""
    content = zip_of({"xl/worksheets/sheet1.xml": b"<row>" + b"<c/>" * archive_bounds.MAX_MARKUP + b"</row>"})
    assert rules.OUT_OF_BOUNDS.code == refused(written(tmp_path / "cells.xlsx", content)).finding.code


def test_too_many_members_are_refused(tmp_path: Path) -> None:
    """An archive of thousands of empty parts is no workbook."""
    content = zip_of({f"{number}.bin": b"" for number in range(archive_bounds.MAX_MEMBERS + 1)})
    assert rules.OUT_OF_BOUNDS.code == refused(written(tmp_path / "parts.xlsx", content)).finding.code


def test_large_file_is_refused(tmp_path: Path, sound: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file over the bound is not read further."""
    monkeypatch.setattr(workbook, "MAX_FILE_BYTES", 1000)
    assert rules.OUT_OF_BOUNDS.code == refused(written(tmp_path / "large.xlsx", sound.read_bytes())).finding.code


def test_cell_far_below_is_refused(tmp_path: Path) -> None:
    """One cell in the last row of a sheet would make a million rows."""
    book = openpyxl.Workbook()
    book.worksheets[0]["A1048576"] = "far"
    book.save(tmp_path / "far.xlsx")
    assert rules.OUT_OF_BOUNDS.code == refused(tmp_path / "far.xlsx").finding.code


def test_cell_far_to_the_right_is_passed_over(tmp_path: Path) -> None:
    """Columns beyond the bound are not read."""
    book = openpyxl.Workbook()
    book.worksheets[0]["A1"], book.worksheets[0]["XFD1"] = "near", "far"
    book.save(tmp_path / "wide.xlsx")
    assert (("near",),) == read_workbook(tmp_path / "wide.xlsx").sheets[0].rows


def test_too_many_sheets_are_refused(tmp_path: Path) -> None:
    """The list has four sheets."""
    path = save(tmp_path / "sheets.xlsx", {f"Sheet {number}": [] for number in range(workbook.MAX_SHEETS + 1)})
    assert rules.OUT_OF_BOUNDS.code == refused(path).finding.code


@pytest.mark.parametrize("bound", ["MAX_CELLS", "MAX_CHARACTERS"])
def test_text_that_is_shown_in_every_cell_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bound: str
) -> None:
    """One long text in the file, shown in each cell, counts as often as it is shown."""
    path = save(tmp_path / "shown.xlsx", {"One": [["x" * 1000] * 50] * 20, "Two": [["x" * 1000] * 50] * 20})
    read_workbook(path)
    monkeypatch.setattr(workbook, bound, 1999)
    assert rules.OUT_OF_BOUNDS.code == refused(path).finding.code
