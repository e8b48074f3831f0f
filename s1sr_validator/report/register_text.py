"""What differs in the register between two days, in words: for a terminal, and as Markdown for a comment."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from s1sr_validator.model.comparison import ReachChange
from s1sr_validator.model.history import Moment
from s1sr_validator.model.register_change import EditionHolding, ListingChange, Point, RegisterReport, Turn
from s1sr_validator.report.as_markdown import escaped
from s1sr_validator.report.bounded_lines import bounded
from s1sr_validator.report.page import Ink, Page
from s1sr_validator.report.visible_text import visible

TURNS = {
    Turn.INTO_FORCE: "came into force",
    Turn.OUT_OF_FORCE: "went out of force",
    Turn.BEGAN: "began",
    Turn.ENDED: "ended",
    Turn.CHANGED: "changed standing",
}
NOTHING = "Nothing in the register differs."
SAME_DAY = "Both sides stand on the same day, so nothing dated can differ."
NOT_FIRM = "(announced) and (draft) dates may have turned out otherwise"
UNDATED = "Device Models have no date of joining or leaving the list: no source states one"
_MOST_MODELS = 8


class Block(NamedTuple):
    """A heading with its lines."""

    heading: str
    lines: tuple[str, ...]


def write_register(page: Page, report: RegisterReport) -> None:
    """Write what differs, block by block."""
    page.line(_sides(report), ink=Ink.STRONG)
    for block in blocks(report):
        page.line()
        page.line(f"{block.heading}: {len(block.lines)}", ink=Ink.STRONG)
        for line in block.lines:
            page.line(line, indent=2)
    page.line()
    for line in closing(report):
        page.line(line)


def register_markdown(report: RegisterReport) -> str:
    """Return a heading, then what differs, as lists."""
    lines = [f"### s1sr diff --by-date: {escaped(_sides(report))}", ""]
    for block in blocks(report):
        lines += [f"**{block.heading}: {len(block.lines)}**", ""]
        lines += [*(f"* {escaped(line)}" for line in block.lines), ""]
    for line in closing(report):
        lines += [escaped(line), ""]
    return bounded(lines)


def blocks(report: RegisterReport) -> tuple[Block, ...]:
    """Return what differs under its headings; a heading with nothing under it is left out."""
    found = report.difference
    standings = tuple(
        f"{visible(each.kind.replace('_', ' '))} {visible(each.id)} {TURNS[each.turn]}: "
        f"{each.before or 'none yet'} -> {each.after or 'none'}. {visible(each.title)}".rstrip(" .")
        for each in found.standings
    )
    every = (
        Block("standings", standings),
        Block("claims that reach other Device Models", tuple(_reach(each) for each in found.reach)),
        Block("Device Models that joined the list", tuple(_listed(each) for each in found.joined)),
        Block("Device Models that left the list", tuple(_listed(each) for each in found.left)),
        Block("dated events", tuple(moments_in_words(each) for each in alike(found.events))),
        Block("events that may lie in between", tuple(moments_in_words(each) for each in alike(found.perhaps))),
        Block("editions", tuple(holding_in_words(each) for each in found.editions)),
    )
    return tuple(block for block in every if block.lines)


def closing(report: RegisterReport) -> Iterator[str]:
    """Yield what a reader has to know beside the differences."""
    found = report.difference
    if found.since.day == found.until.day:
        yield SAME_DAY
    elif not (found.standings or found.reach or found.joined or found.left or found.events):
        yield NOTHING
    if found.events or found.perhaps:
        yield NOT_FIRM
    if found.undated_models:
        yield f"{found.undated_models} {UNDATED}"
    yield f"catalogue {report.catalogue.version}, {report.catalogue.digest[:12]}"


def point_in_words(point: Point) -> str:
    """Say which day a side is, and of which edition."""
    return f"{point.day} ({point.edition}, {point.means})" if point.edition else str(point.day)


def holding_in_words(holding: EditionHolding) -> str:
    """Say what names an edition; that nothing does says nothing of the edition."""
    named = [*holding.matrix_rows, *holding.clauses]
    if not named:
        return f"{holding.edition}: the catalogue holds no row or clause of it"
    rows, clauses = len(holding.matrix_rows), len(holding.clauses)
    return f"{holding.edition}: held of it, {rows} matrix rows and {clauses} clauses: {', '.join(named)}"


def alike(moments: Iterable[Moment]) -> tuple[tuple[Moment, ...], ...]:
    """Return events by what they have in common; those of one group differ in their record alone."""
    found: dict[tuple[str, ...], list[Moment]] = {}
    for each in moments:
        found.setdefault((each.date, each.until, each.what, each.status, each.kind), []).append(each)
    return tuple(map(tuple, found.values()))


def moments_in_words(moments: tuple[Moment, ...]) -> str:
    """Say what happened when, how firm that is, and to which records."""
    records = ", ".join(visible(each.record) for each in moments)
    return f"{what_happened(moments[0])}: {moments[0].kind.replace('_', ' ')} {records}"


def what_happened(moment: Moment) -> str:
    """Say what happened when, and how firm that is."""
    firm = "" if moment.status == "happened" else f" ({moment.status})"
    until = f" to {moment.until}" if moment.until else ""
    return f"{moment.date}{until} {moment.what}{firm}"


def _sides(report: RegisterReport) -> str:
    found = report.difference
    return f"register on {point_in_words(found.since)} -> {point_in_words(found.until)}"


def _reach(change: ReachChange) -> str:
    moved = [
        f"{word} {_models(models)}" for word, models in (("gained", change.gained), ("lost", change.lost)) if models
    ]
    return f"{change.behaviour} {visible(change.title)}: {'; '.join(moved)}"


def _models(models: tuple[str, ...]) -> str:
    more = f" and {len(models) - _MOST_MODELS} more" if len(models) > _MOST_MODELS else ""
    return f"{len(models)}: {', '.join(models[:_MOST_MODELS])}{more}"


def _listed(change: ListingChange) -> str:
    name = f" {visible(change.name)}" if change.name else ""
    return f"{change.date} {change.device}{name} (list version {visible(change.version)})"
