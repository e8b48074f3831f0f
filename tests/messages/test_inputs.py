"""Files, folders, archives and standard input, as messages one after the other."""

import io
import os
from collections.abc import Iterable
from pathlib import Path

import pytest

from s1sr_validator.messages.bounds import MAX_BYTES
from s1sr_validator.messages.inputs import read_inputs
from s1sr_validator.model.message import Message, Unread
from tests.messages.packed import packed

Said = tuple[str, str, str]


def said(found: Iterable[Message | Unread], top: Path) -> list[Said]:
    """Return kind, name below a folder, and content or code of what was read."""
    return [
        ("message", each.name.removeprefix(f"{top}/"), each.data.decode())
        if isinstance(each, Message)
        else ("unread", each.name.removeprefix(f"{top}/"), each.finding.code)
        for each in found
    ]


def standard_input(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    """Give these bytes to who reads standard input."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with messages, with folders in it, and with what is no message."""
    top = tmp_path / "requests"
    for name in ("b.xml", "a.XML", "c.json", "notes.txt", "deep/er/d.xml", ".git/e.xml", ".f.xml", "deep/g.Json"):
        path = top / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    return top


def test_a_folder(folder: Path) -> None:
    """A folder stands for every *.xml and *.json below it, in order; hidden ones are passed over."""
    names = ["a.XML", "b.xml", "c.json", "deep/er/d.xml", "deep/g.Json"]
    assert [("message", name, name) for name in names] == said(read_inputs([str(folder)]), folder)


def test_a_file_may_have_any_name(folder: Path) -> None:
    """What is named itself is read, whatever its name."""
    names = [str(folder / "notes.txt"), str(folder / ".f.xml")]
    expected = [("message", "notes.txt", "notes.txt"), ("message", ".f.xml", ".f.xml")]
    assert expected == said(read_inputs(names), folder)


def test_nothing_is_read_twice(folder: Path) -> None:
    """A file that was read under one name is not read again under another; a folder that was read is not empty."""
    (folder / "z.xml").symlink_to("b.xml")
    twice = [str(folder / "b.xml"), str(folder / "deep" / ".." / "b.xml"), str(folder), str(folder)]
    found = [name for _, name, _ in said(read_inputs(twice), folder)]
    assert ["b.xml", "a.XML", "c.json", "deep/er/d.xml", "deep/g.Json"] == found


def test_links_out_of_a_folder_are_said_and_not_followed(folder: Path, tmp_path: Path) -> None:
    """What a folder only links to is not part of it; a link that leads nowhere is no message either."""
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "secret.xml").write_text("secret")
    (folder / "deep" / "er" / "link.xml").symlink_to(tmp_path / "outside" / "secret.xml")
    (folder / "deep" / "folder").symlink_to(tmp_path / "outside")
    (folder / "deep" / "inside").symlink_to("er")
    (folder / "deep" / "loop.xml").symlink_to("loop.xml")
    (folder / "deep" / "nowhere.xml").symlink_to("missing.xml")
    (folder / "deep" / "out.txt").symlink_to(tmp_path / "outside" / "secret.xml")
    (folder / "deep" / "x.xml").mkdir()
    os.mkfifo(folder / "deep" / "pipe.xml")
    expected = [
        ("message", "er/d.xml", "deep/er/d.xml"),
        ("unread", "er/link.xml", "REQ001"),
        ("unread", "folder", "REQ001"),
        ("message", "g.Json", "deep/g.Json"),
        ("unread", "loop.xml", "REQ001"),
        ("unread", "nowhere.xml", "REQ001"),
    ]
    assert expected == said(read_inputs([str(folder / "deep")]), folder / "deep")


def test_a_folder_without_messages_is_said(tmp_path: Path) -> None:
    """Who mistypes a folder learns it."""
    (found,) = read_inputs([str(tmp_path)])
    assert isinstance(found, Unread)
    expected = ("REQ012", "the folder holds no *.xml or *.json", str(tmp_path))
    assert expected == (found.finding.code, found.finding.message, found.finding.location.file)


def test_no_names_are_no_messages() -> None:
    """Nothing asked for is nothing read."""
    assert [] == list(read_inputs([]))


@pytest.mark.parametrize(
    ("shown", "message", "name"),
    [
        ("no/such.xml", "no/such.xml cannot be read: No such file or directory", "no/such.xml"),
        ("a\\x00b", "a\\x00b cannot be read: embedded null byte", "a\0b"),
        ("\\x1b[31m.xml", "\\x1b[31m.xml cannot be read: No such file or directory", "\x1b[31m.xml"),
        ("\\udcff.xml", "\\udcff.xml cannot be read: No such file or directory", "\udcff.xml"),
        ("n" * 300, f"{'n' * 300} cannot be read: File name too long", "n" * 300),
        ("", "an input cannot be read: the name is empty", ""),
    ],
    ids=range(6),
)
def test_what_cannot_be_read_does_not_stop_the_others(shown: str, message: str, name: str, folder: Path) -> None:
    """A wrong name becomes a value in its place, written so that it can be printed anywhere."""
    first, second = read_inputs([name, str(folder / "b.xml")])
    assert isinstance(first, Unread)
    assert (shown, "REQ001", message) == (first.name, first.finding.code, first.finding.message)
    assert Message(str(folder / "b.xml"), b"b.xml") == second


def test_no_more_is_read_than_is_needed_to_refuse_it(tmp_path: Path) -> None:
    """Of a file that is too large one byte more than allowed is read."""
    path = tmp_path / "request.xml"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES * 20)
    (found,) = read_inputs([str(path)])
    assert isinstance(found, Message)
    assert MAX_BYTES + 1 == len(found.data)


def test_inputs_are_read_when_they_are_asked_for(folder: Path) -> None:
    """Of many inputs one is in memory at a time: a later file is opened later."""
    found = read_inputs([str(folder / "a.XML"), str(folder / "b.xml")])
    next(found)
    (folder / "b.xml").write_text("written later")
    assert Message(str(folder / "b.xml"), b"written later") == next(found)


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dash is standard input, and is read once."""
    standard_input(monkeypatch, b"<r/>")
    assert [Message("standard input", b"<r/>")] == list(read_inputs(["-", "-"]))


def test_an_archive_on_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """Standard input may be an archive, also one that is larger than a message."""
    noise = os.urandom(MAX_BYTES)
    standard_input(monkeypatch, packed({"noise.bin": noise, "more.bin": noise, "a.xml": b"<r/>"}))
    assert [Message("standard input!/a.xml", b"<r/>")] == list(read_inputs(["-"]))


def test_an_archive_is_known_by_its_content(tmp_path: Path) -> None:
    """It is the first bytes that make an archive, not the name."""
    (tmp_path / "requests.dat").write_bytes(packed({"d/a.xml": b"<r/>"}))
    (tmp_path / "request.zip").write_bytes(b"<r/>")
    names = [str(tmp_path / "requests.dat"), str(tmp_path / "request.zip")]
    expected = [("message", "requests.dat!/d/a.xml", "<r/>"), ("message", "request.zip", "<r/>")]
    assert expected == said(read_inputs(names), tmp_path)


@pytest.mark.parametrize("members", [{}, {"readme.txt": b"x"}, {"inner.zip": packed({"a.xml": b"<r/>"})}])
def test_an_archive_without_messages_is_said(members: dict[str, bytes], tmp_path: Path) -> None:
    """An archive of nothing that can be checked is said so; archives in archives are not opened."""
    (tmp_path / "requests.zip").write_bytes(packed(members))
    assert [("unread", "requests.zip", "REQ012")] == said(read_inputs([str(tmp_path / "requests.zip")]), tmp_path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_may_not_be_listed(folder: Path) -> None:
    """A folder without the right to list it is said, and the rest is read."""
    (folder / "deep").chmod(0)
    try:
        assert ("unread", "deep", "REQ001") in said(read_inputs([str(folder)]), folder)
    finally:
        (folder / "deep").chmod(0o755)
