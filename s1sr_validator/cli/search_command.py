"""`s1sr search`: records by words."""

import sys
from typing import Annotated

import typer

from s1sr_validator.cli.options import CatalogueFolder, Format, OverlayFolders, TextOrJson


def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help="Words, ids, codes or parts of them.")],
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, help="How many to show.")] = 20,
    output: Format = TextOrJson.TEXT,
    catalogue: CatalogueFolder = None,
    overlay: OverlayFolders = None,
) -> int:
    """Find records by id, code, name or any word.

    Example: s1sr search itron esme
    """
    from s1sr_validator.cli.loaded import catalogue_at
    from s1sr_validator.cli.terminal import new_page
    from s1sr_validator.index.search import search as find
    from s1sr_validator.report.as_json import to_json
    from s1sr_validator.report.overlay_text import write_overlays
    from s1sr_validator.report.record_list import record_list, write_record_list

    loaded = catalogue_at(catalogue, overlay)
    query = " ".join(words)
    found = find(loaded.snapshot, query)
    result = record_list(found[:limit], loaded.lookup, query)
    if output is TextOrJson.JSON:
        sys.stdout.write(to_json(result))
        return 0
    page = new_page()
    write_record_list(page, result, with_kind=True)
    page.line(f"{len(found)} found{f', {limit} shown' if len(found) > limit else ''}")
    write_overlays(page, result.catalogue)
    sys.stdout.write(str(page))
    return 0
