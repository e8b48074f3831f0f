"""The whole of `s1sr predict FILE` as a process, beside an empty typer program."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.invented import REAL_DEVICE
from benchmarks.messages import ROOT
from benchmarks.row import Row, shown
from benchmarks.timing import median, ratio, side_by_side
from s1sr_validator import Catalogue
from s1sr_validator.index.snapshot import to_bytes

GOAL = 1.0
_SLICES = 15
EMPTY = "import typer\napp = typer.Typer()\n@app.command()\ndef hello() -> None:\n    print('hello')\napp()\n"
READERS = "import pathlib\nimport msgspec\nimport lxml.etree\n"
PREDICT = "import sys\nfrom s1sr_validator.cli import main\nsys.exit(main())\n"


def run() -> Iterator[Row]:
    """Measure processes of this interpreter in this checkout, where the catalogue's cache is warm."""
    with tempfile.TemporaryDirectory() as folder:
        empty, readers, ours = (Path(folder, name) for name in ("empty.py", "readers.py", "ours.py"))
        empty.write_text(EMPTY, "utf-8")
        readers.write_text(READERS, "utf-8")
        ours.write_text(PREDICT, "utf-8")
        example = str(ROOT / "examples" / "request_4.4.2.xml")
        command = [sys.executable, str(ours), "predict", example, "--device", REAL_DEVICE, "--no-config"]
        snapshot = Path(folder, "snapshot.json")
        snapshot.write_bytes(to_bytes(Catalogue.bundled().snapshot))
        installed = [*command, "--catalogue", str(snapshot)]
        runs = {
            "typer": lambda: _run([sys.executable, str(empty)]),
            "readers": lambda: _run([sys.executable, str(readers)]),
            "s1sr": lambda: _run(command),
            "installed": lambda: _run(installed),
        }
        taken = side_by_side(runs, _SLICES)
    for name, how in (("s1sr", "checkout"), ("installed", "snapshot file, as an installation has it")):
        yield Row(
            f"cold start of s1sr predict FILE ({how})",
            shown(median(taken, name)),
            f"empty typer program {shown(median(taken, 'typer'))}; of ours, {shown(median(taken, 'readers'))} are the "
            "interpreter, msgspec and lxml",
            ratio(taken, name, "typer"),
            GOAL,
        )


def _run(command: list[str]) -> None:
    # Where a shell forbids bytecode, each run would compile what was edited since it was last allowed.
    allowed = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=ROOT, env=allowed)  # noqa: S603 - our files
