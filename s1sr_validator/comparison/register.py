"""What differs in the register between two days. Its reader in a browser is site/assets/js/register.js."""

import datetime as dt
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import NamedTuple

from s1sr_validator.comparison.by_day import ByDay
from s1sr_validator.comparison.register_points import first_day, last_day
from s1sr_validator.index.history import moments
from s1sr_validator.index.lookup import Application, Lookup
from s1sr_validator.index.search import Hit, every_record, natural_order, title_of
from s1sr_validator.model.behaviour import Behaviour, MatrixRow
from s1sr_validator.model.comparison import ReachChange
from s1sr_validator.model.device import CplStatus, Device, Listing
from s1sr_validator.model.errors import UsageError
from s1sr_validator.model.history import Moment
from s1sr_validator.model.kinds import KINDS
from s1sr_validator.model.lifecycle import Span, timeline
from s1sr_validator.model.register_change import (
    EditionHolding,
    ListingChange,
    Point,
    RegisterDifference,
    StandingChange,
    turn_of,
)
from s1sr_validator.prediction.consider import joint_span


class Living(NamedTuple):
    """A record that has had a standing, with the periods of each."""

    hit: Hit
    spans: tuple[Span, ...]

    def standing(self, day: dt.date) -> str:
        """Return the standing on a day; empty before the first event that gives one."""
        return next((span.standing.value for span in self.spans if span.period.contains(day)), "")


class Dated(NamedTuple):
    """An event with the first and the last day that its source leaves open."""

    first: dt.date
    last: dt.date
    moment: Moment


class Register:
    """Everything dated of a catalogue, each view made when it is first asked for."""

    def __init__(self, lookup: Lookup) -> None:
        """Keep the lookups."""
        self.lookup = lookup

    @cached_property
    def _hits(self) -> tuple[Hit, ...]:
        order = {kind.folder: number for number, kind in enumerate(KINDS)}
        hits = every_record(self.lookup.snapshot)
        return tuple(sorted(hits, key=lambda hit: (order[hit.kind.folder], natural_order(hit.record.id))))

    @cached_property
    def living(self) -> tuple[Living, ...]:
        """Every record that has had a standing, kind by kind, in natural order of the ids."""
        found = (Living(hit, timeline(getattr(hit.record, "lifecycle", ()))) for hit in self._hits)
        return tuple(each for each in found if each.spans)

    @cached_property
    def dated(self) -> tuple[Dated, ...]:
        """Every event in order of time; figures are no events."""
        every = (moment for hit in self._hits for moment in moments(hit))
        found = [_dated(moment) for moment in every if moment.status != "figure"]
        return tuple(sorted(found, key=lambda each: (each.first, each.last)))

    @cached_property
    def _turns(self) -> ByDay[Living]:
        return ByDay((span.period.start, each) for each in self.living for span in each.spans)

    @cached_property
    def _begun(self) -> ByDay[Dated]:
        return ByDay((each.first, each) for each in self.dated)

    @cached_property
    def _long(self) -> tuple[Dated, ...]:
        """The events whose source leaves several days open: few, and any time between may touch them."""
        return tuple(each for each in self.dated if each.first < each.last)

    @cached_property
    def _joined(self) -> ByDay[ListingChange]:
        return self._listings(lambda device: device.cpl.first_listed)

    @cached_property
    def _left(self) -> ByDay[ListingChange]:
        return self._listings(lambda device: device.cpl.absent_since)

    @cached_property
    def days(self) -> tuple[dt.date, ...]:
        """Every day on which something certain differs from the day before, in order."""
        found = {span.period.start for each in self.living for span in each.spans}
        found |= {listing.date for device in self.lookup.devices.values() for listing in _listings(device)}
        return tuple(sorted(found | {each.last for each in self.dated if each.first == each.last}))

    def difference(self, since: Point, until: Point) -> RegisterDifference:
        """Return what differs after one point, up to and with the other.

        Raises:
            UsageError: the first point is the later one.
        """
        if since.day > until.day:
            raise UsageError(f"{since.day} is after {until.day}", tip="name the earlier day first")
        events, perhaps = self._events(since.day, until.day)
        return RegisterDifference(
            since=since,
            until=until,
            standings=tuple(self._standings(since.day, until.day)),
            reach=tuple(self._reach(since.day, until.day)),
            joined=tuple(self._joined.within(since.day, until.day)),
            left=tuple(self._left.within(since.day, until.day)),
            undated_models=self.undated_models,
            events=events,
            perhaps=perhaps,
            editions=tuple(self.holding(name) for name in dict.fromkeys((since.edition, until.edition)) if name),
        )

    def holding(self, edition: str) -> EditionHolding:
        """Return the rows and clauses whose record names an edition."""
        records = self.lookup.records
        rows = (row.id for row in records.matrix if row.edition == edition)
        clauses = (clause.id for clause in records.clauses if clause.edition == edition)
        return EditionHolding(
            edition=edition,
            matrix_rows=tuple(sorted(rows, key=natural_order)),
            clauses=tuple(sorted(clauses, key=natural_order)),
        )

    def _standings(self, since: dt.date, until: dt.date) -> Iterator[StandingChange]:
        turned = self._turns.within(since, until)
        for each in {id(living): living for living in turned}.values():
            before, after = each.standing(since), each.standing(until)
            if before != after:
                yield StandingChange(
                    kind=each.hit.kind.singular,
                    id=each.hit.record.id,
                    title=title_of(each.hit.record),
                    before=before,
                    after=after,
                    turn=turn_of(before, after),
                )

    def _reach(self, since: dt.date, until: dt.date) -> Iterator[ReachChange]:
        """Yield the behaviours that reach other Device Models; one whose rows live on as they were is not tried."""
        for name in sorted(self._touched(since, until) & self._applications.keys()):
            applications = self._applications[name]
            live = [(_is_live(each, since), _is_live(each, until)) for each in applications]
            if all(before == after for before, after in live):
                continue
            pairs = list(zip(applications, live, strict=True))
            before = {key for each, (held, _) in pairs if held for key in self._reached(each)}
            after = {key for each, (_, held) in pairs if held for key in self._reached(each)}
            if before != after:
                yield ReachChange(
                    behaviour=name,
                    title=applications[0].behaviour.title,
                    gained=tuple(sorted(after - before)),
                    lost=tuple(sorted(before - after)),
                )

    @cached_property
    def _applications(self) -> dict[str, tuple[Application, ...]]:
        found: dict[str, list[Application]] = {}
        for application in self.lookup.applications:
            found.setdefault(application.behaviour.id, []).append(application)
        return {name: tuple(each) for name, each in found.items()}

    def _touched(self, since: dt.date, until: dt.date) -> set[str]:
        """Return the behaviours whose standing, or that of one of their rows, turned in between."""
        records = [living.hit.record for living in self._turns.within(since, until)]
        own = {record.id for record in records if isinstance(record, Behaviour)}
        return own | {name for record in records if isinstance(record, MatrixRow) for name in record.behaviours}

    def _reached(self, application: Application) -> Iterator[str]:
        patterns = application.row.devices
        for device in self.lookup.devices.values():
            if any(pattern.matches(device) for pattern in patterns):
                yield device.id

    def _listings(self, listing: Callable[[Device], Listing | None]) -> ByDay[ListingChange]:
        found = ((device, listing(device)) for device in self.lookup.devices.values())
        changes = (
            ListingChange(device=device.id, name=device.cpl.log_name, date=listed.date, version=listed.version)
            for device, listed in found
            if listed is not None
        )
        return ByDay((change.date, change) for change in changes)

    @cached_property
    def undated_models(self) -> int:
        """How many Device Models have no date of joining the list, or of leaving it."""
        return sum(_is_undated(device) for device in self.lookup.devices.values())

    def _events(self, since: dt.date, until: dt.date) -> tuple[tuple[Moment, ...], tuple[Moment, ...]]:
        """Return the events with all of their days in the time between, and those with only some."""
        if since == until:
            return (), ()
        events = (each for each in self._begun.within(since, until) if each.last <= until)
        touched = (each for each in self._long if each.first <= until and each.last > since)
        perhaps = (each for each in touched if each.first <= since or each.last > until)
        return tuple(each.moment for each in events), tuple(each.moment for each in perhaps)


def _dated(moment: Moment) -> Dated:
    first, last = first_day(moment.date), last_day(moment.until or moment.date)
    return Dated(first, max(first, last), moment)


def _is_live(application: Application, day: dt.date) -> bool:
    span = joint_span(application, day)
    return span is not None and span.standing.is_live


def _listings(device: Device) -> list[Listing]:
    return [listing for listing in (device.cpl.first_listed, device.cpl.absent_since) if listing is not None]


def _is_undated(device: Device) -> bool:
    has_gone = device.cpl.status is not CplStatus.CURRENT
    return device.cpl.first_listed is None or (has_gone and device.cpl.absent_since is None)
