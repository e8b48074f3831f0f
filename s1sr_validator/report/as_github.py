"""Findings as GitHub workflow commands, which show beside the lines of a pull request.

Source: the workflow commands of GitHub Actions (`::error file=...,line=...,col=...,title=...::message`).
"""

from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.results import FindingsReport

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def to_github(report: FindingsReport) -> str:
    """Return one workflow command for each finding."""
    return "".join(_command(finding) for finding in report.findings)


def _command(finding: Finding) -> str:
    place = finding.location
    properties = {"file": place.file, "line": place.line, "col": place.column, "title": finding.code}
    shown = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items() if value)
    text = f"{finding.message} {finding.tip}".strip()
    return f"::{_COMMANDS[finding.severity]} {shown}::{_data(text)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
