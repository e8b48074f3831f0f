"""The cache of a checkout's catalogue: used as long as no file changed, and never believed where it is damaged."""

import os
import time
from pathlib import Path

import pytest

from s1sr_validator import Catalogue, CatalogueError
from s1sr_validator.bundle import folder_snapshot
from s1sr_validator.index.snapshot import Snapshot, from_bytes, to_bytes
from s1sr_validator.load.file_stamps import SETTLED_AFTER_NS
from s1sr_validator.snapshot_cache import STAMPS_FILE, cached_snapshot, content_key, sealed, unsealed
from tests.invented import TINY, edit, tiny_copy

LATER_NS = 10 * SETTLED_AFTER_NS


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the tiny catalogue."""
    return tiny_copy(tmp_path)


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    """A cache folder that does not exist yet."""
    return tmp_path / "cache" / "deeper"


def cached(folder: Path, cache: Path, *, after_ns: int = 0) -> Snapshot:
    """Return the snapshot, as it is asked for so many nanoseconds after the last change of a file."""
    newest = max(path.stat().st_ctime_ns for path in [folder, *folder.rglob("*")])
    return cached_snapshot(folder, cache, folder_snapshot, newest + after_ns)


def settled(folder: Path, cache: Path) -> Snapshot:
    """Return the snapshot as it is asked for long after any change, of the code that reads it too."""
    return cached_snapshot(folder, cache, folder_snapshot, time.time_ns() + LATER_NS)


def kept(cache: Path) -> list[str]:
    """Return the names of everything in the cache folder."""
    return sorted(path.name for path in cache.iterdir())


def mark(folder: Path, cache: Path) -> None:
    """Let the stamps name a snapshot that can be told from that of the files."""
    marked = to_bytes(folder_snapshot(folder)).replace(b'"version":"0.0.1"', b'"version":"9.9.9"')
    (cache / "marked.json").write_bytes(sealed(marked))
    _, _, lines = (cache / STAMPS_FILE).read_bytes().partition(b"\n")
    (cache / STAMPS_FILE).write_bytes(b"marked.json\n" + lines)


def test_the_cache_is_written(folder: Path, cache: Path) -> None:
    """The first call leaves one file: the snapshot's bytes under the content's key."""
    snapshot = cached(folder, cache)
    assert [f"snapshot-{content_key(folder)}.json"] == kept(cache)
    assert sealed(to_bytes(snapshot)) == (cache / kept(cache)[0]).read_bytes()


def test_the_cache_is_used(folder: Path, cache: Path, tiny: Catalogue) -> None:
    """A later call reads the file and not the records: what stands in it is the answer."""
    snapshot = cached(folder, cache)
    marked = to_bytes(snapshot).replace(b'"version":"0.0.1"', b'"version":"9.9.9"')
    (cache / kept(cache)[0]).write_bytes(sealed(marked))
    assert "9.9.9" == cached(folder, cache).header.version
    assert tiny.digest == snapshot.digest


@pytest.mark.parametrize("change", ["value", "comment", "new file", "file less", "renamed"])
def test_a_change_makes_it_anew(change: str, folder: Path, cache: Path) -> None:
    """Any change to the files is seen, and the older snapshot goes."""
    (folder / "README.md").write_text("Invented.")
    cached(folder, cache)
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
    cached(folder, cache)
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
    cached(folder, cache)
    path = cache / kept(cache)[0]
    path.write_bytes(data)
    assert tiny.digest == cached(folder, cache).digest
    assert tiny.digest == from_bytes(unsealed(path.read_bytes())).digest


def test_a_cut_off_cache_is_ignored(folder: Path, cache: Path, tiny: Catalogue) -> None:
    """Half a snapshot is no snapshot."""
    cached(folder, cache)
    path = cache / kept(cache)[0]
    path.write_bytes(path.read_bytes()[:-100])
    assert tiny.digest == cached(folder, cache).digest


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
    assert "0.0.1" == cached(folder, cache).header.version
    assert "Not a folder." == (tmp_path / "file").read_text()


def test_nothing_is_left_behind(folder: Path, cache: Path) -> None:
    """A snapshot that could not be put into its place leaves no other file."""
    (cache / f"snapshot-{content_key(folder)}.json" / "inside").mkdir(parents=True)
    cached(folder, cache)
    assert [f"snapshot-{content_key(folder)}.json"] == kept(cache)


def test_a_catalogue_with_errors_is_not_kept(folder: Path, cache: Path) -> None:
    """Errors are raised, and nothing is written."""
    edit(folder, "catalogue.yaml", "0.0.1", "one")
    with pytest.raises(CatalogueError) as raised:
        cached(folder, cache)
    assert ["CAT007"] == [finding.code for finding in raised.value.findings]
    assert not cache.exists()


@pytest.mark.skipif(not Path("/proc/self/mem").is_file(), reason="needs a file that opens and cannot be read")
def test_a_file_that_cannot_be_read_is_an_error(folder: Path, cache: Path) -> None:
    """The file is named, as without a cache."""
    (folder / "services" / "9.9.3.yaml").symlink_to("/proc/self/mem")
    with pytest.raises(CatalogueError, match=r"tiny/services/9\.9\.3\.yaml: a link that leads out") as raised:
        cached(folder, cache)
    assert ["CAT001"] == [finding.code for finding in raised.value.findings]


def test_a_file_name_that_is_no_text(folder: Path, cache: Path) -> None:
    """A name in another encoding is no reason to fail."""
    (folder / "services" / "README.md").write_text("Invented.")
    odd = folder / "\udcff"
    odd.mkdir()
    (odd / "README.md").write_text("Invented.")
    assert "0.0.1" == cached(folder, cache).header.version


def test_stamps_are_kept_once_nothing_changes(folder: Path, cache: Path) -> None:
    """What changed just now may change again unseen; a later run leaves the stamps, and the next uses them."""
    cached(folder, cache, after_ns=SETTLED_AFTER_NS)
    assert STAMPS_FILE not in kept(cache)
    settled(folder, cache)
    assert [STAMPS_FILE, f"snapshot-{content_key(folder)}.json"] == kept(cache)
    mark(folder, cache)
    assert "9.9.9" == cached(folder, cache).header.version


@pytest.mark.parametrize("change", ["value", "as long and as old", "new file", "file less", "another file"])
def test_a_change_shows_in_the_stamps(change: str, folder: Path, cache: Path) -> None:
    """Where a file changed since, what was kept does not count, however alike the file looks."""
    (folder / "README.md").write_text("Invented.")
    settled(folder, cache)
    mark(folder, cache)
    before = (folder / "catalogue.yaml").stat()
    match change:
        case "value":
            edit(folder, "catalogue.yaml", "0.0.1", "0.0.12")
        case "as long and as old":
            edit(folder, "catalogue.yaml", "0.0.1", "0.0.2")
            os.utime(folder / "catalogue.yaml", ns=(before.st_atime_ns, before.st_mtime_ns))
        case "new file":
            (folder / "LICENSE").write_text("Invented.")
        case "file less":
            (folder / "README.md").unlink()
        case "another file":
            (folder / "new").write_bytes((folder / "README.md").read_bytes())
            (folder / "new").replace(folder / "README.md")
    assert "9.9.9" != cached(folder, cache).header.version


@pytest.mark.parametrize(
    "data",
    [b"", b"\n", b"snapshot-0.json\n", b"\xff\xfe\n", b"../../etc\n"],
    ids=["empty", "no name", "no stamps", "no text", "elsewhere"],
)
def test_corrupt_stamps_are_ignored(data: bytes, folder: Path, cache: Path, tiny: Catalogue) -> None:
    """Stamps that are none are made anew."""
    settled(folder, cache)
    whole = (cache / STAMPS_FILE).read_bytes()
    (cache / STAMPS_FILE).write_bytes(data)
    assert tiny.digest == settled(folder, cache).digest
    assert whole == (cache / STAMPS_FILE).read_bytes()


@pytest.mark.parametrize("name", [b"missing.json", b"../outside", b"\xff", b""])
def test_stamps_of_no_snapshot_are_ignored(name: bytes, folder: Path, cache: Path, tiny: Catalogue) -> None:
    """Stamps that are right with a snapshot that is not there are made anew."""
    settled(folder, cache)
    _, _, lines = (cache / STAMPS_FILE).read_bytes().partition(b"\n")
    (cache / STAMPS_FILE).write_bytes(name + b"\n" + lines)
    assert tiny.digest == settled(folder, cache).digest


def test_a_damaged_snapshot_is_not_believed(folder: Path, cache: Path, tiny: Catalogue) -> None:
    """Stamps that are right do not make half a snapshot whole."""
    settled(folder, cache)
    path = next(cache.glob("snapshot-*.json"))
    path.write_bytes(path.read_bytes()[:-100])
    assert tiny.digest == settled(folder, cache).digest == from_bytes(unsealed(path.read_bytes())).digest


def test_stamps_that_cannot_be_written_are_done_without(folder: Path, cache: Path, tiny: Catalogue) -> None:
    """A folder in their place is left alone."""
    (cache / STAMPS_FILE / "inside").mkdir(parents=True)
    assert tiny.digest == settled(folder, cache).digest
    assert (cache / STAMPS_FILE / "inside").is_dir()
