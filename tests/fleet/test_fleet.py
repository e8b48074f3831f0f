"""Fleets: meters are counted once, where their Device Model is touched."""

import datetime as dt
import os
from pathlib import Path

import msgspec
import pytest

from s1sr_validator import Catalogue
from s1sr_validator.fleet.meters import MeterGroup, MeterTable, count_meters
from s1sr_validator.fleet.touched import Touched, by_behaviour, by_change
from s1sr_validator.fleet.weigh import weigh
from s1sr_validator.model.comparison import ComparedCatalogue, ImpactGroup, ImpactReport
from s1sr_validator.model.device import DevicePattern
from s1sr_validator.model.errors import InputError, UsageError
from s1sr_validator.model.fleet_report import FleetReport
from s1sr_validator.model.lifecycle import Standing
from s1sr_validator.report.fleet_html import fleet_html
from s1sr_validator.report.fleet_text import write_fleet
from s1sr_validator.report.page import Page
from tests.invented import (
    GAS,
    LOG,
    MAKER_ONE,
    MAKER_ONE_LATER,
    MAKER_TWO,
    REGISTER,
    behaviour,
    event,
    row,
    with_records,
)

DAY = dt.date(2020, 1, 1)
GROUPS = (
    MeterGroup(MAKER_ONE, "north", 10),
    MeterGroup(MAKER_ONE.lower(), "south", 5),
    MeterGroup(MAKER_TWO, "south", 7),
    MeterGroup("<script>", "south", 2),
)
TOUCHED = Touched({MAKER_ONE: frozenset({LOG, REGISTER})}, "an invented question", ("S1B-9100",))


def weighed(tiny: Catalogue, touched: Touched = TOUCHED) -> FleetReport:
    """Return the report about the meters."""
    return weigh(GROUPS, touched, tiny.lookup, as_of=DAY, lowest_standing=Standing.PROPOSED)


def test_each_meter_counts_once(tiny: Catalogue) -> None:
    """However the key is written and however many services are touched, a meter is one; strangers stand apart."""
    report = weighed(tiny)
    assert (24, 15, 2) == (report.meters, report.meters_touched, report.meters_unknown)
    assert [("FFF0", 15, 15), ("FFF1", 7, 0)] == [(each.id, each.meters, each.touched) for each in report.by_maker]
    assert {(LOG, 15), (REGISTER, 15)} == {(each.id, each.touched) for each in report.by_service}
    assert [("north", 10, 10), ("south", 12, 5)] == [(each.id, each.meters, each.touched) for each in report.by_cohort]
    assert ["<script>"] == [each.text for each in report.unknown]


def test_nothing_is_touched(tiny: Catalogue) -> None:
    """A question about no Device Model touches no meter."""
    assert 0 == weighed(tiny, Touched({}, "an invented question", ())).meters_touched


def test_html_is_escaped(tiny: Catalogue) -> None:
    """No text of the table becomes a part of the page."""
    page = fleet_html(weighed(tiny))
    assert ("&lt;script&gt;" in page, "<script>" in page) == (True, False)


@pytest.mark.parametrize("width", [40, 80])
def test_text_fits(tiny: Catalogue, width: int) -> None:
    """The bars fit a narrow terminal as well as a usual one."""
    page = Page(width=width)
    write_fleet(page, weighed(tiny))
    assert max(len(line) for line in str(page).splitlines()) <= width
    assert "15 of 24 meters (62.5%)" in str(page)


def test_behaviour_touches_its_rows(tiny: Catalogue) -> None:
    """A behaviour touches what its rows name, on the day and at the standing that are asked for."""
    claims = [behaviour("S1B-9100", services=(LOG,), lifecycle=(event("consulted", "2010-01-01"),))]
    rows = [row("invented-9100", "S1B-9100", devices=(DevicePattern(manufacturer=("FFF0",)),))]
    lookup = with_records(tiny, claims, rows).lookup
    found = by_behaviour("S1B-9100", lookup, DAY, Standing.PROPOSED)
    assert {MAKER_ONE: frozenset({LOG}), MAKER_ONE_LATER: frozenset({LOG})} == found.services
    assert {} == by_behaviour("S1B-9100", lookup, DAY, Standing.DESIGNATED).services
    assert {} == by_behaviour("S1B-9100", lookup, dt.date(2009, 1, 1), Standing.PROPOSED).services
    with pytest.raises(UsageError, match="no behaviour"):
        by_behaviour("S1B-0000", lookup, DAY, Standing.PROPOSED)


def test_change_touches_every_group() -> None:
    """A Device Model in two groups of changed predictions is touched on the services of both."""
    side = ComparedCatalogue(name="one", version="1", digest="d")
    groups = [
        ImpactGroup(
            behaviours=(name,),
            family="ESME/FFF0",
            maker="",
            services=(srv,),
            device_models=(MAKER_ONE,),
            cases_tried=1,
            too_many=False,
            transitions=(),
        )
        for name, srv in (("S1B-9101", LOG), ("S1B-9100", REGISTER))
    ]
    report = ImpactReport(
        base=side,
        head=msgspec.structs.replace(side, name="two"),
        as_of=DAY,
        lowest_standing=Standing.PROPOSED,
        pairs_compared=1,
        pairs_added=0,
        pairs_removed=0,
        pairs_changed=1,
        cases_changed=1,
        groups=tuple(groups),
    )
    found = by_change(report)
    assert ({MAKER_ONE: frozenset({LOG, REGISTER})}, ("S1B-9100", "S1B-9101")) == (found.services, found.behaviours)


@pytest.mark.parametrize("ending", [".csv", ".parquet", ".duckdb"])
def test_tables_are_counted(tmp_path: Path, ending: str) -> None:
    """Every kind of table gives the same counts, a missing Device Model among them."""
    duckdb = pytest.importorskip("duckdb")
    path = tmp_path / f"meters{ending}"
    rows = f"(values ('{GAS}', 'a'), ('{GAS}', 'a'), (null, 'b')) as found(key, place)"
    if ending == ".duckdb":
        with duckdb.connect(str(path)) as connection:
            connection.execute(f"create table meters as select * from {rows}")  # noqa: S608 - invented here
    else:
        duckdb.connect().execute(f"copy (select * from {rows}) to '{path}'")  # noqa: S608 - as above
    expected = (MeterGroup("", "b", 1), MeterGroup(GAS, "a", 2))
    assert expected == count_meters(MeterTable(path, "key", "place"))
    with pytest.raises(UsageError, match="no column 'other'"):
        count_meters(MeterTable(path, "other"))


def test_unreadable_tables(tmp_path: Path) -> None:
    """A file that is not there or is damaged cannot be read, and one of another kind is wrong use."""
    pytest.importorskip("duckdb")
    damaged = tmp_path / "meters.parquet"
    damaged.write_text("no table", "utf-8")
    for path in (damaged, tmp_path / "nothing.csv"):
        with pytest.raises(InputError, match="cannot be read"):
            count_meters(MeterTable(path))
    other = tmp_path / "meters.xlsx"
    other.write_text("", "utf-8")
    with pytest.raises(UsageError, match="no table of meters"):
        count_meters(MeterTable(other))


def test_name_of_a_column_is_no_query(tmp_path: Path) -> None:
    """A column is looked for by its name, whatever signs that has."""
    duckdb = pytest.importorskip("duckdb")
    path = tmp_path / "meters.parquet"
    duckdb.connect().execute(f"copy (select '{GAS}' as \"a\"\"b, 1\") to '{path}'")
    assert (MeterGroup(GAS, "", 1),) == count_meters(MeterTable(path, 'a"b, 1'))


def test_a_table_of_a_schema(tmp_path: Path) -> None:
    """A table inside a database may be called after its schema."""
    duckdb = pytest.importorskip("duckdb")
    with duckdb.connect(str(tmp_path / "meters.duckdb")) as connection:
        connection.execute(f"create schema own; create table own.fleet as select '{GAS}' as device_model")
    assert (MeterGroup(GAS, "", 1),) == count_meters(MeterTable(tmp_path / "meters.duckdb", table="own.fleet"))


def test_address_of_a_database_is_not_repeated() -> None:
    """What says that a database cannot be read holds no password, and no query of the address."""
    pytest.importorskip("duckdb")
    table = MeterTable("postgresql://invented:secret@localhost:1/meters?password=secret")
    with pytest.raises((UsageError, InputError)) as found:
        count_meters(table)
    assert "secret" not in f"{found.value.message} {found.value.tip}"
    assert "meters at postgresql://localhost:1/meters" == str(table)


@pytest.mark.skipif("S1SR_POSTGRES" not in os.environ, reason="S1SR_POSTGRES names no database to fill")
def test_postgres_is_counted() -> None:
    """A table in Postgres is counted like any other."""
    duckdb = pytest.importorskip("duckdb")
    address = os.environ["S1SR_POSTGRES"]
    with duckdb.connect() as connection:
        connection.execute(f"load postgres; attach '{address}' as own (type postgres)")
        rows = f"(values ('{GAS}', 'a'), ('{GAS}', 'a'), (null, 'b')) as found(key, place)"
        connection.execute(f"create or replace table own.invented_meters as select * from {rows}")  # noqa: S608 - as above
    expected = (MeterGroup("", "b", 1), MeterGroup(GAS, "a", 2))
    for name in ("invented_meters", "public.invented_meters"):
        assert expected == count_meters(MeterTable(address, "key", "place", name))
    with pytest.raises(InputError, match="cannot be asked"):
        count_meters(MeterTable(address, "key", table="no_such_table"))
