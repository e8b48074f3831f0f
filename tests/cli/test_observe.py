"""`s1sr observe` as a person runs it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

MESSAGES = "tests/verdict/messages"
REQUEST, ALERT = f"{MESSAGES}/request_4.4.2.xml", f"{MESSAGES}/dcc_alert_s1sp_S1CE2003.xml"
FAILURE, EMPTY = f"{MESSAGES}/smets1_response_debug_only.xml", f"{MESSAGES}/smets1_response_4.4.2_zero_entries.xml"
QUESTION = ("--device", "ESME/1028/5678/0201/03465317", "--as-of", "2025-11-30")

Run = Callable[..., Any]


def test_a_draft_can_be_used_at_once(run: Run, tmp_path: Path) -> None:
    """What was not predicted is predicted with the draft over the catalogue."""
    folder = tmp_path / "draft"
    result = run("observe", REQUEST, FAILURE, *QUESTION, "--out", str(folder), "--reporter", "A reporter")
    assert 0 == result.code
    for part in ("unpredicted_deviation", "X-DRAFT-", "Open questions", "What does GBCS say?"):
        assert part in result.out
    assert 1 == run("check", REQUEST, FAILURE, *QUESTION).code
    checked = run("check", REQUEST, FAILURE, *QUESTION, "--overlay", str(folder / "overlay"))
    assert checked.out.startswith("predicted_deviation")


def test_the_messages_beside_it_are_redacted(run: Run, tmp_path: Path) -> None:
    """Request and answer lie there, and no identifier of them anywhere in the folder."""
    run("observe", REQUEST, FAILURE, *QUESTION, "--out", str(tmp_path / "draft"), "--key", "a secret")
    files = [path for path in sorted((tmp_path / "draft").rglob("*")) if path.is_file()]
    assert 2 == sum(path.suffix == ".xml" for path in files)
    assert "00-00-5E-EF-10-00-00" not in "".join(path.read_text("utf-8") for path in files)


def test_a_prediction_that_was_not_seen_gives_a_note(run: Run, tmp_path: Path) -> None:
    """A correction is for people to write: the draft is a page, not a record."""
    folder = tmp_path / "draft"
    state = ("--state", "billing_log.entries_in_period=0")
    result = run("observe", REQUEST, EMPTY, *QUESTION, *state, "--out", str(folder))
    assert 0 == result.code
    assert "S1B-0001" in (folder / "correction.md").read_text("utf-8")
    assert not (folder / "overlay").exists()


@pytest.mark.parametrize("answer", [ALERT, f"{MESSAGES}/acknowledgement_E1.xml"])
def test_any_other_verdict_writes_nothing(run: Run, tmp_path: Path, answer: str) -> None:
    """Exit code 1, with the verdict and the reason."""
    result = run("observe", REQUEST, answer, *QUESTION, "--out", str(tmp_path / "draft"))
    assert 1 == result.code
    assert "nothing was written" in result.out
    assert not (tmp_path / "draft").exists()


def test_wrong_use_is_said(run: Run, tmp_path: Path) -> None:
    """A partial key, a folder that holds something: exit code 2, and nothing is written."""
    (tmp_path / "mine.txt").write_text("mine", "utf-8")
    for arguments, said in (
        (("--device", "ESME/1028", "--as-of", "2025-11-30"), "Device Models"),
        ((*QUESTION, "--out", str(tmp_path)), "not empty"),
    ):
        result = run("observe", REQUEST, FAILURE, *arguments)
        assert 2 == result.code
        assert said in " ".join(result.err.split())
    assert ["mine.txt"] == [path.name for path in tmp_path.iterdir()]
