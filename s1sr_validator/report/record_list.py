"""Records as lines: one for each, id and title."""

from collections.abc import Sequence

from s1sr_validator.index.lookup import Lookup
from s1sr_validator.index.search import Hit, title_of
from s1sr_validator.model.results import RecordLine, RecordList
from s1sr_validator.report.overlay_text import marked
from s1sr_validator.report.page import Page


def record_list(hits: Sequence[Hit], lookup: Lookup, query: str) -> RecordList:
    """Return the records found as a published result."""
    lines = []
    for hit in hits:
        origin = lookup.origin(hit.kind.folder, hit.record.id)
        lines.append(
            RecordLine(
                kind=hit.kind.singular,
                id=hit.record.id,
                title=title_of(hit.record),
                source_file=origin.file,
                line=origin.line,
                overlay=origin.overlay,
            )
        )
    return RecordList(catalogue=lookup.snapshot.stamp, query=query, records=tuple(lines))


def write_record_list(page: Page, result: RecordList, *, with_kind: bool) -> None:
    """Write the records in columns: kind (if several), id, title."""
    kind_width = max((len(line.kind) for line in result.records), default=0) + 2 if with_kind else 0
    id_width = max((len(line.id) for line in result.records), default=0) + 2
    for line in result.records:
        label = f"{line.kind:<{kind_width}}{line.id}" if with_kind else line.id
        page.field(
            label, marked(line.title, line.overlay), indent=0, column=min(kind_width + id_width, page.width // 2)
        )
