"""A batch of requests from Parquet to a Parquet of predictions on all cores, beside one core that only parses them."""

import importlib.util
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from benchmarks.invented import REAL_DEVICE, numbered, requests
from benchmarks.messages import ROOT
from benchmarks.row import Row, Skipped, shown
from s1sr_validator import Catalogue

GOAL, FLAT = 0.8, 1.2
WHAT = "batch to Parquet"
COUNT = int(os.environ.get("BENCH_BATCH", "1000000"))
_WATCHED = (
    "import resource, sys; from s1sr_validator.cli import main; code = main(sys.argv[1:]);"
    "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, "
    "resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, file=sys.stderr); sys.exit(code)"
)
_PARSE = """
import sys, pyarrow.parquet
from lxml import etree
for batch in pyarrow.parquet.ParquetFile(sys.argv[1]).iter_batches(batch_size=1000, columns=["xml"]):
    for message in batch["xml"].to_pylist():
        etree.fromstring(message)
"""


def run() -> Iterator[Row | Skipped]:
    """Measure the invented requests of every service under running numbers; memory beside a tenth as many."""
    if importlib.util.find_spec("pyarrow") is None:
        yield Skipped(WHAT, "pyarrow is not installed")
        return
    with tempfile.TemporaryDirectory() as folder:
        few, many = Path(folder, "few.parquet"), Path(folder, "many.parquet")
        _write(few, COUNT // 10)
        _write(many, COUNT)
        parse, _ = _timed([sys.executable, "-c", _PARSE, str(many)])
        ours, most = _batch(many, Path(folder, "out.parquet"))
        _, least = _batch(few, Path(folder, "out.parquet"))
    yield Row(f"{WHAT}, {COUNT:,} requests", shown(ours), f"parse alone, one core {shown(parse)}", ours / parse, GOAL)
    yield Row(
        f"{WHAT}, memory of the largest process",
        f"{most / 1024:.0f} MB",
        f"a tenth of the requests {least / 1024:.0f} MB",
        most / least,
        FLAT,
    )


def _write(path: Path, count: int) -> None:
    import pyarrow as pa  # noqa: PLC0415 - an extra
    import pyarrow.parquet as pq  # noqa: PLC0415 - an extra

    messages = numbered(requests(Catalogue.bundled()), count)
    schema = pa.schema([("xml", pa.binary())])
    with pq.ParquetWriter(path, schema) as writer:
        while rows := list(islice(messages, 10_000)):
            writer.write_table(pa.table({"xml": pa.array(rows, pa.binary())}, schema=schema))


def _batch(table: Path, out: Path) -> tuple[float, int]:
    command = [sys.executable, "-c", _WATCHED, "batch", str(table), "--device", REAL_DEVICE, "--out", str(out)]
    taken, said = _timed(command)
    return taken, max(int(number) for number in said.split()[-2:])


def _timed(command: list[str]) -> tuple[float, str]:
    start = time.perf_counter()
    done = subprocess.run(command, check=True, capture_output=True, cwd=ROOT, text=True)  # noqa: S603 - our own code
    return time.perf_counter() - start, done.stderr
