"""What a ledger is asked: how often each behaviour was seen on each Device Model, and what nothing predicted."""

import datetime as dt
import sqlite3

from s1sr_validator.model.evidence import BehaviourEvidence, EvidenceReport, UnpredictedEvidence, VerdictCount
from s1sr_validator.model.verdict import Verdict

_BEHAVIOURS = """
SELECT
    bearing.behaviour,
    exchange.device_model,
    sum(bearing.bearing = 'seen'),
    sum(bearing.bearing = 'not_seen'),
    sum(bearing.bearing = 'cannot_tell'),
    sum(bearing.bearing = 'ruled_out'),
    min(exchange.as_of),
    max(exchange.as_of)
FROM bearing JOIN exchange ON exchange.digest = bearing.exchange
WHERE :behaviour IN ('', bearing.behaviour)
GROUP BY bearing.behaviour, exchange.device_model
ORDER BY bearing.behaviour, exchange.device_model
"""
_UNPREDICTED = """
SELECT srv, device_model, count(*), min(as_of), max(as_of)
FROM exchange
WHERE verdict = 'unpredicted_deviation' AND (:behaviour = '' OR digest IN (
    SELECT exchange FROM bearing WHERE behaviour = :behaviour
))
GROUP BY srv, device_model
ORDER BY srv, device_model
"""
_VERDICTS = """
SELECT verdict, count(*)
FROM exchange
WHERE :behaviour = '' OR digest IN (SELECT exchange FROM bearing WHERE behaviour = :behaviour)
GROUP BY verdict
ORDER BY verdict
"""
_CATALOGUES = """
SELECT DISTINCT catalogue_digest
FROM exchange
WHERE :behaviour = '' OR digest IN (SELECT exchange FROM bearing WHERE behaviour = :behaviour)
ORDER BY catalogue_digest
"""


def evidence_report(connection: sqlite3.Connection, behaviour: str) -> EvidenceReport:
    """Return what a ledger holds of one behaviour, or of all; every part is of one moment."""
    asked = {"behaviour": behaviour}
    connection.execute("BEGIN")
    try:
        verdicts = connection.execute(_VERDICTS, asked).fetchall()
        behaviours = connection.execute(_BEHAVIOURS, asked).fetchall()
        unpredicted = connection.execute(_UNPREDICTED, asked).fetchall()
        catalogues = connection.execute(_CATALOGUES, asked).fetchall()
    finally:
        connection.execute("ROLLBACK")
    return EvidenceReport(
        behaviour=behaviour,
        exchanges=sum(count for _, count in verdicts),
        verdicts=tuple(VerdictCount(verdict=Verdict(name), exchanges=count) for name, count in verdicts),
        behaviours=tuple(_behaviour(*row) for row in behaviours),
        unpredicted=tuple(_unpredicted(*row) for row in unpredicted),
        catalogues=tuple(digest for (digest,) in catalogues),
    )


def _behaviour(behaviour: str, model: str, *rest: int | str) -> BehaviourEvidence:
    seen, not_seen, cannot_tell, ruled_out = (int(count) for count in rest[:4])
    first, last = (dt.date.fromisoformat(str(day)) for day in rest[4:])
    return BehaviourEvidence(
        behaviour=behaviour,
        device_model=model,
        firmware=_firmware(model),
        seen=seen,
        not_seen=not_seen,
        cannot_tell=cannot_tell,
        ruled_out=ruled_out,
        first_day=first,
        last_day=last,
    )


def _unpredicted(srv: str, model: str, count: int, first: str, last: str) -> UnpredictedEvidence:
    return UnpredictedEvidence(
        srv=srv,
        device_model=model,
        firmware=_firmware(model),
        exchanges=count,
        first_day=dt.date.fromisoformat(first),
        last_day=dt.date.fromisoformat(last),
    )


def _firmware(model: str) -> str:
    return model.rpartition("/")[2]
