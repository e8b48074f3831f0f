"""Dated events of the whole catalogue in order of time, each with the record that holds it."""

from collections.abc import Iterable, Iterator

from s1sr_validator.index.search import Hit, every_record
from s1sr_validator.index.snapshot import Snapshot
from s1sr_validator.model.dated import Figure, Milestone
from s1sr_validator.model.history import Moment
from s1sr_validator.model.lifecycle import Event
from s1sr_validator.model.references import references


def history_of(snapshot: Snapshot, hits: Iterable[Hit]) -> tuple[Moment, ...]:
    """Return the dated events of records and of every record that names one of them or that they name as theirs."""
    wanted = {(hit.kind.folder, hit.record.id) for hit in hits}
    related = [hit for hit in every_record(snapshot) if _belongs(hit, wanted)]
    return in_order(moment for hit in related for moment in moments(hit))


def timeline(snapshot: Snapshot, cohort: str) -> tuple[Moment, ...]:
    """Return the dated events about a cohort, by its id; with an empty id those of every record but behaviours'."""
    every = [hit for hit in every_record(snapshot) if not cohort or _is_about(hit, cohort)]
    return in_order(moment for hit in every for moment in moments(hit))


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
    return tuple(sorted(found, key=lambda moment: moment.on))


def _belongs(hit: Hit, wanted: set[tuple[str, str]]) -> bool:
    if (hit.kind.folder, hit.record.id) in wanted:
        return True
    return any((named.folder, named.id) in wanted for named in references(hit.record) if named.folder != "sources")


def _is_about(hit: Hit, cohort: str) -> bool:
    named = any(found.folder == "cohorts" and found.id == cohort for found in references(hit.record))
    return named or (hit.kind.folder == "cohorts" and hit.record.id == cohort)


def _of_event(hit: Hit, event: Event) -> Moment:
    return Moment(
        on=event.on.isoformat(),
        until=event.latest.isoformat() if event.latest else "",
        what=event.event.replace("_", " "),
        status="announced" if event.planned else "happened",
        kind=hit.kind.singular,
        record=hit.record.id,
        detail=event.note,
        source=event.source,
        place=event.place,
    )


def _of_milestone(hit: Hit, milestone: Milestone) -> Moment:
    return Moment(
        on=milestone.on,
        until=milestone.latest,
        what=milestone.event.replace("_", " "),
        status=milestone.status,
        kind=hit.kind.singular,
        record=hit.record.id,
        detail=milestone.note,
        source=milestone.source,
        place=milestone.place,
    )


def _of_figure(hit: Hit, figure: Figure) -> Moment:
    return Moment(
        on=figure.as_of,
        until="",
        what=f"{'about ' if figure.approximate else ''}{figure.value:,} {figure.unit}",
        status="figure",
        kind=hit.kind.singular,
        record=hit.record.id,
        detail=figure.what,
        source=figure.source,
        place=figure.place,
    )
