"""Findings as SARIF 2.1.0, the exchange format of static analysis (OASIS standard)."""

from collections.abc import Iterable
from typing import Any

from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.results import FindingsReport
from s1sr_validator.model.rule import Rule
from s1sr_validator.report.as_json import to_json

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def to_sarif(report: FindingsReport, rules: Iterable[Rule], version: str) -> str:
    """Return a SARIF log with one run.

    Args:
        report: the findings.
        rules: every rule that may occur in them.
        version: the software's version.
    """
    used = {finding.code for finding in report.findings}
    described = [rule for rule in rules if rule.code in used]
    driver = {
        "name": "s1sr",
        "version": version,
        "rules": [_rule(rule) for rule in described],
    }
    results = [_result(finding) for finding in report.findings]
    return to_json(
        {
            "$schema": _SCHEMA,
            "version": "2.1.0",
            "runs": [{"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}],
        }
    )


def _rule(rule: Rule) -> dict[str, Any]:
    example = f"Wrong:\n{rule.example.wrong}\n\nRight:\n{rule.example.right}"
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.why},
        "help": {"text": f"{rule.why}\n\n{example}"},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(finding: Finding) -> dict[str, Any]:
    place = finding.location
    physical: dict[str, Any] = {"artifactLocation": {"uri": place.file.replace(" ", "%20")}}
    if place.line:
        physical["region"] = {"startLine": place.line} | ({"startColumn": place.column} if place.column else {})
    location: dict[str, Any] = {"physicalLocation": physical}
    if place.path:
        location["logicalLocations"] = [{"fullyQualifiedName": place.path}]
    return {
        "ruleId": finding.code,
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{finding.message} {finding.tip}".strip()},
        "locations": [location] if place.file else [],
    }
