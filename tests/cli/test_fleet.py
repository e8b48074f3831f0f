"""`s1sr fleet` as a person runs it: the formats, wrong use, and every exit code."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.contribution.test_git_folders import git
from tests.invented import MAKER_ONE, MAKER_TWO, TINY, edit, tiny_copy

Run = Callable[..., Any]
ASKED = ("--catalogue", str(TINY), "--as-of", "2030-01-01", "--standing", "observed")

pytest.importorskip("duckdb")


@pytest.fixture
def meters(tmp_path: Path) -> str:
    """Four invented meters, one of them of a Device Model that nobody knows."""
    path = tmp_path / "meters.csv"
    path.write_text(f"meter,device_model\n1,{MAKER_ONE}\n2,{MAKER_ONE}\n3,{MAKER_TWO}\n4,<b>none</b>\n", "utf-8")
    return str(path)


def test_formats_agree(run: Run, meters: str) -> None:
    """Text, JSON and HTML give the same count; nothing of the table becomes markup."""
    asked = ("fleet", meters, "--behaviour", "S1B-9001", *ASKED)
    report = json.loads(run(*asked, "--format", "json").out)
    assert (4, 1) == (report["meters"], report["meters_unknown"])
    assert f"{report['meters_touched']} of 4 meters" in run(*asked).out
    page = run(*asked, "--format", "html").out
    assert (True, False) == ("&lt;b&gt;none" in page, "<b>none" in page)


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ((), 2, "no one question"),
        (("--behaviour", "S1B-9001", "--change", "HEAD"), 2, "no one question"),
        (("--behaviour", "S1B-0000"), 2, "no behaviour"),
        (("--behaviour", "S1B-9001", "--column", "other"), 2, "no column 'other'"),
        (("--behaviour", "S1B-9001", "--column", "meter"), 4, ""),
    ],
)
def test_wrong_use(run: Run, meters: str, arguments: tuple[str, ...], code: int, said: str) -> None:
    """A question that cannot be asked is wrong use; a column of no Device Models has nothing to look at."""
    result = run("fleet", meters, *arguments, *ASKED)
    assert code == result.code
    assert said in result.err


def test_missing_table(run: Run, tmp_path: Path) -> None:
    """A table that is not there cannot be read."""
    assert 3 == run("fleet", str(tmp_path / "none.csv"), "--behaviour", "S1B-9001", *ASKED).code


def test_overlay(run: Run, meters: str) -> None:
    """A private overlay is asked about by its folder."""
    overlay = str(TINY.with_name("tiny_overlay"))
    assert 0 == run("fleet", meters, "--overlay", overlay, *ASKED).code


def test_example_of_the_help(run: Run) -> None:
    """The example in the help works as it stands."""
    result = run("fleet", "examples/fleet.csv", "--behaviour", "S1B-0001", "--as-of", "2026-01-31")
    assert (0, True) == (result.code, "3 of 6 meters" in result.out)


@pytest.fixture
def revised(tmp_path: Path) -> Path:
    """The tiny catalogue in a repository: at tag `first` as it is, and since then without maker one in a row."""
    folder = tiny_copy(tmp_path)
    for arguments in (("init", "-q", "-b", "main"), ("add", "."), ("commit", "-qm", "First"), ("tag", "first")):
        git(tmp_path, *arguments)
    edit(folder, "matrix/invented/maker-two.yaml", 'manufacturer: ["FFF1"]', 'manufacturer: ["FFF3"]')
    git(tmp_path, "commit", "-qam", "Second")
    return folder


@pytest.mark.parametrize(
    ("change", "touched"), [("first..HEAD", 1), ("first", 1), ("HEAD..first", 1), ("HEAD", 0), ("first..first", 0)]
)
def test_change_between_revisions(run: Run, meters: str, revised: Path, change: str, touched: int) -> None:
    """A change touches the meters of the Device Models whose predictions differ, whichever way it goes."""
    asked = ("fleet", meters, "--catalogue", str(revised), "--as-of", "2030-01-01", "--standing", "observed")
    result = run(*asked, "--change", change, "--format", "json")
    report = json.loads(result.out)
    assert (0, 4, touched) == (result.code, report["meters"], report["meters_touched"])
    expected = [MAKER_TWO] if touched else []
    assert expected == [each["id"] for each in report["by_model"] if each["touched"]]
    assert (["S1B-9002", "S1B-9003"] if touched else []) == report["behaviours"]
    assert change.partition("..")[0] in report["question"]


def test_change_of_what_is_not_committed(run: Run, meters: str, revised: Path) -> None:
    """One revision is compared with the folder as it is; a name that stands for none is wrong use."""
    git(revised, "checkout", "-q", "first", "--", ".")
    asked = ("fleet", meters, "--catalogue", str(revised), "--as-of", "2030-01-01", "--standing", "observed")
    result = run(*asked, "--change", "HEAD")
    assert (0, True) == (result.code, "working tree" in " ".join(result.out.split()))
    assert "1 of 4 meters" in result.out
    assert 2 == run(*asked, "--change", "nothing..HEAD").code
