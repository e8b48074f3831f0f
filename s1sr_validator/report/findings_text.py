"""Findings as text: place, code, message, what to do; then a summary that says what was checked."""

from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.results import FindingsReport
from s1sr_validator.report.page import Ink, Page

_INKS = {Severity.ERROR: Ink.BAD, Severity.WARNING: Ink.WARN, Severity.INFO: Ink.QUIET}


def write_findings(page: Page, report: FindingsReport) -> None:
    """Write each finding and the summary."""
    for finding in report.findings:
        _write_finding(page, finding)
    if report.findings:
        page.line()
    page.line(_summary(report), ink=Ink.GOOD if not report.findings and report.records_checked else Ink.PLAIN)
    if report.rules_skipped:
        page.line(
            f"{len(report.rules_skipped)} rules could not run because of the errors above: "
            f"{', '.join(report.rules_skipped)}",
            ink=Ink.WARN,
        )


def _write_finding(page: Page, finding: Finding) -> None:
    page.line(str(finding.location), ink=Ink.LINK)
    page.field(f"{finding.severity} {finding.code}", finding.message, ink=_INKS[finding.severity], column=18)
    if finding.tip:
        page.field("", finding.tip, column=18)


def _summary(report: FindingsReport) -> str:
    counts = [
        f"{amount} {severity}{'s' * (amount != 1)}"
        for severity in Severity
        if (amount := sum(finding.severity is severity for finding in report.findings))
    ]
    found = ", ".join(counts) or "no findings"
    records = f"{report.records_checked} record{'s' * (report.records_checked != 1)}"
    return f"{found} in {records}, {len(report.rules_run)} rules run"
