"""The whole of `s1sr predict FILE` as a process, beside an empty typer program."""

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
EMPTY = "import typer\napp = typer.Typer()\n@app.command()\ndef hello() -> None:\n    print('hello')\napp()\n"
PREDICT = "import sys\nfrom s1sr_validator.cli import main\nsys.exit(main(sys.argv[1:]))\n"


def run() -> Iterator[Row]:
    """Measure processes of this interpreter in this checkout, where the catalogue's cache is warm."""
    with tempfile.TemporaryDirectory() as folder:
        empty, ours = Path(folder, "empty.py"), Path(folder, "ours.py")
        empty.write_text(EMPTY, "utf-8")
        ours.write_text(PREDICT, "utf-8")
        example = str(ROOT / "examples" / "request_4.4.2.xml")
        command = [sys.executable, str(ours), "predict", example, "--device", REAL_DEVICE, "--no-config"]
        snapshot = Path(folder, "snapshot.json")
        snapshot.write_bytes(to_bytes(Catalogue.bundled().snapshot))
        installed = [*command, "--catalogue", str(snapshot)]
        runs = {
            "typer": lambda: _run([sys.executable, str(empty)]),
            "s1sr": lambda: _run(command),
            "installed": lambda: _run(installed),
        }
        taken = side_by_side(runs, 9)
    for name, how in (("s1sr", "checkout"), ("installed", "snapshot file, as an installation has it")):
        yield Row(
            f"cold start of s1sr predict FILE ({how})",
            shown(median(taken, name)),
            f"empty typer program {shown(median(taken, 'typer'))}",
            ratio(taken, name, "typer"),
            GOAL,
        )


def _run(command: list[str]) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=ROOT)  # noqa: S603 - this interpreter, our files
