"""What differs in the register between two days."""

import datetime as dt

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from s1sr_validator import Catalogue
from s1sr_validator.comparison.register import Register
from s1sr_validator.comparison.register_points import edition_point, first_day, last_day, point
from s1sr_validator.model.device import CplStatus, Device, Listing
from s1sr_validator.model.errors import UsageError
from s1sr_validator.model.register_change import Point, RegisterDifference, Turn, turn_of
from tests.invented import LOG, MAKER_ONE, TINY, behaviour, event, row, with_records

TINY_CATALOGUE = Catalogue.load(TINY)
REGISTER = Register(TINY_CATALOGUE.lookup)
DAYS = st.dates(dt.date(2000, 1, 1), dt.date(2035, 1, 1))


def between(catalogue: Catalogue, since: str, until: str) -> RegisterDifference:
    """Return what differs between two days or editions."""
    sides = (point(side, catalogue.snapshot) for side in (since, until))
    return Register(catalogue.lookup).difference(*sides)


@pytest.mark.parametrize(
    ("before", "after", "turn"),
    [
        ("", "observed", Turn.BEGAN),
        ("", "designated", Turn.INTO_FORCE),
        ("proposed", "designated", Turn.INTO_FORCE),
        ("withdrawn", "designated", Turn.INTO_FORCE),
        ("designated", "superseded", Turn.OUT_OF_FORCE),
        ("designated", "proposed", Turn.OUT_OF_FORCE),
        ("proposed", "withdrawn", Turn.ENDED),
        ("observed", "proposed", Turn.CHANGED),
        ("withdrawn", "proposed", Turn.BEGAN),
        ("", "withdrawn", Turn.CHANGED),
        ("superseded", "withdrawn", Turn.CHANGED),
    ],
)
def test_a_turn_has_a_name(before: str, after: str, turn: Turn) -> None:
    """Only what is designated is in force; a claim begins and ends with its live standings."""
    assert turn is turn_of(before, after)


@pytest.mark.parametrize(
    ("since", "until", "before", "after"),
    [
        ("2009-12-31", "2010-01-01", "", "proposed"),
        ("2010-01-01", "2010-12-31", None, None),
        ("2010-12-31", "2011-01-01", "proposed", "designated"),
        ("2009-12-31", "2015-01-01", "", "designated"),
        ("2019-12-31", "2022-01-01", "designated", "superseded"),
    ],
)
def test_a_standing_changes_on_its_day(since: str, until: str, before: str | None, after: str | None) -> None:
    """The end of one day is held against the end of another; a planned event changes nothing."""
    found = [each for each in between(TINY_CATALOGUE, since, until).standings if each.id == "S1B-9001"]
    assert ([] if before is None else [(before, after)]) == [(each.before, each.after) for each in found]


def test_a_claim_that_begins_reaches_its_device_models(tiny: Catalogue) -> None:
    """Reach follows from claim and row together: the row alone reaches nothing."""
    claim = behaviour("S1B-7001", lifecycle=(event("consulted", "2015-01-01"), event("withdrawn", "2016-01-01")))
    changed = with_records(tiny, [claim], [row("invented/seven", "S1B-7001")], alone=True)
    assert () == between(changed, "2009-12-31", "2010-01-01").reach
    (gained,) = between(changed, "2014-12-31", "2015-01-01").reach
    (lost,) = between(changed, "2015-12-31", "2016-01-01").reach
    assert MAKER_ONE in gained.gained
    assert (gained.gained, gained.lost) == (lost.lost, lost.gained)


def test_two_rows_that_follow_each_other_lose_nothing(tiny: Catalogue) -> None:
    """Where a row ends on the day on which another begins, the Device Models of both are reached all along."""
    rows = (
        row(
            "invented/old", "S1B-7001", lifecycle=(event("designated", "2010-01-01"), event("withdrawn", "2015-01-01"))
        ),
        row("invented/new", "S1B-7001", lifecycle=(event("designated", "2015-01-01"),)),
    )
    changed = with_records(tiny, [behaviour("S1B-7001")], rows, alone=True)
    found = between(changed, "2014-12-31", "2015-01-01")
    assert ((), 2) == (found.reach, len(found.standings))


def test_device_models_join_and_leave(tiny: Catalogue) -> None:
    """By the date of the list that has them first, and of the one that no longer has them."""
    gone = with_listing(tiny, MAKER_ONE, CplStatus.ABSENT, Listing(version="0.9", date=dt.date(2009, 5, 6)))
    assert [MAKER_ONE] == [each.device for each in between(gone, "2009-05-05", "2009-05-06").left]
    assert () == between(gone, "2009-05-06", "2009-05-07").left
    joined = between(gone, "2000-12-31", "2001-01-01").joined
    assert {"2001-01-01"} == {str(each.date) for each in joined}
    assert MAKER_ONE in {each.device for each in joined}


def test_an_unknown_date_is_counted(tiny: Catalogue) -> None:
    """A Device Model that was removed on no known day is among those without a date."""
    before = between(tiny, "2000-01-01", "2030-01-01").undated_models
    removed = with_listing(tiny, MAKER_ONE, CplStatus.REMOVED, None)
    assert before + 1 == between(removed, "2000-01-01", "2030-01-01").undated_models


def with_listing(catalogue: Catalogue, key: str, status: CplStatus, absent: Listing | None) -> Catalogue:
    """Return the catalogue with another status of one Device Model."""
    records = catalogue.snapshot.records

    def changed(device: Device) -> Device:
        entry = msgspec.structs.replace(device.cpl, status=status, absent_since=absent)
        return msgspec.structs.replace(device, cpl=entry) if device.id == key else device

    devices = tuple(map(changed, records.devices))
    return Catalogue(
        msgspec.structs.replace(catalogue.snapshot, records=msgspec.structs.replace(records, devices=devices))
    )


def test_an_event_of_a_range_may_lie_in_between() -> None:
    """An event that is dated from 2018 to June is certain in the whole year, and possible in any part of it."""
    expiry = ("2018", "2018-06-30")
    whole, part = (
        between(TINY_CATALOGUE, "2017-12-31", "2018-12-31"),
        between(TINY_CATALOGUE, "2018-02-01", "2018-12-31"),
    )
    assert expiry in {(each.date, each.until) for each in whole.events}
    assert expiry not in {(each.date, each.until) for each in part.events}
    assert expiry in {(each.date, each.until) for each in part.perhaps}


@given(DAYS, DAYS, DAYS)
def test_a_day_in_between_divides_what_differs(one: dt.date, two: dt.date, three: dt.date) -> None:
    """What is certain before and after a day in between is certain of the whole, and standings fit together."""
    first, middle, last = (Point(day=day) for day in sorted((one, two, three)))
    early, late = REGISTER.difference(first, middle), REGISTER.difference(middle, last)
    whole = REGISTER.difference(first, last)
    assert {*early.events, *late.events} <= set(whole.events)
    assert sorted(each.device for each in (*early.joined, *late.joined)) == sorted(each.device for each in whole.joined)
    steps = {each.id: each for each in early.standings}
    for each in late.standings:
        before = steps.pop(each.id).before if each.id in steps else each.before
        assert each.after == before or any(
            (found.before, found.after) == (before, each.after) for found in whole.standings if found.id == each.id
        )
    assert set(steps.values()) <= set(whole.standings)


@given(DAYS)
def test_nothing_differs_within_a_day(day: dt.date) -> None:
    """A day held against itself has no differences."""
    found = REGISTER.difference(Point(day=day), Point(day=day))
    assert ((), (), (), (), (), ()) == (
        *(found.standings, found.reach, found.joined),
        *(found.left, found.events, found.perhaps),
    )


def test_every_day_of_the_register_differs_from_the_day_before() -> None:
    """The list of days has no day on which nothing happens."""
    for day in REGISTER.days:
        found = REGISTER.difference(Point(day=day - dt.timedelta(days=1)), Point(day=day))
        assert found.standings or found.joined or found.left or found.events, day


@pytest.mark.parametrize(
    ("given", "day", "edition", "means"),
    [
        ("2015-02-28", "2015-02-28", "", ""),
        ("INVENTED-ANNEX/1.1", "2002-02-28", "INVENTED-ANNEX/1.1", "published 2002-02"),
        ("invented-annex:1.0", "2001-12-31", "INVENTED-ANNEX/1.0", "published 2001"),
    ],
)
def test_a_side_is_a_day_or_an_edition(given: str, day: str, edition: str, means: str) -> None:
    """A month or a year stands for its last day: the edition was there by then."""
    found = point(given, TINY_CATALOGUE.snapshot)
    assert (day, edition, means) == (str(found.day), found.edition, found.means)


def test_an_edition_without_a_date_of_publication_says_what_its_day_means(tiny: Catalogue) -> None:
    """Its status on a day is all that is known."""
    (edition,) = (each for each in tiny.snapshot.records.editions if each.id == "INVENTED-ANNEX/1.1")
    found = edition_point(msgspec.structs.replace(edition, published=""))
    assert ("2002-06-30", "known in force on 2002-06") == (str(found.day), found.means)


@pytest.mark.parametrize(
    ("given", "said"), [("2015-02-29", "is not a day"), ("INVENTED/7", "did you mean INVENTED"), ("", "neither")]
)
def test_what_is_neither_is_refused(given: str, said: str) -> None:
    """The tip names the nearest edition, or the form of a day."""
    with pytest.raises(UsageError) as refused:
        point(given, TINY_CATALOGUE.snapshot)
    assert said in f"{refused.value.message} {refused.value.tip}"


def test_the_earlier_side_comes_first() -> None:
    """Sides in the wrong order are wrong use."""
    with pytest.raises(UsageError, match="2015-01-02 is after 2015-01-01"):
        REGISTER.difference(Point(day=dt.date(2015, 1, 2)), Point(day=dt.date(2015, 1, 1)))


def test_an_edition_says_what_is_held_of_it(tiny: Catalogue) -> None:
    """Rows and clauses that name it; none is nothing known of it."""
    changed = with_records(tiny, [behaviour("S1B-7001", services=(LOG,))], [row("invented/seven", "S1B-7001")])
    assert "invented/seven" in Register(changed.lookup).holding("INVENTED/1.0").matrix_rows
    assert () == Register(changed.lookup).holding("INVENTED/9.9").matrix_rows


@given(st.dates(dt.date(1, 1, 1), dt.date(9999, 12, 31)))
def test_a_partial_date_has_its_day_in_it(day: dt.date) -> None:
    """Year, month and day each stand for a range of days that holds the day."""
    for text in (str(day), str(day)[:7], str(day)[:4]):
        assert first_day(text) <= day <= last_day(text)
        assert str(first_day(text))[: len(text)] == str(last_day(text))[: len(text)] == text
