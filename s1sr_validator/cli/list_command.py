"""`s1sr list`: the records of one kind."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from s1sr_validator.cli.options import CatalogueFolder, Format, OverlayFolders, TextOrJson

if TYPE_CHECKING:
    from s1sr_validator.catalogue import Catalogue


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
    overlay: OverlayFolders = None,
) -> int:
    """List the records of one kind.

    Example: s1sr list devices --where manufacturer=1028 --where device_type=ESME
    """
    from s1sr_validator.cli.loaded import catalogue_at
    from s1sr_validator.cli.terminal import new_page
    from s1sr_validator.index.search import Hit
    from s1sr_validator.model.kinds import find_kind
    from s1sr_validator.report.as_json import to_json
    from s1sr_validator.report.overlay_text import write_overlays
    from s1sr_validator.report.record_list import record_list, write_record_list

    filters = [*(where or []), *([f"document={document}"] if document else [])]
    loaded = catalogue_at(catalogue, overlay)
    if not kind:
        _write_kinds(loaded, output)
        return 0
    chosen = find_kind(kind)
    found = loaded.list(kind, *filters)
    query = " ".join([chosen.folder, *filters])
    result = record_list([Hit(chosen, record) for record in found], loaded.lookup, query)
    if output is TextOrJson.JSON:
        sys.stdout.write(to_json(result))
        return 0
    page = new_page()
    write_record_list(page, result, with_kind=False)
    page.line(f"{len(found)} {chosen.folder}")
    write_overlays(page, result.catalogue)
    sys.stdout.write(str(page))
    return 0


def _write_kinds(loaded: "Catalogue", output: TextOrJson) -> None:
    from s1sr_validator.cli.terminal import new_page
    from s1sr_validator.index.snapshot import kind_counts
    from s1sr_validator.model.kinds import KINDS
    from s1sr_validator.model.results import KindLine, KindList
    from s1sr_validator.report.as_json import to_json
    from s1sr_validator.report.overlay_text import write_overlays

    counts = kind_counts(loaded.snapshot)
    lines = tuple(KindLine(kind=kind.folder, title=kind.title, count=counts[kind.folder]) for kind in KINDS)
    if output is TextOrJson.JSON:
        sys.stdout.write(to_json(KindList(catalogue=loaded.stamp, kinds=lines)))
        return
    page = new_page()
    for line in lines:
        page.field(f"{line.count:>6}  {line.kind}", line.title, indent=0, column=24)
    write_overlays(page, loaded.stamp)
    sys.stdout.write(str(page))
