"""Sources as pages: how much rests on each, and what became of each part of a paper."""

from s1sr_validator.model.history import CoveredPart
from s1sr_validator.model.results import SourceReport, SourceUse
from s1sr_validator.report.page import Ink, Page

_SHOWN_RECORDS = 6


def write_sources(page: Page, report: SourceReport) -> None:
    """Write one entry for each source."""
    for use in report.sources:
        page.line(use.source, ink=Ink.STRONG)
        date = f", {use.date}" if use.date else ""
        page.line(f"{use.title} ({use.publisher}{date}): {_amount(use.records)}", indent=2)
    page.line(f"{len(report.sources)} sources")


def write_coverage(page: Page, report: SourceReport) -> None:
    """Write each part of each source with the records that cite it, or the reason why none does."""
    for use in report.sources:
        page.line(f"{use.source}  {use.title}", ink=Ink.STRONG)
        column = min(max(len(part.part) for part in use.parts) + 4, page.width // 2)
        for part in use.parts:
            text, ink = _became(part)
            page.field(part.part, text, ink=ink, column=column)
        page.line(_summary(use))
        page.line()


def _became(part: CoveredPart) -> tuple[str, Ink]:
    if part.is_open:
        return "nobody cites it", Ink.BAD
    if not part.cited_by:
        return f"set aside: {part.set_aside}", Ink.QUIET
    rest = len(part.cited_by) - _SHOWN_RECORDS
    more = f" and {rest} more" if rest > 0 else ""
    return ", ".join(part.cited_by[:_SHOWN_RECORDS]) + more, Ink.PLAIN


def _summary(use: SourceUse) -> str:
    cited = sum(bool(part.cited_by) for part in use.parts)
    still_open = sum(part.is_open for part in use.parts)
    return (
        f"{len(use.parts)} parts: {cited} cited, {len(use.parts) - cited - still_open} set aside with a reason, "
        f"{still_open} open"
    )


def _amount(records: int) -> str:
    return f"{records} record{'s' * (records != 1)}"
