"""The writing edge: whole files, and only what an earlier run wrote is removed."""

from pathlib import Path

import pytest

from s1sr_validator.publish.writer import MANIFEST, Written, write_files


def test_files_are_written_once(tmp_path: Path) -> None:
    """A second run with the same files changes nothing, not even their times."""
    files = {"a/b.md": b"one", "c.json": b"two"}
    assert Written(2, 0, 0) == write_files(files, tmp_path)
    before = (tmp_path / "a/b.md").stat().st_mtime_ns
    assert Written(0, 2, 0) == write_files(files, tmp_path)
    assert before == (tmp_path / "a/b.md").stat().st_mtime_ns


def test_only_files_of_an_earlier_run_are_removed(tmp_path: Path) -> None:
    """A page that is no longer made goes, with its empty folder; a hand-written one beside it stays."""
    (tmp_path / "index.md").write_text("by hand")
    (tmp_path / "a").mkdir()
    (tmp_path / "a/own.md").write_text("by hand")
    write_files({"a/b.md": b"one", "d/e.md": b"two"}, tmp_path)
    assert Written(1, 0, 2) == write_files({"f.md": b"three"}, tmp_path)
    left = sorted(str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*") if path.is_file())
    assert sorted([MANIFEST, "a/own.md", "f.md", "index.md"]) == left
    assert not (tmp_path / "d").exists()


@pytest.mark.parametrize("path", ["../x.md", "/etc/x.md", "a/../../x.md"])
def test_no_file_leaves_the_folder(tmp_path: Path, path: str) -> None:
    """A path that leads out is refused before anything is written."""
    with pytest.raises(ValueError, match="leads out"):
        write_files({"a.md": b"", path: b""}, tmp_path / "out")
    assert not (tmp_path / "out" / "a.md").exists()


def test_a_damaged_manifest_is_refused(tmp_path: Path) -> None:
    """Without knowing what was written before, nothing is removed or written."""
    (tmp_path / MANIFEST).write_text("{")
    with pytest.raises(ValueError, match="no list of files"):
        write_files({"a.md": b""}, tmp_path)


def test_a_manifest_cannot_name_files_elsewhere(tmp_path: Path) -> None:
    """A name that leads out of the folder is passed over."""
    (tmp_path / "kept.md").write_text("by hand")
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / MANIFEST).write_text('["../kept.md"]')
    write_files({"a.md": b""}, folder)
    assert (tmp_path / "kept.md").is_file()


def test_no_temporary_file_stays_behind(tmp_path: Path) -> None:
    """A folder in the place of a file stops the run, and leaves nothing half written."""
    (tmp_path / "a.md").mkdir()
    with pytest.raises(OSError, match="directory"):
        write_files({"a.md": b"x"}, tmp_path)
    assert not list(tmp_path.glob(".new-*"))
