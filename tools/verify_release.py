"""Builds a release's file again from a commit, and says whether it is the same file, byte by byte.

    python tools/verify_release.py s1sr_validator-1.2.3-py3-none-any.whl --revision v1.2.3

Takes the wheel, the source distribution, or the compiled catalogue. Needs the locked packages (`make setup`).
"""

import argparse
import hashlib
import io
import os
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from zipfile import ZipFile

ROOT = Path(__file__).parents[1]


def exported(revision: str, target: Path) -> str:
    """Write the files of a revision into a folder, and return the moment of its commit, as SOURCE_DATE_EPOCH."""
    archive = _git("archive", "--format=tar", revision)
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        tar.extractall(target, filter="data")
    return _git("log", "-1", "--format=%ct", revision).decode().strip()


def rebuilt(checkout: Path, kind: str, epoch: str, target: Path) -> Path:
    """Build one kind of file from a checkout."""
    target.mkdir()
    environment = {
        **os.environ,
        "SOURCE_DATE_EPOCH": epoch,
        "PYTHONPATH": str(checkout),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    _run(_COMMANDS[kind](str(target)), checkout, environment)
    (built,) = target.iterdir()
    return built


_COMPILE = "import sys; from s1sr_validator.cli import main; sys.exit(main())"
_COMMANDS: Mapping[str, Callable[[str], list[str]]] = {
    ".whl": lambda target: ["-m", "build", "--wheel", "--no-isolation", "--outdir", target],
    ".gz": lambda target: ["-m", "build", "--sdist", "--no-isolation", "--outdir", target],
    ".json": lambda target: ["-c", _COMPILE, "compile", "--out", f"{target}/catalogue.json"],
}


def differences(one: Path, other: Path) -> list[str]:
    """Return the names of the members in which two archives differ; of files that are none, nothing."""
    held, wanted = members(one), members(other)
    return sorted(name for name in held.keys() | wanted.keys() if held.get(name) != wanted.get(name))


def members(archive: Path) -> dict[str, bytes]:
    """Return the files of an archive with their digests."""
    if archive.suffix == ".whl":
        with ZipFile(archive) as zipped:
            return {name: hashlib.sha256(zipped.read(name)).digest() for name in zipped.namelist()}
    if archive.suffix != ".gz":
        return {}
    with tarfile.open(archive) as tar:
        files = {each.name: tar.extractfile(each) for each in tar if each.isfile()}
        return {name: hashlib.sha256(file.read()).digest() for name, file in files.items() if file}


def main(arguments: list[str] | None = None) -> int:
    """Compare; 0 where it is the same file, 1 where not, 2 where it cannot be said."""
    parser = argparse.ArgumentParser(prog="verify_release", description=__doc__.splitlines()[0])
    parser.add_argument("file", type=Path, help="the wheel, the source distribution or the compiled catalogue")
    parser.add_argument("--revision", default="HEAD", help="the commit or tag that it is said to be of [default: HEAD]")
    asked = parser.parse_args(arguments)
    file: Path = asked.file
    if file.suffix not in _COMMANDS or not file.is_file():
        parser.error(f"{file} is no wheel, no source distribution and no compiled catalogue")
    with tempfile.TemporaryDirectory() as own:
        checkout = Path(own, "checkout")
        try:
            built = rebuilt(checkout, file.suffix, exported(asked.revision, checkout), Path(own, "built"))
        except subprocess.CalledProcessError as error:
            sys.stderr.write(f"{error.stderr.decode(errors='replace')}\n{' '.join(error.cmd)} has failed\n")
            return 2
        return _said(file, built, asked.revision)


def _said(file: Path, built: Path, revision: str) -> int:
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    if file.read_bytes() == built.read_bytes():
        sys.stdout.write(f"{file}: the same bytes as built from {revision}\nsha256 {digest}\n")
        return 0
    sys.stdout.write(f"{file}: NOT what {revision} gives; built from it, {built.name} is another file\n")
    sys.stdout.write("".join(f"  differs: {name}\n" for name in differences(file, built)))
    return 1


def _git(*arguments: str) -> bytes:
    return _run(["git", "-C", str(ROOT), *arguments], ROOT, dict(os.environ), program="")


def _run(arguments: list[str], folder: Path, environment: dict[str, str], *, program: str = sys.executable) -> bytes:
    command = [program, *arguments] if program else arguments
    ran = subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=True)  # noqa: S603 - our own build
    return ran.stdout


if __name__ == "__main__":
    sys.exit(main())
