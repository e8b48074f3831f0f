"""`s1sr serve`: the questions over HTTP, and a stand-in for the DCC's interface."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from s1sr_validator.cli.options import CatalogueFolder, OverlayFolders
from s1sr_validator.model.lifecycle import Standing

if TYPE_CHECKING:
    from s1sr_validator.catalogue import Catalogue
    from s1sr_validator.server.device_file import DeviceFile


def serve(
    host: Annotated[str, typer.Option("--host", metavar="HOST", help="Address to listen at.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", metavar="N", help="Port; 0 takes a free one.")] = 8417,
    *,
    print_port: Annotated[bool, typer.Option("--print-port", help="Print the port, once requests are taken.")] = False,
    allow_remote: Annotated[
        bool, typer.Option("--allow-remote", help="Allow a host that other machines reach, by any name.")
    ] = False,
    devices: Annotated[
        Path | None,
        typer.Option("--devices", metavar="FILE", help="YAML file of the Devices that /dcc/requests answers for."),
    ] = None,
    standing: Annotated[
        str, typer.Option("--standing", help="Lowest standing that these Devices listen to.")
    ] = Standing.PROPOSED.value,
    seed: Annotated[int, typer.Option("--seed", metavar="N", help="Another number gives other readings.")] = 0,
    callback: Annotated[
        str, typer.Option("--callback", metavar="URL", help="Where to push what follows a request.")
    ] = "",
    allow_callback: Annotated[
        list[str] | None,
        typer.Option("--allow-callback", metavar="HOST", help="A host beside this machine to push to; repeatable."),
    ] = None,
    catalogue: CatalogueFolder = None,
    overlay: OverlayFolders = None,
) -> int:
    """Answer over HTTP: predict, check, simulate, records; and stand in for the DCC in a test environment.

    Example: s1sr serve --devices examples/devices.yaml
    """
    _require_extra()
    from s1sr_validator.arguments import read_standing
    from s1sr_validator.cli.loaded import catalogue_at
    from s1sr_validator.cli.terminal import today
    from s1sr_validator.server.callback import read_address
    from s1sr_validator.server.run import Server, listening_socket, run_until_told
    from s1sr_validator.server.service import Service
    from s1sr_validator.server.settings import Settings

    if callback:
        read_address(callback)
    settings = Settings(
        today=today,
        host=host,
        allow_remote=allow_remote,
        standing=read_standing(standing),
        seed=seed,
        callback=callback,
        callback_hosts=frozenset(name.casefold() for name in allow_callback or ()),
    )
    loaded = catalogue_at(catalogue, overlay)
    entries = _devices(devices, loaded)
    if entries.findings:
        return _refuse(entries)
    listening = listening_socket(host, port, allow_remote=allow_remote)
    bound = listening.getsockname()[1]
    shown = f"[{host}]" if ":" in host else host

    def ready() -> None:
        amount = f", {len(entries.devices)} devices" if devices else ""
        sys.stderr.write(f"ready: http://{shown}:{bound}/v1 (catalogue {loaded.version}{amount}); Ctrl+C ends it\n")
        sys.stderr.flush()
        if print_port:
            sys.stdout.write(f"{bound}\n")
            sys.stdout.flush()

    run_until_told(Server(Service(loaded, settings, entries.devices), ready), listening)
    return 0


def _require_extra() -> None:
    from s1sr_validator.model.errors import UsageError

    try:
        import starlette
        import uvicorn
    except ImportError as error:
        tip = "install them: pip install 's1sr-validator[serve]'"
        raise UsageError(f"serve needs packages that are not installed ({error.name})", tip=tip) from None
    del starlette, uvicorn


def _devices(path: Path | None, loaded: "Catalogue") -> "DeviceFile":
    from s1sr_validator.server.device_file import DeviceFile, read_device_file

    return read_device_file(path, loaded.lookup) if path else DeviceFile({}, ())


def _refuse(entries: "DeviceFile") -> int:
    """Write what is wrong with the file of Devices. Returns the exit code."""
    from s1sr_validator.cli.terminal import new_page
    from s1sr_validator.report.visible_text import visible

    page, amount = new_page(), len(entries.findings)
    for finding in entries.findings:
        page.line(visible(f"{finding.location}: {finding.code} {finding.message}"))
        if finding.tip:
            page.line(visible(finding.tip), indent=2)
    page.line(f"{amount} finding{'s' if amount > 1 else ''}: nothing is served")
    sys.stderr.write(str(page))
    return 3
