"""The tables of a ledger, as the steps that make them: a ledger of an older step gets those it lacks."""

import sqlite3
from pathlib import Path

from s1sr_validator.model.errors import UsageError

APPLICATION = 0x53315352
"""What SQLite files of this kind have in their header: S1SR."""

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        """
        CREATE TABLE exchange (
            digest TEXT NOT NULL PRIMARY KEY,
            request_digest TEXT NOT NULL,
            srv TEXT NOT NULL,
            device_model TEXT NOT NULL,
            verdict TEXT NOT NULL,
            as_of TEXT NOT NULL,
            catalogue_version TEXT NOT NULL,
            catalogue_digest TEXT NOT NULL,
            recorded_at TEXT NOT NULL
        ) WITHOUT ROWID
        """,
        """
        CREATE TABLE bearing (
            exchange TEXT NOT NULL REFERENCES exchange (digest) ON DELETE CASCADE,
            behaviour TEXT NOT NULL,
            bearing TEXT NOT NULL,
            PRIMARY KEY (exchange, behaviour)
        ) WITHOUT ROWID
        """,
        "CREATE INDEX bearing_behaviour ON bearing (behaviour)",
    ),
)
"""For each version the statements that lead to it; a step that was ever released is never changed."""


def bring_up_to_date(connection: sqlite3.Connection, path: Path) -> None:
    """Make the tables, or those that a ledger of an older version lacks; two processes may do so at once.

    Raises:
        UsageError: the file is no ledger, or one of a newer version of this software.
    """
    if _version(connection, path) == len(MIGRATIONS):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Whoever waited for another process to finish finds nothing left to do.
        for number in range(_version(connection, path), len(MIGRATIONS)):
            for statement in MIGRATIONS[number]:
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def _version(connection: sqlite3.Connection, path: Path) -> int:
    application, version, tables = (
        int(connection.execute(question).fetchone()[0])
        for question in ("PRAGMA application_id", "PRAGMA user_version", "SELECT count(*) FROM sqlite_schema")
    )
    if application != APPLICATION and (application or version or tables):
        raise UsageError(f"{path} is a database of something else", tip="name another file: --ledger FILE")
    if version > len(MIGRATIONS):
        raise UsageError(
            f"{path} is of version {version}, and this software knows {len(MIGRATIONS)}", tip="use a newer s1sr"
        )
    return version
