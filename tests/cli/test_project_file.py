"""The options about a project's file and about rules, as commands take them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from s1sr_validator.checking.registry import CHECKING_RULES
from s1sr_validator.cli.project_options import chosen, coverage_of, file_in, project_at, sound
from s1sr_validator.model.errors import InputError, UsageError
from s1sr_validator.model.project import EVERYTHING, Project, RunCoverage, Selection

Run = Callable[..., Any]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a project's file and two folders; the current folder is one of them."""
    for folder in (".git", "requests/old", "elsewhere"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "s1sr.toml").write_text("[check]\nrole = 'IS'\n", "utf-8")
    (tmp_path / "other.toml").write_text("[check]\nrole = 'GS'\n", "utf-8")
    monkeypatch.chdir(tmp_path / "requests")
    return tmp_path


@pytest.mark.parametrize(
    ("config", "no_config", "expected"),
    [(None, False, "IS"), (Path("../other.toml"), False, "GS"), (None, True, "")],
    ids=["the nearest", "a named one", "none"],
)
def test_which_file_is_read(project: Path, config: Path | None, no_config: bool, expected: str) -> None:
    """Without an option the nearest file of the repository."""
    assert (project / "s1sr.toml").is_file()
    assert expected == project_at(config, no_config=no_config).defaults.role


def test_the_file_is_named_as_seen_from_here(project: Path) -> None:
    """A finding about it can be clicked on."""
    assert (str(Path("../s1sr.toml")), project.resolve().as_posix()) == (
        (found := project_at(None, no_config=False)).file,
        found.folder,
    )


def test_without_a_file_nothing_is_set(project: Path) -> None:
    """A project need not have one."""
    (project / "s1sr.toml").unlink()
    assert Project() == project_at(None, no_config=False)


def test_a_named_file_must_be_there(project: Path) -> None:
    """Going on without what was asked for would look as if it held."""
    with pytest.raises(InputError) as caught:
        project_at(project / "nowhere.toml", no_config=False)
    assert ("PRJ001", 3) == (caught.value.finding.code, caught.value.exit_code)


def test_named_and_refused(project: Path) -> None:
    """The two options cannot both be meant."""
    with pytest.raises(UsageError):
        project_at(project / "s1sr.toml", no_config=True)


def test_sound(project: Path) -> None:
    """A command that reports no findings takes no file that has any."""
    assert sound(project_at(None, no_config=False)).defaults.role
    (project / "s1sr.toml").write_text("[chek]\n", "utf-8")
    with pytest.raises(InputError, match="has no key"):
        sound(project_at(None, no_config=False))


@pytest.mark.parametrize(
    ("select", "ignore", "expected"),
    [
        (None, None, (("REQ1",), ("REQ107",))),
        (["REQ108,period-reversed"], None, (("REQ108", "REQ107"), ("REQ107",))),
        (["REQ108", "REQ109, REQ110,"], None, (("REQ108", "REQ109", "REQ110"), ("REQ107",))),
        (None, ["REQ109"], (("REQ1",), ("REQ109",))),
        ([""], [""], ((), ())),
    ],
    ids=["the file's", "names with commas", "repeated", "one list only", "emptied"],
)
def test_the_command_line_replaces_the_lists_of_the_file(
    select: list[str] | None, ignore: list[str] | None, expected: tuple[tuple[str, ...], tuple[str, ...]]
) -> None:
    """Each option by itself."""
    given = Selection(select=("REQ1",), ignore=("REQ107",))
    found = chosen(select, ignore, given, CHECKING_RULES)
    assert expected == (found.select, found.ignore)


def test_nothing_chosen_is_everything() -> None:
    """Without options and without a file every rule is asked."""
    assert EVERYTHING == chosen(None, None, EVERYTHING, CHECKING_RULES)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.xml", "requests/a.xml"),
        ("./old/../a.xml", "requests/a.xml"),
        ("../elsewhere/b.xml", "elsewhere/b.xml"),
        ("in.zip/a.xml", "requests/in.zip/a.xml"),
        ("../../a.xml", "../a.xml"),
    ],
)
def test_files_are_seen_from_the_projects_folder(project: Path, name: str, expected: str) -> None:
    """Whatever folder the command runs in."""
    found = project_at(None, no_config=False)
    assert (expected, "elsewhere/c.xml") == (file_in(found)(name), file_in(found)(str(project / "elsewhere/c.xml")))


@pytest.mark.parametrize(
    ("expected", "inputs", "as_usual"),
    [
        (RunCoverage.WHOLE, [".."], True),
        (RunCoverage.WHOLE, ["a.xml", "../."], True),
        (RunCoverage.WHOLE, ["../.."], True),
        (RunCoverage.PART, [".."], False),
        (RunCoverage.FILES, ["."], True),
        (RunCoverage.FILES, ["a.xml", "-"], True),
        (RunCoverage.FILES, ["../s1sr.toml"], True),
        (RunCoverage.FILES, [], True),
        (RunCoverage.PART, ["a.xml"], False),
    ],
)
def test_coverage(project: Path, expected: RunCoverage, inputs: list[str], as_usual: bool) -> None:
    """The whole project is looked at where its folder, or one above it, is given."""
    assert project.is_dir()
    assert expected is coverage_of(inputs, project_at(None, no_config=False), as_usual=as_usual)


def test_lint_asks_what_is_selected(run: Run) -> None:
    """Fewer rules, by code, beginning and name."""
    result = run("lint", "--catalogue", "tests/tiny_catalogue", "--select", "CAT15", "--ignore", "source-used")
    every = run("lint", "--catalogue", "tests/tiny_catalogue")
    assert (0, 0) == (result.code, every.code)
    assert result.out != every.out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--select", "CAT999"], "nearest: CAT"),
        (["--select", "REQ108"], "no rule that is asked here"),
        (["--ignore", "CAT007"], "always reported"),
        (["--ignore", "CAT"], "leaves no rule"),
    ],
)
def test_lint_refuses_a_wrong_selection(run: Run, arguments: list[str], message: str) -> None:
    """Wrong use, said in words."""
    result = run("lint", "--catalogue", "tests/tiny_catalogue", *arguments)
    assert (2, "") == (result.code, result.out)
    assert message in result.err


def test_the_rules_about_the_file_are_explained(run: Run) -> None:
    """By code and by name."""
    assert 0 == run("explain", "PRJ014").code
    assert run("explain", "PRJ014").out == run("explain", "suppression-unused").out
