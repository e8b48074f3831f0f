"""`s1sr evidence` as a person runs it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

ROOT = Path(__file__).parents[2]
MESSAGES = "tests/verdict/messages"
REQUEST, ALERT = f"{MESSAGES}/request_4.4.2.xml", f"{MESSAGES}/dcc_alert_s1sp_S1CE2003.xml"
FAILURE = f"{MESSAGES}/smets1_response_debug_only.xml"
MODEL = "ESME/1028/5678/0201/03465317"

Run = Callable[..., Any]


@pytest.fixture
def ledger(tmp_path: Path) -> str:
    """A file that is not there yet."""
    return str(tmp_path / "evidence.sqlite")


@pytest.fixture
def add(run: Run, ledger: str) -> Run:
    """Return a function that adds an exchange with these answers."""
    question = ("--device", MODEL, "--as-of", "2025-11-30", "--ledger", ledger)
    return lambda *answers: run("evidence", "add", REQUEST, *answers, *question)


def test_an_exchange_is_counted_once(run: Run, add: Run, ledger: str) -> None:
    """The first time it is added, the second time known; the count by behaviour and firmware shows it."""
    assert [True, True] == [add(ALERT).out.startswith(said) for said in ("added: ", "known: ")]
    result = run("evidence", "--ledger", ledger)
    assert 0 == result.code
    for part in ("1 exchange\n", "predicted_deviation", f"S1B-0001 on {MODEL}", "seen 1, not seen 0"):
        assert part in result.out


def test_a_deviation_that_nothing_predicted_is_listed(run: Run, add: Run, ledger: str) -> None:
    """By SRV and Device Model."""
    add(FAILURE)
    assert f"1 of 4.4.2 on {MODEL}" in run("evidence", "--ledger", ledger).out


@pytest.mark.parametrize("arguments", [("S1B-0001",), ("show", "S1B-0001"), ()])
def test_json_is_as_published(run: Run, add: Run, ledger: str, arguments: tuple[str, ...]) -> None:
    """The sub-command may be left out, and the output is what its schema says."""
    add(ALERT)
    schema = json.loads((ROOT / "schemas" / "output" / "evidence.schema.json").read_text("utf-8"))
    report = json.loads(run("evidence", *arguments, "--ledger", ledger, "--format", "json").out)
    Draft202012Validator(schema).validate(report)
    assert [("S1B-0001", "03465317", 1)] == [
        (found["behaviour"], found["firmware"], found["seen"]) for found in report["behaviours"]
    ]


def test_nothing_known_is_no_success(run: Run, add: Run, ledger: str) -> None:
    """Exit code 4 where no exchange bears on the behaviour."""
    add(ALERT)
    assert 4 == run("evidence", "show", "S1B-0002", "--ledger", ledger).code


def test_a_ledger_of_ones_own(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Without --ledger it lies in the user's data folder."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    assert 0 == run("evidence", "add", REQUEST, ALERT, "--device", MODEL, "--as-of", "2025-11-30").code
    assert [] != list(tmp_path.rglob("evidence.sqlite"))
    assert 0 == run("evidence").code


def test_wrong_use_is_said(run: Run, ledger: str) -> None:
    """No ledger, a partial key, an answer to another request: exit code 2, and nothing is made."""
    assert (2, "") == (run("evidence", "--ledger", ledger).code, run("evidence", "--ledger", ledger).out)
    partial = run("evidence", "add", REQUEST, ALERT, "--device", "ESME/1028", "--ledger", ledger)
    assert 2 == partial.code
    assert "Device Models" in partial.err
    swapped = run("evidence", "add", REQUEST, REQUEST, "--device", MODEL, "--ledger", ledger)
    assert 2 == swapped.code
    assert "0 answers" in swapped.err
    assert not Path(ledger).exists()


def test_an_answer_to_another_request_is_no_evidence(run: Run, ledger: str, tmp_path: Path) -> None:
    """It is refused with the reason."""
    other = tmp_path / "other.xml"
    other.write_text((ROOT / ALERT).read_text("utf-8").replace("00-A1:1001", "00-A1:1002"), "utf-8")
    result = run("evidence", "add", REQUEST, str(other), "--device", MODEL, "--ledger", ledger)
    assert 2 == result.code
    assert "nothing is recorded" in result.err
