"""Every source with the records that rest on it, and its parts where it lists them."""

from s1sr_validator.index.coverage import coverage
from s1sr_validator.index.search import natural_order
from s1sr_validator.model.kinds import KINDS, Records
from s1sr_validator.model.references import references
from s1sr_validator.model.results import SourceUse


def source_uses(records: Records) -> tuple[SourceUse, ...]:
    """Return each source with its title and the number of records that cite it, by the sources' ids."""
    citing: dict[str, set[tuple[str, str]]] = {source.id: set() for source in records.sources}
    for kind in KINDS:
        for record in records.of_kind(kind.folder):
            for named in references(record):
                if named.folder == "sources" and named.id in citing:
                    citing[named.id].add((kind.folder, record.id))
    parts = {
        found.source: sorted(found.parts, key=lambda part: natural_order(part.part)) for found in coverage(records)
    }
    return tuple(
        SourceUse(
            source=source.id,
            title=source.title,
            publisher=source.publisher,
            date=source.date,
            records=len(citing[source.id]),
            parts=tuple(parts.get(source.id, ())),
        )
        for source in sorted(records.sources, key=lambda source: source.id)
    )
