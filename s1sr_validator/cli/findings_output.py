"""The formats of findings, for the commands that check: which there are, and how a report becomes text."""

import sys
from collections.abc import Iterable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from s1sr_validator.model.check_report import CheckReport
from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.model.verdict import ExchangeReport

if TYPE_CHECKING:
    import datetime as dt

    from s1sr_validator.model.prediction import CatalogueStamp
    from s1sr_validator.model.results import FindingsReport
    from s1sr_validator.report.findings_view import FindingsView


class FindingsFormat(StrEnum):
    """Formats of findings."""

    TEXT = "text"
    JSON = "json"
    NDJSON = "ndjson"
    SARIF = "sarif"
    JUNIT = "junit"
    GITHUB = "github"
    MARKDOWN = "markdown"


def rendered_check(
    report: CheckReport, output: FindingsFormat, *, fail_on: Severity, sources: Mapping[str, bytes]
) -> str:
    """Return the report of a request check in a format.

    Args:
        report: what was checked and found.
        output: the format.
        fail_on: the least severity that fails a JUnit test.
        sources: the bytes of the inputs, by their names.
    """
    from s1sr_validator.report.as_json import to_json
    from s1sr_validator.report.findings_view import view_of_check
    from s1sr_validator.version import software_version

    if output is FindingsFormat.JSON:
        return to_json(report)
    return _rendered(view_of_check(report, software=software_version()), output, fail_on, sources)


def rendered_verdict(
    report: ExchangeReport, output: FindingsFormat, *, fail_on: Severity, sources: Mapping[str, bytes]
) -> str:
    """Return a verdict in a format: the verdict first for people, its findings for programs that know no verdicts.

    Args:
        report: the verdict and what it rests on.
        output: the format.
        fail_on: the least severity that fails a JUnit test.
        sources: the bytes of the inputs, by their names.
    """
    from s1sr_validator.cli.terminal import new_page
    from s1sr_validator.report.as_json import to_json
    from s1sr_validator.report.findings_text import write_findings
    from s1sr_validator.report.findings_view import view_of_verdict
    from s1sr_validator.report.verdict_text import write_verdict
    from s1sr_validator.version import software_version

    if output is FindingsFormat.JSON:
        return to_json(report)
    view = view_of_verdict(report, software=software_version())
    if output is not FindingsFormat.TEXT:
        return _rendered(view, output, fail_on, sources)
    page = new_page()
    write_verdict(page, report)
    page.line()
    write_findings(page, view, sources)
    return str(page)


def rendered_lint(
    report: "FindingsReport",
    output: FindingsFormat,
    *,
    fail_on: Severity,
    folder: Path,
    catalogue: "CatalogueStamp",
    as_of: "dt.date",
) -> str:
    """Return the findings about a catalogue folder in a format.

    Args:
        report: what was checked and found.
        output: the format.
        fail_on: the least severity that fails a JUnit test.
        folder: the catalogue folder, whose records are quoted.
        catalogue: the catalogue's version, as far as it is known.
        as_of: the day by which exceptions expire.
    """
    from s1sr_validator.report.as_json import to_json
    from s1sr_validator.report.findings_view import view_of_lint
    from s1sr_validator.version import software_version

    if output is FindingsFormat.JSON:
        return to_json(report)
    view = view_of_lint(report, name=folder.name, as_of=as_of, software=software_version(), catalogue=catalogue)
    return _rendered(view, output, fail_on, _record_files(report.findings, folder.parent))


def write_report(text: str, output: FindingsFormat) -> None:
    """Write a report to stdout: text in the encoding of the terminal, what machines read in UTF-8 wherever it goes."""
    if output is FindingsFormat.TEXT:
        encoding = sys.stdout.encoding or "utf-8"
        sys.stdout.write(text.encode(encoding, "backslashreplace").decode(encoding))
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode())
    sys.stdout.buffer.flush()


def _rendered(view: "FindingsView", output: FindingsFormat, fail_on: Severity, sources: Mapping[str, bytes]) -> str:
    if output is FindingsFormat.TEXT:
        from s1sr_validator.cli.terminal import new_page
        from s1sr_validator.report.findings_text import write_findings

        page = new_page()
        write_findings(page, view, sources)
        return str(page)
    return _for_programs(view, output, fail_on, sources)


def _for_programs(view: "FindingsView", output: FindingsFormat, fail_on: Severity, sources: Mapping[str, bytes]) -> str:
    from s1sr_validator.cli.explain_command import every_rule
    from s1sr_validator.report.as_github import to_github
    from s1sr_validator.report.as_junit import to_junit
    from s1sr_validator.report.as_markdown import to_markdown
    from s1sr_validator.report.as_ndjson import to_ndjson
    from s1sr_validator.report.as_sarif import to_sarif

    match output:
        case FindingsFormat.NDJSON:
            return to_ndjson(view)
        case FindingsFormat.SARIF:
            return to_sarif(view, every_rule(), sources)
        case FindingsFormat.JUNIT:
            return to_junit(view, every_rule(), fail_on)
        case FindingsFormat.GITHUB:
            return to_github(view)
    return to_markdown(view)


def _record_files(findings: Iterable[Finding], above: Path) -> dict[str, bytes]:
    """Return the bytes of the files that findings are about; one that cannot be read is shown without its lines."""
    found = {}
    for name in {finding.location.file for finding in findings if finding.location.line}:
        try:
            found[name] = (above / name).read_bytes()
        except OSError:
            continue
    return found
