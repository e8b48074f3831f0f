"""What differs from each date of the register to the next, for readers without scripts."""

import datetime as dt
from itertools import pairwise

from s1sr_validator.comparison.register import Register
from s1sr_validator.model.comparison import ReachChange
from s1sr_validator.model.history import Moment
from s1sr_validator.model.kinds import find_kind
from s1sr_validator.model.register_change import ListingChange, Point, RegisterDifference, StandingChange
from s1sr_validator.publish.addresses import DIFFERENCES
from s1sr_validator.publish.contents import Contents
from s1sr_validator.publish.markup import Html, bullets, days, element, joined, lines
from s1sr_validator.publish.page import Section, SitePage
from s1sr_validator.publish.values import Writer
from s1sr_validator.publish.words import label
from s1sr_validator.report.register_text import TURNS, UNDATED, alike, what_happened

_MOST_MODELS = 12


def difference_page(contents: Contents) -> SitePage:
    """Return the page, the newest date first; an event that is dated by month or year alone is on the timeline."""
    register = Register(contents.lookup)
    writer = Writer(contents, DIFFERENCES)
    days_before = [day - dt.timedelta(days=1) for day in register.days[:1]]
    points = [Point(day=day) for day in (*days_before, *register.days)]
    found = [register.difference(since, until) for since, until in pairwise(points)]
    sections = tuple(Section(str(each.until.day), _day(each, writer)) for each in reversed(found))
    words = (
        f"{len(register.days)} dates on which something is known to differ, "
        "each with what differs from the date before it. An announced or draft date may have turned out otherwise. "
        + (f"{register.undated_models} {UNDATED}." if register.undated_models else "")
    )
    title = "Differences from date to date"
    return SitePage(path=DIFFERENCES, title=title, lead=element("p", words), sections=sections, wide=True)


def _day(found: RegisterDifference, writer: Writer) -> Html:
    items = [
        *(_standing(each, writer) for each in found.standings),
        *(_reach(each, writer) for each in found.reach),
        *(_listed("joined", each, writer) for each in found.joined),
        *(_listed("left", each, writer) for each in found.left),
        *(_events(each, writer) for each in alike(found.events)),
    ]
    return lines([element("p", f"Since {found.since.day}:"), bullets(items)])


def _standing(change: StandingChange, writer: Writer) -> Html:
    record = writer.record(find_kind(change.kind).folder, change.id)
    turn = f" {TURNS[change.turn]}: {change.before or 'none yet'} to {change.after or 'none'}"
    return joined([label(change.kind), " ", record, turn])


def _reach(change: ReachChange, writer: Writer) -> Html:
    moved = [
        joined([f" {word} {len(models)} Device Models: ", _models(models, writer)])
        for word, models in (("reaches", change.gained), ("reaches no longer", change.lost))
        if models
    ]
    return joined([writer.record("behaviours", change.behaviour), joined(moved, ";")])


def _models(models: tuple[str, ...], writer: Writer) -> Html:
    more = [f"and {len(models) - _MOST_MODELS} more"] if len(models) > _MOST_MODELS else []
    return joined([*(writer.record("devices", key) for key in models[:_MOST_MODELS]), *more], ", ")


def _listed(word: str, change: ListingChange, writer: Writer) -> Html:
    device = writer.record("devices", change.device)
    return joined(["Device Model ", device, f" {word} the list, version {change.version} of ", days(change.date)])


def _events(moments: tuple[Moment, ...], writer: Writer) -> Html:
    kind = find_kind(moments[0].kind)
    records = joined((writer.record(kind.folder, each.record) for each in moments), ", ")
    return joined([f"{what_happened(moments[0])}: {label(kind.singular)} ", records])
