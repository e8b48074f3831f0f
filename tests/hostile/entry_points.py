"""Every way into the program that takes a message from a stranger."""

import os
import re
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from s1sr_validator.messages import rules
from tests.hostile.bounded import Asked, Outcome, Runner
from tests.invented import MAKER_ONE

DAY = "2015-07-01"
API = "API predict"
_CODE = re.compile(r"\bREQ\d{3}\b")
_LARGE, _TURNS = 300_000, 9
READING = frozenset(rule.code for rule in rules.READING_RULES)
_TOO_LARGE, _REFUSED = "413", "422"


class Given(NamedTuple):
    """What every run has: the runner, the compiled tiny catalogue, a sound request and a sound answer."""

    runner: Runner
    snapshot: Path
    request: Path
    answer: Path


Entry = Callable[[Given, Path], Asked]


def command(*words: str) -> Entry:
    """Return an entry by command line; FILE, REQUEST and ANSWER stand for the three files."""

    def enter(given: Given, file: Path) -> Asked:
        names = {"FILE": file.name, "REQUEST": "request.xml", "ANSWER": "answer.xml"}
        if "REQUEST" in words:
            shutil.copy(given.request, file.parent / "request.xml")
        if "ANSWER" in words:
            shutil.copy(given.answer, file.parent / "answer.xml")
        arguments = [*(names.get(word, word) for word in words), "--catalogue", str(given.snapshot)]
        stdin = str(file) if "-" in words else None
        return Runner.command(arguments, file.parent, readable=[str(given.snapshot)], stdin=stdin)

    return enter


def posted(path: str) -> Entry:
    """Return an entry by HTTP."""

    def enter(given: Given, file: Path) -> Asked:
        kind = "application/json" if file.suffix == ".json" else "application/xml"
        return Runner.post(path, file, kind, given.snapshot)

    return enter


def called(given: Given, file: Path) -> Asked:
    """Return the entry by the Python API."""
    asked = {"file": str(file), "device": MAKER_ONE, "as_of": DAY}
    catalogue = str(given.snapshot)
    return {"predict": asked, "catalogue": catalogue, "readable": [catalogue], "folder": str(file.parent)}


_DEVICE = ("-d", MAKER_ONE)
_ON = ("--as-of", DAY)
_DAY = (*_ON, "--no-config")

AS_REQUEST: dict[str, Entry] = {
    API: called,
    "predict": command("predict", "FILE", *_DEVICE, *_DAY),
    "predict by stdin": command("predict", "-", *_DEVICE, "--trace", "-f", "json", *_DAY),
    "check": command("check", "FILE", *_DEVICE, *_DAY),
    "check sarif": command("check", "FILE", "-f", "sarif", *_DAY),
    "check junit": command("check", "FILE", "-f", "junit", *_DAY),
    "check github": command("check", "FILE", "-f", "github", *_DAY),
    "verdict on request": command("check", "FILE", "ANSWER", *_DEVICE, *_DAY),
    "simulate": command("simulate", "FILE", *_DEVICE, "--outcome", "deviation", *_ON),
    "POST predict": posted(f"/v1/predict?device={MAKER_ONE}"),
    "POST check": posted("/v1/check"),
    "POST simulate": posted(f"/v1/simulate?device={MAKER_ONE}&outcome=deviation"),
    "POST dcc": posted("/dcc/requests"),
}
"""Entries that take a document for a request."""

AS_ANYTHING: dict[str, Entry] = {
    "batch": command("batch", "FILE", *_DEVICE, "--jobs", "1", "--out", "predictions.ndjson", *_ON),
    "verdict": command("check", "REQUEST", "FILE", *_DEVICE, *_DAY),
    "redact": command("redact", "FILE", "--out", "redacted"),
    "observe": command("observe", "REQUEST", "FILE", *_DEVICE, "--out", "draft", *_ON),
    "evidence": command("evidence", "add", "REQUEST", "FILE", *_DEVICE, "--ledger", "l", *_ON),
}
"""Entries that take it for an answer, or for a message of any kind."""

ENTRIES = AS_REQUEST | AS_ANYTHING
ELSEWHERE = frozenset({"batch"})
"""Entries that write why a document was not read into a file of their own."""
SLOWER = {"redact": 3.0, "observe": 3.0, "evidence": 3.0, "batch": 2.0, "verdict": 2.0, "verdict on request": 2.0}
"""Seconds at entries that do more with a message than to read it and to answer; 1 at the others."""
_ANSWERS_TOO = frozenset({*AS_ANYTHING, "check", "check sarif", "check junit", "check github", "verdict on request"})


def disagreement(entry: str, here: str, by_api: str) -> str:
    """Return how the verdicts of an entry and of the Python API differ on whether a document is read.

    Some entries take other messages than requests too, and `redact` takes JSON of any shape. What is posted says that
    it is JSON; elsewhere a text that does not begin as JSON does is taken for XML.
    """
    is_other = not here and (
        (by_api == rules.NOT_A_REQUEST.code and entry in _ANSWERS_TOO)
        or (by_api == rules.NO_SHAPE.code and entry == "redact")
    )
    is_said_to_be_json = entry.startswith("POST") and (here, by_api) == (rules.NOT_JSON.code, rules.NOT_XML.code)
    if here == by_api or is_other or is_said_to_be_json:
        return ""
    return f"{here or 'read'}, and by the API {by_api or 'read'}"


def refusal(outcome: Outcome) -> str:
    """Return the code of the rule by which a document is not read; empty where it was read."""
    if outcome.stdout.startswith(f"{_TOO_LARGE}\n"):
        return rules.TOO_LARGE.code
    is_refused = outcome.code == 3 or outcome.stdout.startswith(f"{_REFUSED}\n")
    found = sorted(READING.intersection(_CODE.findall(outcome.stdout + outcome.stderr))) if is_refused else []
    return " ".join(found)


def some(documents: Mapping[str, bytes], turn: int = 0) -> dict[str, bytes]:
    """Return one document of each kind, which is the first word of its name; S1SR_HOSTILE=all takes every one.

    Large ones take their turns, for they take most of the time: each kind of them comes at one in `_TURNS`.

    Args:
        documents: by name.
        turn: another number takes others of their kinds.
    """
    if takes_all():
        return dict(documents)
    kinds: dict[str, list[str]] = {}
    for name in sorted(documents, key=lambda name: len(documents[name]) > _LARGE):
        kinds.setdefault(name.partition("-")[0], []).append(name)
    found = (names[turn % len(names)] for names in kinds.values())
    return {
        name: documents[name]
        for number, name in enumerate(found)
        if len(documents[name]) <= _LARGE or (number + turn) % _TURNS == 0
    }


def takes_all() -> bool:
    """Say whether everything is to be tried, which takes minutes, and not a part of it."""
    return os.environ.get("S1SR_HOSTILE") == "all"
