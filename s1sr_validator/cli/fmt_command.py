"""`s1sr fmt`: record files in the one form that records have."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from s1sr_validator.contribution.format_files import FormedFile


def fmt(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[PATH]...", help="Records, or folders of them. [default: the catalogue folder]"),
    ] = None,
    *,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; exit code 1 where a file would change.")
    ] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Write nothing; show what would change.")] = False,
) -> int:
    """Write records in their canonical form. What they say, and their comments, stay as they are.

    Example: s1sr fmt --check
    """
    from s1sr_validator.cli.loaded import catalogue_folder
    from s1sr_validator.contribution.format_files import formed, written
    from s1sr_validator.contribution.record_files import record_paths

    files = formed(record_paths(paths or [_shown(catalogue_folder(None))]))
    differing = [file for file in files if file.differs]
    if diff:
        sys.stdout.write("".join(file.unified_diff() for file in differing))
    elif check:
        sys.stdout.write("".join(f"{file.name}\n" for file in differing))
    else:
        differing = [written(file) for file in differing]
        sys.stdout.write("".join(f"{file.name}\n" for file in differing if file.finding is None))
    broken = [*(file for file in files if file.finding), *(file for file in differing if file.finding)]
    _say(broken, len(files), len(differing), written_now=not (check or diff))
    if broken:
        return 3
    if not files:
        return 4
    return int(bool(differing) and (check or diff))


def _shown(folder: Path) -> Path:
    """Return the folder as a person in the working folder would name it."""
    here = Path.cwd()
    return folder.relative_to(here) if folder.is_relative_to(here) else folder


def _say(broken: "list[FormedFile]", total: int, differing: int, *, written_now: bool) -> None:
    from s1sr_validator.report.visible_text import visible

    for file in broken:
        if file.finding is not None:
            found = file.finding
            sys.stderr.write(visible(f"{found.location}: {found.code} {found.message}; the file is as it was") + "\n")
    if not total:
        sys.stderr.write("no records here\n")
        return
    what = "written" if written_now else "not in canonical form"
    sys.stderr.write(f"{total - len(broken)} of {total} records read, {differing} {what}\n")
