"""The meters of a table, counted by Device Model: grouped once by DuckDB, before anything is looked up.

Grouped first, a question about twelve million meters is one about a few hundred Device Models.
"""

import importlib
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from s1sr_validator.messages import rules
from s1sr_validator.model.errors import InputError, UsageError
from s1sr_validator.model.finding import Location

_READERS = {".parquet": "read_parquet(?)", ".csv": "read_csv(?, all_varchar = true, header = true)"}
_DATABASES = (".duckdb", ".db")
_POSTGRES = ("postgres://", "postgresql://")


class MeterGroup(NamedTuple):
    """Meters with one text in the column of Device Models, and one in that of cohorts (empty: none)."""

    model: str
    cohort: str
    meters: int


class MeterTable(NamedTuple):
    """A table of meters: the file or the address of a Postgres database, the columns, the table inside a database.

    Without cohorts `cohort` is empty. The table is called by its name alone, or after that of its schema and a dot.
    """

    place: Path | str
    column: str = "device_model"
    cohort: str = ""
    table: str = "meters"

    @property
    def is_postgres(self) -> bool:
        """Say whether the place is the address of a Postgres database."""
        return str(self.place).startswith(_POSTGRES)

    def __str__(self) -> str:
        """Name the place, without what is secret in an address."""
        if not self.is_postgres:
            return str(self.place)
        _, _, host = urlsplit(str(self.place)).netloc.rpartition("@")
        return f"{self.table} at postgresql://{host}{urlsplit(str(self.place)).path}"


def count_meters(table: MeterTable) -> tuple[MeterGroup, ...]:
    """Return how many meters each Device Model has.

    Raises:
        UsageError: DuckDB is not installed, or the file is none of the kinds that are read, or has no such column.
        InputError: the file cannot be read.
    """
    duckdb = _library()
    if not (table.is_postgres or Path(table.place).is_file()):
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
        # Of an address nothing is repeated: it may hold a password, and so may any part of what the server says.
        said = "the database cannot be asked for it" if table.is_postgres else str(error).splitlines()[0]
        raise _unreadable(table, said) from None
    return tuple(sorted(MeterGroup(str(row[0]), str(row[1]) if table.cohort else "", int(row[-1])) for row in rows))


def _source(connection: Any, table: MeterTable) -> tuple[str, list[str]]:  # noqa: ANN401 - of an extra
    if table.is_postgres:
        _attach_postgres(connection, str(table.place))
        return _inside(table), []
    ending = Path(table.place).suffix.lower()
    if ending in _READERS:
        return _READERS[ending], [str(table.place)]
    if ending in _DATABASES:
        connection.execute(f"attach {_text(str(table.place))} as fleet (read_only)")
        return _inside(table), []
    kinds = ", ".join((*_READERS, *_DATABASES, f"the address of a database, {_POSTGRES[1]}HOST/NAME"))
    raise UsageError(f"{table.place} is no table of meters", tip=f"end its name with one of {kinds}")


def _attach_postgres(connection: Any, address: str) -> None:  # noqa: ANN401 - as above
    """Attach a database, by an extension that DuckDB would load from elsewhere unless it is told not to."""
    connection.execute("set autoinstall_known_extensions = false")
    try:
        connection.execute("load postgres")
    except _library().Error:
        tip = "install it once: python -c \"import duckdb; duckdb.sql('install postgres')\""
        raise UsageError(
            "a table in Postgres needs DuckDB's extension postgres, which is not installed", tip=tip
        ) from None
    connection.execute(f"attach {_text(address)} as fleet (type postgres, read_only)")


def _inside(table: MeterTable) -> str:
    """Return the table inside the attached database."""
    return ".".join(["fleet", *map(_quoted, table.table.split(".", 1))])


def _text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def _check_columns(connection: Any, source: str, given: list[str], table: MeterTable) -> None:  # noqa: ANN401 - as above
    described = connection.execute(f"describe select * from {source}", given)  # noqa: S608 - quoted
    found = [row[0] for row in described.fetchall()]
    for column in (table.column, table.cohort):
        if column and column.lower() not in {name.lower() for name in found}:
            tip = f"it has {', '.join(found[:20])}; see --column and --cohort-column"
            raise UsageError(f"{table} has no column {column!r}", tip=tip)


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _unreadable(table: MeterTable, reason: str) -> InputError:
    place = Location(file=str(table))
    return InputError(rules.UNREADABLE.finding(f"{table} cannot be read: {reason}", place, tip="check the path"))


def _library() -> Any:  # noqa: ANN401 - an extra
    try:
        return importlib.import_module("duckdb")
    except ImportError:
        tip = "run: pip install 's1sr-validator[fleet]'"
        raise UsageError("a fleet needs duckdb, which is not installed", tip=tip) from None
