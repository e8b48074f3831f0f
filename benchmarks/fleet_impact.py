"""What a change of the catalogue touches in a fleet of invented meters, on every service, beside one grouping of it."""

import importlib.util
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.invented import DAY, world
from benchmarks.row import Row, Skipped, shown
from benchmarks.timing import median, ratio, side_by_side
from s1sr_validator.fleet.meters import MeterTable, count_meters
from s1sr_validator.fleet.touched import Touched
from s1sr_validator.fleet.weigh import weigh
from s1sr_validator.model.lifecycle import Standing

GOAL = 1.3
COUNT = int(os.environ.get("BENCH_FLEET", "12000000"))
WHAT = f"fleet of {COUNT:,} meters, 500 behaviours, all services"


def run() -> Iterator[Row | Skipped]:
    """Measure counting and joining; what the change touches is worked out before, from the catalogues alone."""
    if importlib.util.find_spec("duckdb") is None:
        yield Skipped(WHAT, "duckdb is not installed")
        return
    import duckdb  # noqa: PLC0415 - an extra

    lookup = world(500, 300, 1).catalogue.lookup
    services: dict[str, frozenset[str]] = {}
    for application in lookup.applications:
        for device in lookup.devices.values():
            if any(pattern.matches(device) for pattern in application.row.devices):
                known = services.get(device.id, frozenset())
                services[device.id] = known | frozenset(application.behaviour.services)
    touched = Touched(services, "invented", ())
    models = list(lookup.devices)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "meters.parquet")
        with duckdb.connect() as connection:
            connection.execute("create table models as select unnest(?) as device_model", [models])
            pick = f"(select list(device_model) from models)[1 + cast(hash(range) % {len(models)} as bigint)]"  # noqa: S608 - as below
            meters = f"select range as meter, {pick} as device_model from range({COUNT})"  # noqa: S608 - two numbers
            connection.execute(f"copy ({meters}) to '{path}' (format parquet)")

        def group() -> None:
            with duckdb.connect() as connection:
                connection.execute(
                    "select device_model, count(*) from read_parquet(?) group by 1", [str(path)]
                ).fetchall()

        def ask() -> None:
            weigh(count_meters(MeterTable(path)), touched, lookup, as_of=DAY, lowest_standing=Standing.PROPOSED)

        taken = side_by_side({"group": group, "ours": ask}, 9)
    yield Row(
        WHAT,
        shown(median(taken, "ours")),
        f"DuckDB grouping by model {shown(median(taken, 'group'))}",
        ratio(taken, "ours", "group"),
        GOAL,
    )
