"""`s1sr exclusion`: which exclusion category an installation met before migration ended."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from s1sr_validator.cli.options import CatalogueFolder, Format, OverlayFolders, TextOrJson
from s1sr_validator.model.results import CategoryReport

if TYPE_CHECKING:
    from s1sr_validator.catalogue import Catalogue


def exclusion(
    cohort: Annotated[str, typer.Option("--cohort", metavar="COHORT", help="Id, name or GroupID of the cohort.")] = "",
    dormant: Annotated[
        bool | None, typer.Option("--dormant/--active", help="Only Dormant Meters, or an Active one too.")
    ] = None,
    attempts: Annotated[int | None, typer.Option("--attempts", min=0, help="Failed attempts.")] = None,
    separate_weeks: Annotated[
        int | None, typer.Option("--separate-weeks", min=0, help="Separate weeks in which attempts failed.")
    ] = None,
    error: Annotated[str, typer.Option("--error", metavar="CODE", help="Error code, for example MA112.")] = "",
    fact: Annotated[
        list[str] | None,
        typer.Option(
            "--fact",
            metavar="NAME=VALUE",
            help="Any other fact; repeatable. See: s1sr list states -w scope=installation",
        ),
    ] = None,
    output: Format = TextOrJson.TEXT,
    catalogue: CatalogueFolder = None,
    overlay: OverlayFolders = None,
) -> int:
    """Say which exclusion categories an installation met.

    Example: s1sr exclusion --cohort IOC --dormant --attempts 3 --separate-weeks 3 --error MA112
    """
    from s1sr_validator.cli.loaded import catalogue_at
    from s1sr_validator.cli.named_values import named_values
    from s1sr_validator.cli.terminal import new_page
    from s1sr_validator.index.cohorts import find_cohort
    from s1sr_validator.report.as_json import to_json
    from s1sr_validator.report.exclusion_text import write_categories

    loaded = catalogue_at(catalogue, overlay)
    flags = {
        "installation.cohort": find_cohort(cohort, loaded.snapshot).id if cohort else None,
        "installation.only_dormant_meters": dormant,
        "installation.attempts_failed": attempts,
        "installation.separate_weeks": separate_weeks,
        "installation.error_code": error.upper() or None,
    }
    given = {name: value for name, value in flags.items() if value is not None}
    report = _report(loaded, named_values(fact or [], "--fact") | given)
    if output is TextOrJson.JSON:
        sys.stdout.write(to_json(report))
        return 0
    page = new_page()
    write_categories(page, report)
    sys.stdout.write(str(page))
    return 0


def _report(loaded: "Catalogue", given: dict[str, object]) -> CategoryReport:
    from s1sr_validator.model.prediction import GivenState
    from s1sr_validator.prediction.exclusions import categories_met
    from s1sr_validator.prediction.vocabulary import read_values
    from s1sr_validator.prediction.words import value_text

    values = read_values(given, loaded.lookup.installation_states)
    return CategoryReport(
        catalogue=loaded.stamp,
        given=tuple(GivenState(name=name, value=value_text(value)) for name, value in sorted(values.items())),
        categories=categories_met(values, loaded.lookup),
    )
