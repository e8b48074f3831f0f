"""The dated parts of a record: its life, milestones and figures, each as a table in order of time, with a picture."""

from collections.abc import Sequence

from s1sr_validator.model.dated import Figure, Milestone, MilestoneStatus
from s1sr_validator.model.lifecycle import Event
from s1sr_validator.model.record import Basis, Record
from s1sr_validator.publish.markup import Html, days, joined, lines, table
from s1sr_validator.publish.page import Section
from s1sr_validator.publish.timelines import Mark, timeline
from s1sr_validator.publish.values import Writer
from s1sr_validator.publish.words import label

DATED_FIELDS = frozenset({"lifecycle", "milestones", "figures"})
_DRAWN = 2
"""A picture of fewer events says no more than their table."""
_NOT_FIRM = frozenset({MilestoneStatus.DRAFT, MilestoneStatus.ANNOUNCED})


def dated_sections(record: Record, writer: Writer) -> list[Section]:
    """Return a section for each dated part that the record has."""
    events: Sequence[Event] = getattr(record, "lifecycle", ())
    milestones: Sequence[Milestone] = getattr(record, "milestones", ())
    figures: Sequence[Figure] = getattr(record, "figures", ())
    return [
        *([Section("Life of this claim", _life(record.id, events, writer))] if events else ()),
        *([Section("Milestones", _milestones(record.id, milestones, writer))] if milestones else ()),
        *([Section("Figures", _figures(figures, writer))] if figures else ()),
    ]


def _life(record_id: str, events: Sequence[Event], writer: Writer) -> Html:
    ordered = sorted(events, key=lambda event: (event.date, event.event))
    marks = [Mark(label(event.event), event.date.isoformat(), label(event.event), event.planned) for event in ordered]
    rows = [
        [
            days(event.date, event.latest or ""),
            label(event.event),
            "planned; whether it happened is not recorded" if event.planned else "happened",
            event.note or "-",
            _source(event.source, event.place, writer),
        ]
        for event in ordered
    ]
    head = ["day", "event", "how firm", "note", "source"]
    picture = _picture(marks, f"Events in the life of {record_id}; planned ones are hollow")
    return lines([*picture, table(head, rows, caption="Events in order of time")])


def _milestones(record_id: str, milestones: Sequence[Milestone], writer: Writer) -> Html:
    ordered = sorted(milestones, key=lambda found: (found.date, found.event))
    marks = [
        Mark(label(found.event), found.date, f"{label(found.event)}, {found.status}", found.status in _NOT_FIRM)
        for found in ordered
    ]
    rows = [
        [
            days(found.date, found.latest),
            label(found.event),
            found.status + (", inferred" if found.basis is Basis.INFERRED else ""),
            " ".join(filter(None, (found.note, found.reason))) or "-",
            _source(found.source, found.place, writer),
        ]
        for found in ordered
    ]
    head = ["date", "event", "how firm", "note", "source"]
    picture = _picture(marks, f"Milestones of {record_id}; drafts and announcements are hollow")
    return lines([*picture, table(head, rows, caption="Milestones in order of time")])


def _figures(figures: Sequence[Figure], writer: Writer) -> Html:
    rows = [
        [
            days(found.as_of),
            f"{_bound(found)}{found.value:,} {found.unit}",
            found.what,
            joined([writer.record("cohorts", cohort) for cohort in found.cohorts], ", ") if found.cohorts else "-",
            _source(found.source, found.place, writer),
        ]
        for found in sorted(figures, key=lambda found: (found.as_of, found.what))
    ]
    return table(["on", "figure", "of what", "cohorts", "source"], rows, caption="Figures in order of time")


def _bound(figure: Figure) -> str:
    if figure.lower_bound:
        return "more than "
    return "about " if figure.approximate else ""


def _source(source: str, place: str, writer: Writer) -> Html:
    return joined([writer.record("sources", source), f", {place}"])


def _picture(marks: Sequence[Mark], title: str) -> list[Html]:
    return [timeline(marks, title=title)] if len(marks) >= _DRAWN else []
