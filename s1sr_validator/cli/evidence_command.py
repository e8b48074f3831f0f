"""`s1sr evidence`: what exchanges say for or against behaviours, counted in a file of the user's own."""

import datetime as dt
import sys
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from s1sr_validator.cli.options import CatalogueFolder, Format, OverlayFolders, State, TextOrJson
from s1sr_validator.model.lifecycle import Standing

_SHOW = "show"
_HELP = {"-h", "--help"}
_NOTHING = 4


class _ShowsByDefault(TyperGroup):
    """A group in which what is no sub-command is asked of `show`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401 - the context of typer's own parser
        """Put `show` before arguments that begin with no sub-command."""
        if not args or (args[0] not in self.commands and args[0] not in _HELP):
            args.insert(0, _SHOW)
        return list(super().parse_args(ctx, args))


evidence_app = typer.Typer(
    cls=_ShowsByDefault,
    help="Count what exchanges say for or against behaviours, in a file of your own.",
    rich_markup_mode=None,
)
LedgerFile = Annotated[
    Path | None,
    typer.Option("--ledger", metavar="FILE", help="The ledger. [default: one in your data folder]", show_default=False),
]


@evidence_app.callback()
def _only_subcommands() -> None:
    """Count what exchanges say for or against behaviours, in a file of your own; nothing of their content is kept."""


@evidence_app.command("add")
def add_evidence(
    request: Annotated[str, typer.Argument(metavar="REQUEST", help="The Service Request; - reads standard input.")],
    answers: Annotated[
        list[str], typer.Argument(metavar="RESPONSE...", help="What came back: files, folders or zip archives.")
    ],
    device: Annotated[str, typer.Option("--device", "-d", metavar="KEY", help="Whole CPL key of the Device Model.")],
    *,
    as_of: Annotated[
        str,
        typer.Option(
            "--as-of", metavar="DATE", help="The day on which it came back. [default: today]", show_default=False
        ),
    ] = "",
    standing: Annotated[
        str, typer.Option("--standing", help="Lowest standing to listen to: observed, proposed or designated.")
    ] = Standing.PROPOSED.value,
    state: State = None,
    ledger: LedgerFile = None,
    catalogue: CatalogueFolder = None,
    overlay: OverlayFolders = None,
) -> int:
    """Judge an exchange and count it; the same exchange counts once, and judged anew it replaces what was there.

    The ledger keeps a digest of the redacted messages, never the messages: SRV, Device Model, verdict, behaviours.

    Example: s1sr evidence add request.xml response.xml --device ESME/1028/5678/0201/03465317 --ledger evidence.sqlite
    """
    from s1sr_validator.cli.judged_exchange import Question, judged_exchange
    from s1sr_validator.cli.loaded import catalogue_at
    from s1sr_validator.evidence.entry import evidence_entry
    from s1sr_validator.evidence.field_kinds import FieldKinds
    from s1sr_validator.evidence.ledger import open_ledger

    loaded = catalogue_at(catalogue, overlay)
    judged = judged_exchange(loaded, [request, *answers], Question(device, as_of, standing, tuple(state or ())))
    fields = FieldKinds(loaded.lookup)
    entry = evidence_entry(
        judged.report, judged.request, judged.answers, fields, recorded_at=dt.datetime.now(tz=dt.UTC)
    )
    path = ledger or _own_ledger()
    with open_ledger(path) as opened:
        addition = opened.add(entry)
    sys.stdout.write(f"{addition}: {judged.report.verdict}: {judged.report.says}\n")
    return 0


@evidence_app.command(_SHOW)
def show_evidence(
    behaviour: Annotated[
        str, typer.Argument(metavar="[BEHAVIOUR]", help="Only what bears on this behaviour, for example S1B-0001.")
    ] = "",
    *,
    output: Format = TextOrJson.TEXT,
    ledger: LedgerFile = None,
) -> int:
    """Show how often each behaviour was seen on each firmware, and which deviations nothing predicted.

    Example: s1sr evidence show S1B-0001 --ledger evidence.sqlite
    """
    from s1sr_validator.cli.terminal import new_page
    from s1sr_validator.evidence.ledger import open_ledger
    from s1sr_validator.model.errors import UsageError
    from s1sr_validator.report.as_json import to_json
    from s1sr_validator.report.evidence_text import write_evidence

    path = ledger or _own_ledger()
    if not path.is_file():
        raise UsageError(f"there is no ledger {path}", tip="s1sr evidence add makes it")
    with open_ledger(path) as opened:
        report = opened.report(behaviour)
    if output is TextOrJson.JSON:
        sys.stdout.write(to_json(report))
    else:
        page = new_page()
        write_evidence(page, report)
        sys.stdout.write(str(page))
    return 0 if report.exchanges else _NOTHING


def _own_ledger() -> Path:
    import platformdirs

    return platformdirs.user_data_path("s1sr", appauthor=False) / "evidence.sqlite"
