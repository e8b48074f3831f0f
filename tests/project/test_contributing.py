"""What contributors meet: owners, forms, hooks, fragments, and records that tell editors and readers their rules."""

import re
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from s1sr_validator.cli import main
from s1sr_validator.cli.registry import COMMANDS
from s1sr_validator.contribution.fragments import read_fragments
from s1sr_validator.contribution.release_files import fragment_texts
from s1sr_validator.model.kinds import KIND_BY_FOLDER
from tests.cli.conftest import run as run  # noqa: PLC0414 - the fixture, for this folder too

ROOT = Path(__file__).parents[2]


def test_code_owners_are_left_to_the_host() -> None:
    """Nobody is named who is not there: the file holds comments and a placeholder."""
    lines = (ROOT / ".github" / "CODEOWNERS").read_text("utf-8").splitlines()
    assert all(line.startswith("#") for line in lines)
    assert {"@ORGANISATION/TEAM"} == {word for line in lines for word in line.split() if word.startswith("@")}
    folders = {line.split()[1] for line in lines if " /" in line}
    assert all((ROOT / folder.strip("/")).is_dir() for folder in folders)


def test_the_bot_looks_at_actions() -> None:
    """The pinned commits are raised by a bot, which waits before it takes a new version."""
    (update,) = yaml.safe_load((ROOT / ".github" / "dependabot.yml").read_text("utf-8"))["updates"]
    assert "github-actions" == update["package-ecosystem"]
    assert update["cooldown"]["default-days"] >= 7


def test_people_are_asked_what_no_check_knows() -> None:
    """The page for pull requests asks questions, and the form for behaviours asks for a source."""
    template = (ROOT / ".github" / "PULL_REQUEST_TEMPLATE.md").read_text("utf-8")
    questions = [line for line in template.splitlines() if line.startswith("- ")]
    assert questions
    assert all("?" in question for question in questions)
    form = yaml.safe_load((ROOT / ".github" / "ISSUE_TEMPLATE" / "behaviour.yml").read_text("utf-8"))
    assert {"source", "place"} <= {
        each.get("id") for each in form["body"] if each.get("validations", {}).get("required")
    }


@pytest.mark.parametrize(
    ("hook", "arguments", "code"),
    [
        ("s1sr-check", ["--as-of", "2025-11-30", "examples/request_4.4.2.xml"], 0),
        ("s1sr-check", ["--as-of", "2025-11-30", "tests/verdict/messages/dcc_alert_s1sp_S1CE2003.xml"], 2),
        ("s1sr-lint", ["--catalogue", "tests/tiny_catalogue", "--overlay", "tests/tiny_overlay"], 0),
        ("s1sr-fmt", ["catalogue/behaviours/S1B-0001.yaml"], 0),
    ],
)
def test_hooks_for_others_run(hook: str, arguments: list[str], code: int, run: Callable[..., Any]) -> None:
    """What a hook for others enters is a command of ours, with files behind it as pre-commit gives them."""
    hooks = {each["id"]: each for each in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))}
    program, *entry = shlex.split(hooks[hook]["entry"])
    assert ("s1sr", "python") == (program, hooks[hook]["language"])
    assert code == run(*entry, *arguments).code


def test_every_hook_is_tried_and_named() -> None:
    """Hooks have what pre-commit needs of them."""
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert ["s1sr-check", "s1sr-lint", "s1sr-fmt"] == [each["id"] for each in hooks]
    assert all({"name", "description", "entry", "language"} <= set(each) for each in hooks)


def test_own_hooks_enter_what_is_installed() -> None:
    """The hooks of this repository call tools of its environment, and our commands among them."""
    config = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))
    (own,) = [each for each in config["repos"] if each["repo"] == "local"]
    entries = {each["id"]: shlex.split(each["entry"]) for each in own["hooks"]}
    assert {"s1sr-lint", "s1sr-fmt", "actionlint", "zizmor"} <= set(entries)
    assert all(entry[0].startswith(".venv/bin/") for entry in entries.values())
    assert {"lint", "fmt"} == {entry[1] for entry in entries.values() if entry[0].endswith("/s1sr")} <= set(COMMANDS)


def test_fragments_can_be_read() -> None:
    """Each file of changelog.d says part and size, and its guide shows a name that can be read."""
    read_fragments(fragment_texts(ROOT))
    guide = (ROOT / "changelog.d" / "README.md").read_text("utf-8")
    shown = re.search(r"for example `([^`]+)`", guide)
    assert shown
    assert read_fragments({shown[1]: "A change."})


def test_every_record_tells_editors_its_schema() -> None:
    """The first line of each record points at the schema of its kind, and the schema is there."""
    wrong = []
    for path in sorted((ROOT / "catalogue").rglob("*.yaml")):
        found = re.match(r"# yaml-language-server: \$schema=(\S+)\n", path.read_text("utf-8"))
        folder = path.relative_to(ROOT / "catalogue").parts[0]
        kind = KIND_BY_FOLDER[folder].singular if folder in KIND_BY_FOLDER else "catalogue"
        schema = ROOT / "schemas" / f"{kind}.schema.json"
        if not found or (path.parent / found[1]).resolve() != schema or not schema.is_file():
            wrong.append(path)
    assert [] == wrong


def test_guidelines_cite_what_decides(capsys: pytest.CaptureFixture[str]) -> None:
    """Each rule of the authoring guide ends with the rules by which lint holds records to it; lint can explain each."""
    guide = (ROOT / "catalogue" / "README.md").read_text("utf-8")
    section = guide.partition("## Rules that hold everywhere\n")[2].partition("\n## ")[0]
    rules = re.split(r"^\* ", section, flags=re.MULTILINE)[1:]
    assert rules
    assert [] == [rule for rule in rules if not re.search(r"\([^()]*[A-Z]{3}[0-9]{3}[^()]*\)\s*$", rule)]
    for code in sorted(set(re.findall(r"\b(?:CAT|FMT|OVL)[0-9]{3}\b", guide))):
        assert 0 == main(["explain", code]), code
    assert "Traceback" not in capsys.readouterr().err
