"""What differs in the register between two days: standings, Device Models, reach, and what happened in between."""

import datetime as dt
from enum import StrEnum

import msgspec

from s1sr_validator.model.comparison import ReachChange
from s1sr_validator.model.history import Moment
from s1sr_validator.model.lifecycle import LIVE_STANDINGS, Standing
from s1sr_validator.model.prediction import CatalogueStamp

REGISTER_VERSION = "1"


class Turn(StrEnum):
    """What became of a standing, those of the Smart Energy Code first."""

    INTO_FORCE = "into_force"
    OUT_OF_FORCE = "out_of_force"
    BEGAN = "began"
    ENDED = "ended"
    CHANGED = "changed"


class Point(msgspec.Struct, frozen=True, kw_only=True):
    """A side of a comparison: its day, and the edition whose day it is with what that day says of it (none: empty)."""

    day: dt.date
    edition: str = ""
    means: str = ""


class StandingChange(msgspec.Struct, frozen=True, kw_only=True):
    """A record whose standing differs; `before` or `after` is empty where no event had given it one."""

    kind: str
    id: str
    title: str
    before: str
    after: str
    turn: Turn


class ListingChange(msgspec.Struct, frozen=True, kw_only=True):
    """A Device Model that joined or left the Central Products List, with the list's version and date."""

    device: str
    name: str
    date: dt.date
    version: str


class EditionHolding(msgspec.Struct, frozen=True, kw_only=True):
    """The matrix rows and clauses whose record names an edition; none does not mean that the edition has none."""

    edition: str
    matrix_rows: tuple[str, ...]
    clauses: tuple[str, ...]


class RegisterDifference(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that differs after `since`, up to and with `until`.

    `reach` is which Device Models live claims reach anew or no longer. `undated_models` counts Device Models of which
    no source says when they joined or left the list. `events` have all of their days in the time between; `perhaps`
    have some of them in it, for their source gives a month, a year or a range.
    """

    since: Point
    until: Point
    standings: tuple[StandingChange, ...]
    reach: tuple[ReachChange, ...]
    joined: tuple[ListingChange, ...]
    left: tuple[ListingChange, ...]
    undated_models: int
    events: tuple[Moment, ...]
    perhaps: tuple[Moment, ...]
    editions: tuple[EditionHolding, ...]


class RegisterReport(msgspec.Struct, frozen=True, kw_only=True):
    """What differs in a catalogue's register between two days or editions."""

    schema_version: str = REGISTER_VERSION
    catalogue: CatalogueStamp
    difference: RegisterDifference


def turn_of(before: str, after: str) -> Turn:
    """Return what became of a standing that differs."""
    if after == Standing.DESIGNATED:
        return Turn.INTO_FORCE
    if before == Standing.DESIGNATED:
        return Turn.OUT_OF_FORCE
    was, is_now = before in LIVE_STANDINGS, after in LIVE_STANDINGS
    if was is is_now:
        return Turn.CHANGED
    return Turn.BEGAN if is_now else Turn.ENDED
