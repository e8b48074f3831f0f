"""`s1sr show`: one record in full."""

import sys
from typing import Annotated

from s1sr_validator.cli.declared import Argument
from s1sr_validator.cli.options import CatalogueFolder, Format, OverlayFolders, TextOrJson
from s1sr_validator.index.search import Hit
from s1sr_validator.index.snapshot import Snapshot
from s1sr_validator.model.errors import UsageError


def show(
    record: Annotated[
        str,
        Argument(
            metavar="ID",
            help="A behaviour, clause, device, SRV, code, source ...: S1B-0001, S1SR:18.17p, 4.4.2, S1CE2003.",
        ),
    ],
    output: Format = TextOrJson.TEXT,
    catalogue: CatalogueFolder = None,
    overlay: OverlayFolders = None,
) -> int:
    """Show one record in full, of any kind.

    Example: s1sr show 4.4.2
    """
    from s1sr_validator.cli.loaded import catalogue_at
    from s1sr_validator.cli.terminal import new_page
    from s1sr_validator.report.as_json import to_json
    from s1sr_validator.report.overlay_text import write_overlays
    from s1sr_validator.report.record_detail import record_details
    from s1sr_validator.report.record_text import write_record

    loaded = catalogue_at(catalogue, overlay)
    found = find_records(record, loaded.snapshot)
    if output is TextOrJson.JSON:
        sys.stdout.write(to_json(record_details(found, loaded.lookup)))
        return 0
    page = new_page()
    for number, hit in enumerate(found):
        if number:
            page.line()
        write_record(page, hit, loaded.lookup)
    write_overlays(page, loaded.stamp)
    sys.stdout.write(str(page))
    return 0


def find_records(wanted: str, snapshot: Snapshot) -> tuple[Hit, ...]:
    """Return the records that an id can mean.

    Raises:
        UsageError: there is none; the tip names the nearest.
    """
    from s1sr_validator.index.lookup import nearest
    from s1sr_validator.index.search import every_record, find_id

    found = find_id(snapshot, wanted)
    if found:
        return found
    near = nearest(wanted, [hit.record.id for hit in every_record(snapshot)])
    tip = f"nearest: {', '.join(near)}" if near else f"try: s1sr search {wanted}"
    raise UsageError(f"no record has the id {wanted!r}", tip=tip)
