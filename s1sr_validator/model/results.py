"""Results of commands other than prediction, as published JSON shapes; each says its schema version and catalogue."""

from typing import Any

import msgspec

from s1sr_validator.model.finding import Finding
from s1sr_validator.model.prediction import CatalogueStamp

RESULT_VERSION = "1"


class FindingsReport(msgspec.Struct, frozen=True, kw_only=True):
    """Findings and what was checked, so that a clean result can be told from one that looked at nothing."""

    schema_version: str = RESULT_VERSION
    findings: tuple[Finding, ...]
    rules_run: tuple[str, ...]
    rules_skipped: tuple[str, ...]
    records_checked: int


class RecordLine(msgspec.Struct, frozen=True, kw_only=True):
    """A record in a list: its kind, id, title, and the file it stands in."""

    kind: str
    id: str
    title: str
    source_file: str
    line: int


class RecordList(msgspec.Struct, frozen=True, kw_only=True):
    """Records that a list or a search found, in order."""

    schema_version: str = RESULT_VERSION
    catalogue: CatalogueStamp
    query: str
    records: tuple[RecordLine, ...]


class RecordDetail(msgspec.Struct, frozen=True, kw_only=True):
    """A record in full; `record` has every field of its kind."""

    kind: str
    id: str
    source_file: str
    line: int
    record: dict[str, Any]


class RecordDetails(msgspec.Struct, frozen=True, kw_only=True):
    """Every record that an id can mean."""

    schema_version: str = RESULT_VERSION
    catalogue: CatalogueStamp
    records: tuple[RecordDetail, ...]
