"""Plain command lines: what is read without typer is what typer reads, and everything else is left to it."""

import inspect
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Annotated, Any

import pytest
import typer
from hypothesis import given
from hypothesis import strategies as st

from s1sr_validator.cli.check_command import check
from s1sr_validator.cli.declared import Argument, Option
from s1sr_validator.cli.findings_output import FindingsFormat
from s1sr_validator.cli.options import TextOrJson
from s1sr_validator.cli.plain_line import read_plain_line
from s1sr_validator.cli.predict_command import predict
from s1sr_validator.cli.show_command import show
from s1sr_validator.cli.typer_line import for_typer
from s1sr_validator.model.finding import Severity

WORDS = [
    *["a.xml", "b.xml", "-", "--", "", "x=1", "ESME/1028", "json", "text", "error", "proposed", "-x", "--no", "="],
    *["--device", "-d", "--device=ESME", "--device=", "-d=ESME", "-dESME", "--as-of", "--standing", "--state", "--srv"],
    *["--format", "-f", "--format=json", "--format=JSON", "--trace", "--trace=1", "--no-config", "--config", "-h"],
    *[
        "--help",
        "--catalogue",
        "--overlay",
        "--overlay=a",
        "--role",
        "--select",
        "--fail-on",
        "--fail-on=info",
        "\udc80",
    ],
]
COMMANDS = [predict, check, show]


def by_typer(command: Callable[..., int], line: list[str]) -> dict[str, Any] | None:
    """Return what typer gives to a command; None where it gives it nothing."""
    found: list[dict[str, Any]] = []

    @wraps(command)
    def record(**parameters: object) -> int:
        found.append(parameters)
        return 0

    vars(record)["__signature__"] = inspect.signature(command)
    single = typer.Typer(add_completion=False, rich_markup_mode=None)
    single.command()(for_typer(record))
    try:
        typer.main.get_command(single).main(line, standalone_mode=False)
    except typer.TyperException:
        return None
    return found[0] if found else None


@given(line=st.lists(st.sampled_from(WORDS), max_size=7), command=st.sampled_from(COMMANDS))
def test_both_read_the_same(line: list[str], command: Callable[..., int]) -> None:
    """A line that is read without typer is one that typer reads, to the same values."""
    found = read_plain_line(command, line)
    assert found is None or found == by_typer(command, line)


@pytest.mark.parametrize(
    ("command", "line", "expected"),
    [
        (predict, ["a.xml"], {"request": "a.xml", "device": "", "state": None, "output": TextOrJson.TEXT}),
        (predict, ["-"], {"request": "-"}),
        (predict, ["a.xml", "-d", "ESME", "--trace"], {"request": "a.xml", "device": "ESME", "trace": True}),
        (predict, ["--device=a=b", "a.xml", "--no-config"], {"request": "a.xml", "device": "a=b", "no_config": True}),
        (predict, ["--state", "a=1", "a.xml", "--state", "b=2"], {"state": ["a=1", "b=2"]}),
        (predict, ["a.xml", "--overlay", "x", "--catalogue", "y"], {"overlay": [Path("x")], "catalogue": Path("y")}),
        (predict, ["a.xml", "-f", "json"], {"output": TextOrJson.JSON}),
        (check, ["a.xml", "--role", "IS", "b.xml"], {"inputs": ["a.xml", "b.xml"], "role": "IS"}),
        (check, ["a.xml", "--fail-on", "info"], {"fail_on": Severity.INFO, "output": FindingsFormat.TEXT}),
        (show, ["4.4.2", "--format", "json"], {"record": "4.4.2", "output": TextOrJson.JSON}),
    ],
)
def test_plain_lines(command: Callable[..., int], line: list[str], expected: dict[str, Any]) -> None:
    """Lines as people and programs write them need no typer."""
    found = read_plain_line(command, line)
    assert found is not None
    assert expected.items() <= found.items()
    assert found == by_typer(command, line)


@pytest.mark.parametrize(
    "line",
    [
        *[[], ["a.xml", "b.xml"], ["a.xml", "--help"], ["a.xml", "-h"], ["a.xml", "--unknown"], ["--", "a.xml"]],
        *[["a.xml", "--device"], ["a.xml", "--device="], ["a.xml", "-dESME"], ["a.xml", "-d", "--trace"], [""]],
        *[
            ["a.xml", "-d", "x", "-d", "y"],
            ["a.xml", "--format", "yaml"],
            ["a.xml", "--trace=1"],
            ["a.xml", "--dev", "x"],
        ],
    ],
    ids=repr,
)
def test_what_is_not_plain_is_left_to_typer(line: list[str]) -> None:
    """Whatever is missing, doubled, joined, unknown or a question for help is typer's to read or to refuse."""
    assert read_plain_line(predict, line) is None


def test_a_shell_that_asks_for_completions_gets_them(monkeypatch: pytest.MonkeyPatch) -> None:
    """Such a line is typer's, however plain."""
    monkeypatch.setenv("_S1SR_COMPLETE", "complete_bash")
    assert read_plain_line(predict, ["a.xml"]) is None


def by_typer_alone(file: Annotated[str, typer.Argument()]) -> int:
    """Take what typer declares."""
    return len(file)


def of_two_arguments(*, one: Annotated[str, Argument()], other: Annotated[str, Argument()] = "") -> int:
    """Take two things that stand by themselves."""
    return len(one + other)


def of_two_types(*, file: Annotated[str | int, Argument()]) -> int:
    """Take a text or a number."""
    return len(str(file))


def of_a_number(*, count: Annotated[int, Option("--count")] = 1, file: Annotated[str, Argument()]) -> int:
    """Take a value of a type that is not read here."""
    return count + len(file)


@pytest.mark.parametrize(
    ("command", "line"),
    [(by_typer_alone, ["a"]), (of_two_arguments, ["a"]), (of_a_number, ["a", "--count", "2"]), (of_two_types, ["a"])],
)
def test_commands_that_only_typer_reads(command: Callable[..., int], line: list[str]) -> None:
    """A command that declares something else than is read here is left to typer."""
    assert read_plain_line(command, line) is None
