"""`s1sr export`: tables of the catalogue for spreadsheets, databases and programs, and the pages of a consultation."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from s1sr_validator.cli.options import CatalogueFolder, OverlayFolders

CONSULTATION = "consultation"
_OTHER_ENDINGS = {".db": "sqlite", ".htm": "html", ".markdown": "md"}
_TEXT_FORMATS = frozenset({"csv", "json", "html", "md"})
AnyFormat = TypeVar("AnyFormat", bound=StrEnum)


def export(
    kind: Annotated[str, typer.Argument(metavar="KIND", help="dmvesm, register, devices, decisions or consultation.")],
    behaviour: Annotated[
        str, typer.Argument(metavar="[BEHAVIOUR]", help="consultation: the behaviour that it is about.")
    ] = "",
    *,
    to: Annotated[
        str,
        typer.Option(
            "--to",
            metavar="FORMAT",
            help="xlsx, csv, parquet, json or sqlite; a consultation docx, html or md. [default: by the file's ending]",
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
    """Export a table (matrix, clauses, Device Models, decisions), or the pages of a consultation about a behaviour.

    In xlsx and csv a text that a spreadsheet could take for a formula has an apostrophe before it.

    Example: s1sr export decisions --as-of 2025-11-30 --out decisions.xlsx

    Example: s1sr export consultation S1B-0001 --as-of 2025-11-30 --out pages.docx
    """
    from s1sr_validator.arguments import read_day, read_standing
    from s1sr_validator.cli.loaded import catalogue_at
    from s1sr_validator.cli.terminal import today
    from s1sr_validator.exchange.consultation_pack.formats import PackFormat, consultation_pack
    from s1sr_validator.exchange.tables.formats import ExportFormat, ExportQuestion, exported

    _check_behaviour(kind, behaviour)
    day = read_day(as_of or today())
    if kind == CONSULTATION:
        pages = _format(to, out, PackFormat)
        return _write(
            consultation_pack(catalogue_at(catalogue, overlay).lookup, behaviour, day, pages), out, f"{kind} as {pages}"
        )
    form = _format(to, out, ExportFormat)
    asked = ExportQuestion(as_of=day, lowest_standing=read_standing(standing), document=document)
    return _write(exported(kind, form, catalogue_at(catalogue, overlay).lookup, asked), out, f"{kind} as {form}")


def _check_behaviour(kind: str, behaviour: str) -> None:
    from s1sr_validator.model.errors import UsageError

    if kind == CONSULTATION and not behaviour:
        tip = "say which: s1sr export consultation S1B-0001 --to docx --out pages.docx"
        raise UsageError("a consultation is about a behaviour, and none is named", tip=tip)
    if kind != CONSULTATION and behaviour:
        raise UsageError(f"an export of {kind} takes no behaviour, and {behaviour!r} is given", tip="leave it out")


def _write(data: bytes, out: str, what: str) -> int:
    from s1sr_validator.exchange.tables.formats import write_export

    if out in {"", "-"}:
        sys.stdout.buffer.write(data)
        return 0
    write_export(data, Path(out))
    sys.stderr.write(f"{out}: {what}, {len(data):,} bytes\n")
    return 0


def _format(to: str, out: str, forms: type[AnyFormat]) -> AnyFormat:
    from s1sr_validator.model.errors import UsageError

    tip = f"one of: {', '.join(forms)}"
    ending = Path(out).suffix.lower()
    wanted = to or _OTHER_ENDINGS.get(ending, ending.removeprefix("."))
    if wanted not in set(forms):
        if to:
            raise UsageError(f"{to!r} is no format of this export", tip=tip)
        raise UsageError("the format of the export is not given", tip=f"say it with --to, {tip}")
    if wanted not in _TEXT_FORMATS and out in {"", "-"} and sys.stdout.isatty():
        raise UsageError(f"{wanted} is not for a terminal", tip="name a file: --out FILE")
    return forms(wanted)
