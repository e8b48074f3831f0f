"""Findings in the formats of other tools: SARIF 2.1.0 and GitHub workflow commands."""

import json

import pytest

from s1sr_validator.load.rules import LOAD_RULES, SCHEMA
from s1sr_validator.model.finding import Finding, Location, Severity
from s1sr_validator.model.results import FindingsReport
from s1sr_validator.report.as_github import to_github
from s1sr_validator.report.as_sarif import to_sarif
from s1sr_validator.report.findings_text import write_findings
from s1sr_validator.report.page import Page


def report(*findings: Finding, records: int = 3, skipped: tuple[str, ...] = ()) -> FindingsReport:
    """Return a report of these findings."""
    return FindingsReport(findings=findings, rules_run=("CAT007",), rules_skipped=skipped, records_checked=records)


FINDING = SCHEMA.finding(
    "a: 100% wrong,\nreally", Location(file="catalogue/x y.yaml", line=3, column=5, path="a.b"), tip="write it: so"
)


def test_github_command_escapes_what_would_end_it() -> None:
    """Percent signs and line breaks are escaped in the message, colons and commas in the properties too."""
    odd = SCHEMA.finding("m", Location(file="a,b:c.yaml", line=1))
    assert (
        "::error file=catalogue/x y.yaml,line=3,col=5,title=CAT007::a: 100%25 wrong,%0Areally write it: so\n"
        "::error file=a%2Cb%3Ac.yaml,line=1,title=CAT007::m\n"
    ) == to_github(report(FINDING, odd))


@pytest.mark.parametrize(
    ("severity", "command", "level"),
    [(Severity.ERROR, "error", "error"), (Severity.WARNING, "warning", "warning"), (Severity.INFO, "notice", "note")],
)
def test_severities_keep_their_weight(severity: Severity, command: str, level: str) -> None:
    """Each format has its own words for the three severities."""
    found = report(Finding(code="CAT007", severity=severity, message="m"))
    assert to_github(found).startswith(f"::{command} ")
    assert level == json.loads(to_sarif(found, LOAD_RULES, "1"))["runs"][0]["results"][0]["level"]


def test_sarif_has_place_and_rule() -> None:
    """A result leads to file, line, column and path, and its rule is described once."""
    log = json.loads(to_sarif(report(FINDING, FINDING), LOAD_RULES, "0.1.0"))
    (run,) = log["runs"]
    assert ("2.1.0", "0.1.0") == (log["version"], run["tool"]["driver"]["version"])
    assert ["CAT007"] == [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    location = run["results"][0]["locations"][0]
    assert {
        "artifactLocation": {"uri": "catalogue/x%20y.yaml"},
        "region": {"startLine": 3, "startColumn": 5},
    } == location["physicalLocation"]
    assert [{"fullyQualifiedName": "a.b"}] == location["logicalLocations"]


def test_finding_without_a_place_has_no_location() -> None:
    """What is about no file gets no invented place."""
    log = json.loads(to_sarif(report(Finding(code="X", severity=Severity.INFO, message="m")), (), "1"))
    assert [] == log["runs"][0]["results"][0]["locations"]


def test_text_says_what_was_checked() -> None:
    """The summary counts findings, records and rules, and names the rules that could not run."""
    page = Page()
    write_findings(page, report(FINDING, skipped=("CAT148",)))
    assert "1 error in 3 records, 1 rules run" in str(page)
    assert "CAT148" in str(page)
    clean = Page()
    write_findings(clean, report())
    assert "no findings in 3 records, 1 rules run\n" == str(clean)
