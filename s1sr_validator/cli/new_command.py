"""`s1sr new`: a record to start from, with an id that nobody has."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from s1sr_validator.cli.options import CatalogueFolder

if TYPE_CHECKING:
    from s1sr_validator.contribution.new_record import NewRecord
    from s1sr_validator.model.kinds import Kind


def new(
    kind: Annotated[str, typer.Argument(metavar="KIND", help="behaviour, matrix_row, clause, observation, source ...")],
    *,
    given: Annotated[
        list[str] | None,
        typer.Option(
            "--set", metavar="FIELD=VALUE", help="A field: title=..., deviation.outcome=..., citations.0.source=..."
        ),
    ] = None,
    issue: Annotated[
        str,
        typer.Option("--from-issue", metavar="FILE", help="An issue made with the form for behaviours; - for stdin."),
    ] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Print the records and write nothing.")] = False,
    catalogue: CatalogueFolder = None,
) -> int:
    """Write a new record. On a terminal it asks for what is missing.

    Example: s1sr new source --set id=a-page --set title=Page --set publisher=DCC --set obtained=published --dry-run
    """
    from s1sr_validator.cli.loaded import catalogue_folder
    from s1sr_validator.contribution.field_answers import read_answers
    from s1sr_validator.model.errors import UsageError
    from s1sr_validator.model.kinds import find_kind

    found, folder = find_kind(kind), catalogue_folder(catalogue)
    answers = read_answers(given or [], "--set")
    if issue and found.singular != "behaviour":
        raise UsageError("--from-issue is for behaviours", tip="s1sr new behaviour --from-issue FILE")
    if found.singular == "behaviour" and (issue or _asks_form(answers)):
        records = _from_form(found, folder, issue, answers)
    else:
        records = _from_fields(found, folder, answers)
    return _write(records, folder, dry_run=dry_run)


def _asks_form(answers: dict[str, list[str]]) -> bool:
    """Say whether to ask the form's questions: nothing was given, and somebody is there to answer."""
    return not answers and sys.stdin.isatty()


def _from_form(kind: "Kind", folder: Path, issue: str, answers: dict[str, list[str]]) -> "tuple[NewRecord, ...]":
    from s1sr_validator.catalogue import Catalogue
    from s1sr_validator.cli.questions import ask_form
    from s1sr_validator.contribution.issue_form import read_issue
    from s1sr_validator.contribution.new_ids import free_id
    from s1sr_validator.contribution.reported_behaviour import reported_records
    from s1sr_validator.messages.files import read_input

    said = read_issue(read_input(issue)[1].decode(errors="replace")) if issue else ask_form()
    record_id = free_id(kind, folder, (answers.get("id") or [""])[0])
    return reported_records(said, record_id, Catalogue.load(folder).lookup)


def _from_fields(kind: "Kind", folder: Path, answers: dict[str, list[str]]) -> "tuple[NewRecord, ...]":
    from s1sr_validator.cli.questions import ask_fields
    from s1sr_validator.contribution.field_answers import record_data
    from s1sr_validator.contribution.new_ids import free_id
    from s1sr_validator.contribution.new_record import NewRecord

    if sys.stdin.isatty():
        answers = ask_fields(kind.singular, answers)
    record_id = free_id(kind, folder, (answers.pop("id", None) or [""])[0])
    return (NewRecord(kind, {"id": record_id, **record_data(kind.singular, answers)}),)


def _write(records: "tuple[NewRecord, ...]", folder: Path, *, dry_run: bool) -> int:
    from s1sr_validator.contribution.write_new import open_points, write_new

    texts = {record.path: record.text() for record in records}
    if dry_run:
        sys.stdout.write("".join(f"# {folder.name}/{path}\n{text}" for path, text in texts.items()))
        return 0
    write_new(folder, texts)
    sys.stdout.write("".join(f"{folder / path}\n" for path in texts))
    found = open_points(folder, texts)
    for finding in found:
        sys.stderr.write(f"{finding.location}: {finding.code} {finding.message}\n")
    if found:
        sys.stderr.write(f"{len(found)} points are open; s1sr explain CODE says why each matters\n")
    return 0
