"""`s1sr diff`: what two states of a catalogue say differently, or its register on two days."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from s1sr_validator.cli.options import CatalogueFolder


class ComparisonFormat(StrEnum):
    """Formats of a comparison."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"


ComparedFormat = Annotated[ComparisonFormat, typer.Option("--format", "-f", help="Output format.")]
Compared = Annotated[
    list[str],
    typer.Argument(
        metavar="BASE..HEAD",
        help="Two git revisions, as BASE..HEAD, BASE...HEAD (since they parted) or BASE HEAD; BASE alone is compared "
        "with the files as they are. A catalogue folder or snapshot file can stand for a revision.",
    ),
]


ByDate = Annotated[
    bool,
    typer.Option(
        "--by-date",
        help="BASE and HEAD are days (2025-10-17) or editions (DMVESM/12.2) of the register, in one catalogue: which "
        "claims came into force or ended, which Device Models joined or left, what happened. BASE alone: until today.",
    ),
]


def diff(
    compared: Compared,
    output: ComparedFormat = ComparisonFormat.TEXT,
    by_date: ByDate = False,  # noqa: FBT002 - a flag of the command line
    catalogue: CatalogueFolder = None,
) -> int:
    """Say which records of a catalogue were added, removed or changed, field by field.

    Example: s1sr diff HEAD

    Example: s1sr diff --by-date 2020-01-01..2025-12-31
    """
    if by_date:
        return _diff_by_date(at_most_two(compared), output, catalogue)
    from s1sr_validator.cli.loaded import catalogue_folder
    from s1sr_validator.cli.terminal import new_page
    from s1sr_validator.comparison.diff import difference
    from s1sr_validator.contribution.compared_sides import sides_of
    from s1sr_validator.report.as_json import to_json
    from s1sr_validator.report.diff_markdown import diff_markdown
    from s1sr_validator.report.diff_text import write_diff

    base, head = sides_of(at_most_two(compared), catalogue_folder(catalogue))
    report = difference(base.catalogue.lookup, head.catalogue.lookup, base_name=base.name, head_name=head.name)
    if output is ComparisonFormat.JSON:
        sys.stdout.write(to_json(report))
    elif output is ComparisonFormat.MARKDOWN:
        sys.stdout.write(diff_markdown(report))
    else:
        page = new_page()
        write_diff(page, report)
        sys.stdout.write(str(page))
    return 0


def _diff_by_date(sides: list[str], output: ComparisonFormat, catalogue: Path | None) -> int:
    """Compare the register on two days."""
    from s1sr_validator.cli.loaded import catalogue_at
    from s1sr_validator.cli.terminal import new_page, today
    from s1sr_validator.comparison.register import Register
    from s1sr_validator.comparison.register_points import point
    from s1sr_validator.model.register_change import RegisterReport
    from s1sr_validator.report.as_json import to_json
    from s1sr_validator.report.register_text import register_markdown, write_register

    loaded = catalogue_at(catalogue)
    base, _, head = sides[0].partition("..") if len(sides) == 1 else (sides[0], "", sides[1])
    since, until = (point(side or str(today()), loaded.snapshot) for side in (base, head.removeprefix(".")))
    report = RegisterReport(catalogue=loaded.stamp, difference=Register(loaded.lookup).difference(since, until))
    if output is ComparisonFormat.JSON:
        sys.stdout.write(to_json(report))
    elif output is ComparisonFormat.MARKDOWN:
        sys.stdout.write(register_markdown(report))
    else:
        page = new_page()
        write_register(page, report)
        sys.stdout.write(str(page))
    return 0


def at_most_two(compared: list[str]) -> list[str]:
    """Return what was given to compare.

    Raises:
        UsageError: it is more than two.
    """
    from s1sr_validator.model.errors import UsageError

    if len(compared) > 2:  # noqa: PLR2004 - one side and the other
        raise UsageError(f"{len(compared)} things to compare; there can be two", tip="write BASE..HEAD, or BASE HEAD")
    return compared
