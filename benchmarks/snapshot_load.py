"""Loading a snapshot of 1,000 invented behaviours, beside msgspec that decodes the same bytes into the same types."""

from collections.abc import Iterator

import msgspec

from benchmarks.invented import world
from benchmarks.row import Row, shown
from benchmarks.timing import median, ratio, side_by_side
from s1sr_validator.index.snapshot import Snapshot, from_bytes, to_bytes

GOAL = 1.5


def run() -> Iterator[Row]:
    """Measure the snapshot with its other records as they are."""
    data = to_bytes(world(1000, 300, 1).catalogue.snapshot)
    runs = {"msgspec": lambda: msgspec.json.decode(data, type=Snapshot), "ours": lambda: from_bytes(data)}
    taken = side_by_side(runs, 15)
    yield Row(
        f"snapshot of 1,000 behaviours ({len(data) / 1e6:.1f} MB)",
        shown(median(taken, "ours")),
        f"msgspec, typed {shown(median(taken, 'msgspec'))}",
        ratio(taken, "ours", "msgspec"),
        GOAL,
    )
