"""The feed and the calendar: well formed, in order, with dates that are days, and the same key in every run."""

import datetime as dt
import re

import icalendar
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from s1sr_validator import Catalogue
from s1sr_validator.index.history import timeline
from s1sr_validator.model.history import Moment
from s1sr_validator.model.record import Basis
from s1sr_validator.publish.feeds import CALENDAR, CHANGES, calendar, feed_files
from tests.publish.published import contents_of, files_of, target_of

ATOM = "{http://www.w3.org/2005/Atom}"
DAY = dt.date(2020, 6, 1)


def moment(**fields: str) -> Moment:
    """Return an invented event."""
    usual = {"date": "2020-01-02", "until": "", "what": "consulted", "status": "happened", "kind": "cohort"}
    place = {"record": "invented-alpha", "detail": "", "source": "invented-source", "place": "an invented place"}
    return Moment(basis=Basis.STATED, **(usual | place | fields))


def lines_of(text: str) -> list[str]:
    """Return the lines of a calendar as they were before they were folded."""
    return text.replace("\r\n ", "").split("\r\n")[:-1]


def test_the_feed_has_what_atom_asks_for(tiny: Catalogue) -> None:
    """Feed and entries have ids, titles and times; the newest entry is first, and none is of the future."""
    feed = etree.fromstring(feed_files(contents_of(tiny))[CHANGES])
    updated = [entry.findtext(ATOM + "updated") or "" for entry in feed.iter(ATOM + "entry")]
    ids = [entry.findtext(ATOM + "id") for entry in feed.iter(ATOM + "entry")]
    assert feed.findtext(ATOM + "id")
    assert feed.find(f"{ATOM}author/{ATOM}name") is not None
    assert updated
    assert sorted(updated, reverse=True) == updated
    assert max(updated) <= "2020-06-01T00:00:00Z"
    assert len(set(ids)) == len(ids)


def test_every_entry_of_the_feed_is_whole(tiny: Catalogue) -> None:
    """RFC 4287, 4.1.2: an id that is an IRI, a title, a time; and a link to a page that is there."""
    pages = files_of(tiny)
    for entry in etree.fromstring(feed_files(contents_of(tiny))[CHANGES]).iter(ATOM + "entry"):
        assert re.fullmatch("urn:s1sr:[0-9a-f]{32}", entry.findtext(ATOM + "id") or "")
        assert entry.findtext(ATOM + "title")
        assert dt.datetime.fromisoformat(entry.findtext(ATOM + "updated") or "").tzinfo
        link = entry.find(ATOM + "link")
        assert link is not None
        assert target_of(link.get("href") or "", CHANGES).replace(".html", ".md") in pages


def test_a_library_reads_the_calendar(tiny: Catalogue) -> None:
    """What is read back is every event of a known day, whole days, with its words as they were."""
    read = icalendar.Calendar.from_ical(feed_files(contents_of(tiny))[CALENDAR])
    events = list(read.walk("VEVENT"))
    days = [moment for moment in timeline(tiny.snapshot, "") if moment.status != "figure" and len(moment.date) == 10]
    assert [] == [error for event in events for error in event.errors]
    assert [moment.date for moment in days] == [event.decoded("DTSTART").isoformat() for event in events]
    assert [f"{moment.record}: {moment.what} ({moment.status})" for moment in days] == [
        str(event["SUMMARY"]) for event in events
    ]
    assert all(event.decoded("DTEND") > event.decoded("DTSTART") for event in events)
    assert len({str(event["UID"]) for event in events}) == len(events)


@given(st.text(alphabet=st.characters(exclude_categories=["C", "Z"]), max_size=200))
def test_a_library_reads_any_text_back(text: str) -> None:
    """Escapes and folds are those of the standard."""
    read = icalendar.Calendar.from_ical(calendar([moment(detail=text)], DAY))
    (event,) = read.walk("VEVENT")
    said = (
        f"{text} Source: invented-source, an invented place" if text else "Source: invented-source, an invented place"
    )
    assert said == str(event["DESCRIPTION"])


def test_the_calendar_has_what_rfc_5545_asks_for(tiny: Catalogue) -> None:
    """Each event begins, ends, and has a key, a stamp and a day of its own."""
    lines = lines_of(feed_files(contents_of(tiny))[CALENDAR].decode())
    assert (lines[0], lines[1], lines[-1]) == ("BEGIN:VCALENDAR", "VERSION:2.0", "END:VCALENDAR")
    begun = lines.count("BEGIN:VEVENT")
    assert begun == lines.count("END:VEVENT") > 0
    for name in ("UID:", "DTSTAMP:", "DTSTART;VALUE=DATE:", "DTEND;VALUE=DATE:", "SUMMARY:"):
        assert begun == sum(line.startswith(name) for line in lines), name


@given(st.text(max_size=300))
def test_no_text_breaks_a_line_or_an_event(text: str) -> None:
    """Lines have at most 75 octets, and a text adds none."""
    written = calendar([moment(detail=text)], DAY)
    assert max(len(line.encode()) for line in written.split("\r\n")) <= 75
    plain = lines_of(calendar([moment()], DAY))
    assert [line.partition(":")[0] for line in plain] == [line.partition(":")[0] for line in lines_of(written)]


def test_commas_and_semicolons_are_escaped() -> None:
    """RFC 5545, 3.3.11: they would separate values."""
    assert "DESCRIPTION:a\\, b\\; c\\\\ Source: invented-source\\, an invented place" in lines_of(
        calendar([moment(detail="a, b; c\\")], DAY)
    )


def test_the_end_of_an_event_is_the_day_after_its_last() -> None:
    """A range has both of its days in it."""
    written = lines_of(calendar([moment(until="2020-01-31")], DAY))
    assert "DTSTART;VALUE=DATE:20200102" in written
    assert "DTEND;VALUE=DATE:20200201" in written


def test_what_is_only_announced_is_tentative() -> None:
    """An announced event is not confirmed."""
    assert "STATUS:TENTATIVE" in lines_of(calendar([moment(status="announced")], DAY))


def test_a_month_is_no_day(tiny: Catalogue) -> None:
    """Only events of a known day stand in the calendar."""
    days = re.findall("DTSTART;VALUE=DATE:(.*)\r\n", feed_files(contents_of(tiny))[CALENDAR].decode())
    assert all(re.fullmatch("[0-9]{8}", day) for day in days)
