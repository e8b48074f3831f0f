"""Hostile messages at every entry: bounded, nothing outside is touched, and the same verdict wherever they come in."""

import signal
from functools import cache
from pathlib import Path

import pytest

from tests.hostile.at_entry import SECRET, at, faults
from tests.hostile.entry_points import ENTRIES, Given, some
from tests.hostile.json_documents import hostile_json
from tests.hostile.opened_files import unopened
from tests.hostile.tried import CPU_SECONDS
from tests.hostile.xml_documents import hostile_xml


@pytest.fixture(scope="module")
def secret(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file that documents ask for."""
    path = tmp_path_factory.mktemp("secret") / "secret.txt"
    path.write_text(SECRET)
    return path


json_documents = cache(hostile_json)


@cache
def xml_documents(secret: str) -> dict[str, bytes]:
    """Return every document."""
    return hostile_xml(secret)


@pytest.mark.parametrize("entry", ENTRIES)
def test_xml(entry: str, given: Given, secret: Path) -> None:
    """Entities, inclusions, bombs, floods, tricks with names, characters and encodings."""
    with unopened(secret):
        assert {} == faults(entry, given, some(xml_documents(str(secret)), list(ENTRIES).index(entry)), "xml")


@pytest.mark.parametrize("entry", ENTRIES)
def test_json(entry: str, given: Given) -> None:
    """Depth, numbers, duplicate keys, wrong types, in both shapes."""
    assert {} == faults(entry, given, some(json_documents(), list(ENTRIES).index(entry)), "json")


def test_there_are_many() -> None:
    """Nothing of the documents got lost."""
    assert len(hostile_xml("/secret")) >= 500
    assert len(hostile_json()) >= 120


@pytest.mark.parametrize("entry", ENTRIES)
def test_the_sound_exchange_passes(entry: str, given: Given) -> None:
    """What the documents are made from is read at every entry, so that a refusal is of what was done to it."""
    wanted = given.answer if entry in {"verdict", "observe", "evidence"} else given.request
    (each,) = at(entry, given, {"sound": wanted.read_bytes()}, "xml").values()
    assert "" == each.fault_beyond(CPU_SECONDS)
    assert each.outcome.code in {0, 1}, each.outcome


def test_the_bounds_hold(given: Given) -> None:
    """A run that takes more memory or processor time than it may is noticed, and so is a file outside."""
    runner = given.runner
    assert "MemoryError" in runner.run([], break_bound="memory").fault
    assert -signal.SIGXCPU == runner.run([], break_bound="cpu").code
    assert "/etc/passwd" in runner.run([], break_bound="file").fault
