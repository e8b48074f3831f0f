"""Where the default catalogue comes from."""

from pathlib import Path

import pytest

from s1sr_validator import Catalogue, CatalogueError, bundle
from s1sr_validator.bundle import default_snapshot, write_snapshot
from s1sr_validator.index.snapshot import Snapshot, from_bytes, to_bytes
from tests.invented import TINY, edit, tiny_copy


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the tiny catalogue."""
    return tiny_copy(tmp_path)


def test_write_snapshot(tmp_path: Path, tiny: Catalogue) -> None:
    """The file that a wheel carries is the same whenever it is made."""
    targets = [tmp_path / name / "snapshot.json" for name in ("one", "two")]
    for target in targets:
        write_snapshot(TINY, target)
    assert tiny.snapshot == from_bytes(targets[0].read_bytes())
    assert targets[0].read_bytes() == targets[1].read_bytes()


def test_write_snapshot_of_a_wrong_catalogue(folder: Path, tmp_path: Path) -> None:
    """A catalogue with errors gives no file."""
    edit(folder, "catalogue.yaml", "0.0.1", "one")
    with pytest.raises(CatalogueError):
        write_snapshot(folder, tmp_path / "snapshot.json")
    assert not (tmp_path / "snapshot.json").exists()


def installed(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    """Let the package take itself for one that was installed, with its snapshot at a path."""
    monkeypatch.setattr(bundle, "checkout_catalogue", lambda: None)
    monkeypatch.setattr(bundle, "installed_snapshot", lambda: path)


def test_installed(tiny: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An installed package answers from the snapshot that it carries."""
    path = tmp_path / "snapshot.json"
    path.write_bytes(to_bytes(tiny.snapshot))
    installed(monkeypatch, path)
    assert tiny.snapshot == default_snapshot() == Catalogue.bundled().snapshot


@pytest.mark.parametrize("data", [None, b"", b"{}"], ids=["missing", "empty", "no snapshot"])
def test_installed_wrongly(data: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a snapshot that can be read the tip is to reinstall."""
    path = tmp_path / "snapshot.json"
    if data is not None:
        path.write_bytes(data)
    installed(monkeypatch, path)
    with pytest.raises(CatalogueError, match=r"^this installation's catalogue cannot be read: ") as raised:
        default_snapshot()
    assert "reinstall the package" == raised.value.tip


def test_a_checkout_uses_its_own_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a checkout the folder counts, and the cache lies beside it."""
    monkeypatch.setattr(bundle, "checkout_catalogue", lambda: folder)
    snapshot: Snapshot = default_snapshot()
    assert "0.0.1" == snapshot.header.version
    assert 1 == len(list((folder.parent / bundle.CACHE_FOLDER).glob("snapshot-*.json")))
