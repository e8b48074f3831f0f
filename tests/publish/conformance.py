"""Conformance vectors: questions with the answers that Python gives, which the scripts of the site must give too.

Run as `python -m tests.publish.conformance --count 100000`.
"""

import argparse
import datetime as dt
import itertools
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random
from typing import Any

import msgspec

from s1sr_validator import Catalogue
from s1sr_validator.index.lookup import Lookup
from s1sr_validator.index.snapshot import Snapshot
from s1sr_validator.model.errors import UsageError
from s1sr_validator.model.lifecycle import LIVE_STANDINGS, Standing
from s1sr_validator.model.prediction import DevicePrediction
from s1sr_validator.model.request import SIGNED_PRE_COMMAND, Request, RequestField
from s1sr_validator.prediction.predict import predict
from s1sr_validator.prediction.vocabulary import read_state
from s1sr_validator.publish.decision_table import decision_table
from tests.publish import generated_catalogues
from tests.publish.message_vectors import messages
from tests.publish.register_vectors import differences, generated_differences
from tests.publish.vectors import Vector, canonical, table_of

ROOT = Path(__file__).parents[2]
RUNNER = ROOT / "tests" / "site_js" / "run_vectors.js"
QUESTIONS_OF_A_CATALOGUE = 100


class Outcome(msgspec.Struct, frozen=True):
    """What the scripts made of the vectors: how many of each kind, and those that they answer in another way."""

    run: dict[str, int]
    failed: int
    first: tuple[str, ...] = ()


def generated(count: int, seed: int = 1) -> Iterator[Vector]:
    """Yield that many questions about invented catalogues, each catalogue's table before its questions."""
    for number in range(-(-count // QUESTIONS_OF_A_CATALOGUE)):
        chance = Random(f"{seed}/{number}")  # noqa: S311 - the same vectors in every run
        catalogue = generated_catalogues.snapshot(chance)
        lookup, name = Lookup(catalogue), f"generated {number}"
        yield table_of(name, decision_table(catalogue))
        yield from (state_given(name, generated_catalogues.state_texts(chance), lookup) for _ in range(10))
        for _ in range(min(QUESTIONS_OF_A_CATALOGUE, count - number * QUESTIONS_OF_A_CATALOGUE)):
            yield prediction(name, generated_catalogues.question(chance, catalogue), lookup)


def about(catalogue: Snapshot, days: Iterable[str], states: Iterable[dict[str, Any]]) -> Iterator[Vector]:
    """Yield every Device Model and service of a catalogue, with each day, state and standing in turn."""
    lookup = Lookup(catalogue)
    yield table_of("catalogue", decision_table(catalogue))
    turns = itertools.cycle(itertools.product(days, states, LIVE_STANDINGS))
    for device in lookup.devices:
        for srv in lookup.services:
            as_of, state, standing = next(turns)
            asked = {"srv": srv, "device": device, "asOf": as_of, "standing": standing, "state": state, "fields": {}}
            yield prediction("catalogue", asked, lookup)


def prediction(table: str, question: dict[str, Any], lookup: Lookup) -> Vector:
    """Return a question with the answer that Python gives."""
    written = {**question, "state": {name: _typed(value) for name, value in question["state"].items()}}
    answer = canonical(predicted(question, lookup))
    return {"kind": "predict", "table": table, "question": written, "expected": answer}


def state_given(table: str, given: dict[str, str], lookup: Lookup) -> Vector:
    """Return texts given for state facts, with the values that Python reads or what it says is wrong."""
    try:
        expected = canonical(read_state(given, lookup))
    except UsageError as error:
        expected = canonical({"error": str(error)})
    return {"kind": "state", "table": table, "given": given, "expected": expected}


def predicted(question: dict[str, Any], lookup: Lookup) -> DevicePrediction:
    """Return Python's prediction; without fields the body is taken for a signed pre-command, whose note is left out."""
    texts = question["fields"]
    body = lookup.services[question["srv"]].request_body.element if texts is not None else SIGNED_PRE_COMMAND
    request = Request(
        name="request",
        srv=question["srv"],
        bodies=(RequestField(f"sr:{body}"),),
        fields={path: (RequestField(text),) for path, text in (texts or {}).items()},
    )
    report = predict(
        request,
        (lookup.devices[question["device"]],),
        lookup,
        as_of=dt.date.fromisoformat(question["asOf"]),
        state=question["state"],
        lowest_standing=Standing(question["standing"]),
    )
    found = report.predictions[0]
    noted = texts is not None or question.get("signed")
    return found if noted else msgspec.structs.replace(found, notes=found.notes[:-1])


def _typed(value: object) -> object:
    return ["integer", str(value)] if isinstance(value, int) and not isinstance(value, bool) else value


def node() -> str | None:
    """Return the path of Node, or None where there is none."""
    return shutil.which("node")


def held(vectors: Iterable[Vector]) -> Outcome:
    """Let the scripts answer every vector, and return how they did."""
    program = node()
    if program is None:
        raise FileNotFoundError("node is not installed")
    with subprocess.Popen(  # noqa: S603 - our own runner, no foreign input
        [program, str(RUNNER)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for vector in vectors:
            process.stdin.write(msgspec.json.encode(vector) + b"\n")
        process.stdin.close()
        answered = process.stdout.read()
    return msgspec.json.decode(answered, type=Outcome)


def main(arguments: list[str] | None = None) -> int:
    """Run as many generated vectors as asked for, and every pair of the catalogue; return 0 where all agree."""
    parser = argparse.ArgumentParser(description="Hold the scripts of the site to the answers of Python.")
    parser.add_argument("--count", type=int, default=3000, help="generated questions (default 3000)")
    parser.add_argument("--seed", type=int, default=1, help="another number gives other questions")
    given = parser.parse_args(arguments)
    real = Catalogue.bundled().snapshot
    states: tuple[dict[str, Any], ...] = ({}, {"state.billing_log.entries_in_period": 0})
    days = ("2020-08-05", "2025-11-01", "2026-01-31")
    tiny = Catalogue.load(ROOT / "tests" / "tiny_catalogue").snapshot
    both, each = (("real", real), ("tiny", tiny)), given.count // 20
    about_messages = (messages(name, found, each, given.seed) for name, found in both)
    about_days = (
        *(differences(name, found, each, given.seed) for name, found in both),
        generated_differences(each, given.seed),
    )
    pairs, questions = about(real, days, states), generated(given.count, given.seed)
    outcome = held(itertools.chain(pairs, questions, *about_messages, *about_days))
    run = ", ".join(f"{count:,} {kind}" for kind, count in sorted(outcome.run.items()))
    sys.stdout.write(f"vectors: {run}; {outcome.failed:,} answered in another way\n")
    sys.stdout.writelines(f"{line}\n" for line in outcome.first)
    return 1 if outcome.failed else 0


if __name__ == "__main__":
    sys.exit(main())
