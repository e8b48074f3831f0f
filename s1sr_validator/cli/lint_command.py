"""`s1sr lint`: every rule over a catalogue folder."""

import sys
from enum import StrEnum
from typing import Annotated

import typer

from s1sr_validator.cli.options import CatalogueFolder
from s1sr_validator.model.finding import Severity
from s1sr_validator.model.results import FindingsReport


class FindingsFormat(StrEnum):
    """Formats of findings."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"
    GITHUB = "github"


def lint(
    catalogue: CatalogueFolder = None,
    output: Annotated[FindingsFormat, typer.Option("--format", "-f", help="Output format.")] = FindingsFormat.TEXT,
    fail_on: Annotated[
        Severity, typer.Option("--fail-on", help="Least severity that gives exit code 1.")
    ] = Severity.WARNING,
    as_of: Annotated[
        str,
        typer.Option(
            "--as-of", metavar="DATE", help="The day by which exceptions expire. [default: today]", show_default=False
        ),
    ] = "",
) -> int:
    """Check every record of a catalogue folder.

    Example: s1sr lint --format github
    """
    from s1sr_validator.catalogue import read_day
    from s1sr_validator.cli.loaded import catalogue_folder
    from s1sr_validator.cli.terminal import today
    from s1sr_validator.lint.engine import lint as run_rules
    from s1sr_validator.load.catalogue_files import load_catalogue

    loaded = load_catalogue(catalogue_folder(catalogue))
    result = run_rules(loaded, as_of=read_day(as_of or today()))
    report = FindingsReport(
        findings=result.findings,
        rules_run=result.rules_run,
        rules_skipped=result.rules_skipped,
        records_checked=result.records_checked,
    )
    sys.stdout.write(rendered(report, output))
    if any(finding.severity.at_least(fail_on) for finding in report.findings):
        return 1
    return 0 if report.records_checked else 4


def rendered(report: FindingsReport, output: FindingsFormat) -> str:
    """Return findings in a format."""
    from s1sr_validator.cli.explain_command import every_rule
    from s1sr_validator.cli.terminal import new_page
    from s1sr_validator.report.as_github import to_github
    from s1sr_validator.report.as_json import to_json
    from s1sr_validator.report.as_sarif import to_sarif
    from s1sr_validator.report.findings_text import write_findings
    from s1sr_validator.version import software_version

    match output:
        case FindingsFormat.JSON:
            return to_json(report)
        case FindingsFormat.SARIF:
            return to_sarif(report, every_rule(), software_version())
        case FindingsFormat.GITHUB:
            return to_github(report)
        case FindingsFormat.TEXT:
            page = new_page()
            write_findings(page, report)
            return str(page)
