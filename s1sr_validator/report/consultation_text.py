"""A consultation paper as text: what it proposes, what it asks, and when."""

from s1sr_validator.model.consultation_paper import ConsultationReport, PaperProposal
from s1sr_validator.report.page import Ink, Page
from s1sr_validator.report.paper_findings_text import write_paper_findings
from s1sr_validator.report.visible_text import visible

_COLUMN = 14


def write_consultation(page: Page, report: ConsultationReport) -> None:
    """Write what was read of a paper, with its places."""
    page.line(visible(report.title or report.file), ink=Ink.STRONG)
    closes = " at ".join(part for part in (report.closes, report.closes_at) if part)
    for label, text in (
        ("version", report.version),
        ("author", report.author),
        ("opened", report.opened),
        ("closes", closes),
        ("documents", ", ".join(report.documents)),
    ):
        page.field(label, visible(text) or "not stated", column=_COLUMN)
    for proposal in report.proposals:
        page.line()
        _write_proposal(page, proposal)
    for question in report.questions:
        page.line()
        page.line(visible(f"{question.label} ({question.place})"), ink=Ink.STRONG)
        page.line(visible(question.text), indent=2)
    _write_dates(page, report)
    _write_tables(page, report)
    write_paper_findings(page, report.findings)
    page.line(
        f"{len(report.proposals)} proposals, {len(report.questions)} questions, {len(report.dates)} dates, "
        f"{len(report.tables)} tables, {len(report.sections)} sections"
    )


def _write_proposal(page: Page, proposal: PaperProposal) -> None:
    document = f"{proposal.document} " if proposal.document else ""
    page.line(visible(f"clause {document}{proposal.clause}: {proposal.action}"), ink=Ink.STRONG)
    alerts = ", ".join(f"{alert.code} {alert.name}".strip() for alert in proposal.alerts)
    references = ", ".join(f"{each.name} {each.value}" for each in proposal.references)
    for label, text in (
        ("SRVs", ", ".join(proposal.services)),
        ("Devices", ", ".join((*proposal.device_types, *proposal.manufacturers))),
        ("alerts", alerts),
        ("references", references),
        ("places", "; ".join(proposal.places)),
    ):
        if text:
            page.field(label, visible(text), column=_COLUMN)


def _write_dates(page: Page, report: ConsultationReport) -> None:
    if report.dates:
        page.line()
    for date in report.dates:
        if date.event:
            latest = f", {date.latest} at the latest" if date.latest else ""
            page.field(date.date, visible(f"{date.event}{latest} ({date.place})"), column=_COLUMN)


def _write_tables(page: Page, report: ConsultationReport) -> None:
    for table in report.tables:
        page.line()
        page.line(
            visible(f"table of {table.section or 'the title page'}: {table.caption}".rstrip(": ")), ink=Ink.STRONG
        )
        for row in table.rows:
            for column, cell in zip(table.columns, row.cells, strict=False):
                page.field(visible(column), visible(cell), column=_COLUMN)
            page.line()
