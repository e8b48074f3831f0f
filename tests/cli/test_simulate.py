"""`s1sr simulate` as a person runs it: the messages, and every kind of wrong input."""

import io
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden"
EXAMPLE = "examples/request_4.4.2.xml"
ITRON = "ESME/1028/5678/0201/03465317"
SECURE = "ESME/1031/C0A1/0102/C0A10001"
GAS = "GSME/1063/3771/0001/03000161"
DAY = "2026-01-31"
ENTRIES = "billing_log.entries_in_period"

Run = Callable[..., Any]


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("baseline", ["--device", ITRON, "--outcome", "baseline"]),
        ("deviation", ["--device", ITRON, "--state", f"{ENTRIES}=0"]),
        ("empty", ["--device", SECURE, "--state", f"{ENTRIES}=0"]),
        ("gas_rich", ["--device", GAS, "--rich"]),
        ("acknowledgement", ["--device", ITRON, "--ack"]),
    ],
)
def test_message_is_the_golden_one(run: Run, name: str, arguments: list[str]) -> None:
    """The message is, letter for letter, the one that was looked at and found good."""
    result = run("simulate", EXAMPLE, "--as-of", DAY, *arguments)
    assert (0, "") == (result.code, result.err)
    assert (GOLDEN / f"simulate_4.4.2_{name}.xml").read_text("utf-8") == result.out


def test_what_is_asked_on_both_sides_comes_back(run: Run) -> None:
    """The deviation by the state is the deviation by wish."""
    by_state = run("simulate", EXAMPLE, "-d", ITRON, "--as-of", DAY, "--state", f"{ENTRIES}=0")
    by_wish = run("simulate", EXAMPLE, "-d", ITRON, "--as-of", DAY, "--outcome", "deviation")
    assert by_state.out == by_wish.out
    assert "<sr:S1SPAlertCode>S1CE2003</sr:S1SPAlertCode>" in by_wish.out


def test_the_seed_changes_the_readings(run: Run) -> None:
    """Another seed is another message."""
    arguments = ("simulate", EXAMPLE, "-d", SECURE, "--as-of", DAY)
    assert run(*arguments, "--seed", "1").out == run(*arguments, "--seed", "1").out
    assert run(*arguments, "--seed", "1").out != run(*arguments, "--seed", "2").out


def test_another_process_writes_the_same_bytes(run: Run) -> None:
    """Nothing depends on the process that writes it."""
    arguments = ["simulate", EXAMPLE, "-d", SECURE, "--as-of", DAY, "--rich"]
    command = [sys.executable, "-c", "import sys; from s1sr_validator.cli import main; sys.exit(main())", *arguments]
    other = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S603 - our own command
    assert run(*arguments).out == other.stdout


def test_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A hyphen reads the request from standard input."""
    data = (ROOT / EXAMPLE).read_bytes()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    piped = run("simulate", "-", "-d", SECURE, "--as-of", DAY)
    assert (0, run("simulate", EXAMPLE, "-d", SECURE, "--as-of", DAY).out) == (piped.code, piped.out)


@pytest.mark.parametrize(
    ("code", "says", "arguments"),
    [
        (2, "answers either way", ["-d", ITRON]),
        (2, "Device Models have this key; one answers", ["-d", "ESME/1028"]),
        (2, "is not in the Central Products List", ["-d", "ESME/FFFF"]),
        (2, "no deviation is predicted", ["-d", SECURE, "--outcome", "deviation"]),
        (2, "is not an outcome to simulate", ["-d", ITRON, "--outcome", "worst"]),
        (2, "is not a code of the list dcc_alert", ["-d", ITRON, "--code", "N32"]),
        (2, "no state fact is called", ["-d", ITRON, "--state", "mood=good"]),
        (2, "is not a day", ["-d", ITRON, "--as-of", "yesterday"]),
        (2, "is not a standing", ["-d", ITRON, "--standing", "loud"]),
    ],
)
def test_wrong_use(run: Run, code: int, says: str, arguments: list[str]) -> None:
    """Wrong use is exit code 2, nothing on stdout, and on stderr what is wrong and what to do."""
    result = run("simulate", EXAMPLE, "--as-of", DAY, *arguments)
    assert (code, "") == (result.code, result.out)
    assert says in " ".join(result.err.split())
    assert len(result.err.splitlines()) > 1


def test_what_cannot_be_read(run: Run, tmp_path: Path) -> None:
    """An input that is no request is exit code 3."""
    path = tmp_path / "text.xml"
    path.write_text("no request", "utf-8")
    assert 3 == run("simulate", str(path), "-d", ITRON).code
    assert 3 == run("simulate", str(tmp_path / "none.xml"), "-d", ITRON).code
