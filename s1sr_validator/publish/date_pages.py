"""The register as it stood on each day on which a standing changes, and all regulatory dates as a timeline."""

import datetime as dt
from typing import NamedTuple

from s1sr_validator.index.history import timeline as every_moment
from s1sr_validator.model.history import Moment
from s1sr_validator.model.kinds import find_kind
from s1sr_validator.model.lifecycle import Event, standing_on
from s1sr_validator.model.lifecycle import timeline as spans
from s1sr_validator.publish.addresses import DATES, DIFFERENCES, date_path, relative
from s1sr_validator.publish.contents import Contents
from s1sr_validator.publish.markup import Html, bullets, days, element, escaped, lines, link, table
from s1sr_validator.publish.page import Section, SitePage
from s1sr_validator.publish.timelines import Mark, timeline
from s1sr_validator.publish.values import Writer
from s1sr_validator.publish.words import label

ALL_DATES = f"{DATES}/index.html"
TIMELINE = f"{DATES}/timeline.html"
MOST_STANDINGS = 500
"""Where there are more, a page lists those that changed: days times records would outgrow everything else."""
_WITH_STANDING = ("behaviours", "matrix", "clauses")


class Living(NamedTuple):
    """A record whose standing changes over time."""

    folder: str
    id: str
    lifecycle: tuple[Event, ...]


def date_pages(contents: Contents) -> list[SitePage]:
    """Return a page for each date on which something changes, their list, and the timeline of everything."""
    days = change_days(contents)
    pages = [_day_page(day, previous, contents) for previous, day in zip((None, *days), days, strict=False)]
    return [_list_page(days, contents), *pages, _timeline_page(contents)]


def living(contents: Contents) -> list[Living]:
    """Return every record that has a standing."""
    hits = (hit for folder in _WITH_STANDING for hit in contents.of_kind(folder))
    found = ((hit, getattr(hit.record, "lifecycle", ())) for hit in hits)
    return [Living(hit.kind.folder, hit.record.id, events) for hit, events in found if events]


def change_days(contents: Contents) -> list[dt.date]:
    """Return the days on which a standing begins or ends, in order."""
    return sorted({span.period.start for record in living(contents) for span in spans(record.lifecycle)})


def _list_page(days: list[dt.date], contents: Contents) -> SitePage:
    items = [link(relative(date_path(day.isoformat()), ALL_DATES), day) for day in reversed(days)]
    every = element(
        "p",
        link(relative(TIMELINE, ALL_DATES), "Every dated event and figure"),
        ". ",
        link(relative(DIFFERENCES, ALL_DATES), "What differs from each date to the next"),
        ".",
    )
    words = element("p", f"Days on which the standing of a record changes. Other pages speak of {contents.as_of}.")
    shown = bullets(items) if items else element("p", "No record has a dated standing.")
    return SitePage(path=ALL_DATES, title="The register by date", lead=lines([words, shown, every]))


def _day_page(day: dt.date, previous: dt.date | None, contents: Contents) -> SitePage:
    """Return the standings on a day, beside those of the last day before it on which something changed."""
    path = date_path(day.isoformat())
    writer = Writer(contents, path)
    every = living(contents)
    is_whole = len(every) <= MOST_STANDINGS
    rows = [
        [writer.record(record.folder, record.id), label(find_kind(record.folder).singular), now, before, changed]
        for record in every
        for now, before in [(_standing(record, day), _standing(record, previous))]
        for changed in ["changed" if now != before else "-"]
        if now != before or (is_whole and now != _NONE)
    ]
    head = ["record", "kind", f"on {day}", f"on {previous}" if previous else "before", "difference"]
    rest = "" if is_whole else f" Of {len(every):,} records with a standing, those that did not change are left out."
    words = element("p", f"A planned event changes nothing here: whether it happened is not recorded.{rest}")
    shown = table(head, rows, caption=f"Standings on {day}")
    return SitePage(path=path, title=f"The register on {day}", lead=lines([words, shown]))


_NONE = "none yet"


def _standing(record: Living, day: dt.date | None) -> str:
    return (standing_on(record.lifecycle, day) if day else None) or _NONE


def _timeline_page(contents: Contents) -> SitePage:
    moments = every_moment(contents.snapshot, "")
    writer = Writer(contents, TIMELINE)
    rows = [
        [
            days(moment.date, moment.until),
            moment.what,
            moment.status,
            _record(moment, writer),
            moment.detail or "-",
        ]
        for moment in moments
    ]
    head = ["date", "what", "how firm", "record", "detail"]
    shown = table(head, rows, caption=f"{len(rows)} events and figures") if rows else element("p", "None is recorded.")
    sections = (Section("Cohorts", _cohorts(contents)), Section("Everything in order of time", shown))
    lead = element("p", "What the sources say happened, or was to happen. Hollow marks are drafts and announcements.")
    return SitePage(path=TIMELINE, title="Timeline", lead=lead, sections=sections)


def _record(moment: Moment, writer: Writer) -> Html:
    kind = find_kind(moment.kind)
    return writer.record(kind.folder, moment.record) if moment.record else escaped("-")


def _cohorts(contents: Contents) -> Html:
    """Return the milestones of the cohorts, a row for each."""
    marks = [
        Mark(cohort.name, found.date, label(found.event), found.status in {"draft", "announced"})
        for cohort in contents.lookup.records.cohorts
        for found in sorted(cohort.milestones, key=lambda found: found.date)
    ]
    return timeline(marks, title="Milestones of the cohorts") if marks else element("p", "No cohort has a dated event.")
