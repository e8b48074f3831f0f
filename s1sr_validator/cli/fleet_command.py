"""`s1sr fleet`: how many meters a clause, a proposal or a change of the catalogue touches."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from s1sr_validator.cli.options import CatalogueFolder, OverlayFolders
from s1sr_validator.model.lifecycle import Standing

if TYPE_CHECKING:
    import datetime as dt

    from s1sr_validator.catalogue import Catalogue
    from s1sr_validator.fleet.touched import Touched

_NOTHING = 4


class FleetFormat(StrEnum):
    """Formats of a fleet's report."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"


def fleet(
    *,
    meters: Annotated[
        str,
        typer.Argument(
            metavar="METERS",
            help="The table of meters, one row for each: .parquet, .csv, .duckdb, or postgresql://HOST/DATABASE.",
        ),
    ],
    behaviour: Annotated[
        str, typer.Option("--behaviour", "-b", metavar="ID", help="Ask what a behaviour is about: S1B-0001.")
    ] = "",
    change: Annotated[
        str, typer.Option("--change", metavar="BASE..HEAD", help="Ask whose predictions change, as s1sr impact does.")
    ] = "",
    overlay: OverlayFolders = None,
    column: Annotated[
        str, typer.Option("--column", metavar="NAME", help="The column that has the CPL key.")
    ] = "device_model",
    cohort_column: Annotated[
        str, typer.Option("--cohort-column", metavar="NAME", help="The column that has the cohort, if there is one.")
    ] = "",
    table: Annotated[str, typer.Option("--table", metavar="NAME", help="The table inside a database.")] = "meters",
    as_of: Annotated[
        str,
        typer.Option(
            "--as-of", metavar="DATE", help="The day whose clauses count. [default: today]", show_default=False
        ),
    ] = "",
    standing: Annotated[
        str, typer.Option("--standing", help="Lowest standing to listen to: observed, proposed or designated.")
    ] = Standing.PROPOSED.value,
    output: Annotated[FleetFormat, typer.Option("--format", "-f", help="Output format.")] = FleetFormat.TEXT,
    catalogue: CatalogueFolder = None,
) -> int:
    """Count the meters that a behaviour, an overlay or a change touches, by maker, Device Model, service and cohort.

    A meter is touched where its Device Model is; whether a condition on its state holds, only the meter knows.

    Example: s1sr fleet examples/fleet.csv --behaviour S1B-0001
    """
    from s1sr_validator.arguments import read_day, read_standing
    from s1sr_validator.cli.loaded import catalogue_at
    from s1sr_validator.cli.terminal import new_page, today
    from s1sr_validator.fleet.meters import MeterTable, count_meters
    from s1sr_validator.fleet.weigh import weigh
    from s1sr_validator.model.errors import UsageError
    from s1sr_validator.report.as_json import to_json
    from s1sr_validator.report.fleet_html import fleet_html
    from s1sr_validator.report.fleet_text import write_fleet

    if bool(change) + bool(behaviour or overlay) != 1:
        raise UsageError(
            "there is no one question", tip="give one of --behaviour ID, --overlay DIR, --change BASE..HEAD"
        )
    day, lowest = read_day(as_of or today()), read_standing(standing)
    if change:
        touched, loaded = _changed(change, catalogue, day, lowest)
    else:
        loaded = catalogue_at(catalogue, overlay)
        touched = _claimed(behaviour, loaded, day, lowest)
    groups = count_meters(MeterTable(meters, column, cohort_column, table))
    report = weigh(groups, touched, loaded.lookup, as_of=day, lowest_standing=lowest)
    if output is FleetFormat.JSON:
        sys.stdout.write(to_json(report))
    elif output is FleetFormat.HTML:
        sys.stdout.write(fleet_html(report))
    else:
        page = new_page()
        write_fleet(page, report)
        sys.stdout.write(str(page))
    return 0 if report.meters > report.meters_unknown else _NOTHING


def _claimed(behaviour: str, loaded: "Catalogue", day: "dt.date", lowest: Standing) -> "Touched":
    from s1sr_validator.fleet.touched import by_behaviour, by_overlay

    return by_behaviour(behaviour, loaded.lookup, day, lowest) if behaviour else by_overlay(loaded.lookup, day, lowest)


def _changed(change: str, folder: Path | None, day: "dt.date", lowest: Standing) -> "tuple[Touched, Catalogue]":
    from s1sr_validator.cli.loaded import catalogue_folder
    from s1sr_validator.comparison.impact import impact
    from s1sr_validator.contribution.compared_sides import sides_of
    from s1sr_validator.fleet.touched import by_change

    base, head = sides_of([change], catalogue_folder(folder))
    report = impact(
        base.catalogue.lookup,
        head.catalogue.lookup,
        as_of=day,
        lowest_standing=lowest,
        base_name=base.name,
        head_name=head.name,
    )
    return by_change(report), head.catalogue
