"""The guides: what they show runs, and ends as they say."""

import re
import shlex
from pathlib import Path

import pytest

from s1sr_validator import Catalogue
from s1sr_validator.cli.app import main

ROOT = Path(__file__).parents[2]
REQUEST = ROOT / "examples/request_4.4.2.xml"
ITRON = "ESME/1028/5678/0201/03465317"


def blocks(guide: str, language: str) -> list[str]:
    """Return the code of a guide in one language."""
    text = (ROOT / "site/guides" / guide).read_text("utf-8")
    return re.findall(rf"```{language}\n(.*?)```", text, flags=re.DOTALL)


def test_the_tests_of_the_pytest_guide_pass(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each function that the guide shows passes with the example request and the answer that is predicted."""
    monkeypatch.chdir(tmp_path)
    request = REQUEST.read_bytes()
    Path("request.xml").write_bytes(request)
    answer = Catalogue.bundled().simulate(request, device=ITRON, as_of="2025-11-30", outcome="deviation")
    Path("response.xml").write_text(answer, "utf-8")
    names: dict[str, object] = {}
    exec("\n".join(blocks("pytest.md", "python")), names)  # noqa: S102 - our own page
    tests = [found for name, found in names.items() if name.startswith("test_") and callable(found)]
    assert len(tests) == 2
    for shown in tests:
        shown()


def test_the_commands_of_the_first_guide_run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The predictions of the guide give the assessments that it names."""
    monkeypatch.chdir(ROOT)
    lines = "".join(blocks("first-prediction.md", "console")).replace("\\\n", "").splitlines()
    commands = [shlex.split(line)[1:] for line in lines if line.startswith(".venv/bin/s1sr")]
    assert [0, 0] == [main(command) for command in commands]
    said = capsys.readouterr().out
    assert "deviates_if" in said
    assert "deviates:" in said
