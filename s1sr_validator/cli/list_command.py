"""`s1sr list`: the records of one kind."""

import sys
from typing import Annotated

import typer

from s1sr_validator.cli.options import CatalogueFolder, Format, TextOrJson


def list_records(
    kind: Annotated[
        str,
        typer.Argument(
            metavar="[KIND]", help="behaviours, devices, services, codes ...; without one, the kinds are listed."
        ),
    ] = "",
    where: Annotated[
        list[str] | None,
        typer.Option("--where", "-w", metavar="FIELD=VALUE", help="Only records with this value; repeatable."),
    ] = None,
    document: Annotated[str, typer.Option("--document", metavar="ID", help="Only records of this document.")] = "",
    output: Format = TextOrJson.TEXT,
    catalogue: CatalogueFolder = None,
) -> int:
    """List the records of one kind.

    Example: s1sr list devices --where manufacturer=1028 --where device_type=ESME
    """
    from s1sr_validator.cli.loaded import catalogue_at
    from s1sr_validator.cli.terminal import new_page
    from s1sr_validator.index.search import Hit, natural_order
    from s1sr_validator.index.snapshot import kind_counts
    from s1sr_validator.model.errors import UsageError
    from s1sr_validator.model.kinds import KIND_BY_NAME, KINDS
    from s1sr_validator.report.as_json import to_json
    from s1sr_validator.report.filters import matching
    from s1sr_validator.report.record_list import record_list, write_record_list

    filters = [*(where or []), *([f"document={document}"] if document else [])]
    loaded = catalogue_at(catalogue)
    page = new_page()
    if not kind:
        counts = kind_counts(loaded.snapshot)
        for known in KINDS:
            page.field(f"{counts[known.folder]:>6}  {known.folder}", known.title, indent=0, column=24)
        sys.stdout.write(str(page))
        return 0
    chosen = KIND_BY_NAME.get(kind.casefold().replace("-", "_"))
    if chosen is None:
        raise UsageError(f"no kind of record is called {kind!r}", tip=f"kinds: {', '.join(k.folder for k in KINDS)}")
    found = sorted(
        matching(loaded.snapshot.records.of_kind(chosen.folder), filters),
        key=lambda record: natural_order(record.id),
    )
    query = " ".join([chosen.folder, *filters])
    result = record_list([Hit(chosen, record) for record in found], loaded.lookup, query)
    if output is TextOrJson.JSON:
        sys.stdout.write(to_json(result))
        return 0
    write_record_list(page, result, with_kind=False)
    page.line(f"{len(found)} {chosen.folder}")
    sys.stdout.write(str(page))
    return 0
