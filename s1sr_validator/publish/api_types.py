"""The shapes of the static API. Every document says its schema version, catalogue and day; no field has two types."""

import datetime as dt
from typing import Any

import msgspec

from s1sr_validator.model.prediction import AppliedClaim, Assessment, CatalogueStamp, Outlook
from s1sr_validator.publish.evidence import Evidence

API_VERSION = "1"


class Envelope(msgspec.Struct, frozen=True, kw_only=True):
    """What every document begins with: the shape's version, the catalogue with its digest, and the day spoken of."""

    schema_version: str = API_VERSION
    catalogue: CatalogueStamp
    as_of: dt.date


class RecordName(msgspec.Struct, frozen=True, kw_only=True):
    """A record by its kind's plural name and its id."""

    kind: str
    id: str


class RecordEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A record in a list, with the paths of its document and page below the site's root."""

    kind: str
    id: str
    title: str
    document: str
    page: str


class RecordDocument(Envelope, frozen=True, kw_only=True):
    """A record in full; `record` has the shape that `schemas/<kind>.schema.json` describes."""

    kind: str
    id: str
    title: str
    page: str
    source_file: str
    line: int
    named_by: tuple[RecordName, ...]
    evidence: Evidence
    record: dict[str, Any]


class RecordsDocument(Envelope, frozen=True, kw_only=True):
    """The records of a kind, each by its entry."""

    kind: str
    title: str
    records: tuple[RecordEntry, ...]


class BulkRecord(msgspec.Struct, frozen=True, kw_only=True):
    """A record without an envelope, for one document or line among many."""

    kind: str
    id: str
    title: str
    record: dict[str, Any]


class BulkDocument(Envelope, frozen=True, kw_only=True):
    """Every record of every kind."""

    records: tuple[BulkRecord, ...]


class ModifiedEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A record, the SHA-256 of its content, and the latest day of its own events (empty where it has none)."""

    kind: str
    id: str
    digest: str
    latest_event: str


class ModifiedDocument(Envelope, frozen=True, kw_only=True):
    """What tells a client which records changed since it last looked: those whose digest differs."""

    records: tuple[ModifiedEntry, ...]


class ServiceDecision(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of a Device Model and one service."""

    srv: str
    assessment: Assessment
    predicts: Outlook
    deviations: tuple[AppliedClaim, ...]
    conformance: tuple[AppliedClaim, ...]


class DecisionsDocument(Envelope, frozen=True, kw_only=True):
    """A Device Model's services: those that are assessed, and those that are not, which says nothing of conformance."""

    device_model: str
    device_name: str
    assessed: tuple[ServiceDecision, ...]
    not_assessed: tuple[str, ...]


class KindEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A kind of record, how many there are, and the path of the document that lists them."""

    kind: str
    title: str
    count: int
    document: str


class IndexDocument(Envelope, frozen=True, kw_only=True):
    """Where the API begins: the kinds, and the paths of the documents that hold everything."""

    kinds: tuple[KindEntry, ...]
    documents: tuple[str, ...]


DOCUMENTS: dict[str, type[msgspec.Struct]] = {
    "index": IndexDocument,
    "record": RecordDocument,
    "records": RecordsDocument,
    "all": BulkDocument,
    "line": BulkRecord,
    "modified": ModifiedDocument,
    "decisions": DecisionsDocument,
}
"""The documents of the API by the name of their schema."""
