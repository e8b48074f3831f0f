"""The static API: a document for each record, lists, everything at once, decisions by Device Model, what changed."""

import datetime as dt
from typing import TypedDict

import msgspec

from s1sr_validator.index.canonical import digest
from s1sr_validator.index.history import moments
from s1sr_validator.index.search import Hit, natural_order, title_of
from s1sr_validator.model.device import Device
from s1sr_validator.model.kinds import KINDS, Kind
from s1sr_validator.model.prediction import CatalogueStamp
from s1sr_validator.publish.addresses import API, api_path, decisions_path, page_path
from s1sr_validator.publish.api_fields import api_fields
from s1sr_validator.publish.api_schemas import api_schemas
from s1sr_validator.publish.api_types import (
    BulkDocument,
    BulkRecord,
    DecisionsDocument,
    IndexDocument,
    KindEntry,
    ModifiedDocument,
    ModifiedEntry,
    RecordDocument,
    RecordEntry,
    RecordName,
    RecordsDocument,
    ServiceDecision,
)
from s1sr_validator.publish.contents import Contents
from s1sr_validator.publish.evidence import evidence_of
from s1sr_validator.publish.openapi import openapi
from s1sr_validator.publish.record_page import yaml_path
from s1sr_validator.publish.record_parquet import record_parquet
from s1sr_validator.publish.record_tables import record_tables
from s1sr_validator.report.as_json import to_json, to_json_line

Files = dict[str, bytes]
_WHOLE = ("all.json", "all.ndjson", "all.parquet", "catalogue.sqlite", "modified.json", "openapi.json")


def api_files(contents: Contents) -> Files:
    """Return every file of the API by its path below the site's root.

    Raises:
        UsageError: pyarrow is not installed, so that one of the files cannot be written.
    """
    bulk = tuple(_bulk(hit, contents) for hit in contents.hits.values())
    files: Files = {f"{API}/index.json": _json(_index(contents))}
    files |= {api_path(*name): _json(_record(hit, contents)) for name, hit in contents.hits.items()}
    files |= {f"{API}/{kind.folder}.json": _json(_records(kind, contents)) for kind in KINDS}
    files |= {
        decisions_path(device.id): _json(_decisions(device, contents)) for device in contents.lookup.devices.values()
    }
    files[f"{API}/all.json"] = msgspec.json.encode(BulkDocument(**_stamped(contents), records=bulk))
    files[f"{API}/all.ndjson"] = "".join(to_json_line(record) for record in bulk).encode()
    files[f"{API}/all.parquet"] = record_parquet(contents, bulk)
    files[f"{API}/catalogue.sqlite"] = record_tables(contents, bulk)
    files[f"{API}/modified.json"] = _json(_modified(contents))
    files[f"{API}/openapi.json"] = to_json(openapi()).encode()
    files |= {f"{API}/schemas/{name}": to_json(schema).encode() for name, schema in api_schemas().items()}
    return files | _authored(contents)


def _json(document: msgspec.Struct) -> bytes:
    return to_json(document).encode()


class _Stamp(TypedDict):
    catalogue: CatalogueStamp
    as_of: dt.date


def _stamped(contents: Contents) -> _Stamp:
    return {"catalogue": contents.snapshot.stamp, "as_of": contents.as_of}


def _index(contents: Contents) -> IndexDocument:
    kinds = tuple(
        KindEntry(
            kind=kind.folder,
            title=kind.title,
            count=len(contents.of_kind(kind.folder)),
            document=f"{API}/{kind.folder}.json",
        )
        for kind in KINDS
    )
    return IndexDocument(**_stamped(contents), kinds=kinds, documents=tuple(f"{API}/{name}" for name in _WHOLE))


def _record(hit: Hit, contents: Contents) -> RecordDocument:
    name = (hit.kind.folder, hit.record.id)
    origin = contents.lookup.origin(*name)
    return RecordDocument(
        **_stamped(contents),
        kind=hit.kind.folder,
        id=hit.record.id,
        title=title_of(hit.record),
        page=page_path(*name),
        source_file=origin.file,
        line=origin.line,
        named_by=tuple(RecordName(kind=kind, id=user) for kind, user in contents.naming.get(name, ())),
        evidence=evidence_of(hit.record, contents),
        record=api_fields(hit.record, contents.lookup),
    )


def _records(kind: Kind, contents: Contents) -> RecordsDocument:
    entries = tuple(
        RecordEntry(
            kind=kind.folder,
            id=hit.record.id,
            title=title_of(hit.record),
            document=api_path(kind.folder, hit.record.id),
            page=page_path(kind.folder, hit.record.id),
        )
        for hit in contents.of_kind(kind.folder)
    )
    return RecordsDocument(**_stamped(contents), kind=kind.folder, title=kind.title, records=entries)


def _bulk(hit: Hit, contents: Contents) -> BulkRecord:
    fields = api_fields(hit.record, contents.lookup)
    return BulkRecord(kind=hit.kind.folder, id=hit.record.id, title=title_of(hit.record), record=fields)


def _decisions(device: Device, contents: Contents) -> DecisionsDocument:
    known = contents.assessed_of(device.id)
    assessed = tuple(
        ServiceDecision(
            srv=srv,
            assessment=found.assessment,
            predicts=found.predicts,
            deviations=found.deviations,
            conformance=found.conformance,
        )
        for srv, found in known.items()
    )
    rest = sorted((srv for srv in contents.lookup.services if srv not in known), key=natural_order)
    return DecisionsDocument(
        **_stamped(contents),
        device_model=device.id,
        device_name=device.cpl.log_name,
        assessed=assessed,
        not_assessed=tuple(rest),
    )


def _modified(contents: Contents) -> ModifiedDocument:
    entries = tuple(
        ModifiedEntry(
            kind=hit.kind.folder,
            id=hit.record.id,
            digest=digest(msgspec.to_builtins(hit.record)),
            latest_event=max((moment.date for moment in moments(hit)), default=""),
        )
        for hit in contents.hits.values()
    )
    return ModifiedDocument(**_stamped(contents), records=entries)


def _authored(contents: Contents) -> Files:
    """Return the authored text of every record whose file is at hand."""
    authored = contents.publication.authored
    files = {name: contents.lookup.origin(*name).file for name in contents.hits}
    return {yaml_path(api_path(*name)): authored[file] for name, file in files.items() if file in authored}
