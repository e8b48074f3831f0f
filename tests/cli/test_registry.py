"""The table of commands: every place of it is there, and help shows all of them."""

import inspect
from collections.abc import Callable
from typing import Any

import pytest
import typer

from s1sr_validator.cli.registry import COMMANDS, GROUPS, load


def first_line(text: str | None) -> str:
    """Return what a docstring says first."""
    return (text or "").partition("\n")[0]


@pytest.mark.parametrize("place", COMMANDS.values())
def test_commands_are_functions(place: str) -> None:
    """A place of the table is a function whose first line says what it does."""
    command = load(place)
    assert inspect.isfunction(command)
    assert first_line(command.__doc__)


@pytest.mark.parametrize("place", GROUPS.values())
def test_groups_are_apps(place: str) -> None:
    """A place of the table is an app of typer."""
    assert isinstance(load(place), typer.Typer)


def test_help_lists_every_command(run: Callable[..., Any]) -> None:
    """Each has a line with the beginning of what it does, in the order of the tables."""
    listed = run("--help").out.partition("Commands:\n")[2].partition("\n\n")[0].splitlines()
    said = {line.split()[0]: line.split(maxsplit=1)[1].removesuffix("...") for line in listed}
    assert [*COMMANDS, *GROUPS] == list(said)
    for name, place in COMMANDS.items():
        assert first_line(load(place).__doc__).startswith(said[name])


def test_a_name_that_is_nearly_one_gets_it(run: Callable[..., Any]) -> None:
    """The names are known without importing the commands."""
    result = run("predikt")
    assert (2, True) == (result.code, "Did you mean 'predict'" in result.err)
