"""`s1sr import`: published documents into the catalogue, as a change that can be reviewed."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from s1sr_validator.cli.options import CatalogueFolder, Format, TextOrJson
from s1sr_validator.model.finding import Severity

import_app = typer.Typer(
    help="Bring published documents into the catalogue.", no_args_is_help=True, rich_markup_mode=None
)


@import_app.callback()
def _only_subcommands() -> None:
    """Bring published documents into the catalogue."""


@import_app.command("cpl")
def import_cpl(
    workbook: Annotated[Path, typer.Argument(metavar="WORKBOOK", help="The Central Products List, .xlsx or .xlsm.")],
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would change and write nothing.")] = False,
    force: Annotated[
        bool, typer.Option("--force", help="Go on even if more than a tenth of the Device Models would disappear.")
    ] = False,
    output: Format = TextOrJson.TEXT,
    catalogue: CatalogueFolder = None,
) -> int:
    """Make Device Model records from a published CPL.

    Example: s1sr import cpl central_products_list.xlsm --dry-run
    """
    from s1sr_validator.cli.loaded import catalogue_folder
    from s1sr_validator.cli.terminal import new_page
    from s1sr_validator.exchange.cpl_import import apply, plan_import
    from s1sr_validator.model.results import import_report
    from s1sr_validator.report.as_json import to_json
    from s1sr_validator.report.import_text import write_plan

    folder = catalogue_folder(catalogue)
    plan = plan_import(workbook, folder, force=force)
    if not dry_run:
        apply(plan, folder)
    if output is TextOrJson.JSON:
        sys.stdout.write(to_json(import_report(plan, dry_run=dry_run)))
    else:
        page = new_page()
        write_plan(page, plan, dry_run=dry_run)
        sys.stdout.write(str(page))
    return int(any(finding.severity is Severity.ERROR for finding in plan.findings))
