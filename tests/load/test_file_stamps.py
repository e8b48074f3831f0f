"""What a file system says of files: any change of one shows, and what changed just now is not built on."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from s1sr_validator.load.file_stamps import SETTLED_AFTER_NS, FileStamps, file_stamps


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A folder with a file, a file below, a link, a link that leads nowhere, and what is beside it."""
    (tmp_path / "beside").write_text("beside")
    folder = tmp_path / "tree"
    (folder / "below").mkdir(parents=True)
    (folder / "one").write_text("one")
    (folder / "below" / "two").write_text("two")
    (folder / "link").symlink_to(tmp_path / "beside")
    (folder / "nowhere").symlink_to(tmp_path / "missing")
    return folder


def alike(folder: Path) -> None:
    """Change a file, and put its time back."""
    before = (folder / "one").stat()
    (folder / "one").write_text("eno")
    os.utime(folder / "one", ns=(before.st_atime_ns, before.st_mtime_ns))


def replaced(folder: Path) -> None:
    """Put another file in the place of one."""
    (folder.parent / "new").write_text("one")
    (folder.parent / "new").replace(folder / "one")


CHANGES: dict[str, Callable[[Path], object]] = {
    "value": lambda folder: (folder / "one").write_text("other"),
    "as long and as old": alike,
    "another file": replaced,
    "below": lambda folder: (folder / "below" / "two").write_text("2"),
    "new": lambda folder: (folder / "below" / "three").write_text("three"),
    "less": lambda folder: (folder / "one").unlink(),
    "renamed": lambda folder: (folder / "one").rename(folder / "uno"),
    "behind a link": lambda folder: (folder.parent / "beside").write_text("changed"),
    "a link leads somewhere": lambda folder: (folder.parent / "missing").write_text("there"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_every_change_shows(change: str, tree: Path) -> None:
    """The stamps of two states differ, and those of one are the same."""
    before = file_stamps([tree], [], 0).lines
    assert before == file_stamps([tree], [], 1).lines
    CHANGES[change](tree)
    assert before != file_stamps([tree], [], 0).lines


def test_of_code_only_python_counts(tree: Path) -> None:
    """What an interpreter writes beside its files is no change of them."""
    before = file_stamps([], [tree], 0).lines
    (tree / "below" / "module.py").write_text("")
    (tree / "module.pyc").write_text("")
    assert before == file_stamps([], [tree], 0).lines
    (tree / "module.py").write_text("")
    assert before != file_stamps([], [tree], 0).lines


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    """Nothing is said of what cannot be looked at."""
    with pytest.raises(FileNotFoundError):
        file_stamps([tmp_path / "missing"], [], 0)


@given(newest=st.integers(0, 2**62), since=st.integers(-(2**40), 2**40))
def test_settled(newest: int, since: int) -> None:
    """A state counts once its last change is longer ago than a tick of any clock; one from the future does not."""
    assert (since > SETTLED_AFTER_NS) == FileStamps(b"", newest, newest + since).is_settled


def test_the_last_change_is_of_content_or_place(tree: Path) -> None:
    """A file that was given an old time changed when it was given that."""
    os.utime(tree / "one", ns=(0, 0))
    found = file_stamps([tree], [], 0)
    assert found.newest_ns >= (tree / "one").stat().st_ctime_ns
