"""`s1sr history` and `s1sr timeline`: what happened when, of one record or of a cohort."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from s1sr_validator.cli.options import CatalogueFolder, Format, OverlayFolders, TextOrJson
from s1sr_validator.model.history import Moment

if TYPE_CHECKING:
    from s1sr_validator.catalogue import Catalogue


def history(
    record: Annotated[str, typer.Argument(metavar="ID", help="Any record: S1B-0001, TMAD, TMAD:18.7, cohort:ioc.")],
    output: Format = TextOrJson.TEXT,
    catalogue: CatalogueFolder = None,
    overlay: OverlayFolders = None,
) -> int:
    """Tell one record's life in order of time.

    Example: s1sr history S1B-0001
    """
    from s1sr_validator.cli.loaded import catalogue_at
    from s1sr_validator.cli.show_command import find_records
    from s1sr_validator.index.history import history_of

    loaded = catalogue_at(catalogue, overlay)
    found = find_records(record, loaded.snapshot)
    return _write(loaded, record, history_of(loaded.snapshot, found), output)


def timeline(
    cohort: Annotated[
        str,
        typer.Option(
            "--cohort", metavar="COHORT", help="Id, name or GroupID: ioc, MOC (Secure), DA. Without one: everything."
        ),
    ] = "",
    output: Format = TextOrJson.TEXT,
    catalogue: CatalogueFolder = None,
    overlay: OverlayFolders = None,
) -> int:
    """Show the regulatory history in order of time.

    Example: s1sr timeline --cohort DA
    """
    from s1sr_validator.cli.loaded import catalogue_at
    from s1sr_validator.index.cohorts import find_cohort
    from s1sr_validator.index.history import timeline as moments_of

    loaded = catalogue_at(catalogue, overlay)
    cohort_id = find_cohort(cohort, loaded.snapshot).id if cohort else ""
    return _write(loaded, cohort_id or "everything", moments_of(loaded.snapshot, cohort_id), output)


def _write(loaded: "Catalogue", query: str, moments: tuple[Moment, ...], output: TextOrJson) -> int:
    from s1sr_validator.cli.terminal import new_page
    from s1sr_validator.model.results import MomentList
    from s1sr_validator.report.as_json import to_json
    from s1sr_validator.report.history_text import write_moments

    result = MomentList(catalogue=loaded.stamp, query=query, moments=moments)
    if output is TextOrJson.JSON:
        sys.stdout.write(to_json(result))
        return 0
    page = new_page()
    write_moments(page, result)
    sys.stdout.write(str(page))
    return 0
