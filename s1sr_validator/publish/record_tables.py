"""Every record in one SQLite file: records with their JSON, who names whom, and which catalogue it is."""

import sqlite3
from collections.abc import Iterable

import msgspec

from s1sr_validator.publish.api_types import API_VERSION, BulkRecord
from s1sr_validator.publish.contents import Contents

_TABLES = """
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE records (
  kind TEXT NOT NULL, id TEXT NOT NULL, title TEXT NOT NULL, record TEXT NOT NULL, PRIMARY KEY (kind, id)
) WITHOUT ROWID;
CREATE TABLE links (
  kind TEXT NOT NULL, id TEXT NOT NULL, path TEXT NOT NULL, to_kind TEXT NOT NULL, to_id TEXT NOT NULL,
  PRIMARY KEY (kind, id, path)
) WITHOUT ROWID;
CREATE INDEX links_to ON links (to_kind, to_id);
"""


def record_tables(contents: Contents, records: Iterable[BulkRecord]) -> bytes:
    """Return the bytes of a SQLite database; equal contents give equal bytes with one version of SQLite."""
    stamp = contents.snapshot.stamp
    about = {
        "schema_version": API_VERSION,
        "catalogue_version": stamp.version,
        "catalogue_digest": stamp.digest,
        "as_of": contents.as_of.isoformat(),
    }
    rows = [(found.kind, found.id, found.title, msgspec.json.encode(found.record).decode()) for found in records]
    links = [
        (kind, record_id, ".".join(str(step) for step in named.path), named.folder, named.id)
        for (kind, record_id), references in contents.named.items()
        for named in references
    ]
    connection = sqlite3.connect(":memory:")
    try:
        connection.executescript(_TABLES)
        connection.executemany("INSERT INTO about VALUES (?, ?)", sorted(about.items()))
        connection.executemany("INSERT INTO records VALUES (?, ?, ?, ?)", rows)
        connection.executemany("INSERT OR IGNORE INTO links VALUES (?, ?, ?, ?, ?)", links)
        connection.commit()
        return connection.serialize()
    finally:
        connection.close()
