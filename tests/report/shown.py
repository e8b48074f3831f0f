"""Builders of what the formats of findings show: invented requests, findings and views."""

import datetime as dt

from s1sr_validator.load.rules import LOAD_RULES, SCHEMA
from s1sr_validator.messages.rules import READING_RULES
from s1sr_validator.model.check_report import CheckedRequest, CheckReport, RuleNotAsked, SuppressedFinding
from s1sr_validator.model.finding import Finding, Location, Severity
from s1sr_validator.model.prediction import CatalogueStamp
from s1sr_validator.model.results import FindingsReport
from s1sr_validator.report.findings_view import FindingsView, view_of_check, view_of_lint

DAY = dt.date(2200, 2, 3)
STAMP = CatalogueStamp(version="9.8.7", digest="ab" * 32)
RULES = (*LOAD_RULES, *READING_RULES)

FINDING = SCHEMA.finding(
    "a: 100% wrong,\nreally", Location(file="catalogue/x y.yaml", line=3, column=5, path="a.b"), tip="write it: so"
)


def finding(
    message: str = "m", *, file: str = "a.xml", line: int = 1, column: int = 1, path: str = "body.X", tip: str = ""
) -> Finding:
    """Return a finding of an invented rule."""
    place = Location(file=file, line=line, column=column, path=path)
    return Finding(code="TST001", severity=Severity.ERROR, message=message, tip=tip, location=place)


def request(name: str = "a.xml", *, run: tuple[str, ...] = ("TST001",), not_asked: str = "") -> CheckedRequest:
    """Return a request of an invented service that was checked; TST009 is the rule that may not be asked."""
    return CheckedRequest(
        name=name,
        srv="9.9.1",
        service_name="Invented Service",
        request_id="",
        devices=(),
        schema="",
        rules_run=run,
        rules_not_asked=(RuleNotAsked(code="TST009", reason=not_asked),) if not_asked else (),
    )


def check_report(
    *findings: Finding,
    requests: tuple[CheckedRequest, ...] = (request(),),
    unread: tuple[str, ...] = (),
    suppressed: tuple[SuppressedFinding, ...] = (),
) -> CheckReport:
    """Return a report of these findings."""
    return CheckReport(
        catalogue=STAMP,
        as_of=DAY,
        device="",
        role="",
        requests=requests,
        unread=unread,
        findings=findings,
        suppressed=suppressed,
    )


def checked(
    *findings: Finding,
    requests: tuple[CheckedRequest, ...] = (request(),),
    unread: tuple[str, ...] = (),
    suppressed: tuple[SuppressedFinding, ...] = (),
) -> FindingsView:
    """Return what the formats show of a report of these findings."""
    report = check_report(*findings, requests=requests, unread=unread, suppressed=suppressed)
    return view_of_check(report, software="1.2.3")


def linted(*findings: Finding, records: int = 3, skipped: tuple[str, ...] = ()) -> FindingsView:
    """Return what the formats show of a catalogue with these findings."""
    report = FindingsReport(findings=findings, rules_run=("CAT007",), rules_skipped=skipped, records_checked=records)
    return view_of_lint(
        report, name="catalogue", as_of=DAY, software="1.2.3", catalogue=CatalogueStamp(version="9.8.7", digest="")
    )


def accepted(found: Finding, *, expires: str = "") -> SuppressedFinding:
    """Return a finding that a project accepts."""
    return SuppressedFinding(finding=found, reason="agreed", expires=expires)
