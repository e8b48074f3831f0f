"""The feed and the calendar: well formed, in order, with dates that are days, and the same key in every run."""

import datetime as dt
import re

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from s1sr_validator import Catalogue
from s1sr_validator.model.history import Moment
from s1sr_validator.model.record import Basis
from s1sr_validator.publish.feeds import CALENDAR, CHANGES, calendar, feed_files
from tests.publish.published import contents_of

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
