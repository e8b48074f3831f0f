"""`s1sr predict`: what will come back for a request, from a Device Model, on a day."""

import sys
from typing import Annotated

from s1sr_validator.cli.declared import Argument, Option
from s1sr_validator.cli.options import CatalogueFolder, Format, OverlayFolders, SrvOfBody, State, TextOrJson
from s1sr_validator.cli.project_options import ConfigFile, NoConfig, project_at, sound
from s1sr_validator.model.lifecycle import Standing


def predict(
    *,
    request: Annotated[
        str, Argument(metavar="REQUEST", help="DUIS Service Request as XML; - reads it from standard input.")
    ],
    device: Annotated[str, Option("--device", "-d", metavar="KEY", help="CPL key, whole or partial: ESME/1028.")] = "",
    as_of: Annotated[
        str,
        Option("--as-of", metavar="DATE", help="The day whose clauses count. [default: today]", show_default=False),
    ] = "",
    standing: Annotated[
        str,
        Option(
            "--standing",
            help="Lowest standing to listen to: observed, proposed or designated. [default: proposed]",
            show_default=False,
        ),
    ] = "",
    state: State = None,
    srv: SrvOfBody = "",
    trace: Annotated[
        bool, Option("--trace", help="Say of every claim considered at which step it matched or fell out.")
    ] = False,
    output: Format = TextOrJson.TEXT,
    config: ConfigFile = None,
    no_config: NoConfig = False,
    catalogue: CatalogueFolder = None,
    overlay: OverlayFolders = None,
) -> int:
    """Predict the answer to a request, and say why.

    Example: s1sr predict examples/request_4.4.2.xml --device ESME/1028/5678/0201/03465317
    """
    from s1sr_validator.cli.loaded import catalogue_at
    from s1sr_validator.cli.named_values import named_values
    from s1sr_validator.cli.terminal import new_page, today
    from s1sr_validator.messages.files import read_input
    from s1sr_validator.model.errors import UsageError
    from s1sr_validator.report.as_json import to_json
    from s1sr_validator.report.prediction_text import write_prediction

    defaults = sound(project_at(config, no_config=no_config)).defaults
    key = device or defaults.device
    if not key:
        raise UsageError("no Device Model is given", tip="name one: --device ESME/1028, or set it in s1sr.toml")
    given = named_values(state or [], "--state")
    name, data = read_input(request)
    report = catalogue_at(catalogue, overlay).predict(
        data,
        device=key,
        as_of=as_of or today(),
        state=given,
        standing=standing or defaults.standing or Standing.PROPOSED,
        srv=srv,
        name=name,
        trace=trace,
    )
    if output is TextOrJson.JSON:
        sys.stdout.write(to_json(report))
        return 0
    page = new_page()
    write_prediction(page, report)
    sys.stdout.write(str(page))
    return 0
