"""An import of a regulatory document as text: what it holds, what differs from another edition, and what is open."""

from s1sr_validator.model.regulation_import import ClauseChange, ClauseFate, RegulationReport
from s1sr_validator.report.page import Ink, Page
from s1sr_validator.report.paper_findings_text import write_paper_findings
from s1sr_validator.report.visible_text import visible

_INKS = {
    ClauseFate.ADDED: Ink.GOOD,
    ClauseFate.REMOVED: Ink.BAD,
    ClauseFate.MOVED: Ink.LINK,
    ClauseFate.REWORDED: Ink.WARN,
}
_WHOLE = 100


def write_regulation(page: Page, report: RegulationReport) -> None:
    """Write what an import found, and what it wrote or would write."""
    page.line(visible(f"{report.document} {report.edition}, from {report.file} ({report.format})"), ink=Ink.STRONG)
    registered = sum(1 for clause in report.clauses if clause.registered)
    page.line(f"{len(report.clauses)} clauses, {registered} of them in the catalogue already")
    _write_comparison(page, report)
    for draft in report.drafts:
        terms = draft.terms
        alerts = [alert.code for alert in terms.alerts]
        named = ", ".join([*terms.services, *terms.device_types, *terms.manufacturers, *alerts])
        page.field(draft.behaviour, visible(f"clause {draft.number}: {named or 'nothing recognised'}"), column=15)
        page.field("", visible(f"open: {', '.join(draft.open)}"), ink=Ink.QUIET, column=15)
    write_paper_findings(page, [finding for finding in report.findings if finding.code != "S1I009"])
    page.line(_written(report), ink=Ink.QUIET)


def _write_comparison(page: Page, report: RegulationReport) -> None:
    compared = report.compared
    if not compared.before:
        return
    page.line()
    page.line(visible(f"Against {compared.before}:"), ink=Ink.STRONG)
    for change in compared.changes:
        page.field(change.fate, visible(_in_words(change)), ink=_INKS[change.fate], column=12)
    counts = [f"{sum(change.fate is fate for change in compared.changes)} {fate}" for fate in ClauseFate]
    page.line(f"{', '.join(counts)}, {compared.unchanged_count} unchanged")
    page.line()


def _in_words(change: ClauseChange) -> str:
    heading = f" {change.heading}" if change.heading else ""
    alike = f" ({change.similarity}% the same)" if 0 < change.similarity < _WHOLE else ""
    if change.fate is ClauseFate.MOVED:
        return f"{change.before} -> {change.number}{heading}{alike}"
    return f"{change.number}{heading}{alike}"


def _written(report: RegulationReport) -> str:
    amount = f"{len(report.drafts)} draft{'s' * (len(report.drafts) != 1)} for review"
    if report.dry_run:
        return f"{amount}; nothing written (dry run)."
    further = f" Go on with: s1sr review {report.folder}" if report.drafts else ""
    return visible(f"{amount}; {len(report.files)} files written to {report.folder}.{further}")
