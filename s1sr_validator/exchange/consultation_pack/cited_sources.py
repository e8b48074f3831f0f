"""Every source that the behaviour, its clause and its matrix rows rest on, with the places."""

from collections.abc import Iterator

from s1sr_validator.exchange.consultation_pack.document import PackSection, grid, paragraph
from s1sr_validator.exchange.consultation_pack.subject import Subject
from s1sr_validator.index.lookup import Lookup


def sources_section(subject: Subject, lookup: Lookup) -> PackSection:
    """Return the sources in the order of their ids, each with the places that are cited."""
    places: dict[str, dict[str, None]] = {}
    for cited, place in _cited(subject):
        places.setdefault(cited, {})[place] = None
    held = {source.id: source for source in lookup.records.sources}
    rows = []
    for name in sorted(places):
        source = held.get(name)
        facts = (source.title, source.publisher, source.date, source.url) if source else ("", "", "", "")
        rows.append((name, *facts, "; ".join(places[name])))
    if not rows:
        return PackSection("Sources", (paragraph("Nothing is cited."),))
    columns = ("Source", "Title", "Publisher", "Date", "Address", "Places")
    return PackSection("Sources", (grid("What is cited, and where", columns, rows),))


def _cited(subject: Subject) -> Iterator[tuple[str, str]]:
    behaviour, clause = subject.behaviour, subject.clause
    lives = [behaviour.lifecycle, *(applied.row.lifecycle for applied in subject.rows)]
    records = [behaviour, *(applied.row for applied in subject.rows)]
    for record in records if clause is None else [*records, clause]:
        yield from ((found.source, found.place) for found in record.citations)
    for life in lives if clause is None else [*lives, clause.lifecycle]:
        yield from ((event.source, event.place) for event in life if event.planned or event.date <= subject.day)
    yield from ((found.source, found.place) for found in behaviour.disputes)
    if clause is not None:
        yield from ((step.source, step.place) for step in clause.lineage)
        yield from ((milestone.source, milestone.place) for milestone in clause.milestones)
