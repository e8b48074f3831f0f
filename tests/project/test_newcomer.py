"""The guide from two XML files to a pull request is walked as it is written, in a clone of its own."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from s1sr_validator.contribution.new_ids import next_number, taken_ids
from s1sr_validator.model.kinds import find_kind

ROOT = Path(__file__).parents[2]
HEADING = "## From two XML files to a pull request in ten minutes\n"
EXAMPLE_ID = "S1B-0003"
PARTS = ("catalogue", "changelog.d", "schemas", "s1sr_validator", "tests/verdict/messages")
FILES = ("pyproject.toml", "CHANGELOG.md")
BLOCK = re.compile(r"(?:`(?P<file>[\w/-]+\.\w+)`[^`\n]*:\n\n)?```(?P<language>\w+)\n(?P<text>.*?)```", flags=re.DOTALL)
S1SR = f"""#!{sys.executable}
import sys
from s1sr_validator.cli import main
sys.exit(main())
"""


class Walk(msgspec.Struct, frozen=True):
    """What walking the guide left: the clone, the id that the behaviour got, and what each command block printed."""

    clone: Path
    behaviour: str
    printed: dict[str, str]

    def after(self, command: str) -> str:
        """Return what the block with a command printed."""
        (found,) = [text for block, text in self.printed.items() if command in block]
        return found


def guide() -> str:
    """Return the section of CONTRIBUTING.md."""
    _, found, section = (ROOT / "CONTRIBUTING.md").read_text("utf-8").partition(HEADING)
    assert found
    return section.partition("\n## ")[0]


def clone_of_this(folder: Path) -> Path:
    """Return a repository with this checkout's files on branch main, as a clone has them."""
    clone = folder / "clone"
    for part in PARTS:
        shutil.copytree(ROOT / part, clone / part, ignore=shutil.ignore_patterns("__pycache__", ".*"))
    for file in FILES:
        shutil.copy(ROOT / file, clone / file)
    command = folder / "bin" / "s1sr"
    command.parent.mkdir()
    command.write_text(S1SR, "utf-8")
    command.chmod(0o755)
    for arguments in (("init", "--quiet", "--initial-branch=main"), ("add", "."), ("commit", "--quiet", "-m", "Start")):
        subprocess.run(["git", *arguments], cwd=clone, env=surroundings(clone), check=True)  # noqa: S603, S607 - fixed
    return clone


def surroundings(clone: Path) -> dict[str, str]:
    """Return the environment: the clone's own package, and a git that asks nobody for a name."""
    person = {
        f"GIT_{role}_{what}": f"{what}@example.invalid"
        for role in ("AUTHOR", "COMMITTER")
        for what in ("NAME", "EMAIL")
    }
    return {
        **{name: text for name, text in os.environ.items() if not name.startswith("GIT_")},
        **person,
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_SYSTEM": os.devnull,
        "PATH": f"{clone.parent / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(clone),
        "NO_COLOR": "1",
        "COLUMNS": "120",
    }


def run(script: str, clone: Path) -> str:
    """Run a block of the guide, which has to end well, and return what it wrote."""
    ran = subprocess.run(  # noqa: S603 - our own guide
        ["bash", "-euo", "pipefail", "-c", script],  # noqa: S607 - the reader's shell
        cwd=clone,
        env=surroundings(clone),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert 0 == ran.returncode, f"{script}\n{ran.stdout}"
    return ran.stdout


@pytest.fixture(scope="module")
def walk(tmp_path_factory: pytest.TempPathFactory) -> Walk:
    """The guide, walked: its files written, its commands run, in its order.

    The id in it is an example. Where the catalogue has grown past it, the next free one stands in its place.
    """
    clone = clone_of_this(tmp_path_factory.mktemp("newcomer"))
    behaviour = next_number(taken_ids(clone / "catalogue", find_kind("behaviour")), "S1B-")
    text = guide().replace(EXAMPLE_ID, behaviour).replace(EXAMPLE_ID.casefold(), behaviour.casefold())
    printed = {}
    for block in BLOCK.finditer(text):
        if block["language"] == "console":
            printed[block["text"]] = run(block["text"], clone)
        else:
            (clone / block["file"]).write_text(block["text"], "utf-8")
    return Walk(clone, behaviour, printed)


def test_every_block_is_walked() -> None:
    """Each code block is commands, or a file that is named before it."""
    blocks = list(BLOCK.finditer(guide()))
    assert guide().count("```") == 2 * len(blocks)
    assert all((block["language"] == "console") == (block["file"] is None) for block in blocks)


def test_the_draft_explains_the_exchange(walk: Walk) -> None:
    """What nothing predicted is predicted with the draft over the catalogue, and with the new record in it."""
    assert "unpredicted_deviation" in walk.after("s1sr observe")
    assert "\npredicted_deviation" in walk.after("s1sr observe")
    assert "\npredicted_deviation" in walk.after("s1sr impact")


def test_the_edit_is_in_form(walk: Walk) -> None:
    """`fmt` put the edited record into its form: one record was written, and lint has nothing to say of it."""
    said = walk.after("s1sr fmt")
    assert f"catalogue/behaviours/{walk.behaviour}.yaml\n" in said
    assert ", 1 written\n" in said
    assert "no findings in" in said


def test_the_impact_is_the_one_that_was_meant(walk: Walk) -> None:
    """One Device Model changes for one service, and nothing else."""
    said = walk.after("s1sr impact")
    assert f"+ behaviour {walk.behaviour} " in said
    assert "4 added, 0 removed, 0 changed" in " ".join(said.split())
    assert f"{walk.behaviour}: ESME/1063 (Landis + Gyr), 1 Device Model, SRV 4.4.2" in said


def test_the_commit_holds_the_records_and_no_message(walk: Walk) -> None:
    """Four records and a fragment; neither the messages nor the draft came along."""
    added = run("git diff --name-status main...HEAD", walk.clone).splitlines()
    expected = [
        f"A\tcatalogue/behaviours/{walk.behaviour}.yaml",
        f"A\tcatalogue/matrix/observations/{walk.behaviour.casefold()}.yaml",
        "A\tcatalogue/observations/example-report-1.yaml",
        "A\tcatalogue/sources/example-invalid-reports-1.yaml",
        f"A\tchangelog.d/{walk.behaviour}.catalogue.minor.md",
    ]
    assert expected == added
    assert "early-periods\n" == run("git branch --show-current", walk.clone)


def test_the_next_release_tells_of_it(walk: Walk) -> None:
    """The fragment stands in what would be released."""
    assert f"* Behaviour {walk.behaviour}: an early read" in run("s1sr release --dry-run", walk.clone)
