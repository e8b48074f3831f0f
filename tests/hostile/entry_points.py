"""Every way into the program that takes a message from a stranger."""

import os
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from tests.hostile.bounded import Outcome, Runner
from tests.invented import MAKER_ONE


class Given(NamedTuple):
    """What every run has: the runner, the compiled tiny catalogue, a sound request and a sound answer."""

    runner: Runner
    snapshot: Path
    request: Path
    answer: Path


Entry = Callable[[Given, Path], Outcome]


def command(*words: str) -> Entry:
    """Return an entry by command line; FILE, REQUEST and ANSWER stand for the three files."""

    def enter(given: Given, file: Path) -> Outcome:
        names = {"FILE": str(file), "REQUEST": "request.xml", "ANSWER": "answer.xml", "CATALOGUE": str(given.snapshot)}
        shutil.copy(given.request, file.parent / "request.xml")
        shutil.copy(given.answer, file.parent / "answer.xml")
        arguments = [names.get(word, word) for word in words]
        return given.runner.run(
            [*arguments, "--catalogue", str(given.snapshot)],
            file.parent,
            readable=[str(given.snapshot)],
            stdin=str(file) if "-" in words else None,
        )

    return enter


def posted(path: str) -> Entry:
    """Return an entry by HTTP."""

    def enter(given: Given, file: Path) -> Outcome:
        kind = "application/json" if file.suffix == ".json" else "application/xml"
        return given.runner.post(path, file, kind, given.snapshot)

    return enter


ENTRIES: dict[str, Entry] = {
    "predict": command("predict", "FILE", "-d", MAKER_ONE, "--as-of", "2015-07-01", "--no-config"),
    "predict by stdin": command(
        "predict", "-", "-d", MAKER_ONE, "--trace", "-f", "json", "--as-of", "2015-07-01", "--no-config"
    ),
    "check": command("check", "FILE", "-d", MAKER_ONE, "--as-of", "2015-07-01", "--no-config"),
    "check sarif": command("check", "FILE", "-f", "sarif", "--as-of", "2015-07-01", "--no-config"),
    "check junit": command("check", "FILE", "-f", "junit", "--as-of", "2015-07-01", "--no-config"),
    "verdict": command("check", "REQUEST", "FILE", "-d", MAKER_ONE, "--as-of", "2015-07-01", "--no-config"),
    "verdict on request": command("check", "FILE", "ANSWER", "-d", MAKER_ONE, "--as-of", "2015-07-01", "--no-config"),
    "simulate": command("simulate", "FILE", "-d", MAKER_ONE, "--outcome", "deviation", "--as-of", "2015-07-01"),
    "redact": command("redact", "FILE", "--out", "redacted"),
    "observe": command("observe", "REQUEST", "FILE", "-d", MAKER_ONE, "--out", "draft", "--as-of", "2015-07-01"),
    "evidence": command(
        "evidence", "add", "REQUEST", "FILE", "-d", MAKER_ONE, "--ledger", "l", "--as-of", "2015-07-01"
    ),
    "POST predict": posted(f"/v1/predict?device={MAKER_ONE}"),
    "POST check": posted("/v1/check"),
    "POST simulate": posted(f"/v1/simulate?device={MAKER_ONE}&outcome=deviation"),
    "POST dcc": posted("/dcc/requests"),
}


def entries_for(number: int) -> Sequence[str]:
    """Return the entries for the document of that number: one, taking turns; S1SR_HOSTILE=all takes every one."""
    names = list(ENTRIES)
    return names if takes_all() else [names[number % len(names)]]


def takes_all() -> bool:
    """Say whether everything is to be tried, which takes minutes, and not a part of it."""
    return os.environ.get("S1SR_HOSTILE") == "all"
