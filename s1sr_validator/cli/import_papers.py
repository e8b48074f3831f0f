"""`s1sr import s1sr` and `s1sr import consultation`: regulatory documents to a register, drafts and proposals."""

import datetime as dt
import sys
from pathlib import Path
from typing import Annotated

import typer

from s1sr_validator.cli.options import CatalogueFolder, Format, TextOrJson
from s1sr_validator.model.finding import Severity

_Paper = Annotated[
    Path, typer.Argument(metavar="FILE", help="The document: .docx, .pdf or .txt; - reads standard input.")
]


def import_s1sr(
    file: _Paper,
    *,
    edition: Annotated[
        str,
        typer.Option("--edition", metavar="ID", help="Which edition it is. [default: as it says]", show_default=False),
    ] = "",
    date: Annotated[
        str,
        typer.Option("--date", metavar="DATE", help="The day it counts from. [default: today]", show_default=False),
    ] = "",
    against: Annotated[
        Path | None,
        typer.Option(
            "--against", metavar="PATH", help="Compare with another edition: a document, or an earlier import's folder."
        ),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="DIR", help="New folder for the import. [default: s1sr-EDITION here]"),
    ] = None,
    with_text: Annotated[
        Path | None,
        typer.Option(
            "--with-text", metavar="DIR", help="As --out, and keep the clauses' texts in the private records."
        ),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what was found and write nothing.")] = False,
    output: Format = TextOrJson.TEXT,
    catalogue: CatalogueFolder = None,
) -> int:
    """Read the S1SR: a register of its clauses, what differs from another edition, and drafts of behaviours.

    The folder holds register.json (numbers, headings and digests, not the texts), review.json for `s1sr review`, and
    an overlay with the drafts. Nothing in it predicts anything before it was reviewed.

    Example: s1sr import s1sr appendix-am.docx --edition 17.0 --dry-run
    """
    from s1sr_validator.cli.loaded import catalogue_at
    from s1sr_validator.cli.terminal import new_page
    from s1sr_validator.exchange.regulation.importing import ImportOrder, check_edition, plan_regulation
    from s1sr_validator.exchange.regulation.queue import write_import
    from s1sr_validator.model.errors import UsageError
    from s1sr_validator.report.as_json import to_json
    from s1sr_validator.report.regulation_import_text import write_regulation

    if out is not None and with_text is not None:
        raise UsageError("--out and --with-text both name the folder", tip="give one of them")
    order = ImportOrder(
        day=_day(date),
        folder=with_text or out,
        edition=check_edition(edition),
        against=against,
        keeps_text=with_text is not None,
        dry_run=dry_run,
    )
    plan = plan_regulation(file, catalogue_at(catalogue).snapshot.records, order)
    if not dry_run:
        write_import(Path(plan.report.folder), plan.register, plan.queue, plan.edits)
    if output is TextOrJson.JSON:
        sys.stdout.write(to_json(plan.report))
    else:
        page = new_page()
        write_regulation(page, plan.report)
        sys.stdout.write(str(page))
    return int(any(finding.severity is Severity.ERROR for finding in plan.report.findings))


def import_consultation(file: _Paper, *, output: Format = TextOrJson.TEXT, catalogue: CatalogueFolder = None) -> int:
    """Read a consultation paper: its proposals, questions, dates and tables, each with its place. Writes nothing.

    Example: s1sr import consultation consultation.docx --format json
    """
    from s1sr_validator.cli.loaded import catalogue_at
    from s1sr_validator.cli.terminal import new_page
    from s1sr_validator.exchange.consultation.importing import read_consultation
    from s1sr_validator.report.as_json import to_json
    from s1sr_validator.report.consultation_text import write_consultation

    report = read_consultation(file, catalogue_at(catalogue).snapshot.records)
    if output is TextOrJson.JSON:
        sys.stdout.write(to_json(report))
    else:
        page = new_page()
        write_consultation(page, report)
        sys.stdout.write(str(page))
    return 0


def _day(text: str) -> dt.date:
    from s1sr_validator.cli.terminal import today
    from s1sr_validator.model.errors import UsageError

    try:
        return dt.date.fromisoformat(text) if text else today()
    except ValueError:
        raise UsageError(f"{text!r} is no date", tip="write it as 2026-01-12") from None
