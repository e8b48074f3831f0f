"""Finding things: ids lead to their record always, words nearly always, and an unknown id names the nearest."""

import gzip
import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import msgspec
import pytest

from s1sr_validator import Catalogue
from s1sr_validator.publish.decision_index import index_table
from tests.publish.conformance import ROOT, node
from tests.site_js.golden_queries import Entry, Golden, entries, ids, parts, plain_words, slips

SCRIPT = Path(__file__).parent / "search_queries.js"
Ask = Callable[[list[str]], list[dict[str, Any]]]


@pytest.fixture(scope="module")
def index() -> dict[str, Any]:
    """The index of the real catalogue."""
    return index_table(Catalogue.load(ROOT / "catalogue").snapshot)


@pytest.fixture(scope="module")
def known(index: dict[str, Any]) -> list[Entry]:
    """Every record that can be looked for."""
    return entries(index)


@pytest.fixture(scope="module")
def ask(index: dict[str, Any]) -> Ask:
    """Return what the look-up's own script finds for each question."""
    program = node()
    if program is None:
        pytest.skip("no Node: node is not installed. The search was NOT tried.")

    def answers(queries: list[str]) -> list[dict[str, Any]]:
        given = json.dumps({"index": index, "queries": queries})
        done = subprocess.run(  # noqa: S603 - our own script
            [program, SCRIPT], input=given, capture_output=True, text=True, check=True
        )
        found: list[dict[str, Any]] = json.loads(done.stdout)
        return found

    return answers


def missed(golden: list[Golden], ask: Ask) -> list[tuple[Golden, list[str]]]:
    """Return the questions to which another record came first, with what came."""
    answers = ask([typed for typed, _ in golden])
    return [
        (question, answer["first"])
        for question, answer in zip(golden, answers, strict=True)
        if answer["first"][:1] != [question.meant]
    ]


def test_every_id_comes_first(known: list[Entry], ask: Ask) -> None:
    """Each id of the catalogue, and each part of one that is its alone, leads to its record."""
    same = {entry.id.lower() for entry in known if sum(other.id.lower() == entry.id.lower() for other in known) > 1}
    golden = [question for question in (*ids(known), *parts(known)) if question.typed.lower() not in same]
    assert len(golden) > 2000
    assert missed(golden, ask) == []


def test_words_come_first(known: list[Entry], ask: Ask) -> None:
    """Of 400 questions in words that one record alone holds, 98 % lead to it."""
    golden = plain_words(known, 400, Random(9))  # noqa: S311 - a fixed seed
    assert len(golden) == 400
    wrong = missed(golden, ask)
    assert len(wrong) <= 8, wrong


def test_slips_of_the_finger_are_mended(known: list[Entry], ask: Ask) -> None:
    """With one slip in the longest word, 98 % lead to the record still."""
    chance = Random(9)  # noqa: S311 - a fixed seed
    golden = slips(plain_words(known, 300, chance), known, chance)
    assert len(golden) > 150
    wrong = missed(golden, ask)
    assert len(wrong) <= len(golden) * 0.02, wrong


@pytest.mark.parametrize(
    "unknown", ["4.4.99", "S1CE2999", "03465399", "18.17zz", "S1B-9001", "ESME/1028/5678/0201/03469999"]
)
def test_an_unknown_id_names_the_nearest(ask: Ask, unknown: str) -> None:
    """Nobody is left with nothing: the nearest id is shown, and it is said which word was put in place."""
    (answer,) = ask([unknown])
    assert answer["first"]
    assert answer["mended"]
    assert answer["mended"] != [unknown.lower()]


def test_the_index_is_small(index: dict[str, Any]) -> None:
    """All that a search has to fetch is the index, once."""
    assert len(gzip.compress(msgspec.json.encode(index))) <= 150_000
