"""`s1sr impact`: which predictions two states of a catalogue make differently."""

import sys
from typing import Annotated

import typer

from s1sr_validator.cli.diff_command import Compared, ComparedFormat, ComparisonFormat
from s1sr_validator.cli.options import CatalogueFolder
from s1sr_validator.model.lifecycle import Standing


def impact(
    compared: Compared,
    *,
    as_of: Annotated[
        str,
        typer.Option(
            "--as-of", metavar="DATE", help="The day whose clauses count. [default: today]", show_default=False
        ),
    ] = "",
    standing: Annotated[
        str, typer.Option("--standing", help="Lowest standing to listen to: observed, proposed or designated.")
    ] = Standing.PROPOSED.value,
    output: ComparedFormat = ComparisonFormat.TEXT,
    catalogue: CatalogueFolder = None,
) -> int:
    """List the predictions that change: every Device Model, service and state that decides.

    Example: s1sr impact HEAD --standing observed
    """
    from s1sr_validator.arguments import read_day, read_standing
    from s1sr_validator.cli.diff_command import at_most_two
    from s1sr_validator.cli.loaded import catalogue_folder
    from s1sr_validator.cli.terminal import new_page, today
    from s1sr_validator.comparison.impact import impact as changed_predictions
    from s1sr_validator.contribution.compared_sides import sides_of
    from s1sr_validator.report.as_json import to_json
    from s1sr_validator.report.impact_markdown import impact_markdown
    from s1sr_validator.report.impact_text import write_impact

    day, lowest = read_day(as_of or today()), read_standing(standing)
    base, head = sides_of(at_most_two(compared), catalogue_folder(catalogue))
    report = changed_predictions(
        base.catalogue.lookup,
        head.catalogue.lookup,
        as_of=day,
        lowest_standing=lowest,
        base_name=base.name,
        head_name=head.name,
    )
    if output is ComparisonFormat.JSON:
        sys.stdout.write(to_json(report))
    elif output is ComparisonFormat.MARKDOWN:
        sys.stdout.write(impact_markdown(report))
    else:
        page = new_page()
        write_impact(page, report)
        sys.stdout.write(str(page))
    return 0
