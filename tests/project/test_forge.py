"""What a forge runs can be run here, and no change can do with it what it should not."""

import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from s1sr_validator.cli.registry import COMMANDS
from tests.cli.conftest import run as run  # noqa: PLC0414 - the fixture, for this folder too

ROOT = Path(__file__).parents[2]
TOOLS = Path(sys.executable).parent
WORKFLOWS = {path.name: yaml.safe_load(path.read_text("utf-8")) for path in ROOT.glob(".github/workflows/*.yml")}
PINNED = re.compile(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v[0-9]+\.[0-9]+\.[0-9]+")
OWN = {"git", "gh", "make", "python3", ".venv/bin/s1sr"}
"""The commands of workflows that are more than a shell's everyday tools."""
EVERYDAY = {"awk", "cd", "echo", "exit", "export", "head", "mkdir", "sha256sum", "sudo", "test"}


def steps(workflow: str) -> Iterator[dict[str, Any]]:
    """Yield the steps of a workflow's jobs."""
    for job in WORKFLOWS[workflow]["jobs"].values():
        yield from job["steps"]


def scripts() -> list[tuple[str, str]]:
    """Return every script that a workflow runs, with the workflow's name."""
    return [(name, step["run"]) for name in sorted(WORKFLOWS) for step in steps(name) if "run" in step]


def own_calls(command: str) -> list[list[str]]:
    """Return the words of each call of a command in the workflows' scripts."""
    start = re.compile(rf"^(?:\w+=\$\()?(?:sudo )?{re.escape(command)} (.*)$")
    lines = (line.strip() for _, script in scripts() for line in script.replace("\\\n", " ").splitlines())
    return [shlex.split(found[1].removesuffix(")"), posix=True) for line in lines if (found := start.match(line))]


@pytest.mark.parametrize(
    "command",
    [["actionlint", "-no-color", "-shellcheck=", "-pyflakes="], ["zizmor", "--offline", "--no-progress", ".github"]],
    ids=["actionlint", "zizmor"],
)
def test_linters_have_nothing_to_say(command: list[str]) -> None:
    """Syntax, expressions and contexts are right, and no token or text from outside goes where it should not."""
    ran = subprocess.run(  # noqa: S603 - locked tools, fixed arguments
        [str(TOOLS / command[0]), *command[1:]], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert 0 == ran.returncode, ran.stdout + ran.stderr


@pytest.mark.parametrize(
    ("command", "line", "wrong"),
    [
        ("actionlint", "${{ matrix.python }}", "${{ matrix.pyton }}"),
        ("zizmor", "# v7.0.0\n", "# v7.0.0\n      - run: echo ${{ github.event.pull_request.title }}\n"),
    ],
)
def test_linters_would_say_something(command: str, line: str, wrong: str, tmp_path: Path) -> None:
    """A misspelt context and a title that becomes shell code are found: a silent linter has looked."""
    folder = tmp_path / ".github" / "workflows"
    folder.mkdir(parents=True)
    text = (ROOT / ".github" / "workflows" / "checks.yml").read_text("utf-8")
    assert line in text
    (folder / "checks.yml").write_text(text.replace(line, wrong), "utf-8")
    arguments = ["-shellcheck=", "-pyflakes="] if command == "actionlint" else ["--offline", "--no-progress"]
    path = str(folder / "checks.yml")
    ran = subprocess.run([str(TOOLS / command), *arguments, path], capture_output=True, check=False)  # noqa: S603 - as above
    assert 0 != ran.returncode


@pytest.mark.parametrize("workflow", sorted(WORKFLOWS))
def test_scripts_are_shell(workflow: str) -> None:
    """Bash can read each of them, and they run in it, with pipefail."""
    assert "bash" == WORKFLOWS[workflow]["defaults"]["run"]["shell"]
    for script in (text for name, text in scripts() if name == workflow):
        ran = subprocess.run(["bash", "-n"], input=script, capture_output=True, text=True, check=False)  # noqa: S607 - bash
        assert (0, "") == (ran.returncode, ran.stderr), script


def test_scripts_call_what_is_known_here() -> None:
    """The first word of each line of the checks is a command that this test knows how to look up."""
    lines = [line for name, script in scripts() if name != "impact-comment.yml" for line in script.splitlines()]
    first = {match[1] for line in lines if (match := re.match(r"\s*(?:\w+=\$\()?([\w./-]+)(?= |$)", line))}
    assert {"make", ".venv/bin/s1sr"} <= first
    assert set() == first - OWN - EVERYDAY - {"if", "fi", "inside"}


def test_targets_exist() -> None:
    """Each `make` of a workflow names targets of the Makefile."""
    targets = set(re.findall(r"^([a-z]+):.*##", (ROOT / "Makefile").read_text("utf-8"), flags=re.MULTILINE))
    called = {word for words in own_calls("make") for word in words if not word.startswith("-")}
    assert {"setup", "test", "site", "wheel"} <= called
    assert called <= targets


def test_commands_and_options_exist(run: Callable[..., Any]) -> None:
    """Each `s1sr` of a workflow is a command with these options."""
    calls = own_calls(".venv/bin/s1sr")
    assert {"lint", "fmt", "diff", "impact", "compile", "--version"} == {words[0] for words in calls}
    for command, *words in calls:
        options = {word for word in words if word.startswith("--")}
        assert command in {*COMMANDS, "--version"}
        assert options <= set(re.findall(r"--[a-z-]+", run(command, "--help").out))


def test_the_forge_checks_what_ci_checks() -> None:
    """The same targets in the same words, on every Python that the package names."""
    lines = (ROOT / ".ci" / "run").read_text("utf-8").splitlines()
    wanted = {line for line in lines if line.startswith("make ")}
    assert wanted
    for workflow in ("checks.yml", "release.yml"):
        assert wanted <= {step.get("run", "").removeprefix("sudo ") for step in steps(workflow)}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    versions = [each.rsplit(" ", 1)[1] for each in project["classifiers"] if re.search(r":: 3\.\d+$", each)]
    assert versions == WORKFLOWS["checks.yml"]["jobs"]["checks"]["strategy"]["matrix"]["python"]


@pytest.mark.parametrize("workflow", sorted(WORKFLOWS))
def test_actions_are_pinned(workflow: str) -> None:
    """A full commit, with its version beside it for people and for the bot that raises it."""
    lines = (ROOT / ".github" / "workflows" / workflow).read_text("utf-8").splitlines()
    used = [line.partition("uses: ")[2] for line in lines if "uses: " in line]
    assert [] == [each for each in used if not PINNED.fullmatch(each)]


def test_one_action_is_one_commit() -> None:
    """All workflows use an action in one version."""
    used = {step["uses"] for name in WORKFLOWS for step in steps(name) if "uses" in step}
    assert len(used) == len({each.partition("@")[0] for each in used})


@pytest.mark.parametrize("workflow", sorted(WORKFLOWS))
def test_code_of_a_change_never_meets_a_token_that_writes(workflow: str) -> None:
    """Nothing is allowed but job by job; what a pull request starts may read, and what may write checks nothing out."""
    found = WORKFLOWS[workflow]
    assert {} == found["permissions"]
    # YAML 1.1 reads the key `on` as a truth value.
    triggers = found[True]
    for job in found["jobs"].values():
        writes = "write" in job["permissions"].values()
        assert not (writes and "pull_request" in triggers)
        assert not (writes and any("actions/checkout" in step.get("uses", "") for step in job["steps"]))
    assert "pull_request_target" not in triggers


def test_the_tag_and_the_changelog_agree(tmp_path: Path) -> None:
    """The release's notes are the part of the changelog that `s1sr release` wrote for the tag."""
    script = next(step["run"] for step in steps("release.yml") if "notes.md" in step.get("run", ""))
    sections = "## [Unreleased]\n\n## [0.2.0] - 2016-02-01\n\nNew.\n\n## [0.1.0] - 2016-01-01\n\nOld.\n"
    (tmp_path / "CHANGELOG.md").write_text(sections, "utf-8")
    command = ["bash", "-euo", "pipefail", "-c", script]
    for tag, code, said in (("v0.2.0", 0, "\nNew.\n\n"), ("v0.1.0", 0, "\nOld.\n"), ("v0.3.0", 1, "")):
        ran = subprocess.run(command, cwd=tmp_path, env={"GITHUB_REF_NAME": tag, "PATH": "/usr/bin:/bin"}, check=False)  # noqa: S603 - our own script
        assert (code, said) == (ran.returncode, (tmp_path / "build" / "notes.md").read_text("utf-8"))


def test_the_comment_is_bounded_and_calls_nobody(tmp_path: Path) -> None:
    """What comes from a change is cut to what the forge takes, and names in it are no mentions."""
    script = next(step["run"] for step in steps("impact-comment.yml") if "comment.md" in step["run"])
    (tmp_path / "impact").mkdir()
    (tmp_path / "impact" / "impact.md").write_bytes(b"@somebody \xff" + b"@" * 70_000)
    gh = tmp_path / "gh"
    gh.write_text('#!/bin/sh\nif [ "$1" = api ]; then echo "$NUMBER"; else echo "$@"; fi\n', "utf-8")
    gh.chmod(0o755)
    surroundings = {"GH_REPO": "a/b", "OWNER": "o", "BRANCH": "b", "HEAD_SHA": "0", "PATH": f"{tmp_path}:/usr/bin:/bin"}
    said = {}
    for number in ("", "7"):
        said[number] = subprocess.run(  # noqa: S603 - our own script, and a gh that only prints
            ["/usr/bin/env", "bash", "-euo", "pipefail", "-c", script],
            cwd=tmp_path,
            env={**surroundings, "NUMBER": number},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        assert (tmp_path / "comment.md").exists() == bool(number)
    assert "nothing to write" in said[""]
    assert said["7"].startswith("pr comment 7 ")
    comment = (tmp_path / "comment.md").read_text("utf-8")
    assert len(comment) < 65_536
    assert "@" not in comment
