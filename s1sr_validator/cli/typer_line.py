"""Command lines read by typer: every command with its help, each imported when it is asked for."""

import inspect
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import wraps
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from s1sr_validator.cli.declared import Option, declared_parameter
from s1sr_validator.cli.registry import COMMANDS, GROUPS, load


class _Commands(Mapping[str, Any]):
    """The commands by name, in the order of the registry."""

    def __init__(self) -> None:
        self._built: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:  # noqa: ANN401 - a command of typer's own parser
        if name not in self._built:
            self._built[name] = _command(name) if name in COMMANDS else _group(name)
        return self._built[name]

    def __iter__(self) -> Iterator[str]:
        yield from COMMANDS
        yield from GROUPS

    def __len__(self) -> int:
        return len(COMMANDS) + len(GROUPS)


class _LazyGroup(TyperGroup):
    """A group that knows the names of its commands, and imports one when it is called or listed with its help."""

    def __init__(self, **given: Any) -> None:  # noqa: ANN401 - whatever typer gives a group
        super().__init__(**given)
        commands: Any = _Commands()  # read only, which is all that a group does with them
        self.commands = commands

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ANN401, ARG002 - the context of typer's own parser
        """Return the names, in the order of the registry."""
        return list(self.commands)


app = typer.Typer(
    cls=_LazyGroup,
    help="What a SMETS1 Device does where it is not what GBCS says: predict it, look it up, check the catalogue.",
    epilog="Exit codes: 0 fine, 1 findings, 2 wrong use, 3 input could not be read, 4 nothing was checked.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


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


def run_typer_line(arguments: Sequence[str] | None) -> int:
    """Read a command line, and run the command or say what is wrong with the line; None takes the process's own.

    Raises:
        KeyboardInterrupt: the user has broken it off.
    """
    try:
        code = app(args=arguments, standalone_mode=False)
    except typer.Abort:
        raise KeyboardInterrupt from None
    except Exception as error:
        # Errors of use are raised by the option parser as exceptions that know how to show themselves.
        if not hasattr(error, "show") or not hasattr(error, "exit_code"):
            raise
        error.show()
        return int(error.exit_code)
    return code if isinstance(code, int) else 0


def _version(*, asked: bool) -> None:
    if asked:
        from s1sr_validator.version import software_version

        typer.echo(f"s1sr {software_version()}")
        raise typer.Exit


def _command(name: str) -> Any:  # noqa: ANN401 - a command of typer's own parser
    single = typer.Typer(rich_markup_mode=None, add_completion=False)
    single.command(name)(for_typer(load(COMMANDS[name])))
    return typer.main.get_command(single)


def _group(name: str) -> Any:  # noqa: ANN401 - as above
    group = load(GROUPS[name])
    for each in group.registered_commands:
        each.callback = for_typer(each.callback)
    around = typer.Typer(rich_markup_mode=None, add_completion=False)
    around.add_typer(group, name=name)
    commands: dict[str, Any] = vars(typer.main.get_command(around))["commands"]
    return commands[name]


def for_typer(command: Callable[..., int]) -> Callable[..., int]:
    """Return a command as typer reads it: what it declares by declared.py, declared by typer."""
    signature = inspect.signature(command)
    annotations = {name: _annotation(each.annotation) for name, each in signature.parameters.items()}
    if all(annotations[name] is each.annotation for name, each in signature.parameters.items()):
        return command

    @wraps(command)
    def declared_by_typer(**given: Any) -> int:  # noqa: ANN401 - the parameters of any command
        return command(**given)

    parameters = [each.replace(annotation=annotations[name]) for name, each in signature.parameters.items()]
    declared_by_typer.__signature__ = signature.replace(parameters=parameters)  # type: ignore[attr-defined]
    declared_by_typer.__annotations__ = annotations
    return declared_by_typer


def _annotation(annotation: Any) -> Any:  # noqa: ANN401 - a type, or an Annotated one
    declared = declared_parameter(annotation)
    if declared is None:
        return annotation
    if isinstance(declared, Option):
        default = declared.show_default
        by_typer = typer.Option(*declared.names, metavar=declared.metavar, help=declared.help, show_default=default)
    else:
        by_typer = typer.Argument(metavar=declared.metavar, help=declared.help)
    return Annotated[annotation.__origin__, by_typer]
