"""`s1sr sources`: where the facts come from, and what of each source is recorded."""

import sys
from typing import Annotated

import typer

from s1sr_validator.cli.options import CatalogueFolder, Format, OverlayFolders, TextOrJson


def sources(
    source: Annotated[str, typer.Argument(metavar="[SOURCE]", help="Id of one source; without one, all.")] = "",
    *,
    coverage: Annotated[
        bool,
        typer.Option(
            "--coverage", help="Only sources that list their parts: who cites each part, and which nobody cites."
        ),
    ] = False,
    output: Format = TextOrJson.TEXT,
    catalogue: CatalogueFolder = None,
    overlay: OverlayFolders = None,
) -> int:
    """Show sources and how many records cite them.

    Example: s1sr sources dcc-consultation-2025-10-17 --coverage
    """
    from s1sr_validator.cli.loaded import catalogue_at
    from s1sr_validator.cli.terminal import new_page
    from s1sr_validator.index.sources import source_uses
    from s1sr_validator.model.errors import UsageError
    from s1sr_validator.model.results import SourceReport
    from s1sr_validator.report.as_json import to_json
    from s1sr_validator.report.sources_text import write_coverage, write_sources

    loaded = catalogue_at(catalogue, overlay)
    found = tuple(use for use in source_uses(loaded.snapshot.records) if source in {"", use.source})
    if not found:
        raise UsageError(f"no source has the id {source!r}", tip="see: s1sr list sources")
    shown = tuple(use for use in found if use.parts) if coverage else found
    if not shown:
        raise UsageError(f"source {source} does not list its parts", tip="its record has no `places`")
    report = SourceReport(catalogue=loaded.stamp, sources=shown)
    if output is TextOrJson.JSON:
        sys.stdout.write(to_json(report))
    else:
        page = new_page()
        (write_coverage if coverage else write_sources)(page, report)
        sys.stdout.write(str(page))
    return int(coverage and any(part.is_open for use in shown for part in use.parts))
