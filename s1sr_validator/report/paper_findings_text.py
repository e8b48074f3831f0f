"""Findings about a document that was read: grouped by what they say, so that a long document stays readable."""

from collections.abc import Sequence

from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.report.page import Ink, Page
from s1sr_validator.report.visible_text import visible

_INKS = {Severity.ERROR: Ink.BAD, Severity.WARNING: Ink.WARN, Severity.INFO: Ink.QUIET}
_SHOWN = 10


def write_paper_findings(page: Page, findings: Sequence[Finding]) -> None:
    """Write findings with their places; of many with one code the first ten, and how many more there are."""
    for code in dict.fromkeys(finding.code for finding in findings):
        alike = [finding for finding in findings if finding.code == code]
        for finding in alike[:_SHOWN]:
            place = finding.location.path or str(finding.location)
            label = f"{finding.severity} {finding.code}"
            page.field(label, visible(f"{finding.message} ({place})"), ink=_INKS[finding.severity], indent=0, column=18)
        if len(alike) > _SHOWN:
            page.field("", f"and {len(alike) - _SHOWN} more of {code}; --format json lists them all", column=18)
