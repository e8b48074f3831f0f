"""The wheel carries what an offline user needs, and is the same file whenever it is built."""

import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[2]


def build_wheel(folder: Path) -> Path:
    """Build the wheel into `folder` with the tools that are installed, and return its path."""
    subprocess.run(  # noqa: S603 - our own build, no foreign input
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)],
        check=True,
        env={**os.environ, "SOURCE_DATE_EPOCH": "1700000000"},
        stdout=subprocess.DEVNULL,
    )
    (wheel,) = folder.glob("*.whl")
    return wheel


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built once for this module."""
    return build_wheel(tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def names(wheel: Path) -> frozenset[str]:
    """The names of the files in the wheel."""
    with ZipFile(wheel) as archive:
        return frozenset(archive.namelist())


def test_wheel_carries_the_compiled_catalogue(wheel: Path) -> None:
    """The snapshot is in the wheel, as JSON that is not empty."""
    with ZipFile(wheel) as archive:
        assert json.loads(archive.read("s1sr_validator/data/snapshot.json"))


def test_wheel_carries_every_schema(names: frozenset[str]) -> None:
    """The schemas in the wheel are those of the checkout."""
    schemas = ROOT / "schemas"
    expected = {path.relative_to(schemas).as_posix() for path in schemas.rglob("*.json")}
    prefix = "s1sr_validator/data/schemas/"
    assert expected
    assert expected <= {name.removeprefix(prefix) for name in names if name.startswith(prefix)}


def test_wheel_says_that_it_is_typed(names: frozenset[str]) -> None:
    """Type checkers of other projects read our annotations."""
    assert "s1sr_validator/py.typed" in names


@pytest.mark.parametrize("licence", ["LICENSE", "NOTICE", "catalogue/LICENSE"])
def test_wheel_carries_both_licences(names: frozenset[str], licence: str) -> None:
    """The licence of the code, that of the catalogue and the notice that tells them apart are in the metadata."""
    assert any(name.endswith(f".dist-info/licenses/{licence}") for name in names)


def test_wheel_holds_the_package_and_nothing_else(names: frozenset[str]) -> None:
    """No tests, no build hook, no sources of the catalogue: only the package and its metadata."""
    folders = {name.split("/")[0] for name in names}
    assert {"s1sr_validator"} == {folder for folder in folders if not folder.endswith(".dist-info")}
    assert not [name for name in names if "tests" in name.split("/") or name.endswith((".pyc", ".yaml"))]


def test_building_twice_gives_the_same_bytes(wheel: Path, tmp_path: Path) -> None:
    """Two builds of one checkout are one and the same file."""
    assert wheel.read_bytes() == build_wheel(tmp_path).read_bytes()


def test_build_and_run_time_ask_for_the_same_versions() -> None:
    """What the build imports is required in the versions that run time requires."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    needed = {line for line in project["build-system"]["requires"] if not line.startswith("hatchling")}
    assert needed <= set(project["project"]["dependencies"])
