"""`s1sr import`: published documents into the catalogue, as a change that can be reviewed."""

import sys
from contextlib import nullcontext
from pathlib import Path
from typing import Annotated

import typer

from s1sr_validator.cli.import_papers import import_consultation, import_s1sr
from s1sr_validator.cli.options import CatalogueFolder, Format, TextOrJson
from s1sr_validator.model.finding import Severity

import_app = typer.Typer(
    help="Bring published documents into the catalogue.", no_args_is_help=True, rich_markup_mode=None
)
import_app.command("s1sr")(import_s1sr)
import_app.command("consultation")(import_consultation)


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
    from s1sr_validator.exchange.cpl.importing import apply, plan_import
    from s1sr_validator.model.results import import_report
    from s1sr_validator.report.as_json import to_json
    from s1sr_validator.report.import_text import write_plan
    from s1sr_validator.whole_files import alone_in

    folder = catalogue_folder(catalogue)
    with nullcontext() if dry_run else alone_in(folder):
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


@import_app.command("dmvesm")
def import_dmvesm(
    workbook: Annotated[Path, typer.Argument(metavar="WORKBOOK", help="The matrix (S1SR Annex A), .xlsx or .xlsm.")],
    *,
    edition: Annotated[
        str, typer.Option("--edition", metavar="VERSION", help="The edition, where the file does not say it: 12.4.")
    ] = "",
    date: Annotated[
        str, typer.Option("--date", metavar="DATE", help="The day of the edition, where the catalogue has none.")
    ] = "",
    redline: Annotated[
        bool, typer.Option("--redline", help="The file shows changes that are proposed, not made.")
    ] = False,
    sheet: Annotated[str, typer.Option("--sheet", metavar="NAME", help="Only this sheet.")] = "",
    layout: Annotated[
        Path | None,
        typer.Option("--layout", metavar="FILE", help="YAML that says where things are and what marks mean."),
    ] = None,
    explain_layout: Annotated[
        bool, typer.Option("--explain-layout", help="Say what was recognised and why; write nothing.")
    ] = False,
    document: Annotated[
        str, typer.Option("--document", metavar="ID", help="The document whose matrix it is.")
    ] = "DMVESM",
    source: Annotated[
        str, typer.Option("--source", metavar="ID", help="The source record to cite, if there is one already.")
    ] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would change and write nothing.")] = False,
    force: Annotated[
        bool, typer.Option("--force", help="End rows that are gone, even if cells were not understood.")
    ] = False,
    output: Format = TextOrJson.TEXT,
    catalogue: CatalogueFolder = None,
) -> int:
    """Make matrix rows from a published Device Model Variations to Equivalent Steps Matrix.

    Example: s1sr import dmvesm matrix.xlsx --edition 12.4 --dry-run
    """
    import msgspec

    from s1sr_validator.arguments import read_day
    from s1sr_validator.cli.loaded import catalogue_folder
    from s1sr_validator.cli.terminal import new_page
    from s1sr_validator.exchange.dmvesm.importing import MatrixOptions, apply_matrix, plan_matrix
    from s1sr_validator.exchange.dmvesm.layout_file import LayoutFile, read_layout
    from s1sr_validator.report.as_json import to_json
    from s1sr_validator.report.matrix_text import write_layout, write_matrix
    from s1sr_validator.whole_files import alone_in

    given = read_layout(layout) if layout else LayoutFile()
    options = MatrixOptions(
        edition=edition,
        date=read_day(date) if date else None,
        redline=redline,
        document=document,
        source=source,
        layout=msgspec.structs.replace(given, sheet=sheet) if sheet else given,
        force=force,
    )
    folder = catalogue_folder(catalogue)
    only_asked = dry_run or explain_layout
    with nullcontext() if only_asked else alone_in(folder):
        plan = plan_matrix(workbook, folder, options)
        if not only_asked:
            apply_matrix(plan, folder)
    report = msgspec.structs.replace(plan.report, dry_run=only_asked)
    if output is TextOrJson.JSON:
        sys.stdout.write(to_json(report))
    else:
        page = new_page()
        (write_layout if explain_layout else write_matrix)(page, report)
        sys.stdout.write(str(page))
    return int(any(finding.severity is Severity.ERROR for finding in report.findings))
