"""Findings as GitHub workflow commands, which show beside the lines of a pull request.

Source: the workflow commands of GitHub Actions (`::error file=...,line=...,col=...,title=...::message`). GitHub shows
ten annotations of each level for a step and cuts messages at 4,096 characters; a last line in the log says the counts.
"""

from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.report.findings_summary import in_one_line, summary
from s1sr_validator.report.findings_view import NOT_FILES, FindingsView
from s1sr_validator.report.visible_text import visible

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_LONGEST_MESSAGE = 4096


def to_github(view: FindingsView) -> str:
    """Return one workflow command for each finding, and a line for the log that sums up."""
    return "".join(_command(finding) for finding in view.findings) + f"s1sr {view.command}: {summary(view)}\n"


def _command(finding: Finding) -> str:
    place = finding.location
    file = "" if place.file in NOT_FILES else place.file
    properties = {"file": file, "line": place.line, "col": place.column, "title": finding.code}
    shown = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items() if value)
    return f"::{_COMMANDS[finding.severity]} {shown}::{_data(_shortened(in_one_line(finding)))}\n"


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST_MESSAGE else f"{text[: _LONGEST_MESSAGE - 3]}..."


def _data(text: str) -> str:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "%0A".join(visible(line).replace("%", "%25") for line in lines)


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
