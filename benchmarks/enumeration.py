"""Every Device Model x every service x states: does its time grow as the behaviours do, and is it less than lint's?"""

import datetime as dt
import shutil
import tempfile
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from time import process_time

from benchmarks.invented import DAY, World, world, write_behaviours
from benchmarks.messages import ROOT
from benchmarks.row import Row, shown
from benchmarks.timing import median, ratio, side_by_side
from s1sr_validator.lint.engine import lint
from s1sr_validator.load.catalogue_files import load_catalogue
from s1sr_validator.model.lifecycle import Standing
from s1sr_validator.prediction.decisions import Decisions

MODELS, FEW, MANY, LINTED = 131, 500, 2000, 1000
LINEAR, LINT = 1.1, 1.0
"""Linear is 1; a tenth is left for what measurements of a second vary by."""
SLICES = 5
STATES = [{"state.invented.one": one, "state.invented.two": two} for one, two in product((0, 9), (0, 9))]


def run() -> Iterator[Row]:
    """Measure time per behaviour beside a quarter as many, and the time of lint over as many behaviour files."""
    few, many, linted = (world(count, MODELS, 1) for count in (FEW, MANY, LINTED))
    taken = side_by_side({"few": lambda: enumerate_all(few), "many": lambda: enumerate_all(many)}, SLICES, process_time)
    yield Row(
        f"enumeration {MODELS} x 129 x {len(STATES)} states, {MANY:,} behaviours, growth by behaviour",
        shown(median(taken, "many")),
        f"{FEW} behaviours {shown(median(taken, 'few'))}, times {MANY // FEW}",
        ratio(taken, "many", "few") * (FEW / MANY),
        LINEAR,
    )
    with tempfile.TemporaryDirectory() as folder:
        catalogue = Path(shutil.copytree(ROOT / "catalogue", Path(folder, "catalogue")))
        write_behaviours(catalogue, LINTED)
        runs = {"lint": lambda: _lint(catalogue), "ours": lambda: enumerate_all(linted)}
        taken = side_by_side(runs, SLICES, process_time)
    yield Row(
        f"enumeration {MODELS} x 129 x {len(STATES)} states, {LINTED:,} behaviours",
        shown(median(taken, "ours")),
        f"lint of as many, in this process {shown(median(taken, 'lint'))}",
        ratio(taken, "ours", "lint"),
        LINT,
    )


def enumerate_all(invented: World) -> None:
    """Decide for every Device Model, service and state of a catalogue."""
    lookup = invented.catalogue.lookup
    decisions = Decisions(lookup, DAY, Standing.PROPOSED)
    for device, srv, state in product(lookup.devices, lookup.services, STATES):
        decisions.decide(device, srv, state)


def _lint(folder: Path) -> None:
    lint(load_catalogue(folder), as_of=dt.date(2026, 1, 31))
