"""Hostile messages through every entry: bounded, refused in words or answered, and nothing outside is touched."""

import logging
import shutil
import signal
from collections import Counter
from pathlib import Path

import pytest

from tests.hostile.bounded import Outcome, Runner
from tests.hostile.entry_points import ENTRIES, Given, entries_for
from tests.hostile.json_documents import hostile_json
from tests.hostile.opened_files import unopened
from tests.hostile.xml_documents import hostile_xml

SECRET = "an invented secret that stays where it is"  # noqa: S105 - what no document may bring out


@pytest.fixture
def given(runner: Runner, snapshot: Path, exchange: tuple[Path, Path]) -> Given:
    """What every run has."""
    return Given(runner, snapshot, *exchange)


@pytest.fixture(scope="module")
def secret(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file that documents ask for."""
    path = tmp_path_factory.mktemp("secret") / "secret.txt"
    path.write_text(SECRET)
    return path


def faults(given: Given, documents: dict[str, bytes], ending: str) -> dict[str, str]:
    """Send each document through its entries; return what went wrong, by document and entry."""
    found: dict[str, str] = {}
    codes: Counter[int] = Counter()
    for number, (name, data) in enumerate(documents.items()):
        for entry in entries_for(number):
            outcome = sent_through(given, entry, data, ending)
            codes[outcome.code] += 1
            if fault := fault_of(outcome):
                found[f"{name} through {entry}"] = fault
    logging.getLogger(__name__).info("%d runs, by exit code: %s", codes.total(), dict(sorted(codes.items())))
    return found


def sent_through(given: Given, entry: str, data: bytes, ending: str) -> Outcome:
    """Put a document into a folder of its own, and enter with it; the folder is removed."""
    folder = given.runner.new_folder()
    (folder / f"message.{ending}").write_bytes(data)
    try:
        return ENTRIES[entry](given, folder / f"message.{ending}")
    finally:
        shutil.rmtree(folder)


def fault_of(outcome: Outcome) -> str:
    """Return what is wrong with a run; a document must not bring out the secret either."""
    if SECRET in outcome.stdout + outcome.stderr:
        return "the secret came out"
    return outcome.fault


def test_xml(given: Given, secret: Path) -> None:
    """Entities, inclusions, bombs, floods, tricks with names, characters and encodings."""
    documents = hostile_xml(str(secret))
    assert len(documents) >= 500
    with unopened(secret):
        assert {} == faults(given, documents, "xml")


def test_json(given: Given) -> None:
    """Depth, numbers, duplicate keys, wrong types, in both shapes."""
    documents = hostile_json()
    assert len(documents) >= 120
    assert {} == faults(given, documents, "json")


def test_the_sound_exchange_passes(given: Given) -> None:
    """What the documents are made from is read at every entry, so that a refusal is of what was done to it."""
    for entry in ENTRIES:
        wanted = given.answer if entry in {"verdict", "observe", "evidence"} else given.request
        outcome = sent_through(given, entry, wanted.read_bytes(), "xml")
        assert "" == fault_of(outcome), entry
        assert outcome.code in {0, 1}, (entry, outcome)


def test_the_bounds_hold(given: Given) -> None:
    """A run that takes more memory or processor time than it may is noticed, and so is a file outside."""
    runner = given.runner
    assert "MemoryError" in runner.run([], break_bound="memory").fault
    assert -signal.SIGXCPU == runner.run([], break_bound="cpu").code
    assert "/etc/passwd" in runner.run([], break_bound="file").fault
