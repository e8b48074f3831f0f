"""`s1sr release`: the changes since the last release, under a version of their own."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from s1sr_validator.contribution.release import Release

_NOTHING = 4


def release(
    *,
    catalogue_version: Annotated[
        str, typer.Option("--catalogue-version", metavar="VERSION", help="The catalogue's. [default: by the changes]")
    ] = "",
    software_version: Annotated[
        str, typer.Option("--software-version", metavar="VERSION", help="The software's. [default: by the changes]")
    ] = "",
    date: Annotated[str, typer.Option("--date", metavar="DATE", help="The day of the release. [default: today]")] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Print what would be released; write nothing.")] = False,
    root: Annotated[
        Path | None, typer.Option("--root", metavar="DIR", help="A checkout. [default: the one this runs from]")
    ] = None,
) -> int:
    """Roll changelog.d into CHANGELOG.md under a new version, and raise the versions.

    Each file of changelog.d says which part it is about and what it does to its version. The software gets a new
    version with every release, since the package carries the catalogue. What Semantic Versioning forbids is refused.

    Example: s1sr release --dry-run
    """
    from s1sr_validator.cli.loaded import catalogue_folder
    from s1sr_validator.contribution.fragments import README, Part, read_fragments
    from s1sr_validator.contribution.release import plan_release
    from s1sr_validator.contribution.release_files import (
        FRAGMENTS,
        finish_release,
        fragment_texts,
        release_texts,
        write_release,
    )
    from s1sr_validator.contribution.release_versions import Version

    folder = root or catalogue_folder(None).parent
    wanted = {Part.CATALOGUE: catalogue_version, Part.SOFTWARE: software_version}
    if not dry_run and finish_release(folder):
        sys.stderr.write("the release that was broken off is written now; look at it with: git diff\n")
        return 0
    given, files = fragment_texts(folder), release_texts(folder)
    planned = plan_release(
        files,
        read_fragments(given),
        {part: Version.of(text) for part, text in wanted.items() if text},
        _day(date),
    )
    if planned is None:
        sys.stderr.write("nothing has changed since the last release\n")
        return _NOTHING
    sys.stdout.write(planned.section)
    if not dry_run:
        used = {f"{FRAGMENTS}/{name}": text for name, text in given.items() if name != README}
        write_release(folder, {**files, **used}, planned.texts)
    _say(planned, written=not dry_run)
    return 0


def _day(text: str) -> str:
    import datetime as dt

    from s1sr_validator.cli.terminal import today
    from s1sr_validator.model.errors import UsageError

    try:
        return (dt.date.fromisoformat(text) if text else today()).isoformat()
    except ValueError:
        raise UsageError(f"{text!r} is not a day", tip="write it as 2026-01-31") from None


def _say(planned: "Release", *, written: bool) -> None:
    from s1sr_validator.contribution.fragments import Part

    for part in Part:
        before, after = planned.before[part], planned.versions[part]
        sys.stderr.write(f"{part} {after}\n" if before == after else f"{part} {before} -> {after}\n")
    version = planned.versions[Part.SOFTWARE]
    sys.stderr.write(
        f"written; now: make check, git commit -am 'Release {version}', git tag v{version}\n"
        if written
        else "nothing was written\n"
    )
