"""`s1sr release` as a maintainer runs it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.contribution.invented_release import RELEASED, files

Run = Callable[..., Any]


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """An invented checkout with one fragment."""
    for name, text in files(RELEASED).items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    folder = tmp_path / "changelog.d"
    folder.mkdir()
    (folder / "README.md").write_text("# Guide\n", "utf-8")
    (folder / "log.catalogue.minor.md").write_text("An invented log.\n", "utf-8")
    return tmp_path


def texts(folder: Path) -> dict[str, str]:
    """Return every file's text."""
    return {str(path.relative_to(folder)): path.read_text("utf-8") for path in folder.rglob("*") if path.is_file()}


def test_a_release_is_written(run: Run, checkout: Path) -> None:
    """Changelog and versions are raised, the fragment is gone, its guide stays; then nothing is left to release."""
    result = run("release", "--root", str(checkout), "--date", "2016-02-01")
    assert (0, True) == (result.code, result.out.startswith("## [1.4.3] - 2016-02-01\n"))
    assert "catalogue 0.3.1 -> 0.4.0\nsoftware 1.4.2 -> 1.4.3\n" in result.err
    after = texts(checkout)
    assert result.out in after["CHANGELOG.md"]
    assert 'version: "0.4.0"' in after["catalogue/catalogue.yaml"]
    assert 'version = "1.4.3"' in after["pyproject.toml"]
    assert {"changelog.d/README.md"} == {name for name in after if name.startswith("changelog.d/")}
    assert 4 == run("release", "--root", str(checkout)).code


def test_a_dry_run_writes_nothing(run: Run, checkout: Path) -> None:
    """The section is printed, and every file is as it was."""
    before = texts(checkout)
    result = run("release", "--root", str(checkout), "--dry-run", "--catalogue-version", "1.0.0")
    assert (0, True) == (result.code, "### Catalogue 1.0.0\n\n* An invented log.\n" in result.out)
    assert before == texts(checkout)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--catalogue-version", "0.3.2"], "would be a patch"),
        (["--software-version", "1.4"], "is no version"),
        (["--date", "1 February"], "is not a day"),
        (["--root", "examples"], "is not there"),
    ],
)
def test_what_cannot_be_is_wrong_use(run: Run, checkout: Path, arguments: list[str], said: str) -> None:
    """Exit code 2 with the reason, and nothing is written."""
    before = texts(checkout)
    result = run("release", "--root", str(checkout), *arguments)
    assert (2, "") == (result.code, result.out)
    assert said in result.err
    assert before == texts(checkout)


def test_this_checkout_can_be_released(run: Run) -> None:
    """The project's own fragments and versions make a release, or there is nothing new."""
    assert run("release", "--dry-run").code in {0, 4}


def test_a_release_that_was_broken_off_is_finished_or_refused(run: Run, checkout: Path) -> None:
    """The next run writes the rest; where a file has changed since it says so, and changes nothing."""
    before = texts(checkout)
    run("release", "--root", str(checkout), "--date", "2016-02-01")
    after = texts(checkout)
    for name, text in before.items():
        (checkout / name).write_text(text, "utf-8")
    journal = {"before": {name: before[name] for name in before if name != "changelog.d/README.md"}}
    journal["after"] = {name: after[name] for name in journal["before"] if name in after}
    (checkout / ".unfinished-release.json").write_text(json.dumps(journal), "utf-8")
    (checkout / "pyproject.toml").write_text("changed since", "utf-8")
    refused = run("release", "--root", str(checkout))
    assert (2, True) == (refused.code, "pyproject.toml has changed since" in " ".join(refused.err.split()))
    assert before["CHANGELOG.md"] == texts(checkout)["CHANGELOG.md"]
    (checkout / "pyproject.toml").write_text(before["pyproject.toml"], "utf-8")
    assert 0 == run("release", "--root", str(checkout)).code
    assert after == texts(checkout)
