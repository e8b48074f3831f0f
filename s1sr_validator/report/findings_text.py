"""Findings as text: place, code, message, what to do, the line itself; then what was asked and what was not."""

from collections.abc import Mapping

from s1sr_validator.model.finding import Finding, Location, Severity
from s1sr_validator.report.findings_summary import not_asked_in_words, provenance, summary
from s1sr_validator.report.findings_view import FindingsView
from s1sr_validator.report.page import Ink, Page
from s1sr_validator.report.source_excerpt import excerpt
from s1sr_validator.report.source_lines import SourceLines
from s1sr_validator.report.visible_text import visible

_INKS = {Severity.ERROR: Ink.BAD, Severity.WARNING: Ink.WARN, Severity.INFO: Ink.QUIET}
_WIDE, _COLUMN, _NARROW_COLUMN = 60, 18, 4


def write_findings(page: Page, view: FindingsView, sources: Mapping[str, bytes]) -> None:
    """Write each finding with the line that it is about, then the summary.

    Args:
        page: what to write on.
        view: the findings, and what was looked at.
        sources: the bytes of the inputs, by the names that locations have for them; one that is missing has no lines.
    """
    lines = SourceLines(sources)
    for finding in view.findings:
        _write_finding(page, finding)
        _write_source(page, finding.location, lines)
    if view.findings:
        page.line()
    page.line(summary(view), ink=_summary_ink(view))
    if not_asked := not_asked_in_words(view):
        page.line(visible(not_asked), ink=Ink.QUIET)
    page.line(visible(provenance(view)), ink=Ink.QUIET)


def _write_finding(page: Page, finding: Finding) -> None:
    place = finding.location
    path = f" {place.path}" if place.path and not place.line else ""
    page.raw(page.inked(visible(f"{place}{path}"), Ink.LINK))
    column = _COLUMN if page.width >= _WIDE else _NARROW_COLUMN
    ink = _INKS[finding.severity]
    page.field(f"{finding.severity} {finding.code}", visible(finding.message), ink=ink, column=column)
    if finding.tip:
        page.field("", visible(finding.tip), column=column)


def _write_source(page: Page, place: Location, lines: SourceLines) -> None:
    line = lines.line(place.file, place.line)
    if line is None or not line.strip():
        return
    gutter = f"  {place.line} | "
    shown = excerpt(line, place.column, page.width - len(gutter))
    page.raw(page.inked(gutter, Ink.QUIET) + shown.text)
    if place.column:
        page.raw(page.inked("| ".rjust(len(gutter)), Ink.QUIET) + " " * shown.before + page.inked("^", Ink.BAD))


def _summary_ink(view: FindingsView) -> Ink:
    if view.findings:
        return Ink.PLAIN
    return Ink.GOOD if view.amount else Ink.WARN
