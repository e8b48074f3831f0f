"""Commands on a narrow terminal, a usual one and a wide one: lines that can wrap do, and a pipe gets plain text."""

from pathlib import Path

import pytest

from s1sr_validator.cli.app import main

ROOT = Path(__file__).parents[2]
REQUEST = str(ROOT / "examples" / "request_4.4.2.xml")
DEVICE = "ESME/1028/5678/0201/03465317"
COMMANDS: tuple[tuple[str, ...], ...] = (
    ("--help",),
    ("predict", "--help"),
    ("check", "--help"),
    ("fleet", "--help"),
    ("import", "--help"),
    ("predict", REQUEST, "--device", DEVICE),
    ("predict", REQUEST, "--device", "ESME/1028/5678/0201/03465399"),
    ("predict", REQUEST),
    ("predict", "no-such-file.xml", "--device", DEVICE),
    ("predict", REQUEST, "--device", DEVICE, "--as-of", "yesterday"),
    ("check", REQUEST),
    ("check", REQUEST, REQUEST, "--device", DEVICE),
    ("check", str(ROOT / "README.md")),
    ("show", "4.4.2"),
    ("show", "S1B-0001"),
    ("show", "18.17p"),
    ("show", DEVICE),
    ("show", "4.4.99"),
    ("list", "services"),
    ("list", "nonsense"),
    ("search", "billing"),
    ("search", "qqqqqq"),
    ("history", "S1B-0001"),
    ("timeline",),
    ("sources",),
    ("explain", "REQ003"),
    ("explain", "REQ999"),
    ("lint", "--format", "text"),
    ("nonsense",),
    ("predict", REQUEST, "--nonsense"),
)
CASES = [(command, 60) for command in COMMANDS] + [(command, width) for command in COMMANDS[5:8] for width in (80, 200)]


def can_wrap(line: str, width: int) -> bool:
    """Say whether a line is too long and has no word that takes up half of the terminal by itself."""
    return len(line) > width and max(map(len, line.split())) <= width // 2


@pytest.mark.parametrize(("command", "width"), CASES, ids=str)
def test_lines_fit_and_nothing_steers_the_terminal(
    command: tuple[str, ...], width: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """No line that could be shorter is wider than the terminal, and no code of a terminal is in a pipe."""
    monkeypatch.setenv("COLUMNS", str(width))
    monkeypatch.chdir(ROOT)
    assert main(list(command)) in range(5)
    shown = "".join(capsys.readouterr())
    assert "\x1b" not in shown
    assert [line for line in shown.splitlines() if can_wrap(line, width)] == []
