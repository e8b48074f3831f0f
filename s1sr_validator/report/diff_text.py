"""The differences of two catalogues as a page: by what they can do, then record by record."""

from s1sr_validator.model.comparison import (
    Change,
    ComparedCatalogue,
    DiffReport,
    Effect,
    FieldDifference,
    RecordDifference,
)
from s1sr_validator.report.page import Ink, Page
from s1sr_validator.report.visible_text import visible

HEADINGS = {
    Effect.PREDICTED: "may change what is predicted",
    Effect.KNOWN: "changes what is known",
    Effect.WORDING: "changes wording alone",
}
SIGNS = {Change.ADDED: "+", Change.REMOVED: "-", Change.CHANGED: "~"}
_INKS = {Change.ADDED: Ink.GOOD, Change.REMOVED: Ink.BAD, Change.CHANGED: Ink.WARN}
NOTHING = "The two catalogues say the same."


def write_diff(page: Page, report: DiffReport) -> None:
    """Write the records that differ, and the Device Models that behaviours reach anew or no longer."""
    page.line(f"{side_in_words(report.base)} -> {side_in_words(report.head)}", ink=Ink.STRONG)
    for effect in Effect:
        found = [record for record in report.records if record.effect is effect]
        if found:
            page.line()
            page.line(f"{HEADINGS[effect]}: {len(found)}", ink=Ink.STRONG)
            for record in found:
                _write_record(page, record)
    if report.reach:
        page.line()
        page.line("Device Models gained and lost", ink=Ink.STRONG)
    for reach in report.reach:
        page.line(f"{reach.behaviour} {visible(reach.title)}", indent=2)
        page.fields("gained", reach.gained)
        page.fields("lost", reach.lost)
    page.line()
    page.line(totals(report))


def _write_record(page: Page, record: RecordDifference) -> None:
    title = f" {visible(record.title)}" if record.title else ""
    page.line(f"{SIGNS[record.change]} {record.kind} {visible(record.id)}{title}", ink=_INKS[record.change], indent=2)
    for field in record.fields:
        page.line(field_in_words(field), indent=6)


def field_in_words(field: FieldDifference) -> str:
    """Say what became of a field."""
    before, after = visible(field.before), visible(field.after)
    if not field.before:
        return f"{field.field} added: {after}"
    if not field.after:
        return f"{field.field} removed: {before}"
    return f"{field.field}: {before} -> {after}"


def side_in_words(side: ComparedCatalogue) -> str:
    """Say which catalogue a side is."""
    return f"{visible(side.name)}: catalogue {side.version}, {side.digest[:12]}"


def totals(report: DiffReport) -> str:
    """Count what differs."""
    if not report.records:
        return f"{NOTHING} {report.same} records are equal."
    counts = {change: sum(record.change is change for record in report.records) for change in Change}
    return ", ".join(f"{count} {change}" for change, count in counts.items()) + f"; {report.same} records are equal"
