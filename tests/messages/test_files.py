"""Inputs from files and standard input."""

import io
from pathlib import Path

import pytest

from s1sr_validator import InputError
from s1sr_validator.messages.bounds import MAX_BYTES
from s1sr_validator.messages.files import read_input


def test_a_file(tmp_path: Path) -> None:
    """A file is called by its path, and its bytes are not touched."""
    path = tmp_path / "request.xml"
    path.write_bytes(b"\xff\r\n\x00")
    assert (str(path), b"\xff\r\n\x00") == read_input(str(path))


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dash is standard input."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"<r/>")))
    assert ("standard input", b"<r/>") == read_input("-")


def test_no_more_is_read_than_the_gate_needs_to_refuse_it(tmp_path: Path) -> None:
    """Of a file that is too large one byte more than allowed is read."""
    path = tmp_path / "request.xml"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES * 2)
    assert MAX_BYTES + 1 == len(read_input(str(path))[1])


@pytest.mark.parametrize(
    ("message", "tip", "name"),
    [
        ("no/such/file.xml cannot be read: No such file or directory", "check the path", "no/such/file.xml"),
        (". cannot be read: Is a directory", "give one file", "."),
        ("'a\\x00b' is no path: embedded null byte", "", "a\0b"),
    ],
)
def test_what_cannot_be_read(message: str, tip: str, name: str) -> None:
    """A path that leads to no file is an InputError."""
    with pytest.raises(InputError) as raised:
        read_input(name)
    finding = raised.value.finding
    assert ("REQ001", message, tip, name) == (finding.code, finding.message, finding.tip, finding.location.file)
