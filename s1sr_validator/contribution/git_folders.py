"""A folder as it was in a revision of a git repository, read without touching what is checked out."""

import io
import subprocess
import tarfile
from pathlib import Path

from s1sr_validator.model.errors import UsageError

MOST_BYTES = 256 * 1024 * 1024
"""A catalogue of this size would not be one; an archive is read into memory."""
_TIP = "give a revision that `git rev-parse` knows, a folder, or a snapshot file; see: git log --oneline"


def extract(repository: Path, revision: str, folder: Path, target: Path) -> str:
    """Write a folder of a repository, as it was in a revision, into a target folder.

    Args:
        repository: a folder inside the repository.
        revision: what names a commit: a branch, a tag, a hash, `HEAD~1`.
        folder: the folder to take; it lies in the repository.
        target: where to put the folder's files.

    Returns:
        The commit's hash, short.

    Raises:
        UsageError: this is no repository, or the revision is unknown or has no such folder.
    """
    commit = commit_of(repository, revision)
    top = top_of(repository)
    place = folder.resolve().relative_to(top).as_posix()
    archive = _git(top, "archive", "--format=tar", f"{commit}:{place if place != '.' else ''}")
    if archive is None:
        raise UsageError(f"revision {revision} has no folder {place}", tip="the catalogue may lie elsewhere there")
    _unpack(archive, target)
    return commit[:12]


def commit_of(repository: Path, revision: str) -> str:
    """Return the hash of the commit that a revision names.

    Raises:
        UsageError: no commit is called that.
    """
    found = _git(repository, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if found is None or not revision:
        top_of(repository)
        raise UsageError(f"{revision!r} is no revision of this repository, and no folder or file", tip=_TIP)
    return found.decode().strip()


def merge_base(repository: Path, one: str, other: str) -> str:
    """Return the commit at which two revisions parted.

    Raises:
        UsageError: one of them is unknown, or they have nothing in common.
    """
    found = _git(repository, "merge-base", commit_of(repository, one), commit_of(repository, other))
    if found is None:
        raise UsageError(f"{one} and {other} have no commit in common", tip=f"compare them as {one}..{other}")
    return found.decode().strip()


def top_of(repository: Path) -> Path:
    """Return the repository's top folder.

    Raises:
        UsageError: the folder lies in no repository, or git is not installed.
    """
    found = _git(repository, "rev-parse", "--show-toplevel")
    if found is None:
        raise UsageError(f"{repository} lies in no git repository", tip="give two folders or snapshot files instead")
    return Path(found.decode().rstrip("\n")).resolve()


def names_on_branches(folder: Path) -> frozenset[str]:
    """Return the paths, below a folder, of every file that any branch or tag known here has; none outside of git."""
    try:
        top = top_of(folder)
    except UsageError:
        return frozenset()
    place = folder.resolve().relative_to(top).as_posix()
    refs = _git(top, "for-each-ref", "--format=%(objectname)", "refs/heads", "refs/remotes", "refs/tags") or b""
    found: set[str] = set()
    for commit in sorted(set(refs.decode().split())):
        listed = _git(top, "ls-tree", "-r", "-z", "--name-only", f"{commit}:{place if place != '.' else ''}")
        found |= {name.decode(errors="replace") for name in (listed or b"").split(b"\0") if name}
    return frozenset(found)


def _git(repository: Path, *arguments: str) -> bytes | None:
    """Run git and return what it writes; nothing where it fails."""
    command = ["git", "-C", str(repository), *arguments]
    try:
        ran = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - no shell; revisions end options
    except FileNotFoundError:
        raise UsageError("git is not installed", tip="give two folders or snapshot files instead") from None
    return ran.stdout if ran.returncode == 0 else None


def _unpack(archive: bytes, target: Path) -> None:
    """Write the files of an archive; links and whatever else one can hold are no records."""
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        members = [member for member in tar if member.isfile()]
        if sum(member.size for member in members) > MOST_BYTES:
            raise UsageError("the folder is larger there than a catalogue can be")
        for member in members:
            file = tar.extractfile(member)
            inside = Path(member.name)
            if file is not None and not inside.is_absolute() and ".." not in inside.parts:
                (target / inside).parent.mkdir(parents=True, exist_ok=True)
                (target / inside).write_bytes(file.read())
