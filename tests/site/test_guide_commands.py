"""Every command that a guide shows is run as it is pasted, with files of the names that it uses."""

import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa  # type: ignore[import-untyped]
import pytest
from pyarrow import parquet

from s1sr_validator.cli.app import main
from tests.exchange.invented_cpl import edition, save, smets1
from tests.exchange.invented_docx import clause, docx, paragraph, run
from tests.exchange.invented_matrix import save_matrix
from tests.messages.invented_schemas import whole_set

ROOT = Path(__file__).parents[2]
MESSAGES = ROOT / "tests" / "verdict" / "messages"
GUIDES = sorted(path.name for path in (ROOT / "site" / "guides").glob("*.md"))
READERS = ("import", "new", "lint", "diff", "impact")
"""Commands that work on the clone's own catalogue: here on a copy."""
WITHOUT_COMMANDS = {"index.md"}


def commands(guide: str) -> list[list[str]]:
    """Return the commands of a guide's console blocks, each as its words."""
    text = (ROOT / "site" / "guides" / guide).read_text("utf-8")
    blocks = "".join(re.findall(r"```console\n(.*?)```", text, flags=re.DOTALL))
    return [shlex.split(line) for line in blocks.replace("\\\n", "").splitlines()]


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the catalogue in a repository of its own."""
    folder = tmp_path_factory.mktemp("clone")
    shutil.copytree(ROOT / "catalogue", folder / "catalogue")
    person = {
        f"GIT_{role}_{what}": "a@example.invalid" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
    }
    surroundings = {**os.environ, **person, "GIT_CONFIG_GLOBAL": os.devnull}
    for arguments in (("init", "--quiet"), ("add", "."), ("commit", "--quiet", "-m", "Start")):
        subprocess.run(["git", *arguments], cwd=folder, env=surroundings, check=True)  # noqa: S603, S607 - fixed
    return folder / "catalogue"


@pytest.fixture
def reader(tmp_path: Path, catalogue: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder in which a reader has every file that the guides name; all of them are invented."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("S1SR_SCHEMAS", str(tmp_path / "store"))
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    shutil.copy(MESSAGES / "request_4.4.2.xml", tmp_path / "request.xml")
    shutil.copy(MESSAGES / "smets1_response_debug_only.xml", tmp_path / "response.xml")
    save(tmp_path / "central_products_list.xlsx", edition([smets1(1), smets1(2)]))
    save_matrix(tmp_path / "matrix.xlsx", {"Matrix": [["Clause", "1028 ESME", "1031 ESME"], ["18.17p", "Y", None]]})
    for name, number in (("appendix-am.docx", "17.0"), ("appendix-am-18.docx", "18.0")):
        title = paragraph(run(f"Invented Requirements, Version: {number}"))
        docx(tmp_path, title, clause("Invented behaviours", 0), clause("The SRV 4.4.2 will fail.", 1), name=name)
    docx(
        tmp_path,
        paragraph(run("Invented consultation")),
        paragraph(run("We propose clause 9.1.")),
        name="consultation.docx",
    )
    models = ["ESME/1028/5678/0201/03465317"] * 3
    texts = [(ROOT / "examples" / "request_4.4.2.xml").read_text("utf-8")] * 3
    parquet.write_table(pa.table({"device_model": models}), tmp_path / "meters.parquet")
    parquet.write_table(pa.table({"xml": texts, "device_model": models}), tmp_path / "requests.parquet")
    (tmp_path / "FOLDER").mkdir()
    for file, data in whole_set().items():
        (tmp_path / "FOLDER" / file).write_bytes(data)
    (tmp_path / "empty").mkdir()
    shutil.copy(catalogue / "catalogue.yaml", tmp_path / "empty")
    yield tmp_path
    subprocess.run(["git", "checkout", "--quiet", "."], cwd=catalogue, check=True)  # noqa: S607 - fixed
    subprocess.run(["git", "clean", "--quiet", "-fd"], cwd=catalogue, check=True)  # noqa: S607 - fixed


@pytest.mark.parametrize("guide", [guide for guide in GUIDES if guide not in WITHOUT_COMMANDS])
def test_every_command_of_a_guide_runs(
    guide: str, reader: Path, catalogue: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In the order of the page; each ends with 0, and `check` with 1 where the page says so."""
    shown = commands(guide)
    assert shown
    for words in shown:
        if words[0] == "make":
            assert f"\n{words[1]}: " in (ROOT / "Makefile").read_text("utf-8")
            continue
        assert words[0].removeprefix(".venv/bin/") == "s1sr", words
        command = words[1:]
        if command[0] in READERS and "consultation" not in command:
            command += ["--catalogue", str(reader / "empty" if "cpl" in command else catalogue)]
        code = main(command)
        written = capsys.readouterr()
        expected = 1 if command[0] == "check" else 0
        assert expected == code, f"{shlex.join(words)}\n{written.out}\n{written.err}"


def test_no_guide_is_left_out() -> None:
    """A guide shows commands, or is known to be a list of the others."""
    assert {guide for guide in GUIDES if not commands(guide)} == WITHOUT_COMMANDS
