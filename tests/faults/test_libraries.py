"""Faults under what libraries write: SQLite's ledger and Parquet's tables lose nothing, and the next run heals them."""

import shutil
import signal
import sqlite3
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from tests.evidence.exchanges import alerted
from tests.faults.failing_runs import EXIT_CODES, Fault
from tests.faults.test_every_call import TAKES_ALL
from tests.faults.traced import Traced, traced
from tests.faults.writing_commands import DAY, TO_FILE, with_exchange, with_requests
from tests.hostile.failing_calls import KILL
from tests.invented import MAKER_ONE

KINDS = (("ENOSPC", False), ("ENOSPC", True), ("EIO", False), ("EIO", True), (KILL, False))
ADD = ("evidence", "add", "request.xml", "answer.xml", "-d", MAKER_ONE, *DAY, *TO_FILE, "--ledger", "ledger")
BATCH = ("batch", "in.ndjson", "--device-column", "key", "--jobs", "1", *DAY, *TO_FILE, "--out", "rows.parquet")
parquet: Any = import_module("pyarrow.parquet")  # which has no types
OF_BATCH = ("rows.parquet", "rows.parquet.parts/00000000.rows", "rows.parquet.parts/whole")


def faults(calls: int) -> Iterator[Fault]:
    """Yield every fault, or two of them by default."""
    if TAKES_ALL:
        yield from (Fault(number, *kind) for number in range(1, calls + 1) for kind in KINDS)
    else:
        yield Fault(calls // 3, "ENOSPC", for_ever=True)
        yield Fault(calls * 2 // 3, KILL)


def is_sound(outcome: Traced, fault: Fault) -> bool:
    """Say whether a run ended by its own words, or by the kill."""
    if fault.error == KILL and outcome.code in {-signal.SIGKILL, 128 + signal.SIGKILL}:
        return True
    return (
        outcome.code in EXIT_CODES and "Traceback" not in outcome.stderr and (outcome.code < 2 or outcome.stderr != "")
    )


def rows(ledger: Path) -> set[str]:
    """Return the digests that a ledger holds; SQLite itself says that it is whole."""
    if not ledger.exists():
        return set()
    connection = sqlite3.connect(ledger)
    try:
        assert [("ok",)] == connection.execute("PRAGMA integrity_check").fetchall()
        if not connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]:
            return set()
        found = {digest for (digest,) in connection.execute("SELECT digest FROM exchange")}
        borne = {digest for (digest,) in connection.execute("SELECT DISTINCT exchange FROM bearing")}
    finally:
        connection.close()
    assert borne <= found
    return found


@pytest.fixture
def ready(tmp_path: Path) -> Path:
    """A folder with an exchange, a ledger that holds it, and a second exchange in its place."""
    folder = tmp_path / "ready"
    folder.mkdir()
    with_exchange(folder)
    assert 0 == traced(ADD, folder, []).code
    (folder / "answer.xml").write_bytes(alerted("S1X9001").data)
    return folder


@pytest.mark.parametrize("is_new", [True, False], ids=["a new ledger", "a ledger with a row"])
def test_a_ledger_loses_no_row(ready: Path, tmp_path: Path, *, is_new: bool) -> None:
    """What was in it stays, what is added is there or not, whoever is told so can rely on it."""
    if is_new:
        (ready / "ledger").unlink()
    before = rows(ready / "ledger")
    wrong: dict[Fault, object] = {}
    for number, fault in enumerate(faults(ledger_calls(ready, tmp_path / "sound"))):
        folder = shutil.copytree(ready, tmp_path / str(number))
        outcome = traced(ADD, folder, ledger_files(folder), fault)
        found = rows(folder / "ledger")
        again = traced(ADD, folder, [])
        healed = rows(folder / "ledger")
        if not (is_sound(outcome, fault) and before <= found and again.code == 0 and len(healed) == len(before) + 1):
            wrong[fault] = (outcome, found, again, healed)
        if outcome.code == 0 and found != healed:
            wrong[fault] = (outcome, found, "it says that all is well")
        shutil.rmtree(folder)
    assert {} == wrong


def ledger_files(folder: Path) -> list[Path]:
    """Return every file that SQLite may use, and the folder that it syncs."""
    return [folder, *(folder / f"ledger{ending}" for ending in ("", "-wal", "-shm", "-journal"))]


def ledger_calls(ready: Path, folder: Path) -> int:
    """Return how many calls an undisturbed run makes."""
    shutil.copytree(ready, folder)
    outcome = traced(ADD, folder, ledger_files(folder))
    assert (0, True) == (outcome.code, outcome.calls > 10), outcome
    return outcome.calls


def test_parquet_is_whole_or_not_there(tmp_path: Path) -> None:
    """A table of rows that is there can be read and has every row; a run that goes on with the rest makes it."""
    ready = tmp_path / "ready"
    ready.mkdir()
    with_requests(ready)
    sound = shutil.copytree(ready, tmp_path / "sound")
    outcome = traced(BATCH, sound, [sound / name for name in OF_BATCH])
    assert (1, True) == (outcome.code, outcome.calls > 3), outcome
    expected = parquet.read_table(sound / "rows.parquet")
    wrong: dict[Fault, object] = {}
    for number, fault in enumerate(faults(outcome.calls)):
        folder = shutil.copytree(ready, tmp_path / str(number))
        failed = traced(BATCH, folder, [folder / name for name in OF_BATCH], fault)
        table = folder / "rows.parquet"
        if not is_sound(failed, fault) or (table.exists() and parquet.read_table(table) != expected):
            wrong[fault] = failed
        again = traced((*BATCH, "--resume"), folder, [])
        if again.code != 1 or parquet.read_table(table) != expected:
            wrong[fault] = (failed, again)
        shutil.rmtree(folder)
    assert {} == wrong
