"""Where the default catalogue comes from, and its cache."""

from pathlib import Path

import pytest

from s1sr_validator import Catalogue, CatalogueError, bundle
from s1sr_validator.bundle import cached_snapshot, content_key, default_snapshot, write_snapshot
from s1sr_validator.index.snapshot import Snapshot, from_bytes, to_bytes
from tests.invented import TINY, edit, tiny_copy


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the tiny catalogue."""
    return tiny_copy(tmp_path)


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    """A cache folder that does not exist yet."""
    return tmp_path / "cache" / "deeper"


def kept(cache: Path) -> list[str]:
    """Return the names of everything in the cache folder."""
    return sorted(path.name for path in cache.iterdir())


def test_the_cache_is_written(folder: Path, cache: Path) -> None:
    """The first call leaves one file: the snapshot's bytes under the content's key."""
    snapshot = cached_snapshot(folder, cache)
    assert [f"snapshot-{content_key(folder)}.json"] == kept(cache)
    assert to_bytes(snapshot) == (cache / kept(cache)[0]).read_bytes()


def test_the_cache_is_used(folder: Path, cache: Path, tiny: Catalogue) -> None:
    """A later call reads the file and not the records: what stands in it is the answer."""
    snapshot = cached_snapshot(folder, cache)
    marked = to_bytes(snapshot).replace(b'"version":"0.0.1"', b'"version":"9.9.9"')
    (cache / kept(cache)[0]).write_bytes(marked)
    assert "9.9.9" == cached_snapshot(folder, cache).header.version
    assert tiny.digest == snapshot.digest


@pytest.mark.parametrize("change", ["value", "comment", "new file", "file less", "renamed"])
def test_a_change_makes_it_anew(change: str, folder: Path, cache: Path) -> None:
    """Any change to the files is seen, and the older snapshot goes."""
    (folder / "README.md").write_text("Invented.")
    cached_snapshot(folder, cache)
    before = kept(cache)
    match change:
        case "value":
            edit(folder, "catalogue.yaml", "0.0.1", "0.0.2")
        case "comment":
            edit(folder, "catalogue.yaml", "id: catalogue", "id: catalogue # a comment")
        case "new file":
            (folder / "LICENSE").write_text("Invented.")
        case "file less":
            (folder / "README.md").unlink()
        case "renamed":
            (folder / "README.md").rename(folder / "services" / "README.md")
    cached_snapshot(folder, cache)
    assert 1 == len(kept(cache))
    assert before != kept(cache)


def test_two_folders_have_two_keys(tmp_path: Path) -> None:
    """The same records elsewhere are another catalogue: their places differ."""
    assert content_key(TINY) != content_key(tiny_copy(tmp_path))


@pytest.mark.parametrize(
    "data",
    [b"", b"not JSON", b"{}", b'{"snapshot_version": 99}', b'{"snapshot_version": 1, "x": ' + b"[" * 100_000],
    ids=["empty", "text", "nothing", "another shape", "deep"],
)
def test_a_corrupt_cache_is_ignored(data: bytes, folder: Path, cache: Path, tiny: Catalogue) -> None:
    """A cache file that is no snapshot is made anew."""
    cached_snapshot(folder, cache)
    path = cache / kept(cache)[0]
    path.write_bytes(data)
    assert tiny.digest == cached_snapshot(folder, cache).digest
    assert tiny.digest == from_bytes(path.read_bytes()).digest


def test_a_cut_off_cache_is_ignored(folder: Path, cache: Path, tiny: Catalogue) -> None:
    """Half a snapshot is no snapshot."""
    cached_snapshot(folder, cache)
    path = cache / kept(cache)[0]
    path.write_bytes(path.read_bytes()[:-100])
    assert tiny.digest == cached_snapshot(folder, cache).digest


@pytest.mark.parametrize("place", ["file", "below a file", "broken link", "folder at the snapshot's place"])
def test_a_cache_that_cannot_be_written_is_done_without(place: str, folder: Path, tmp_path: Path) -> None:
    """Where nothing can be kept the answer is the same."""
    (tmp_path / "file").write_text("Not a folder.")
    (tmp_path / "link").symlink_to(tmp_path / "missing" / "folder")
    cache = {
        "file": tmp_path / "file",
        "below a file": tmp_path / "file" / "cache",
        "broken link": tmp_path / "link",
        "folder at the snapshot's place": tmp_path / "cache",
    }[place]
    if place.startswith("folder"):
        (cache / f"snapshot-{content_key(folder)}.json" / "inside").mkdir(parents=True)
    assert "0.0.1" == cached_snapshot(folder, cache).header.version
    assert "Not a folder." == (tmp_path / "file").read_text()


def test_nothing_is_left_behind(folder: Path, cache: Path) -> None:
    """A snapshot that could not be put into its place leaves no other file."""
    (cache / f"snapshot-{content_key(folder)}.json" / "inside").mkdir(parents=True)
    cached_snapshot(folder, cache)
    assert [f"snapshot-{content_key(folder)}.json"] == kept(cache)


def test_a_catalogue_with_errors_is_not_kept(folder: Path, cache: Path) -> None:
    """Errors are raised, and nothing is written."""
    edit(folder, "catalogue.yaml", "0.0.1", "one")
    with pytest.raises(CatalogueError) as raised:
        cached_snapshot(folder, cache)
    assert ["CAT007"] == [finding.code for finding in raised.value.findings]
    assert not cache.exists()


@pytest.mark.skipif(not Path("/proc/self/mem").is_file(), reason="needs a file that opens and cannot be read")
def test_a_file_that_cannot_be_read_is_an_error(folder: Path, cache: Path) -> None:
    """The file is named, as without a cache."""
    (folder / "services" / "9.9.3.yaml").symlink_to("/proc/self/mem")
    with pytest.raises(CatalogueError, match=r"tiny/services/9\.9\.3\.yaml: a link that leads out") as raised:
        cached_snapshot(folder, cache)
    assert ["CAT001"] == [finding.code for finding in raised.value.findings]


def test_a_file_name_that_is_no_text(folder: Path, cache: Path) -> None:
    """A name in another encoding is no reason to fail."""
    (folder / "services" / "README.md").write_text("Invented.")
    odd = folder / "\udcff"
    odd.mkdir()
    (odd / "README.md").write_text("Invented.")
    assert "0.0.1" == cached_snapshot(folder, cache).header.version


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
    assert 1 == len(kept(folder.parent / bundle.CACHE_FOLDER))
