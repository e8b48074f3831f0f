"""Records as a published JSON result: the record's own fields, with kind and place."""

from collections.abc import Sequence

from s1sr_validator.index.lookup import Lookup
from s1sr_validator.index.search import Hit
from s1sr_validator.model.results import RecordDetail, RecordDetails
from s1sr_validator.report.record_fields import record_fields


def record_details(hits: Sequence[Hit], lookup: Lookup) -> RecordDetails:
    """Return the records in full."""
    details = []
    for hit in hits:
        origin = lookup.origin(hit.kind.folder, hit.record.id)
        details.append(
            RecordDetail(
                kind=hit.kind.singular,
                id=hit.record.id,
                source_file=origin.file,
                line=origin.line,
                record=record_fields(hit.record),
                overlay=origin.overlay,
            )
        )
    return RecordDetails(catalogue=lookup.snapshot.stamp, records=tuple(details))
