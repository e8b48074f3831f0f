"""What a start costs, counted in modules and files, not in seconds: nothing is loaded that an answer does not need."""

import json
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from s1sr_validator import Catalogue
from s1sr_validator.index.snapshot import to_bytes

ROOT = Path(__file__).parents[2]
EXAMPLE = "examples/request_4.4.2.xml"
DEVICE = "ESME/1028/5678/0201/03465317"
CODE = (".py", ".so", ".pth", ".cfg")
PROGRAM = """
import sys
opened = []
sys.addaudithook(lambda event, about: event == "open" and opened.append(str(about[0])))
from s1sr_validator.cli import main
code = main()
modules = sorted(sys.modules)
import json
sys.stderr.write(json.dumps([code, modules, opened]))
"""
"""Runs the command line as a process does, and says what it took."""
NEVER = {
    *["typer", "rich", "yaml", "ruamel", "jsonschema", "xmlschema", "openpyxl", "duckdb", "pyarrow", "starlette"],
    *["asyncio", "subprocess", "json", "tarfile", "zipfile", "sqlite3", "http", "email", "hashlib", "difflib"],
    *["importlib.metadata", "concurrent.futures", "multiprocessing", "urllib.request", "logging", "dataclasses"],
    *[f"s1sr_validator.{part}" for part in ("simulation", "verdict", "exchange", "publish", "server", "lint", "batch")],
    *["s1sr_validator.index.compile", "s1sr_validator.messages.answer", "s1sr_validator.messages.json_text"],
}


class Start(NamedTuple):
    """The modules that a command loaded, and the files that it opened which are no code."""

    modules: set[str]
    files: list[str]

    @property
    def own(self) -> set[str]:
        """The modules of this package."""
        return {name for name in self.modules if name.startswith("s1sr_validator")}


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The catalogue as an installation carries it."""
    path: Path = tmp_path_factory.mktemp("installed") / "snapshot.json"
    path.write_bytes(to_bytes(Catalogue.bundled().snapshot))
    return path


def start(*arguments: str) -> Start:
    """Run a command in a process of its own."""
    command = [sys.executable, "-c", PROGRAM, *arguments]
    ran = subprocess.run(command, capture_output=True, cwd=ROOT, check=True, text=True)  # noqa: S603 - ourselves
    code, modules, opened = json.loads(ran.stderr)
    assert 0 == code
    files = [name for name in opened if not (name.isdecimal() or name.endswith(CODE) or ".pyc" in name)]
    return Start(set(modules), files)


def test_a_prediction_loads_little(snapshot: Path) -> None:
    """No option parser, no reader of YAML, no rule of another question; the files are the request and the snapshot."""
    found = start("predict", EXAMPLE, "--device", DEVICE, "--no-config", "--catalogue", str(snapshot))
    assert set() == NEVER & found.modules
    assert len(found.own) <= 190
    assert len(found.modules) <= 340
    assert {EXAMPLE, str(snapshot)} == {name for name in found.files if not name.startswith(("/proc", "/dev"))}


def test_a_check_loads_no_option_parser(snapshot: Path) -> None:
    """A check reads messages of every kind, but its command line without typer."""
    found = start("check", EXAMPLE, "--device", DEVICE, "--no-config", "--catalogue", str(snapshot))
    assert set() == {"typer", "rich", "yaml", "ruamel", "jsonschema", "openpyxl", "duckdb", "asyncio"} & found.modules


def test_a_record_is_shown_without_what_reads_messages(snapshot: Path) -> None:
    """What answers one question does not wait for what another needs."""
    found = start("show", "S1B-0001", "--catalogue", str(snapshot))
    assert set() == NEVER & found.modules


def test_help_loads_no_catalogue() -> None:
    """Help imports the commands, and none of what they do."""
    found = start("--help")
    assert "s1sr_validator.catalogue" not in found.modules
    assert not {"lxml", "yaml", "jsonschema", "openpyxl"} & found.modules
