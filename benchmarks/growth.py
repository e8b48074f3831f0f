"""Time and memory for 1, 4 and 16 times the behaviours, the Device Models, the messages: each in a process of its own.

Run by itself as `python -m benchmarks.growth AXIS INPUT` it is such a process.
"""

import importlib.util
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.batch_run import write_requests
from benchmarks.enumeration import enumerate_all
from benchmarks.invented import DAY, REAL_DEVICE, World, world
from benchmarks.memory import most_resident
from benchmarks.messages import ROOT
from benchmarks.row import Row, Skipped, Spread, shown
from s1sr_validator import Catalogue
from s1sr_validator.batch.formats import row_format
from s1sr_validator.batch.item import Columns
from s1sr_validator.batch.parts import Parts
from s1sr_validator.batch.predicted import PredictedRow
from s1sr_validator.batch.predicting import Question
from s1sr_validator.batch.run import CHUNK, run_batch
from s1sr_validator.batch.sources import chunks
from s1sr_validator.index.snapshot import from_bytes, to_bytes

TIMES = (1, 4, 16)
BEHAVIOURS, MODELS, MESSAGES = 125, 131, 40_000
AXES = {"behaviours": BEHAVIOURS, "models": MODELS, "messages": MESSAGES}
SLICES = 3
LINEAR, FLAT = 1.2, 1.2
"""For each behaviour or Device Model as much as at 1x; a batch's memory does not grow with its messages."""


def run() -> Iterator[Row | Skipped]:
    """Measure every axis; memory is what a process had at most beyond what it had before the work."""
    for axis, once in AXES.items():
        if axis == "messages" and importlib.util.find_spec("pyarrow") is None:
            yield Skipped("growth with messages", "pyarrow is not installed")
            continue
        with tempfile.TemporaryDirectory() as folder:
            inputs = {size: _written(Path(folder, str(size)), axis, size) for size in TIMES}
            rounds = [{size: _measured(axis, path) for size, path in inputs.items()} for _ in range(SLICES)]
        for size in TIMES[1:]:
            yield from _compared(axis, once, size, rounds)


def _compared(axis: str, once: int, size: int, rounds: list[dict[int, tuple[float, float]]]) -> Iterator[Row]:
    """Compare a size with 1x: time for each of the axis, memory for each or, of messages, in all."""
    seconds = Spread.of([each[size][0] / each[1][0] / size for each in rounds])
    by = 1 if axis == "messages" else size
    memory = Spread.of([each[size][1] / each[1][1] / by for each in rounds])
    now, first = rounds[-1][size], rounds[-1][1]
    what = f"growth, {once * size:,} {axis} ({size}x)"
    yield Row(f"{what}, time for each", shown(now[0]), f"1x {shown(first[0])}, times {size}", seconds, LINEAR)
    beside = f"1x {first[1]:.0f} MB" + (f", times {by}" if by > 1 else "")
    yield Row(f"{what}, memory", f"{now[1]:.0f} MB", beside, memory, FLAT)


def _written(place: Path, axis: str, size: int) -> Path:
    if axis == "messages":
        path = place.with_suffix(".parquet")
        write_requests(path, MESSAGES * size)
        return path
    invented = world(
        BEHAVIOURS * (size if axis == "behaviours" else 1), MODELS * (size if axis == "models" else 1), questions=1
    )
    place.write_bytes(to_bytes(invented.catalogue.snapshot))
    return place


def _measured(axis: str, path: Path) -> tuple[float, float]:
    command = [sys.executable, "-m", "benchmarks.growth", axis, str(path)]
    done = subprocess.run(command, check=True, capture_output=True, cwd=ROOT, text=True)  # noqa: S603 - this module
    seconds, megabytes = json.loads(done.stdout)
    return float(seconds), float(megabytes)


def main(axis: str, path: Path) -> None:
    """Do the work of one input, and write the processor's seconds and the megabytes that it took."""
    before, start = most_resident(), time.process_time()
    if axis == "messages":
        _batch(path)
    else:
        catalogue = Catalogue(from_bytes(path.read_bytes()))
        enumerate_all(World(catalogue, ()))
    sys.stdout.write(json.dumps([time.process_time() - start, most_resident() - before]))


def _batch(path: Path) -> None:
    out = path.with_suffix(".out.parquet")
    question = Question(device=REAL_DEVICE, as_of=str(DAY), standing="proposed", state={})
    parts = Parts(out, out.with_suffix(".ndjson"), row_format(out, PredictedRow.__struct_fields__))
    with parts.held():
        parts.begin(b"measured", resume=False)
        run_batch(chunks([str(path)], Columns(), CHUNK), question, parts, jobs=1, watch=lambda _: None)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
