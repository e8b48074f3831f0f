"""Machines that are not as one would like: no locale, no home, no terminal, closed pipes, small disks, sudden ends."""

import os
import random
import resource
import shutil
import signal
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from s1sr_validator.load.catalogue_files import load_catalogue
from tests.evidence.exchanges import alerted
from tests.exchange.imported_files import FIRST, files
from tests.exchange.invented_cpl import edition, save
from tests.faults.process import MAIN, environment, ran
from tests.faults.test_every_call import TAKES_ALL
from tests.faults.writing_commands import with_exchange
from tests.invented import MAKER_ONE, TINY, tiny_copy

KILLS = 40 if TAKES_ALL else 1


@pytest.fixture
def ready(tmp_path: Path) -> Path:
    """A folder with an exchange and a catalogue in it; the request's id has letters of another alphabet."""
    with_exchange(tmp_path)
    (tmp_path / "answer.xml").write_bytes(alerted("81C0").data)
    request = (tmp_path / "request.xml").read_text("utf-8")
    (tmp_path / "request.xml").write_text(request.replace("<sr:CommandVariant>1", "<sr:CommandVariant>\u0661"), "utf-8")
    return tmp_path


CHECK = ("check", "request.xml", "--as-of", "2015-07-01", "--no-config", "--catalogue", "catalogue.json")
WITHOUT_LOCALE = {
    "C": {"LC_ALL": "C"},
    "POSIX, not coerced": {"LC_ALL": "POSIX", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
    "ASCII": {"PYTHONIOENCODING": "ascii"},
    "Latin": {"PYTHONIOENCODING": "iso-8859-1"},
    "unknown": {"LANG": "xx_YY.no-such"},
    "dumb terminal": {"TERM": "dumb", "COLUMNS": "1", "LINES": "0"},
    "no width": {"COLUMNS": "0"},
    "wide": {"COLUMNS": "999999999"},
}


@pytest.mark.parametrize("changes", list(WITHOUT_LOCALE.values()), ids=list(WITHOUT_LOCALE))
@pytest.mark.parametrize("form", ["text", "json", "markdown", "junit"] if TAKES_ALL else ["text"])
def test_any_locale(ready: Path, changes: dict[str, str], form: str) -> None:
    """The same findings, in whatever letters the terminal has."""
    found = ran([*CHECK, "-f", form], ready, changes)
    assert (1, b"") == (found.returncode, found.stderr)
    assert b"REQ" in found.stdout


@pytest.mark.parametrize("home", ["", "/nonexistent", "/dev/null", "/proc/1"] if TAKES_ALL else ["/nonexistent"])
def test_no_home(ready: Path, home: str) -> None:
    """Neither reading nor the ledger's own place ends in a traceback."""
    changes = {"HOME": home, "XDG_DATA_HOME": "", "S1SR_SCHEMAS": ""}
    assert b"Traceback" not in ran(CHECK, ready, changes).stderr
    add = (
        "evidence",
        "add",
        "request.xml",
        "answer.xml",
        "-d",
        MAKER_ONE,
        "--as-of",
        "2015-07-01",
        "--catalogue",
        "catalogue.json",
    )
    kept = ran(add, ready, {**changes, "HOME": home or "/dev/null"})
    assert b"Traceback" not in kept.stderr
    assert kept.returncode in {0, 1, 2, 3, 4}


def test_a_reader_that_goes_away(ready: Path) -> None:
    """`s1sr ... | head -0` says nothing on stderr."""
    for arguments in (CHECK, ("list", "services", "--catalogue", "catalogue.json"), ("--help",)):
        reading, writing = os.pipe()
        os.close(reading)
        with os.fdopen(writing, "wb") as closed:
            found = ran(arguments, ready, stdout=closed)
        assert b"" == found.stderr, arguments


def test_a_full_device(ready: Path) -> None:
    """Output that cannot be written is no success, and says so without a traceback."""
    with Path("/dev/full").open("wb") as full:
        found = ran(CHECK, ready, stdout=full)
    assert b"Traceback" not in found.stderr
    assert found.returncode not in {0, 1}


@pytest.mark.parametrize("closed", [0, 1, 2])
def test_closed_streams(ready: Path, closed: int) -> None:
    """A standard stream that is not there at all."""
    found = ran(CHECK, ready, before=lambda: os.close(closed))
    assert found.returncode in {0, 1, 2, 3, 4}
    assert b"Traceback" not in found.stderr + found.stdout


def test_a_ledger_on_a_small_disk(ready: Path) -> None:
    """Whatever the size at which the disk is full, the ledger holds the exchange or it does not, and is whole."""
    shutil.copy(ready / "answer.xml", ready / "a.xml")
    sound = (ready / "request.xml").read_text("utf-8").replace("\u0661", "1")
    (ready / "request.xml").write_text(sound, "utf-8")
    add = (
        "evidence",
        "add",
        "request.xml",
        "answer.xml",
        "-d",
        MAKER_ONE,
        "--as-of",
        "2015-07-01",
        "--catalogue",
        "catalogue.json",
    )
    for size in range(0, 80_000, 4096) if TAKES_ALL else (0, 20_000):
        ledger = ready / f"ledger-{size}"

        def bound(size: int = size) -> None:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

        first = ran([*add, "--ledger", str(ledger)], ready, before=bound)
        assert b"Traceback" not in first.stderr, first.stderr
        assert first.returncode in {0, 1, 2, 3}
        again = ran([*add, "--ledger", str(ledger)], ready)
        assert again.returncode in {0, 1}, again.stderr
        assert b"1" in ran(["evidence", "show", "--ledger", str(ledger)], ready).stdout


def killed_at_random(arguments: Sequence[str], folder: Path, number: int) -> None:
    """Start a command, and kill it somewhere on its way."""
    with subprocess.Popen(  # noqa: S603 - our own program
        [*MAIN, *arguments], cwd=folder, env=environment(folder), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        try:
            process.wait(random.Random(number).uniform(0.1, 1.5))  # noqa: S311 - no secret
        except subprocess.TimeoutExpired:
            process.kill()


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bytes]]:
    """An invented list, and the catalogue's files after its import."""
    folder = tmp_path_factory.mktemp("imported")
    workbook = save(folder / "products.xlsx", edition(FIRST))
    catalogue = fresh_catalogue(folder)
    assert 0 == ran(["import", "cpl", str(workbook), "--catalogue", "catalogue"], folder).returncode
    return workbook, files(catalogue)


def fresh_catalogue(folder: Path) -> Path:
    """Make a catalogue of its header alone."""
    catalogue = folder / "catalogue"
    catalogue.mkdir()
    shutil.copy(TINY / "catalogue.yaml", catalogue)
    return catalogue


def test_an_import_that_is_killed(tmp_path: Path, imported: tuple[Path, dict[str, bytes]]) -> None:
    """Every record is whole or not there, and the next import completes the rest."""
    workbook, complete = imported
    for number in range(KILLS):
        folder = tmp_path / str(number)
        folder.mkdir()
        catalogue = fresh_catalogue(folder)
        asked = ["import", "cpl", str(workbook), "--catalogue", "catalogue"]
        killed_at_random(asked, folder, number)
        found = {name: data for name, data in files(catalogue).items() if not name.endswith(".part")}
        assert found.items() <= complete.items()
        assert () == load_catalogue(catalogue).findings
        assert 0 == ran(asked, folder).returncode
        assert complete == {name: data for name, data in files(catalogue).items() if not name.endswith(".part")}


@pytest.mark.skipif(not TAKES_ALL, reason="killed at a call by default, in test_every_call.py: make faults")
def test_a_publication_that_is_killed(tmp_path: Path) -> None:
    """The next one leaves what one that was not disturbed leaves."""
    tiny_copy(tmp_path).rename(tmp_path / "catalogue")
    asked = ["publish", "--catalogue", "catalogue", "--as-of", "2015-07-01", "--out"]
    assert 0 == ran([*asked, "whole"], tmp_path).returncode
    for number in range(KILLS):
        killed_at_random([*asked, "site"], tmp_path, number)
    assert 0 == ran([*asked, "site"], tmp_path).returncode
    left = {name for name in files(tmp_path / "site") if "/.new-" not in f"/{name}"}
    whole = files(tmp_path / "whole")
    assert whole.keys() == left
    assert whole == {name: data for name, data in files(tmp_path / "site").items() if name in whole}


def test_a_ledger_that_is_killed(ready: Path) -> None:
    """It stays a ledger, and counts the exchange once."""
    sound = (ready / "request.xml").read_text("utf-8").replace("\u0661", "1")
    (ready / "request.xml").write_text(sound, "utf-8")
    add = [
        "evidence",
        "add",
        "request.xml",
        "answer.xml",
        "-d",
        MAKER_ONE,
        "--as-of",
        "2015-07-01",
        "--catalogue",
        "catalogue.json",
        "--ledger",
        "ledger",
    ]
    for number in range(KILLS):
        killed_at_random(add, ready, number)
    counted = ran(add, ready)
    assert counted.returncode in {0, 1}, counted.stderr
    again = ran(["evidence", "show", "--ledger", "ledger", "-f", "json"], ready)
    assert 0 == again.returncode, again.stderr
