"""A batch of requests from Parquet to one of predictions on all cores, beside one core that only parses them."""

import importlib.util
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from benchmarks.invented import REAL_DEVICE, numbered, requests
from benchmarks.messages import ROOT
from benchmarks.row import Row, Skipped, shown
from benchmarks.timing import median, ratio, side_by_side
from s1sr_validator import Catalogue

GOAL, FLAT = 0.8, 1.2
SLICES = 3
WHAT = "batch to Parquet"
COUNT = int(os.environ.get("BENCH_BATCH", "1000000"))
_WATCHED = (
    "import resource, sys; from s1sr_validator.cli import main; code = main(sys.argv[1:]);"
    "from benchmarks.memory import most_resident;"
    "children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024;"
    "print(most_resident(), children, file=sys.stderr); sys.exit(code)"
)
_PARSE = """
import sys, pyarrow.parquet
from lxml import etree
for batch in pyarrow.parquet.ParquetFile(sys.argv[1]).iter_batches(batch_size=1000, columns=["xml"]):
    for message in batch["xml"].to_pylist():
        etree.fromstring(message)
"""


def run() -> Iterator[Row | Skipped]:
    """Measure the invented requests of every service under running numbers; memory beside a quarter as many."""
    if importlib.util.find_spec("pyarrow") is None:
        yield Skipped(WHAT, "pyarrow is not installed")
        return
    with tempfile.TemporaryDirectory() as folder:
        few, many, out = (Path(folder, f"{name}.parquet") for name in ("few", "many", "out"))
        write_requests(few, COUNT // 4)
        write_requests(many, COUNT)
        memory: list[float] = []
        parse = [sys.executable, "-c", _PARSE, str(many)]
        runs = {"parse": lambda: _said(parse), "ours": lambda: memory.append(_batch(many, out))}
        taken = side_by_side(runs, SLICES)
        least = _batch(few, out)
    yield Row(
        f"{WHAT}, {COUNT:,} requests, {os.cpu_count()} cores",
        shown(median(taken, "ours")),
        f"parse alone, one core {shown(median(taken, 'parse'))}",
        ratio(taken, "ours", "parse"),
        GOAL,
    )
    yield Row(
        f"{WHAT}, memory of the largest process",
        f"{max(memory):.0f} MB",
        f"a quarter of the requests {least:.0f} MB",
        max(memory) / least,
        FLAT,
    )


def write_requests(path: Path, count: int) -> None:
    """Write a Parquet of invented requests, no two of them alike."""
    import pyarrow as pa  # noqa: PLC0415 - an extra
    import pyarrow.parquet as pq  # noqa: PLC0415 - an extra

    messages = numbered(requests(Catalogue.bundled()), count)
    schema = pa.schema([("xml", pa.binary())])
    with pq.ParquetWriter(path, schema) as writer:
        while rows := list(islice(messages, 10_000)):
            writer.write_table(pa.table({"xml": pa.array(rows, pa.binary())}, schema=schema))


def _batch(table: Path, out: Path) -> float:
    """Run a batch, and return the most memory that one of its processes had, in megabytes."""
    command = [sys.executable, "-c", _WATCHED, "batch", str(table), "--device", REAL_DEVICE, "--out", str(out)]
    return max(float(number) for number in _said(command).split()[-2:])


def _said(command: list[str]) -> str:
    return subprocess.run(command, check=True, capture_output=True, cwd=ROOT, text=True).stderr  # noqa: S603 - our own
