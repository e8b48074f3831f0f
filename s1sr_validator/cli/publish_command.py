"""`s1sr publish`: pages, the static API and feeds from the catalogue."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from s1sr_validator.cli.options import CatalogueFolder


def publish(
    out: Annotated[
        Path,
        typer.Option(
            "--out", "-o", metavar="DIR", help="The folder to write into; MkDocs builds the site from `site`."
        ),
    ] = Path("site"),
    as_of: Annotated[
        str,
        typer.Option(
            "--as-of", metavar="DATE", help="The day that pages speak of. [default: today]", show_default=False
        ),
    ] = "",
    repository: Annotated[
        str, typer.Option("--repository", metavar="URL", help="Where records are edited and faults reported.")
    ] = "",
    catalogue: CatalogueFolder = None,
) -> int:
    """Write the site's pages, the static API and the feeds.

    Files of an earlier run that are no longer made are removed; nothing else in the folder is touched.

    Example: s1sr publish --out build/site-src
    """
    from s1sr_validator.arguments import read_day
    from s1sr_validator.cli.explain_command import every_rule
    from s1sr_validator.cli.loaded import catalogue_at
    from s1sr_validator.cli.terminal import today
    from s1sr_validator.model.errors import UsageError
    from s1sr_validator.publish.contents import Publication
    from s1sr_validator.publish.site_files import site_files
    from s1sr_validator.publish.writer import write_files

    if repository and not repository.startswith(("https://", "http://")):
        raise UsageError(f"{repository!r} is not a web address", tip="write it as https://example.org/project")
    snapshot = catalogue_at(catalogue).snapshot
    publication = Publication(
        as_of=read_day(as_of or today()),
        repository=repository.rstrip("/"),
        authored=authored_files(catalogue, [origin.file for origin in snapshot.origins.values()]),
        scripts=page_scripts(out),
    )
    files = site_files(snapshot, publication, every_rule())
    try:
        done = write_files(files, out)
    except OSError as error:
        raise UsageError(f"{error.filename or out} cannot be written: {error.strerror}") from None
    except ValueError as error:
        raise UsageError(str(error), tip="name another folder with --out") from None
    sys.stdout.write(
        f"{out}: {len(files):,} files as of {publication.as_of}; {done.written:,} written, "
        f"{done.unchanged:,} unchanged, {done.removed:,} removed\n"
    )
    return 0


def authored_files(catalogue: Path | None, names: list[str]) -> dict[str, bytes]:
    """Return the text of the records' files, by the names that the snapshot has for them; none for a snapshot file."""
    from s1sr_validator.load.resources import checkout_catalogue

    folder = catalogue or checkout_catalogue()
    if folder is None or not folder.is_dir():
        return {}
    found = {name: folder.parent / name for name in names}
    return {name: path.read_bytes() for name, path in found.items() if path.is_file()}


def page_scripts(out: Path) -> dict[str, str]:
    """Return the scripts of the pages: those of the folder that is written into, else those of the checkout."""
    from s1sr_validator.load.resources import CHECKOUT

    folders = (folder / "assets" / "js" for folder in (out, CHECKOUT / "site"))
    found = next((folder for folder in folders if folder.is_dir()), None)
    return {path.name: path.read_text("utf-8") for path in sorted(found.glob("*.js"))} if found else {}
