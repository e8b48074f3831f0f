"""Findings as SARIF 2.1.0, the exchange format of static analysis (OASIS standard)."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from s1sr_validator.model.check_report import SuppressedFinding
from s1sr_validator.model.finding import Finding, Location, Severity
from s1sr_validator.model.rule import Rule
from s1sr_validator.report.as_json import to_json
from s1sr_validator.report.findings_summary import in_one_line
from s1sr_validator.report.findings_view import NOT_FILES, FindingsView
from s1sr_validator.report.source_lines import SourceLines
from s1sr_validator.report.uri import file_uri

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_FINGERPRINT = "s1srFinding/v1"
_LONGEST_SNIPPET = 200


def to_sarif(view: FindingsView, rules: Iterable[Rule], sources: Mapping[str, bytes]) -> str:
    """Return a SARIF log with one run.

    Args:
        view: the findings, and what was looked at.
        rules: every rule that may occur in them.
        sources: the bytes of the inputs, by the names that locations have for them, for snippets.
    """
    return to_json({"$schema": _SCHEMA, "version": "2.1.0", "runs": [_run(view, rules, SourceLines(sources))]})


def _run(view: FindingsView, rules: Iterable[Rule], lines: SourceLines) -> dict[str, Any]:
    accepted = [(each.finding, [_suppression(each)]) for each in view.suppressed]
    found = [*((finding, []) for finding in view.findings), *accepted]
    used = {finding.code for finding, _ in found}
    described = [rule for rule in rules if rule.code in used]
    index = {rule.code: number for number, rule in enumerate(described)}
    keys = _fingerprints([finding for finding, _ in found])
    driver = {"name": "s1sr", "version": view.software, "rules": [_rule(rule) for rule in described]}
    results = [
        _result(finding, lines, key)
        | ({"ruleIndex": index[finding.code]} if finding.code in index else {})
        # Once any result says whether it is suppressed, every result has to (section 3.27.23).
        | ({"suppressions": suppressions} if accepted else {})
        for (finding, suppressions), key in zip(found, keys, strict=True)
    ]
    return {
        "tool": {"driver": driver},
        "automationDetails": {"id": f"s1sr-{view.command}/"},
        "invocations": [{"executionSuccessful": not view.unread}],
        "columnKind": "unicodeCodePoints",
        "results": results,
        "properties": _properties(view),
    }


def _properties(view: FindingsView) -> dict[str, Any]:
    not_asked = {(each.code, each.reason) for examinee in view.examinees for each in examinee.rules_not_asked}
    return {
        "catalogue": view.catalogue,
        "asOf": view.as_of.isoformat(),
        "checked": view.amount,
        "rulesAsked": view.rules_run,
        "rulesNotAsked": [{"code": code, "reason": reason} for code, reason in sorted(not_asked)],
    }


def _rule(rule: Rule) -> dict[str, Any]:
    example = f"Wrong:\n{rule.example.wrong}\n\nRight:\n{rule.example.right}"
    fenced = f"Wrong:\n\n{_fenced(rule.example.wrong)}\n\nRight:\n\n{_fenced(rule.example.right)}"
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.why},
        "help": {"text": f"{rule.why}\n\n{example}", "markdown": f"{rule.why}\n\n{fenced}"},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _fenced(text: str) -> str:
    stripped = text.rstrip("\n")
    return f"~~~\n{stripped}\n~~~"


def _result(finding: Finding, lines: SourceLines, fingerprint: str) -> dict[str, Any]:
    return {
        "ruleId": finding.code,
        "level": _LEVELS[finding.severity],
        "message": {"text": in_one_line(finding)},
        "locations": _locations(finding.location, lines),
        "partialFingerprints": {_FINGERPRINT: fingerprint},
    }


def _locations(place: Location, lines: SourceLines) -> list[dict[str, Any]]:
    if not place.file:
        return []
    artifact = {"description": {"text": place.file}} if place.file in NOT_FILES else {"uri": file_uri(place.file)}
    physical: dict[str, Any] = {"artifactLocation": artifact}
    if place.line:
        physical["region"] = _region(place, lines.line(place.file, place.line))
    location: dict[str, Any] = {"physicalLocation": physical}
    if place.path:
        location["logicalLocations"] = [{"fullyQualifiedName": place.path}]
    return [location]


def _region(place: Location, line: str | None) -> dict[str, Any]:
    """Return where a finding is: to the end of its line, of which at most a part is quoted."""
    region: dict[str, Any] = {"startLine": place.line}
    if place.column:
        region["startColumn"] = place.column
    start = max(place.column, 1) - 1
    snippet = (line or "")[start : start + _LONGEST_SNIPPET]
    if snippet:
        region |= {"startColumn": start + 1, "endColumn": start + 1 + len(snippet), "snippet": {"text": snippet}}
    return region


def _suppression(accepted: SuppressedFinding) -> dict[str, Any]:
    until = f" (until {accepted.expires})" if accepted.expires else ""
    return {"kind": "external", "status": "accepted", "justification": f"{accepted.reason}{until}"}


def _fingerprints(findings: list[Finding]) -> list[str]:
    """Return what stays the same for a finding when lines move: its rule, file and path, and its turn among equals."""
    turns: Counter[tuple[str, ...]] = Counter()
    keys = []
    for finding in findings:
        place = finding.location
        about = (finding.code, place.file, place.path or finding.message)
        turns[about] += 1
        text = "\0".join((*about, str(turns[about])))
        keys.append(hashlib.sha256(text.encode(errors="backslashreplace")).hexdigest())
    return keys
