"""What exchanges that were judged say for or against behaviours, as it is kept and as a published JSON shape."""

import datetime as dt
from enum import StrEnum

import msgspec

from s1sr_validator.model.verdict import Bearing, Verdict

EVIDENCE_VERSION = "1"


class Borne(msgspec.Struct, frozen=True, order=True):
    """A behaviour, and how it bears on what came back."""

    behaviour: str
    bearing: Bearing


class EvidenceEntry(msgspec.Struct, frozen=True, kw_only=True):
    """One exchange and its verdict, without anything of its content.

    `digest` is of the redacted exchange, `request_digest` of its request; `recorded_at` is a moment in UTC.
    """

    digest: str
    request_digest: str
    srv: str
    device_model: str
    verdict: Verdict
    behaviours: tuple[Borne, ...]
    as_of: dt.date
    catalogue_version: str
    catalogue_digest: str
    recorded_at: dt.datetime


class Addition(StrEnum):
    """What became of an entry: new, there already in the same words, or judged anew in the place of the older one."""

    ADDED = "added"
    KNOWN = "known"
    REPLACED = "replaced"


class BehaviourEvidence(msgspec.Struct, frozen=True, kw_only=True):
    """How often a behaviour was seen, not seen, could not be told or was ruled out, on one Device Model.

    `firmware` is the last part of the Device Model's key. The days are those asked about, first and last.
    """

    behaviour: str
    device_model: str
    firmware: str
    seen: int
    not_seen: int
    cannot_tell: int
    ruled_out: int
    first_day: dt.date
    last_day: dt.date


class UnpredictedEvidence(msgspec.Struct, frozen=True, kw_only=True):
    """How often a service deviated on one Device Model in a way that nothing predicted."""

    srv: str
    device_model: str
    firmware: str
    exchanges: int
    first_day: dt.date
    last_day: dt.date


class VerdictCount(msgspec.Struct, frozen=True, kw_only=True):
    """How many exchanges had a verdict."""

    verdict: Verdict
    exchanges: int


class EvidenceReport(msgspec.Struct, frozen=True, kw_only=True):
    """What a ledger holds; `behaviour` is the one asked about, empty for all.

    `catalogues` are the digests of the catalogues by which the exchanges were judged.
    """

    schema_version: str = EVIDENCE_VERSION
    behaviour: str
    exchanges: int
    verdicts: tuple[VerdictCount, ...]
    behaviours: tuple[BehaviourEvidence, ...]
    unpredicted: tuple[UnpredictedEvidence, ...]
    catalogues: tuple[str, ...]
