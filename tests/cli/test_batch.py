"""`s1sr batch` as a person runs it: tables, archives, wrong use, and every exit code."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.invented import LOG, MAKER_ONE, MAKER_TWO, TINY, request_xml

Run = Callable[..., Any]
ASKED = ("--catalogue", str(TINY), "--as-of", "2020-01-01", "--jobs", "1")


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """Three lines: two requests to two makers, and one that is broken."""
    rows = [
        {"xml": request_xml(LOG), "key": MAKER_ONE},
        {"xml": "<broken", "key": MAKER_ONE},
        {"xml": request_xml(LOG), "key": MAKER_TWO},
    ]
    path = tmp_path / "in.ndjson"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path


def test_rejects_give_one(run: Run, table: Path, tmp_path: Path) -> None:
    """A broken message is put aside with its line; the others are predicted, and the exit code says that one was."""
    out = tmp_path / "out.ndjson"
    result = run("batch", str(table), "--device-column", "key", "--out", str(out), *ASKED)
    assert (1, "") == (result.code, result.err)
    found = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert [MAKER_ONE, MAKER_TWO] == [row["device_model"] for row in found]
    (reject,) = (tmp_path / "out.ndjson.rejects.ndjson").read_text("utf-8").splitlines()
    assert (f"{table}:2", "REQ003") == (json.loads(reject)["name"], json.loads(reject)["code"])
    assert "requests predicted: 2" in result.out
    assert "rejected: 1, with the reason" in result.out


def test_all_good_gives_zero(run: Run, tmp_path: Path) -> None:
    """A folder of sound requests gives 0 and a CSV with a row each."""
    (tmp_path / "in").mkdir()
    for name in ("a.xml", "b.xml"):
        (tmp_path / "in" / name).write_text(request_xml(LOG), "utf-8")
    out = tmp_path / "out.csv"
    result = run("batch", str(tmp_path / "in"), "--device", MAKER_ONE, "--out", str(out), *ASKED)
    assert (0, 3) == (result.code, len(out.read_text("utf-8").splitlines()))


def test_nothing_gives_four(run: Run, tmp_path: Path) -> None:
    """A folder without messages is not a success."""
    (tmp_path / "in").mkdir()
    result = run("batch", str(tmp_path / "in"), "--device", MAKER_ONE, "--out", str(tmp_path / "out.csv"), *ASKED)
    assert (4, True) == (result.code, "no messages" in result.out)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "either --device or --device-column"),
        (("--device", "ESME", "--device-column", "key"), "either --device or --device-column"),
        (("--device", "ESME/0000"), "not in the Central Products List"),
        (("--device", "ESME", "--standing", "withdrawn"), "not a standing"),
        (("--device", "ESME", "--state", "no.such=1"), "no state fact"),
        (("--device", "ESME", "--column", "other"), ""),
    ],
)
def test_wrong_use(run: Run, table: Path, tmp_path: Path, arguments: tuple[str, ...], said: str) -> None:
    """A question that cannot be asked is refused before anything is written; a wrong column is a reject of each row."""
    out = tmp_path / "out.ndjson"
    result = run("batch", str(table), "--out", str(out), *ASKED, *arguments)
    assert ((2, False) if said else (1, True)) == (result.code, out.exists())
    assert said in result.err


def test_unknown_ending_and_missing_input(run: Run, table: Path, tmp_path: Path) -> None:
    """An output of no known format is wrong use, and an input that is not there cannot be read."""
    asked = ("--device", MAKER_ONE, *ASKED)
    assert 2 == run("batch", str(table), "--out", str(tmp_path / "out.xlsx"), *asked).code
    assert 3 == run("batch", str(tmp_path / "none.xml"), "--out", str(tmp_path / "out.csv"), *asked).code


def test_parts_are_kept_and_taken_up(run: Run, table: Path, tmp_path: Path) -> None:
    """Parts of a stopped run are not overwritten, where there are any; --resume refuses a run with another question."""
    out = tmp_path / "out.ndjson"
    asked = ("batch", str(table), str(tmp_path / "late.xml"), "--device", MAKER_ONE, "--out", str(out), *ASKED)
    assert [3, 3] == [run(*asked).code, run(*asked).code]
    (tmp_path / "out.ndjson.parts" / "00000000.done").write_text("{}", "utf-8")
    again = run(*asked)
    assert (2, True) == (again.code, "--resume" in again.err)
    changed = run(*asked, "--resume", "--standing", "observed")
    assert (2, True) == (changed.code, "from another run" in changed.err)
