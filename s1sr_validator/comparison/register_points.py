"""The sides that a register can be compared at: any day, and every edition by the day that its record gives."""

import datetime as dt
import re

from s1sr_validator.index.lookup import nearest
from s1sr_validator.index.snapshot import Snapshot
from s1sr_validator.model.errors import UsageError
from s1sr_validator.model.register_change import Point
from s1sr_validator.model.regulation import Edition

_PARTS_OF_A_DAY = 3
_DECEMBER = 12
_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")


def point(text: str, snapshot: Snapshot) -> Point:
    """Return the side that a day or an edition's id stands for.

    Raises:
        UsageError: it is neither; the tip names the nearest editions.
    """
    asked = text.strip()
    if _DAY.fullmatch(asked):
        try:
            return Point(day=dt.date.fromisoformat(asked))
        except ValueError:
            raise UsageError(f"{asked!r} is not a day", tip="write it as 2025-11-30") from None
    editions = {edition.id.casefold(): edition for edition in snapshot.records.editions}
    found = editions.get(asked.casefold().replace(":", "/"))
    if found is None:
        near = nearest(asked.upper(), [edition.id for edition in snapshot.records.editions])
        tip = f"did you mean {' or '.join(near)}?" if near else "write a day as 2025-11-30; s1sr list editions has them"
        raise UsageError(f"{text!r} is neither a day nor an edition", tip=tip)
    return edition_point(found)


def edition_point(edition: Edition) -> Point:
    """Return the day of an edition: the one on which it was published, else one on which its status is known."""
    if edition.published:
        return Point(day=last_day(edition.published), edition=edition.id, means=f"published {edition.published}")
    words = edition.status.replace("_", " ")
    return Point(
        day=last_day(edition.status_as_of), edition=edition.id, means=f"known {words} on {edition.status_as_of}"
    )


def first_day(date: str) -> dt.date:
    """Return the first day of a date that may be a month or a year alone."""
    year, month, day = _parts(date)
    return dt.date(year, month or 1, day or 1)


def last_day(date: str) -> dt.date:
    """Return the last day of a date that may be a month or a year alone."""
    year, month, day = _parts(date)
    if day:
        return dt.date(year, month, day)
    if month in {0, _DECEMBER}:
        return dt.date(year, _DECEMBER, 31)
    return dt.date(year, month + 1, 1) - dt.timedelta(days=1)


def _parts(date: str) -> tuple[int, int, int]:
    given = [int(part) for part in date.split("-")]
    year, month, day = [*given, *[0] * (_PARTS_OF_A_DAY - len(given))]
    return year, month, day
