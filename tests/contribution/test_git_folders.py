"""Folders of a repository's revisions, read without touching what is checked out."""

import subprocess
from pathlib import Path

import pytest

from s1sr_validator.contribution.compared_sides import sides_of
from s1sr_validator.contribution.git_folders import commit_of, extract, names_on_branches
from s1sr_validator.contribution.new_ids import free_id, next_number, slug
from s1sr_validator.model.errors import CatalogueError, UsageError
from s1sr_validator.model.kinds import find_kind
from tests.invented import TINY, edit, tiny_copy

BEHAVIOUR = "behaviours/S1B-9001.yaml"


def git(folder: Path, *arguments: str) -> None:
    """Run git as an invented person."""
    person = ["-c", "user.name=Invented", "-c", "user.email=invented@example.org", "-c", "commit.gpgsign=false"]
    command = ["git", "-C", str(folder), *person, *arguments]
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - git, as the code under test runs it


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with the tiny catalogue: tag `first`, then another title on `main`, and a branch with S1B-9050."""
    folder = tiny_copy(tmp_path)
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "First")
    git(tmp_path, "tag", "first")
    git(tmp_path, "checkout", "-qb", "elsewhere")
    (folder / BEHAVIOUR).rename(folder / "behaviours" / "S1B-9050.yaml")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "Elsewhere")
    git(tmp_path, "checkout", "-q", "main")
    edit(folder, BEHAVIOUR, "\ntitle: ", "\ntitle: Another ")
    git(tmp_path, "commit", "-qam", "Second")
    return folder


def titles(given: list[str], folder: Path) -> tuple[bool, bool]:
    """Say for each side whether it has the other title."""
    base, head = sides_of(given, folder)
    found = [side.catalogue.lookup.behaviours["S1B-9001"].title.startswith("Another ") for side in (base, head)]
    return found[0], found[1]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (["first..main"], (False, True)),
        (["first..HEAD"], (False, True)),
        (["first.."], (False, True)),
        (["main..first"], (True, False)),
        (["elsewhere...main"], (False, True)),
        (["first", "main"], (False, True)),
        (["first"], (False, True)),
        (["main~1"], (False, True)),
        ([str(TINY)], (False, True)),
        ([str(TINY), "main"], (False, True)),
    ],
)
def test_what_stands_for_a_side(given: list[str], expected: tuple[bool, bool], repository: Path) -> None:
    """Ranges, two names, one name against the files, and folders in the place of revisions."""
    assert expected == titles(given, repository)


def test_nothing_is_checked_out(repository: Path) -> None:
    """What is not committed stays, and is what a lone revision is compared with."""
    edit(repository, BEHAVIOUR, "\ntitle: Another ", "\ntitle: Uncommitted ")
    _, head = sides_of(["main"], repository)
    assert head.catalogue.lookup.behaviours["S1B-9001"].title.startswith("Uncommitted ")
    assert "Uncommitted" in (repository / BEHAVIOUR).read_text("utf-8")


@pytest.mark.parametrize("name", ["nonsense", "--help", "-n1", "", "HEAD:tiny", "first^{tree}"])
def test_an_unknown_revision_is_wrong_use(name: str, repository: Path) -> None:
    """What names no commit is said, and never taken for an option of git."""
    with pytest.raises(UsageError):
        commit_of(repository, name)


def test_a_folder_outside_of_git_is_said(tmp_path: Path) -> None:
    """Without a repository there are no revisions, and no ids of other branches."""
    folder = tiny_copy(tmp_path)
    with pytest.raises(UsageError, match="git repository"):
        sides_of(["main"], folder)
    assert frozenset() == names_on_branches(folder)


def test_a_revision_without_the_folder_is_said(repository: Path, tmp_path: Path) -> None:
    """The catalogue may have lain elsewhere at that time."""
    (repository.parent / "later").mkdir()
    with pytest.raises(UsageError, match="has no folder later"):
        extract(repository, "first", repository.parent / "later", tmp_path / "target")


def test_a_broken_revision_names_itself(repository: Path) -> None:
    """The message says which side cannot be read."""
    with pytest.raises(CatalogueError, match="elsewhere"):
        sides_of(["elsewhere"], repository)


def test_an_id_is_not_given_out_twice(repository: Path) -> None:
    """The next number follows the last on any branch; a taken id is refused wherever it is taken."""
    kind = find_kind("behaviour")
    assert "S1B-9051" == free_id(kind, repository, "")
    for taken in ("S1B-9001", "S1B-9050"):
        with pytest.raises(UsageError, match=taken):
            free_id(kind, repository, taken)


@pytest.mark.parametrize("name", ["../up", "a//b", "/root", "a/../b", " a", "a\\b"])
def test_an_id_stays_in_its_folder(name: str, repository: Path) -> None:
    """An id is a path below the kind's folder and nothing else."""
    with pytest.raises(UsageError):
        free_id(find_kind("source"), repository, name)


def test_numbers_and_slugs() -> None:
    """Numbers are counted over ids of the form alone; a slug is short and lower-case."""
    assert "S1B-0001" == next_number(frozenset(), "S1B-")
    assert "S1B-0010" == next_number(frozenset({"S1B-0009", "S1B-9", "X-1"}), "S1B-")
    assert "an-address-org-17" == slug("An address.org/17/")
    assert len(slug("x" * 500)) == 60
