"""The meters of a table, counted by Device Model: grouped once by DuckDB, before anything is looked up.

Grouped first, a question about twelve million meters is one about a few hundred Device Models.
"""

import importlib
from pathlib import Path
from typing import Any, NamedTuple

from s1sr_validator.messages import rules
from s1sr_validator.model.errors import InputError, UsageError
from s1sr_validator.model.finding import Location

_READERS = {".parquet": "read_parquet(?)", ".csv": "read_csv(?, all_varchar = true, header = true)"}
_DATABASES = (".duckdb", ".db")


class MeterGroup(NamedTuple):
    """Meters with one text in the column of Device Models, and one in that of cohorts (empty: none)."""

    model: str
    cohort: str
    meters: int


class MeterTable(NamedTuple):
    """A table of meters: the file, the columns (no cohort: empty), and the table inside a DuckDB file."""

    path: Path
    column: str = "device_model"
    cohort: str = ""
    table: str = "meters"


def count_meters(table: MeterTable) -> tuple[MeterGroup, ...]:
    """Return how many meters each Device Model has.

    Raises:
        UsageError: DuckDB is not installed, or the file is none of the kinds that are read, or has no such column.
        InputError: the file cannot be read.
    """
    duckdb = _library()
    if not table.path.is_file():
        raise _unreadable(table, "there is no such file")
    columns = [_quoted(name) for name in (table.column, table.cohort) if name]
    values = [f"coalesce(cast({column} as varchar), '')" for column in columns]
    try:
        with duckdb.connect() as connection:
            source, given = _source(connection, table)
            _check_columns(connection, source, given, table)
            # Texts are grouped as they are: turning twelve million of them into another form takes longer than that.
            grouped = f"select {', '.join(columns)}, count(*) as meters from {source} group by all"  # noqa: S608 - quoted
            rows = connection.execute(f"select {', '.join(values)}, meters from ({grouped})", given).fetchall()  # noqa: S608 - as above
    except duckdb.Error as error:
        raise _unreadable(table, str(error).splitlines()[0]) from None
    return tuple(sorted(MeterGroup(str(row[0]), str(row[1]) if table.cohort else "", int(row[-1])) for row in rows))


def _source(connection: Any, table: MeterTable) -> tuple[str, list[str]]:  # noqa: ANN401 - of an extra
    ending = table.path.suffix.lower()
    if ending in _READERS:
        return _READERS[ending], [str(table.path)]
    if ending in _DATABASES:
        path = str(table.path).replace("'", "''")
        connection.execute(f"attach '{path}' as fleet (read_only)")
        return f"fleet.{_quoted(table.table)}", []
    kinds = ", ".join((*_READERS, *_DATABASES))
    raise UsageError(f"{table.path} is no table of meters", tip=f"end its name with one of {kinds}")


def _check_columns(connection: Any, source: str, given: list[str], table: MeterTable) -> None:  # noqa: ANN401 - as above
    described = connection.execute(f"describe select * from {source}", given)  # noqa: S608 - quoted
    found = [row[0] for row in described.fetchall()]
    for column in (table.column, table.cohort):
        if column and column.lower() not in {name.lower() for name in found}:
            tip = f"it has {', '.join(found[:20])}; see --column and --cohort-column"
            raise UsageError(f"{table.path} has no column {column!r}", tip=tip)


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _unreadable(table: MeterTable, reason: str) -> InputError:
    place = Location(file=str(table.path))
    return InputError(rules.UNREADABLE.finding(f"{table.path} cannot be read: {reason}", place, tip="check the path"))


def _library() -> Any:  # noqa: ANN401 - an extra
    try:
        return importlib.import_module("duckdb")
    except ImportError:
        tip = "run: pip install 's1sr-validator[fleet]'"
        raise UsageError("a fleet needs duckdb, which is not installed", tip=tip) from None
