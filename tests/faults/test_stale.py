"""What is out of date or damaged is made anew or refused, and never believed: caches, snapshots, clocks."""

import datetime as dt
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from s1sr_validator.evidence.ledger import open_ledger
from s1sr_validator.index.snapshot import SNAPSHOT_VERSION
from s1sr_validator.model.evidence import Addition, EvidenceEntry
from s1sr_validator.model.verdict import Verdict
from tests.faults.failing_runs import ROOT, contents
from tests.faults.process import Done, ran
from tests.faults.test_every_call import TAKES_ALL
from tests.faults.writing_commands import compiled
from tests.invented import TINY

SHOW = ("show", "S1B-9001")
RECORD = "behaviours/S1B-9001.yaml"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout of its own: the package, the schemas, and the tiny catalogue as its catalogue."""
    folder = tmp_path / "checkout"
    unwanted = shutil.ignore_patterns("__pycache__")
    for name in ("s1sr_validator", "schemas"):
        shutil.copytree(ROOT / name, folder / name, ignore=unwanted)
    shutil.copytree(TINY, folder / "catalogue")
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


def shown(checkout: Path) -> Done:
    """Show a record of a checkout's own catalogue."""
    return ran(SHOW, checkout, {"PYTHONPATH": str(checkout)})


def half(data: bytes) -> bytes:
    """Return what a disk that was full has taken."""
    return data[: len(data) // 2]


def another_letter(data: bytes) -> bytes:
    """Return data in which a title says something else; as JSON it is as sound as before."""
    return data.replace(b"invented", b"inventex")


SPOILT: dict[str, Callable[[bytes], bytes]] = {
    "half": half,
    "another letter": another_letter,
    "empty": lambda _: b"",
    "another object": lambda _: b"{}",
    "no text": lambda _: b"\xff" * 1000,
}


@pytest.mark.parametrize("spoil", list(SPOILT) if TAKES_ALL else ["half", "another letter"])
def test_a_damaged_cache_is_made_anew(spoil: str, checkout: Path) -> None:
    """Whatever a run has kept for the next one, its answer is the one of the catalogue's own files."""
    before = contents(checkout)
    sound = shown(checkout)
    assert 0 == sound.returncode, sound.stderr
    kept = [name for name, data in contents(checkout).items() if before.get(name) != data]
    for name in kept:
        data = (checkout / name).read_bytes()
        (checkout / name).write_bytes(SPOILT[spoil](data))
    again = shown(checkout)
    assert (0, sound.stdout) == (again.returncode, again.stdout), (kept, again.stderr)


def test_a_cache_of_before_is_not_believed(checkout: Path) -> None:
    """A record that changed is read, even where its size and its times are those of before, or the clock went back."""
    path = checkout / "catalogue" / RECORD
    words = "The invented log fails when it is empty"
    assert words.encode() in shown(checkout).stdout
    held = path.stat()
    for place, time in enumerate((held.st_mtime_ns, 0, 2**33 * 10**9)):
        other = words[:-1] + "abc"[place]
        path.write_text(path.read_text("utf-8").replace(words, other), "utf-8")
        os.utime(path, ns=(held.st_atime_ns, time))
        assert held.st_size == path.stat().st_size
        assert other.encode() in shown(checkout).stdout, time
        words = other


def test_a_cache_that_cannot_be_written_is_done_without(checkout: Path) -> None:
    """A file stands where its folder has to be: the answer is the same, without a word."""
    sound = shown(checkout)
    for path in checkout.iterdir():
        if path.name.startswith("."):
            shutil.rmtree(path)
            path.write_text("in the way")
    again = shown(checkout)
    assert (0, sound.stdout, b"") == (again.returncode, again.stdout, again.stderr)


@pytest.mark.parametrize("shape", [SNAPSHOT_VERSION - 1, SNAPSHOT_VERSION + 1])
def test_a_snapshot_of_another_shape_is_refused(shape: int, tmp_path: Path) -> None:
    """One that another version of the software compiled: the words say so, whether given or come with the package."""
    held = msgspec.json.decode(compiled())
    assert SNAPSHOT_VERSION == held["snapshot_version"]
    other = msgspec.json.encode({**held, "snapshot_version": shape})
    (tmp_path / "other.json").write_bytes(other)
    given = ran((*SHOW, "--catalogue", "other.json"), tmp_path)
    package = shutil.copytree(
        ROOT / "s1sr_validator", tmp_path / "installed" / "s1sr_validator", ignore=shutil.ignore_patterns("__pycache__")
    )
    shutil.copytree(ROOT / "schemas", package / "data" / "schemas")
    (package / "data" / "snapshot.json").write_bytes(other)
    installed = ran(SHOW, tmp_path, {"PYTHONPATH": str(package.parent)})
    for done in (given, installed):
        assert done.returncode in {2, 3}
        assert f"shape {shape}".encode() in done.stderr.replace(b"\n", b" ")
        assert b"Traceback" not in done.stderr
    assert b"reinstall" in installed.stderr


def test_a_clock_that_goes_back_loses_no_row(tmp_path: Path) -> None:
    """A ledger counts exchanges, not moments: what is recorded earlier than what is there stands beside it."""
    entry = EvidenceEntry(
        digest="a" * 64,
        request_digest="b" * 64,
        srv="9.9.1",
        device_model="ESME/FFF0/0001/0101/00000001",
        verdict=Verdict.AS_GBCS,
        behaviours=(),
        as_of=dt.date(2015, 7, 1),
        catalogue_version="1",
        catalogue_digest="c" * 64,
        recorded_at=dt.datetime(2026, 1, 1, tzinfo=dt.UTC),
    )
    earlier = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
    with open_ledger(tmp_path / "ledger") as ledger:
        assert Addition.ADDED is ledger.add(entry)
        assert Addition.ADDED is ledger.add(msgspec.structs.replace(entry, digest="d" * 64, recorded_at=earlier))
        assert Addition.KNOWN is ledger.add(msgspec.structs.replace(entry, recorded_at=earlier))
        later = msgspec.structs.replace(entry, as_of=dt.date(2014, 7, 1), recorded_at=earlier)
        assert Addition.REPLACED is ledger.add(later)
