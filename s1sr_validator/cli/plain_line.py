"""Plain command lines, read without typer: names in full, each with its value, and nothing that is wrong.

A line is read as typer reads it, or left to typer: whatever is joined, doubled, empty, missing or unknown, and every
question for help.
"""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, NamedTuple, get_args, get_origin

from s1sr_validator.cli.declared import Option, declared_parameter

_ALONE = ""
"""The name under which what stands by itself is found."""
_COMPLETION = "_COMPLETE"
"""The end of the variable by which a shell asks for completions."""
_EXPANDED_ON_WINDOWS = frozenset("*?[~$%")


class _NotPlainError(Exception):
    """The line is typer's to read."""


class _Parameter(NamedTuple):
    """A parameter: its name, the type of one value, whether it takes several, and what it is called on the line."""

    name: str
    type: type
    is_list: bool
    called: tuple[str, ...]


def read_plain_line(command: Callable[..., int], arguments: Sequence[str]) -> dict[str, Any] | None:
    """Return what a command line gives to a command; None where typer has to read it.

    Args:
        command: the command; one that does not declare all of its parameters by declared.py is left to typer.
        arguments: what stands after the command's name.
    """
    if any(name.endswith(_COMPLETION) for name in os.environ):
        return None
    if os.name == "nt" and _EXPANDED_ON_WINDOWS.intersection("".join(arguments)):
        return None
    try:
        parameters = _parameters(command)
        found = _values(_by_name(parameters), iter(arguments))
    except _NotPlainError:
        return None
    given = _defaults(command) | found
    return given if all(each.name in given for each in parameters) else None


def _parameters(command: Callable[..., int]) -> list[_Parameter]:
    code = command.__code__
    names = code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]
    return [_parameter(name, command.__annotations__[name]) for name in names]


def _defaults(command: Callable[..., int]) -> dict[str, Any]:
    by_place = command.__defaults__ or ()
    names = command.__code__.co_varnames[: command.__code__.co_argcount]
    return dict(zip(names[len(names) - len(by_place) :], by_place, strict=True)) | (command.__kwdefaults__ or {})


def _parameter(name: str, annotation: Any) -> _Parameter:  # noqa: ANN401 - a type as it is written
    declared = declared_parameter(annotation)
    if declared is None:
        raise _NotPlainError
    called = declared.names if isinstance(declared, Option) else (_ALONE,)
    written = annotation.__origin__
    members = get_args(written) if isinstance(written, UnionType) else (written,)
    kinds = [each for each in members if each is not NoneType]
    is_list = get_origin(kinds[0]) is list
    kind = get_args(kinds[0])[0] if is_list else kinds[0]
    if len(kinds) > 1 or not isinstance(kind, type):
        raise _NotPlainError
    return _Parameter(name, kind, is_list, called)


def _by_name(parameters: Sequence[_Parameter]) -> dict[str, _Parameter]:
    found = {name: each for each in parameters for name in each.called}
    if len(found) != sum(len(each.called) for each in parameters):
        raise _NotPlainError  # which of two takes what stands by itself is typer's to say
    return found


def _values(by_name: Mapping[str, _Parameter], words: Iterator[str]) -> dict[str, Any]:
    """Return what is given, by the name of the parameter."""
    found: dict[str, Any] = {}
    for word in words:
        called, text = _split(word)
        parameter = by_name.get(called)
        if parameter is None or (parameter.name in found and not parameter.is_list):
            raise _NotPlainError
        if text is None and parameter.type is not bool:
            text = next(words, "")
        value = _value(parameter, text)
        found[parameter.name] = [*found.get(parameter.name, ()), value] if parameter.is_list else value
    return found


def _split(word: str) -> tuple[str, str | None]:
    """Return what the next value is called, and the value where it is in the same word."""
    if word == "-" or not word.startswith("-"):
        return _ALONE, word
    name, equals, text = word.partition("=") if word.startswith("--") else (word, "", "")
    return name, text if equals else None


def _value(parameter: _Parameter, text: str | None) -> Any:  # noqa: ANN401 - of the parameter's type
    """Return a value; one that is empty or looks like an option is for typer to judge."""
    if parameter.type is bool and text is None:
        return True
    if not text or (text != "-" and text.startswith("-")):
        raise _NotPlainError
    if parameter.type in {str, Path}:
        return parameter.type(text)
    if issubclass(parameter.type, StrEnum) and text in list(parameter.type):
        return parameter.type(text)
    raise _NotPlainError
