"""The wheel and the source distribution are the same files wherever and however they are built."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what git would take of the checkout, made once: others may be at work in it."""
    target = tmp_path_factory.mktemp("sources")
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],  # noqa: S607 - whichever git there is
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    for name in {os.fsdecode(name) for name in listed.stdout.split(b"\0") if name}:
        if (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, target / name)
    return target


def built(sources: Path, folder: Path, *, umask: int, **surroundings: str) -> dict[str, bytes]:
    """Build both from a copy, and return their bytes by ending."""
    folder.mkdir(parents=True)
    previous = os.umask(umask)
    try:
        shutil.copytree(sources, folder / "checkout", copy_function=shutil.copyfile)
    finally:
        os.umask(previous)
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--sdist", "--no-isolation", "--outdir", "dist", "checkout"],
        check=True,
        cwd=folder,
        env={**os.environ, "SOURCE_DATE_EPOCH": "1700000000", **surroundings},
        umask=umask,
        stdout=subprocess.DEVNULL,
    )
    return {path.suffix: path.read_bytes() for path in (folder / "dist").iterdir()}


def test_other_surroundings_give_the_same_bytes(sources: Path, tmp_path: Path) -> None:
    """Another folder, umask, time zone, locale and seed of hashes make no difference."""
    one = built(sources, tmp_path / "one", umask=0o022, TZ="UTC", LC_ALL="C", PYTHONHASHSEED="1")
    other = built(
        sources,
        tmp_path / "a longer name" / "two",
        umask=0o077,
        TZ="Pacific/Kiritimati",
        LC_ALL="C.UTF-8",
        PYTHONHASHSEED="2",
    )
    assert {".whl", ".gz"} == one.keys()
    assert one == other
