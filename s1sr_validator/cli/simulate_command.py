"""`s1sr simulate`: the message that would come back for a request."""

import sys
from typing import Annotated

import typer

from s1sr_validator.cli.options import CatalogueFolder, OverlayFolders, SrvOfBody, State
from s1sr_validator.model.lifecycle import Standing


def simulate(
    request: Annotated[
        str, typer.Argument(metavar="REQUEST", help="DUIS Service Request as XML; - reads it from standard input.")
    ],
    device: Annotated[str, typer.Option("--device", "-d", metavar="KEY", help="CPL key of the Device that answers.")],
    *,
    state: State = None,
    outcome: Annotated[
        str,
        typer.Option(
            "--outcome",
            metavar="baseline|deviation",
            help="Which answer. [default: what is predicted]",
            show_default=False,
        ),
    ] = "",
    as_of: Annotated[
        str,
        typer.Option(
            "--as-of", metavar="DATE", help="The day on which it comes back. [default: today]", show_default=False
        ),
    ] = "",
    standing: Annotated[
        str, typer.Option("--standing", help="Lowest standing to listen to: observed, proposed or designated.")
    ] = Standing.PROPOSED.value,
    seed: Annotated[int, typer.Option("--seed", metavar="N", help="Another number gives other readings.")] = 0,
    rich: Annotated[bool, typer.Option("--rich", help="Fill every optional part, and repeat what can repeat.")] = False,
    ack: Annotated[bool, typer.Option("--ack", help="Write the acknowledgement instead.")] = False,
    code: Annotated[
        str,
        typer.Option(
            "--code",
            metavar="CODE",
            help="DCC alert code around an S1SP Alert (placeholder: N55); with --ack the response code (I99).",
        ),
    ] = "",
    srv: SrvOfBody = "",
    catalogue: CatalogueFolder = None,
    overlay: OverlayFolders = None,
) -> int:
    """Write the message that would come back, as XML.

    Example: s1sr simulate examples/request_4.4.2.xml -d ESME/1028/5678/0201/03465317 --outcome deviation
    """
    from s1sr_validator.arguments import read_day, read_standing
    from s1sr_validator.cli.loaded import catalogue_at
    from s1sr_validator.cli.named_values import named_values
    from s1sr_validator.cli.terminal import today
    from s1sr_validator.examination import Circumstances
    from s1sr_validator.messages.answer_xml import answer_xml
    from s1sr_validator.messages.files import read_input
    from s1sr_validator.model.message import Message
    from s1sr_validator.prediction.devices import find_devices
    from s1sr_validator.prediction.vocabulary import read_state
    from s1sr_validator.rehearsal import Staging, rehearse

    given = named_values(state or [], "--state")
    name, data = read_input(request)
    lookup = catalogue_at(catalogue, overlay).lookup
    tree = rehearse(
        Message(name, data),
        Circumstances(lookup, read_day(as_of or today()), find_devices(device, lookup), srv=srv),
        state=read_state(given, lookup),
        lowest_standing=read_standing(standing),
        staging=Staging(outcome, seed, rich, ack, code),
    )
    sys.stdout.write(answer_xml(tree))
    return 0
