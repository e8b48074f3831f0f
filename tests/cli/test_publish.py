"""`s1sr publish`: what it writes, says and refuses."""

from pathlib import Path

import pytest

from s1sr_validator.cli.app import main
from tests.invented import TINY


def test_it_writes_pages_api_and_feeds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One command fills the folder, says how much, and a second one finds it done."""
    arguments = ["publish", "--catalogue", str(TINY), "--out", str(tmp_path), "--as-of", "2020-06-01"]
    assert main(arguments) == 0
    assert (tmp_path / "records/behaviours/S1B-9001.md").is_file()
    assert (tmp_path / "api/v1/behaviours/S1B-9001.json").is_file()
    assert (tmp_path / "api/v1/behaviours/S1B-9001.yaml").is_file()
    assert (tmp_path / "rules/REQ101.md").is_file()
    assert (tmp_path / "feeds/dates.ics").is_file()
    assert "as of 2020-06-01" in capsys.readouterr().out
    assert main(arguments) == 0
    assert ", 0 written" in capsys.readouterr().out.replace("; 0", ", 0")


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--as-of", "soon", "not a day"),
        ("--repository", "javascript:alert(1)", "not a web address"),
        ("--catalogue", "/nowhere", "/nowhere"),
    ],
)
def test_wrong_use_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], option: str, value: str, said: str
) -> None:
    """A wrong option is an error with what is wrong, and nothing is written."""
    out = tmp_path / "out"
    assert main(["publish", "--out", str(out), option, value]) in {2, 3}
    assert said in capsys.readouterr().err
    assert not out.exists()


def test_a_file_in_the_place_of_the_folder_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The folder cannot be a file."""
    (tmp_path / "out").write_text("x")
    assert main(["publish", "--catalogue", str(TINY), "--out", str(tmp_path / "out")]) == 2
    assert "cannot be written" in " ".join(capsys.readouterr().err.split())
