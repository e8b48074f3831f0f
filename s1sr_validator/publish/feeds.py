"""What changed and what is due, for feed readers (Atom, RFC 4287) and calendars (iCalendar, RFC 5545)."""

import datetime as dt
import hashlib
import re
from xml.sax.saxutils import escape, quoteattr

from s1sr_validator.index.history import timeline
from s1sr_validator.model.history import Moment
from s1sr_validator.model.kinds import find_kind
from s1sr_validator.publish.addresses import page_path
from s1sr_validator.publish.contents import Contents
from s1sr_validator.report.visible_text import visible

CHANGES = "feeds/changes.xml"
CALENDAR = "feeds/dates.ics"
_NEWEST = 100
_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_LONGEST_LINE = 75
"""Octets of a line of iCalendar, without its line break (RFC 5545, 3.1)."""
_FIRM = frozenset({"happened", "final"})


def feed_files(contents: Contents) -> dict[str, bytes]:
    """Return the feed and the calendar by their paths."""
    dated = [moment for moment in timeline(contents.snapshot, "") if _is_dated(moment)]
    return {CHANGES: atom(dated, contents).encode(), CALENDAR: calendar(dated, contents.as_of).encode()}


def _is_dated(moment: Moment) -> bool:
    """Say whether it is an event of a known day: a month alone is no day of a calendar, and a figure no event."""
    return moment.status != "figure" and _DAY.fullmatch(moment.date) is not None


def atom(moments: list[Moment], contents: Contents) -> str:
    """Return the events up to the day as an Atom feed, the newest first."""
    today = contents.as_of.isoformat()
    past = sorted((moment for moment in moments if moment.date <= today), key=_newest, reverse=True)[:_NEWEST]
    updated = past[0].date if past else today
    entries = "".join(_entry(moment) for moment in past)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">\n'
        "<title>SMETS1 device behaviour: what happened</title>\n<id>urn:s1sr:changes</id>\n"
        '<author><name>s1sr-validator</name></author>\n<link rel="alternate" href="../index.html"/>\n'
        f"<updated>{updated}T00:00:00Z</updated>\n{entries}</feed>\n"
    )


def _newest(moment: Moment) -> tuple[str, str, str]:
    return (moment.date, moment.record, moment.what)


def _entry(moment: Moment) -> str:
    page = "../" + page_path(find_kind(moment.kind).folder, moment.record)
    return (
        f"<entry><title>{escape(_words(moment))}</title><id>urn:s1sr:{_key(moment)}</id>"
        f"<updated>{moment.date}T00:00:00Z</updated><link href={quoteattr(page)}/>"
        f"<summary>{escape(_details(moment))}</summary></entry>\n"
    )


def calendar(moments: list[Moment], as_of: dt.date) -> str:
    """Return the events as a calendar; those that are only drafts or announcements are tentative."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//s1sr-validator//regulatory dates//EN"]
    for moment in moments:
        lines += _event(moment, as_of)
    return "".join(_folded(line) + "\r\n" for line in [*lines, "END:VCALENDAR"])


def _event(moment: Moment, as_of: dt.date) -> list[str]:
    day = dt.date.fromisoformat(moment.date)
    last = dt.date.fromisoformat(moment.until) if _DAY.fullmatch(moment.until) else day
    return [
        "BEGIN:VEVENT",
        f"UID:{_key(moment)}@s1sr",
        f"DTSTAMP:{as_of:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{last + dt.timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_text(_words(moment))}",
        f"DESCRIPTION:{_text(_details(moment))}",
        f"STATUS:{'CONFIRMED' if moment.status in _FIRM else 'TENTATIVE'}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _words(moment: Moment) -> str:
    return visible(f"{moment.record}: {moment.what} ({moment.status})")


def _details(moment: Moment) -> str:
    detail = f"{moment.detail} " if moment.detail else ""
    return visible(f"{detail}Source: {moment.source}, {moment.place}")


def _key(moment: Moment) -> str:
    """Return what stays the same for one event in every feed: its record, date, kind and source."""
    parts = (moment.kind, moment.record, moment.date, moment.what, moment.status, moment.source, moment.place)
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]


def _text(text: str) -> str:
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def _folded(line: str) -> str:
    """Break a line where it grows too long, between characters (RFC 5545, 3.1)."""
    parts, size = [""], 0
    for character in line:
        octets = len(character.encode())
        if size + octets > _LONGEST_LINE:
            parts.append(" ")
            size = 1
        parts[-1] += character
        size += octets
    return "\r\n".join(parts)
