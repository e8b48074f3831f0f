"""Where the package finds its data."""

import shutil
from pathlib import Path

import pytest

from s1sr_validator.load import resources
from s1sr_validator.load.resources import checkout_catalogue, installed_snapshot, schemas_folder
from tests.invented import TINY


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that the package takes for the one that it lies in."""
    monkeypatch.setattr(resources, "CHECKOUT", tmp_path)
    monkeypatch.setattr(resources, "PACKAGE", tmp_path / "s1sr_validator")
    return tmp_path


def test_a_checkout_has_its_own_catalogue_and_schemas(place: Path) -> None:
    """Beside pyproject.toml lie the catalogue and the schemas."""
    (place / "pyproject.toml").touch()
    (place / "schemas").mkdir()
    shutil.copytree(TINY, place / "catalogue")
    assert place / "catalogue" == checkout_catalogue()
    assert place / "schemas" == schemas_folder()


@pytest.mark.parametrize("missing", ["pyproject.toml", "catalogue/catalogue.yaml"])
def test_not_a_checkout(missing: str, place: Path) -> None:
    """A folder called catalogue beside an installed package is somebody else's."""
    for name in ("pyproject.toml", "catalogue/catalogue.yaml"):
        (place / name).parent.mkdir(exist_ok=True)
        (place / name).touch()
    (place / missing).unlink()
    assert None is checkout_catalogue()


def test_installed(place: Path) -> None:
    """An installed package carries its data inside."""
    data = place / "s1sr_validator" / "data"
    assert (data / "schemas", data / "snapshot.json") == (schemas_folder(), installed_snapshot())


def test_a_checkout_without_schemas_uses_the_installed_ones(place: Path) -> None:
    """Without a schemas folder the copy inside the package counts."""
    (place / "pyproject.toml").touch()
    assert place / "s1sr_validator" / "data" / "schemas" == schemas_folder()
