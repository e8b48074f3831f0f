"""A table as a SQLite database: typed columns, a primary key, indexes, and a table that says what it is from."""

import sqlite3

from s1sr_validator.exchange.tables.table import Table
from s1sr_validator.model.export import ColumnType, TableColumn

_TYPES = {ColumnType.TEXT: "TEXT", ColumnType.DAY: "TEXT", ColumnType.WHOLE_NUMBER: "INTEGER"}
_DAY_CHECK = "CHECK ({name} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')"


def to_sqlite(table: Table) -> bytes:
    """Return the bytes of a database; a value that is not known is NULL."""
    connection = sqlite3.connect(":memory:")
    try:
        _write(connection, table)
        connection.commit()
        connection.execute("VACUUM")
        return connection.serialize()
    finally:
        connection.close()


def _write(connection: sqlite3.Connection, table: Table) -> None:
    name = _quoted(table.name)
    keys = ", ".join(_quoted(column.name) for column in table.columns if column.is_key)
    columns = ", ".join(map(_column, table.columns))
    connection.execute(f"CREATE TABLE {name} ({columns}, PRIMARY KEY ({keys})) STRICT, WITHOUT ROWID")
    marks = ", ".join("?" * len(table.columns))
    values = ([_value(text, column) for text, column in zip(row, table.columns, strict=True)] for row in table.rows)
    connection.executemany(f"INSERT INTO {name} VALUES ({marks})", values)  # noqa: S608 - names are quoted, values bound
    for column in table.columns:
        if column.is_searched:
            index = _quoted(f"{table.name}_by_{column.name}")
            connection.execute(f"CREATE INDEX {index} ON {name} ({_quoted(column.name)})")
    connection.execute("CREATE TABLE about (name TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) STRICT, WITHOUT ROWID")
    facts = [("title", table.title), *((fact.name, fact.value) for fact in table.about)]
    connection.executemany("INSERT INTO about VALUES (?, ?)", facts)


def _column(column: TableColumn) -> str:
    name = _quoted(column.name)
    needed = " NOT NULL" if column.is_key else ""
    check = f" {_DAY_CHECK.format(name=name)}" if column.type is ColumnType.DAY else ""
    return f"{name} {_TYPES[column.type]}{needed}{check}"


def _value(text: str, column: TableColumn) -> str | int | None:
    if column.type is ColumnType.WHOLE_NUMBER:
        return int(text) if text else None
    return text if text or column.is_key else None


def _quoted(name: str) -> str:
    doubled = name.replace('"', '""')
    return f'"{doubled}"'
