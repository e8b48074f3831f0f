"""A ledger of judged exchanges in one SQLite file: each counts once, and several processes may write at a time."""

import datetime as dt
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from s1sr_validator.evidence.ledger_questions import evidence_report
from s1sr_validator.evidence.ledger_schema import bring_up_to_date
from s1sr_validator.model.errors import UsageError
from s1sr_validator.model.evidence import Addition, Borne, EvidenceEntry, EvidenceReport
from s1sr_validator.model.verdict import Bearing, Verdict

PATIENCE_SECONDS = 30.0
"""How long one process waits for another that is writing."""

_ENTRY = """
SELECT digest, request_digest, srv, device_model, verdict, as_of, catalogue_version, catalogue_digest, recorded_at
FROM exchange
WHERE digest = ?
"""
_ADD_EXCHANGE = """
INSERT INTO exchange
(digest, request_digest, srv, device_model, verdict, as_of, catalogue_version, catalogue_digest, recorded_at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_ADD_BEARING = "INSERT INTO bearing (exchange, behaviour, bearing) VALUES (?, ?, ?)"


class Ledger:
    """A ledger that is open; use `open_ledger` to get one."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Take a connection to a file whose tables are up to date."""
        self._connection = connection

    def add(self, entry: EvidenceEntry) -> Addition:
        """Write an entry, whole or not at all; one of the same exchange that was judged otherwise is replaced."""
        with self._writing():
            before = self._entry(entry.digest)
            if before is not None and _judgement(before) == _judgement(entry):
                return Addition.KNOWN
            self._connection.execute("DELETE FROM exchange WHERE digest = ?", (entry.digest,))
            self._connection.execute(_ADD_EXCHANGE, _row(entry))
            self._connection.executemany(
                _ADD_BEARING,
                [(entry.digest, borne.behaviour, borne.bearing.value) for borne in entry.behaviours],
            )
        return Addition.ADDED if before is None else Addition.REPLACED

    def report(self, behaviour: str = "") -> EvidenceReport:
        """Return what the ledger holds, about one behaviour or all."""
        return evidence_report(self._connection, behaviour)

    def _entry(self, digest: str) -> EvidenceEntry | None:
        row = self._connection.execute(_ENTRY, (digest,)).fetchone()
        if row is None:
            return None
        held = self._connection.execute("SELECT behaviour, bearing FROM bearing WHERE exchange = ?", (digest,))
        return EvidenceEntry(
            digest=row[0],
            request_digest=row[1],
            srv=row[2],
            device_model=row[3],
            verdict=Verdict(row[4]),
            behaviours=tuple(Borne(name, Bearing(bearing)) for name, bearing in held),
            as_of=dt.date.fromisoformat(row[5]),
            catalogue_version=row[6],
            catalogue_digest=row[7],
            recorded_at=dt.datetime.fromisoformat(row[8]),
        )

    @contextmanager
    def _writing(self) -> Iterator[None]:
        # At once for writing: a lock that is only asked for after reading can be refused for good.
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise
        self._connection.execute("COMMIT")


@contextmanager
def open_ledger(path: Path) -> Iterator[Ledger]:
    """Open a ledger for as long as the block lasts; it is made where there is none.

    Raises:
        UsageError: the file cannot be opened, is no ledger, or is locked for longer than anybody waits.
    """
    connection = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(path, timeout=PATIENCE_SECONDS, isolation_level=None)
        connection.execute("PRAGMA foreign_keys = ON")
        bring_up_to_date(connection, path)
        connection.execute("PRAGMA journal_mode = WAL")
        yield Ledger(connection)
    except OSError as error:
        raise UsageError(f"{path} cannot be opened: {error.strerror}", tip="name another: --ledger FILE") from None
    except sqlite3.Error as error:
        raise UsageError(f"{path} cannot be used as a ledger: {error}", tip="name another: --ledger FILE") from None
    finally:
        if connection is not None:
            connection.close()


def _row(entry: EvidenceEntry) -> tuple[str, ...]:
    return (
        entry.digest,
        entry.request_digest,
        entry.srv,
        entry.device_model,
        entry.verdict.value,
        entry.as_of.isoformat(),
        entry.catalogue_version,
        entry.catalogue_digest,
        entry.recorded_at.isoformat(timespec="seconds"),
    )


def _judgement(entry: EvidenceEntry) -> tuple[object, ...]:
    """Return what makes two judgements of one exchange different: all but the moment of writing."""
    return (*_row(entry)[:-1], *sorted(entry.behaviours))
