"""`s1sr schemas`: the official DUIS schemas, which belong to others and are installed once from the user's own copy."""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

schemas_app = typer.Typer(
    help="Install the official DUIS schemas once, so that every request is held to them as well.",
    epilog="They are kept in your data folder; S1SR_SCHEMAS names another one.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@schemas_app.callback()
def _only_subcommands() -> None:
    """Install the official DUIS schemas once, so that every request is held to them as well."""


@schemas_app.command("install")
def install_schemas(
    source: Annotated[
        Path, typer.Argument(metavar="PATH", help="A folder, .zip, .jar, .tgz or .tar.gz that holds the schemas.")
    ],
) -> int:
    """Install the official schemas found in a folder or archive, whatever their version.

    The npm package @smartdcc/duis-sign-wrap holds some: npm pack @smartdcc/duis-sign-wrap

    Example: s1sr schemas install smartdcc-duis-sign-wrap-0.1.2.tgz
    """
    from s1sr_validator.cli.terminal import new_page
    from s1sr_validator.messages.naming import shown
    from s1sr_validator.messages.schema_archive import schema_files
    from s1sr_validator.messages.schema_files import official_files
    from s1sr_validator.messages.schema_store import install, schemas_folder

    folder = schemas_folder(os.environ)
    origin = shown(str(source.absolute()))
    page = new_page()
    for official in official_files(schema_files(source), shown(str(source))):
        manifest = install(official, origin, folder)
        page.line(f"installed official DUIS {manifest.version} in {shown(str(folder))}")
        page.fields("files", [file.name for file in manifest.files])
    sys.stdout.write(str(page))
    return 0


@schemas_app.command("list")
def list_schemas() -> int:
    """List the official schemas that are installed.

    Example: s1sr schemas list
    """
    from s1sr_validator.cli.terminal import new_page, say_error
    from s1sr_validator.messages.naming import shown
    from s1sr_validator.messages.schema_store import installed_versions, read_installed, schemas_folder
    from s1sr_validator.model.errors import InputError

    folder = schemas_folder(os.environ)
    versions = installed_versions(folder)
    page = new_page()
    code = 0
    if not versions:
        page.line(f"No official schemas are installed in {shown(str(folder))}.")
        page.line("Requests are held to the compact schema alone. Install yours: s1sr schemas install PATH")
    for version in versions:
        try:
            manifest = read_installed(folder, version).manifest
        except InputError as error:
            code = say_error(error)
            continue
        page.line(f"DUIS {version}")
        page.field("from", manifest.origin)
        page.fields("files", [file.name for file in manifest.files])
    if versions:
        page.field("kept in", shown(str(folder)), indent=0)
    sys.stdout.write(str(page))
    return code


@schemas_app.command("remove")
def remove_schemas(
    version: Annotated[str, typer.Argument(metavar="VERSION", help="The version, for example 5.4.")],
) -> int:
    """Remove the official schemas of a version, also damaged ones.

    Example: s1sr schemas remove 5.4
    """
    from s1sr_validator.cli.terminal import new_page
    from s1sr_validator.messages.schema_store import remove, schemas_folder

    page = new_page()
    page.line(f"removed official DUIS {remove(version, schemas_folder(os.environ))}")
    sys.stdout.write(str(page))
    return 0
