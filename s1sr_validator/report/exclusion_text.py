"""Exclusion categories as a page: met, open, not met."""

from s1sr_validator.model.history import CategoryAnswer
from s1sr_validator.model.results import CategoryReport
from s1sr_validator.model.truth import Truth
from s1sr_validator.report.overlay_text import marked
from s1sr_validator.report.page import Ink, Page

_HEADINGS = {Truth.TRUE: ("met", Ink.BAD), Truth.UNKNOWN: ("open", Ink.WARN), Truth.FALSE: ("not met", Ink.QUIET)}
_HISTORY = (
    "History: these categories stood in the SMETS1 TMAD, which was to expire on 31 December 2025; migration has ended "
    "and no installation is excluded or migrated any more."
)


def write_categories(page: Page, report: CategoryReport) -> None:
    """Write what was given, then each category with its rule; those not met in one line each."""
    for given in report.given:
        page.line(f"given: {given.name} = {given.value}", ink=Ink.QUIET)
    for answer in report.categories:
        page.line()
        _write_category(page, answer)
    page.line()
    page.line(_HISTORY, ink=Ink.QUIET)


def _write_category(page: Page, answer: CategoryAnswer) -> None:
    heading, ink = _HEADINGS[answer.met]
    page.line(f"{heading}: {answer.exclusion}, {answer.name} ({answer.clause.replace('/', ' ')})", ink=ink)
    if answer.met is Truth.FALSE:
        return
    page.field("Rule", answer.rule)
    if answer.still_open:
        page.field("Open", f"{answer.still_open}; facts: {', '.join(answer.still_open_facts)}")
    page.field("Effect", answer.effect)
    page.field("Record", marked(f"{answer.source_file}:{answer.line}", answer.overlay), ink=Ink.LINK)
