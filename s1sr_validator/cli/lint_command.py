"""`s1sr lint`: every rule over a catalogue folder."""

from pathlib import Path
from typing import Annotated

import typer

from s1sr_validator.cli.findings_output import FindingsFormat
from s1sr_validator.cli.options import CatalogueFolder, OverlayFolders
from s1sr_validator.cli.project_options import Ignore, Select
from s1sr_validator.model.finding import Severity


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
    select: Select = None,
    ignore: Ignore = None,
    overlay: OverlayFolders = None,
) -> int:
    """Check every record of a catalogue folder, or those of overlays over it.

    Example: s1sr lint --format github
    """
    from s1sr_validator.arguments import read_day
    from s1sr_validator.cli.findings_output import rendered_lint, write_report
    from s1sr_validator.cli.loaded import catalogue_folder
    from s1sr_validator.cli.overlay_lint import linted_overlays
    from s1sr_validator.cli.project_options import chosen
    from s1sr_validator.cli.terminal import today
    from s1sr_validator.index.overlay_rules import OVERLAY_RULES
    from s1sr_validator.lint.engine import lint as run_rules
    from s1sr_validator.lint.registry import LINT_RULES
    from s1sr_validator.load.catalogue_files import load_catalogue
    from s1sr_validator.load.rules import LOAD_RULES
    from s1sr_validator.model.prediction import CatalogueStamp
    from s1sr_validator.model.project import EVERYTHING
    from s1sr_validator.model.results import FindingsReport

    selection = chosen(select, ignore, EVERYTHING, (*LOAD_RULES, *LINT_RULES, *OVERLAY_RULES))
    day = read_day(as_of or today())
    if overlay:
        # Paths in an overlay are shown as they were given, from here on.
        folder = Path("overlays")
        result, stamp = linted_overlays(catalogue, overlay, as_of=day, selection=selection)
    else:
        folder = catalogue_folder(catalogue)
        loaded = load_catalogue(folder)
        result = run_rules(loaded, as_of=day, selection=selection)
        stamp = CatalogueStamp(version=loaded.header.version if loaded.header else "", digest="")
    report = FindingsReport(
        findings=result.findings,
        rules_run=result.rules_run,
        rules_skipped=result.rules_skipped,
        records_checked=result.records_checked,
    )
    text = rendered_lint(report, output, fail_on=fail_on, folder=folder, catalogue=stamp, as_of=day)
    write_report(text, output)
    if any(finding.severity.at_least(fail_on) for finding in report.findings):
        return 1
    return 0 if report.records_checked else 4
