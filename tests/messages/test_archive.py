"""Messages in zip archives, whole, broken and hostile."""

import random
import struct
import zipfile
from pathlib import Path

import pytest

from s1sr_validator.messages.archive import MAX_ARCHIVE_BYTES, MAX_MEMBERS, MAX_UNPACKED_BYTES, messages_in
from s1sr_validator.messages.bounds import MAX_BYTES
from s1sr_validator.model.message import Message, Unread
from tests.messages.packed import packed


def said(data: bytes) -> list[tuple[str, str, str]]:
    """Return name, code and message of what was read; a message has no code, and its content."""
    return [
        (each.name, "", each.data.decode())
        if isinstance(each, Message)
        else (each.name, each.finding.code, each.finding.message)
        for each in messages_in(data, "r.zip")
    ]


def test_members() -> None:
    """Members named like messages are read by name; folders, hidden ones and what macOS adds are not."""
    data = packed(
        {
            "d/b.xml": b"b",
            "a.JSON": b"a",
            "d/": b"",
            "x.xml/": b"",
            "n.txt": b"n",
            ".c.xml": b"c",
            ".git/c.xml": b"c",
            "__MACOSX/._a.xml": b"m",
            "../../up.xml": b"up",
            "/root.xml": b"root",
            "\x1b[31m.xml": b"red",
            "é.xml": b"e",
        }
    )
    expected = [
        ("r.zip!/\\x1b[31m.xml", "", "red"),
        ("r.zip!/../../up.xml", "", "up"),
        ("r.zip!//root.xml", "", "root"),
        ("r.zip!/a.JSON", "", "a"),
        ("r.zip!/d/b.xml", "", "b"),
        ("r.zip!/é.xml", "", "e"),
    ]
    assert expected == said(data)


def test_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Members are read in memory, wherever their names point."""
    monkeypatch.chdir(tmp_path)
    said(packed({"../up.xml": b"up", "a.xml": b"a"}))
    assert [] == list(tmp_path.iterdir())


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_ways_of_packing(method: int) -> None:
    """What ordinary programs pack is read."""
    assert [("r.zip!/a.xml", "", "<r/>")] == said(packed({"a.xml": b"<r/>"}, method=method))


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_ways_of_packing_that_unpack_in_one_go(method: int) -> None:
    """A kilobyte of them holds a gigabyte, which zipfile makes at once, whatever the directory says."""
    data = packed({"a.xml": b" " * 10_000_000}, method=method)
    ((name, code, message),) = said(changed(data, 24, "<L", 100))
    assert ("r.zip!/a.xml", "REQ001") == (name, code)
    assert f"packed by method {method}, which is not read" in message


def changed(data: bytes, offset_in_directory: int, form: str, value: int) -> bytes:
    """Change a field of the first member's entry in the directory."""
    start = data.index(b"PK\x01\x02") + offset_in_directory
    return data[:start] + struct.pack(form, value) + data[start + struct.calcsize(form) :]


WHOLE = packed({"a.xml": b"<r/>" * 99, "b.xml": b"<r/>"})
BROKEN = {
    "encrypted": ("the member is encrypted", changed(WHOLE, 8, "<H", 1)),
    "unknown way of packing": (
        "the member is packed by method 97, which is not read",
        changed(WHOLE, 10, "<H", 97),
    ),
    "wrong sum": ("the member cannot be unpacked: Bad CRC-32 for file 'a.xml'", changed(WHOLE, 16, "<L", 1)),
    "longer than it says": ("the member cannot be unpacked: Bad CRC-32 for file 'a.xml'", changed(WHOLE, 24, "<L", 3)),
    "elsewhere": ("the member cannot be unpacked: ", changed(WHOLE, 42, "<L", 7)),
}


@pytest.mark.parametrize(("message", "data"), BROKEN.values(), ids=BROKEN)
def test_a_broken_member_does_not_stop_the_others(message: str, data: bytes) -> None:
    """A member that cannot be unpacked is said in its place."""
    first, second = said(data)
    assert ("r.zip!/a.xml", "REQ001") == first[:2]
    assert first[2].startswith(message)
    assert ("r.zip!/b.xml", "", "<r/>") == second


def test_cut_off() -> None:
    """An archive that is not whole is said as a whole."""
    expected = [("r.zip", "REQ001", "the archive is damaged: File is not a zip file")]
    assert expected == said(WHOLE[: len(WHOLE) // 2])


def test_bounds_of_a_member() -> None:
    """A member that is too large, or packed too well, is refused; the bound is asked before it is unpacked."""
    data = packed({"a.xml": b" " * (MAX_BYTES + 1), "b.xml": b" " * 3_000_000, "c.xml": b"<a/>" * 40})
    assert [
        ("r.zip!/a.xml", "REQ002", "the input has more than 5,242,880 bytes, the most that is read"),
        ("r.zip!/b.xml", "REQ002", "the member is packed more than 200 times smaller than it is"),
        ("r.zip!/c.xml", "", "<a/>" * 40),
    ] == said(data)


def test_bounds_of_an_archive() -> None:
    """Too many bytes or members are refused before the directory is read."""
    assert [("r.zip", "REQ002", "the archive has more than 20,971,520 bytes")] == said(b"PK" * MAX_ARCHIVE_BYTES)
    entries = b"PK\x01\x02" * (MAX_MEMBERS + 1)
    assert [("r.zip", "REQ002", "the archive has more than 10,000 members")] == said(entries)


def test_what_is_unpacked_is_counted() -> None:
    """An archive ends where it has more bytes than are read; what came before is read."""
    size = 4_000_000
    text = random.Random(1).randbytes(size // 100) + b" " * (size - size // 100)  # noqa: S311 - only to pack badly
    data = packed({f"{number:03}.xml": text for number in range(MAX_UNPACKED_BYTES // size + 3)})
    found = list(messages_in(data, "r.zip"))
    assert MAX_UNPACKED_BYTES // size == sum(isinstance(each, Message) for each in found)
    last = found[-1]
    assert isinstance(last, Unread)
    assert ("r.zip", "REQ002") == (last.name, last.finding.code)
