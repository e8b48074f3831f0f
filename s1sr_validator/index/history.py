"""Dated events of the whole catalogue in order of time, each with the record that holds it."""

from collections.abc import Iterable, Iterator

from s1sr_validator.index.search import Hit, every_record
from s1sr_validator.index.snapshot import Snapshot
from s1sr_validator.model.dated import Figure, Milestone
from s1sr_validator.model.history import Moment
from s1sr_validator.model.lifecycle import Event
from s1sr_validator.model.record import Basis
from s1sr_validator.model.references import references


def history_of(snapshot: Snapshot, hits: Iterable[Hit]) -> tuple[Moment, ...]:
    """Return the dated events of records and of every record that names one of them or that they name as theirs."""
    wanted = {(hit.kind.folder, hit.record.id) for hit in hits}
    related = [hit for hit in every_record(snapshot) if _belongs(hit, wanted)]
    return in_order(moment for hit in related for moment in moments(hit))


def timeline(snapshot: Snapshot, cohort: str) -> tuple[Moment, ...]:
    """Return the dated events and figures about a cohort, by its id; with an empty id those of every record."""
    every = every_record(snapshot)
    return in_order(moment for hit in every for moment in (moments_about(hit, cohort) if cohort else moments(hit)))


def moments_about(hit: Hit, cohort: str) -> Iterator[Moment]:
    """Yield what a record holds about a cohort: all of it when the record is about the cohort, and figures over it."""
    is_about = _is_about(hit, cohort)
    if is_about:
        yield from (_of_event(hit, event) for event in getattr(hit.record, "lifecycle", ()))
        yield from (_of_milestone(hit, milestone) for milestone in getattr(hit.record, "milestones", ()))
    for figure in getattr(hit.record, "figures", ()):
        if cohort in figure.cohorts or (is_about and not figure.cohorts):
            yield _of_figure(hit, figure)


def moments(hit: Hit) -> Iterator[Moment]:
    """Yield the dated events and figures that a record holds."""
    for event in getattr(hit.record, "lifecycle", ()):
        yield _of_event(hit, event)
    for milestone in getattr(hit.record, "milestones", ()):
        yield _of_milestone(hit, milestone)
    for figure in getattr(hit.record, "figures", ()):
        yield _of_figure(hit, figure)


def in_order(found: Iterable[Moment]) -> tuple[Moment, ...]:
    """Return moments by date; a month stands before its days, and equal dates keep the order of their records."""
    return tuple(sorted(found, key=lambda moment: moment.date))


def _belongs(hit: Hit, wanted: set[tuple[str, str]]) -> bool:
    if (hit.kind.folder, hit.record.id) in wanted:
        return True
    return any((named.folder, named.id) in wanted for named in references(hit.record) if named.folder != "sources")


def _is_about(hit: Hit, cohort: str) -> bool:
    """Say whether the record is the cohort, or names it other than in a figure that is over several cohorts."""
    named = (found for found in references(hit.record) if found.folder == "cohorts" and found.path[0] != "figures")
    return any(found.id == cohort for found in named) or (hit.kind.folder == "cohorts" and hit.record.id == cohort)


def _of_event(hit: Hit, event: Event) -> Moment:
    return Moment(
        date=event.date.isoformat(),
        until=event.latest.isoformat() if event.latest else "",
        what=event.event.replace("_", " "),
        status="announced" if event.planned else "happened",
        kind=hit.kind.singular,
        record=hit.record.id,
        overlay=hit.overlay,
        detail=event.note,
        basis=Basis.STATED,
        source=event.source,
        place=event.place,
    )


def _of_milestone(hit: Hit, milestone: Milestone) -> Moment:
    return Moment(
        date=milestone.date,
        until=milestone.latest,
        what=milestone.event.replace("_", " "),
        status=milestone.status,
        kind=hit.kind.singular,
        record=hit.record.id,
        overlay=hit.overlay,
        detail=milestone.note or milestone.reason,
        basis=milestone.basis,
        source=milestone.source,
        place=milestone.place,
    )


def _of_figure(hit: Hit, figure: Figure) -> Moment:
    return Moment(
        date=figure.as_of,
        until="",
        what=f"{_bound(figure)}{figure.value:,} {figure.unit}",
        status="figure",
        kind=hit.kind.singular,
        record=hit.record.id,
        overlay=hit.overlay,
        detail=figure.what,
        basis=Basis.STATED,
        source=figure.source,
        place=figure.place,
    )


def _bound(figure: Figure) -> str:
    if figure.lower_bound:
        return "more than "
    return "about " if figure.approximate else ""
