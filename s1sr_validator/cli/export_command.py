"""`s1sr export`: tables of the catalogue for spreadsheets, databases and programs."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from s1sr_validator.cli.options import CatalogueFolder, OverlayFolders

if TYPE_CHECKING:
    from s1sr_validator.exchange.tables.formats import ExportFormat


def export(
    kind: Annotated[str, typer.Argument(metavar="KIND", help="dmvesm, register, devices or decisions.")],
    *,
    to: Annotated[
        str,
        typer.Option(
            "--to", metavar="FORMAT", help="xlsx, csv, parquet, json or sqlite. [default: by the file's ending]"
        ),
    ] = "",
    out: Annotated[
        str, typer.Option("--out", "-o", metavar="FILE", help="The file to write; - is standard output.")
    ] = "",
    as_of: Annotated[
        str,
        typer.Option("--as-of", metavar="DATE", help="The day that standings and decisions are for. [default: today]"),
    ] = "",
    standing: Annotated[str, typer.Option("--standing", help="Decisions: lowest standing to listen to.")] = "proposed",
    document: Annotated[
        str, typer.Option("--document", metavar="ID", help="dmvesm: the document whose matrix it is.")
    ] = "DMVESM",
    catalogue: CatalogueFolder = None,
    overlay: OverlayFolders = None,
) -> int:
    """Export a table: the matrix, the register of clauses, the Device Models, or Device Model by service.

    In xlsx and csv a text that a spreadsheet could take for a formula has an apostrophe before it.

    Example: s1sr export decisions --as-of 2025-11-30 --out decisions.xlsx
    """
    from s1sr_validator.arguments import read_day, read_standing
    from s1sr_validator.cli.loaded import catalogue_at
    from s1sr_validator.cli.terminal import today
    from s1sr_validator.exchange.tables.formats import ExportQuestion, exported, write_export

    form = _format(to, out)
    asked = ExportQuestion(as_of=read_day(as_of or today()), lowest_standing=read_standing(standing), document=document)
    data = exported(kind, form, catalogue_at(catalogue, overlay).lookup, asked)
    if out in {"", "-"}:
        sys.stdout.buffer.write(data)
        return 0
    write_export(data, Path(out))
    sys.stderr.write(f"{out}: {kind} as {form}, {len(data):,} bytes\n")
    return 0


def _format(to: str, out: str) -> "ExportFormat":
    from s1sr_validator.exchange.tables.formats import ExportFormat
    from s1sr_validator.model.errors import UsageError

    endings = {f".{form}": form for form in ExportFormat} | {".db": ExportFormat.SQLITE}
    tip = f"one of: {', '.join(ExportFormat)}"
    if to:
        if to not in set(ExportFormat):
            raise UsageError(f"{to!r} is no format of an export", tip=tip)
        form = ExportFormat(to)
    elif found := endings.get(Path(out).suffix.lower()):
        form = found
    else:
        raise UsageError("the format of the export is not given", tip=f"say it with --to, {tip}")
    is_text = form in {ExportFormat.CSV, ExportFormat.JSON}
    if not is_text and out in {"", "-"} and sys.stdout.isatty():
        raise UsageError(f"{form} is not for a terminal", tip="name a file: --out FILE")
    return form
