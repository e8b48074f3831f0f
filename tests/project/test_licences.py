"""What is installed is locked by hash, and its licence is known and goes with this project's own."""

import re
import subprocess
import sys
import tomllib
from collections.abc import Callable
from importlib.metadata import distributions
from pathlib import Path

import pytest

from tools.write_licences import LOCKS, TABLE, Line, licences, lines, locked, normal, read_table

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
PERMISSIVE = {
    "0BSD",
    "Apache-2.0",
    "BSD",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "CC0-1.0",
    "ISC",
    "MIT",
    "PSF-2.0",
    "Zlib",
}
"""Licences that go with Apache-2.0 in what users run."""
FOR_TOOLS = {*PERMISSIVE, "LGPL-3.0-or-later", "MPL-2.0"}
"""Those that tools may have besides: the project calls them, and passes nothing of them on."""
NOT_LOCKED = {"bench"}
"""Groups that nothing installs: a peer that is not there is left out of the table of measures."""
LOCK_OF_GROUP = {"test": "test", "check": "test", "docs": "docs", "dev": "dev"}


def names(requirements: list[str | dict[str, str]]) -> set[str]:
    """Return the packages that requirements name."""
    found = (re.match(r"[A-Za-z0-9._-]+", each) for each in requirements if isinstance(each, str))
    return {normal(match[0]) for match in found if match}


@pytest.mark.parametrize("lock", LOCKS)
def test_every_line_of_a_lock_has_hashes(lock: str) -> None:
    """One version each, with the digests of its files: nothing else is ever installed in its place."""
    path = ROOT / "fuzz" / "requirements.txt" if lock == "fuzz" else ROOT / "requirements" / f"{lock}.txt"
    text = re.sub(r"^\s*#.*\n", "", path.read_text("utf-8"), flags=re.MULTILINE)
    for entry in re.split(r"\n(?=\S)", text.replace("\\\n", " ").strip()):
        assert re.match(r"[A-Za-z0-9._-]+==\S+ .*--hash=sha256:[0-9a-f]{64}", entry), entry


@pytest.mark.parametrize("extra", PROJECT["project"]["optional-dependencies"])
def test_every_extra_is_locked(extra: str) -> None:
    """A user who wants the versions that were tested finds them with their hashes."""
    assert names(PROJECT["project"]["optional-dependencies"][extra]) <= locked("extras").keys()


@pytest.mark.parametrize("group", sorted(PROJECT["dependency-groups"].keys() - NOT_LOCKED))
def test_every_group_is_locked(group: str) -> None:
    """So is whatever builds, tests or checks this project."""
    assert names(PROJECT["dependency-groups"][group]) <= locked(LOCK_OF_GROUP[group]).keys()


def test_locks_agree() -> None:
    """What users get is what was tested: a package has one version in all locks of this environment."""
    tested = locked("dev")
    for lock in ("run", "extras", "docs", "test"):
        assert {} == {name: held for name, held in locked(lock).items() if tested.get(name, held) != held}


def test_make_installs_by_hash() -> None:
    """No target of the Makefile installs a package without its digest; the project itself brings none along."""
    installing = re.findall(
        r"^.*(?:PIP_INSTALL\)|pip install).*$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE
    )
    calls = [line for line in installing if ":=" not in line]
    assert len(calls) >= 4
    assert [] == [line for line in calls if "--require-hashes" not in line and "--no-deps" not in line]


def test_the_table_has_every_locked_package() -> None:
    """Each package of each lock, in its version, and no other."""
    wanted = {(name, version) for lock in LOCKS for name, held in locked(lock).items() for version in held}
    assert wanted == {(line.name, line.version) for line in read_table()}, "run: make licences"


@pytest.mark.parametrize(
    ("licence", "lock", "allowed"),
    [
        ("MIT", "run", True),
        ("MPL-2.0", "run", False),
        ("MPL-2.0", "test", True),
        ("GPL-3.0-only", "dev", False),
        ("GPL-3.0-only OR MIT", "extras", True),
        ("MIT AND GPL-3.0-only", "extras", False),
        ("UNKNOWN", "dev", False),
    ],
)
def test_what_is_allowed(licence: str, lock: str, *, allowed: bool) -> None:
    """One of an expression's alternatives will do; of what is joined by AND all must; users get permissive ones."""
    assert allowed is is_allowed(Line("invented", "1.0", licence, "", lock))


def is_allowed(line: Line) -> bool:
    """Say whether a package's licence goes with this project's."""
    accepted = PERMISSIVE if line.needed_by in {"run", "extras"} else FOR_TOOLS
    return any(set(each.split(" AND ")) <= accepted for each in line.licence.split(" OR "))


def test_every_licence_is_allowed() -> None:
    """A package under another licence is for a person to decide about."""
    assert [] == [line for line in read_table() if not is_allowed(line)]


def test_the_table_says_what_the_packages_say() -> None:
    """Nothing in it is by hearsay: each package that is installed here states what stands there."""
    stated = licences(distributions())
    table = {(line.name, line.version): (line.licence, line.stated_in) for line in read_table()}
    both = stated.keys() & table.keys()
    assert len(both) > 50
    assert {key: stated[key] for key in both} == {key: table[key] for key in both}


def test_the_table_can_be_written_again() -> None:
    """What would be written now is what is there."""
    assert tuple(lines()) == read_table(), f"run: make licences, which writes {TABLE.name}"


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda text: re.sub(r" --hash=sha256:[0-9a-f]{64}", "", text, count=1), "hash"),
        (lambda text: re.sub(r"sha256:[0-9a-f]{8}", "sha256:00000000", text), "hash"),
    ],
    ids=["a hash that is missing", "hashes of another file"],
)
def test_pip_holds_files_to_the_lock(spoil: Callable[[str], str], said: str, tmp_path: Path) -> None:
    """A package whose bytes are not the locked ones is refused, from wherever it comes."""
    wheel = tmp_path / "invented-1.0-py3-none-any.whl"
    wheel.write_bytes(b"another file")
    text = f"invented==1.0 --hash=sha256:{'a' * 64}\n"
    (tmp_path / "lock.txt").write_text(spoil(text), "utf-8")
    folders = ["--find-links", str(tmp_path), "--target", str(tmp_path / "there"), "-r", str(tmp_path / "lock.txt")]
    ran = subprocess.run(  # noqa: S603 - pip, which looks into this folder alone
        [sys.executable, "-m", "pip", "install", "--require-hashes", "--no-index", "--dry-run", *folders],
        capture_output=True,
        text=True,
        check=False,
    )
    assert 0 != ran.returncode
    assert said in (ran.stdout + ran.stderr).lower()
