"""The registry of commands, and the one place where exceptions become exit codes."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from s1sr_validator.cli.batch_command import batch
from s1sr_validator.cli.check_command import check
from s1sr_validator.cli.compile_command import compile_catalogue
from s1sr_validator.cli.diff_command import diff
from s1sr_validator.cli.evidence_command import evidence_app
from s1sr_validator.cli.exclusion_command import exclusion
from s1sr_validator.cli.explain_command import explain
from s1sr_validator.cli.export_command import export
from s1sr_validator.cli.fleet_command import fleet
from s1sr_validator.cli.fmt_command import fmt
from s1sr_validator.cli.history_command import history, timeline
from s1sr_validator.cli.impact_command import impact
from s1sr_validator.cli.import_command import import_app
from s1sr_validator.cli.lint_command import lint
from s1sr_validator.cli.list_command import list_records
from s1sr_validator.cli.new_command import new
from s1sr_validator.cli.observe_command import observe
from s1sr_validator.cli.predict_command import predict
from s1sr_validator.cli.publish_command import publish
from s1sr_validator.cli.redact_command import redact
from s1sr_validator.cli.release_command import release
from s1sr_validator.cli.review_command import review
from s1sr_validator.cli.schemas_command import schemas_app
from s1sr_validator.cli.search_command import search
from s1sr_validator.cli.serve_command import serve
from s1sr_validator.cli.show_command import show
from s1sr_validator.cli.simulate_command import simulate
from s1sr_validator.cli.sources_command import sources
from s1sr_validator.cli.terminal import say_error
from s1sr_validator.model.errors import S1srError, UsageError

COMMANDS: dict[str, Callable[..., int]] = {
    "predict": predict,
    "check": check,
    "batch": batch,
    "fleet": fleet,
    "simulate": simulate,
    "serve": serve,
    "show": show,
    "list": list_records,
    "search": search,
    "history": history,
    "timeline": timeline,
    "exclusion": exclusion,
    "sources": sources,
    "lint": lint,
    "explain": explain,
    "compile": compile_catalogue,
    "export": export,
    "publish": publish,
    "fmt": fmt,
    "new": new,
    "diff": diff,
    "impact": impact,
    "redact": redact,
    "observe": observe,
    "review": review,
    "release": release,
}
_INTERRUPTED = 130

app = typer.Typer(
    help="What a SMETS1 Device does where it is not what GBCS says: predict it, look it up, check the catalogue.",
    epilog="Exit codes: 0 fine, 1 findings, 2 wrong use, 3 input could not be read, 4 nothing was checked.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for _name, _command in COMMANDS.items():
    app.command(_name)(_command)
app.add_typer(import_app, name="import")
app.add_typer(evidence_app, name="evidence")
app.add_typer(schemas_app, name="schemas")


def _version(*, asked: bool) -> None:
    if asked:
        from s1sr_validator.version import software_version

        typer.echo(f"s1sr {software_version()}")
        raise typer.Exit


@app.callback()
def options(
    *,
    version: Annotated[
        bool,
        typer.Option(
            "--version",
            callback=lambda value: _version(asked=value),
            is_eager=True,
            help="Print the software's version.",
        ),
    ] = False,
) -> None:
    """What a SMETS1 Device does where it is not what GBCS says: predict it, look it up, check the catalogue."""


def main(arguments: list[str] | None = None) -> int:
    """Run the command line.

    Args:
        arguments: what stands after `s1sr`; None takes the process's own.

    Returns:
        0 fine, 1 findings at or above `--fail-on`, 2 wrong use, 3 input could not be read, 4 nothing was checked.
    """
    _open_missing_streams()
    try:
        code = app(args=arguments, standalone_mode=False)
        _flush()
    except S1srError as error:
        return say_error(error)
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        _drop_output()
        return 0
    except typer.Abort:
        return _INTERRUPTED
    except Exception as error:
        # Errors of use are raised by the option parser as exceptions that know how to show themselves.
        if not hasattr(error, "show") or not hasattr(error, "exit_code"):
            raise
        error.show()
        return int(error.exit_code)
    return code if isinstance(code, int) else 0


def _open_missing_streams() -> None:
    """Give a process that was started without a standard stream one that leads nowhere."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 - for as long as the process runs


def _flush() -> None:
    """Write what is still held back, while an error of it can be said.

    Raises:
        UsageError: it cannot be written.
    """
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        _drop_output()
        raise UsageError(f"standard output cannot be written: {error.strerror or error}") from None


def _drop_output() -> None:
    """Lead standard output nowhere: the interpreter would write at its end, and say on stderr that it cannot."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
