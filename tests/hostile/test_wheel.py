"""The wheel is the same file wherever and however it is built."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
PARTS = ("s1sr_validator", "catalogue", "schemas", "hatch_build.py", "pyproject.toml", "LICENSE", "NOTICE", "README.md")


def built(folder: Path, *, umask: int, **surroundings: str) -> bytes:
    """Build the wheel from a copy of the checkout, and return its bytes."""
    checkout = folder / "checkout"
    checkout.mkdir(parents=True)
    for part in PARTS:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(
                source, checkout / part, ignore=shutil.ignore_patterns("__pycache__"), copy_function=shutil.copyfile
            )
        else:
            shutil.copyfile(source, checkout / part)
    subprocess.run(  # noqa: S603 - our own build
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(checkout)],
        check=True,
        env={**os.environ, "SOURCE_DATE_EPOCH": "1700000000", **surroundings},
        umask=umask,
        stdout=subprocess.DEVNULL,
    )
    (wheel,) = folder.glob("*.whl")
    return wheel.read_bytes()


def test_other_surroundings_give_the_same_bytes(tmp_path: Path) -> None:
    """Another folder, umask, time zone, locale and seed of hashes make no difference."""
    one = built(tmp_path / "one", umask=0o022, TZ="UTC", LC_ALL="C", PYTHONHASHSEED="1")
    other = built(
        tmp_path / "a longer name" / "two", umask=0o077, TZ="Pacific/Kiritimati", LC_ALL="C.UTF-8", PYTHONHASHSEED="2"
    )
    assert one == other
