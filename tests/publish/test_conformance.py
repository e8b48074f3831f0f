"""The scripts of the site give the answers that Python gives, byte for byte."""

import itertools
import os
from collections.abc import Iterator

import msgspec
import pytest

from s1sr_validator import Catalogue
from s1sr_validator.model.prediction import Assessment, DevicePrediction, Outlook, Step
from s1sr_validator.model.register_change import RegisterDifference, Turn
from s1sr_validator.publish.decision_requests import IN_THE_BROWSER
from tests.publish.conformance import ROOT, about, generated, held, node
from tests.publish.message_vectors import messages
from tests.publish.register_vectors import differences, generated_differences
from tests.publish.vectors import Vector

NO_NODE = "no Node"


@pytest.fixture(autouse=True)
def needs_node() -> None:
    """Without Node the scripts cannot be run: tests are skipped, or fail where S1SR_REQUIRE_REFERENCE=1."""
    if node() is not None:
        return
    if os.environ.get("S1SR_REQUIRE_REFERENCE") == "1":
        pytest.fail(f"{NO_NODE}: node is not installed")
    pytest.skip(f"{NO_NODE}: node is not installed. The scripts were NOT compared with Python.")


@pytest.fixture(scope="module")
def real() -> Catalogue:
    """The catalogue of this checkout."""
    return Catalogue.load(ROOT / "catalogue")


def assert_held(vectors: Iterator[Vector], least: int) -> dict[str, int]:
    """Let the scripts answer, and return how many vectors of each kind they had."""
    outcome = held(vectors)
    assert outcome.failed == 0, "\n".join(outcome.first)
    assert sum(outcome.run.values()) >= least
    return outcome.run


def test_every_pair_of_the_catalogue(real: Catalogue) -> None:
    """Each Device Model with each service, over days, states and standings, gets the same prediction."""
    pairs = len(real.lookup.devices) * len(real.lookup.services)
    states: tuple[dict[str, int], ...] = (
        {},
        {"state.billing_log.entries_in_period": 0},
        {"state.billing_log.entries_in_period": 3},
    )
    assert_held(about(real.snapshot, ("2020-08-04", "2020-08-05", "2025-10-17", "2026-01-31"), states), pairs)


def test_invented_catalogues() -> None:
    """Random conditions, selectors, lives and facts get the same prediction."""
    run = assert_held(generated(2000, seed=11), 2000)
    assert set(run) == {"predict", "state"}


@pytest.mark.parametrize("name", ["real", "tiny"])
def test_messages(name: str, real: Catalogue, tiny: Catalogue) -> None:
    """Messages, broken ones too, are read, checked and judged alike."""
    source = real if name == "real" else tiny
    run = assert_held(messages(name, source.snapshot, 150, seed=11), 600)
    assert set(run) == {"check", "nearest", "read_answer", "read_request", "verdict"}


@pytest.mark.parametrize("name", ["real", "tiny"])
def test_the_register_on_two_days(name: str, real: Catalogue, tiny: Catalogue) -> None:
    """Any two days or editions differ in the same standings, Device Models, reaches and events."""
    source = real if name == "real" else tiny
    assert_held(differences(name, source.snapshot, 150, seed=11), 150)


def test_the_register_of_invented_catalogues() -> None:
    """Random lives, rows and listings differ alike, and every turn of a standing is among them."""
    vectors = list(generated_differences(1000, seed=11))
    assert_held(iter(vectors), 1000)
    answers = [msgspec.json.decode(found["expected"], type=RegisterDifference) for found in vectors if "sides" in found]
    assert {change.turn for answer in answers for change in answer.standings} == set(Turn)
    for part in ("reach", "joined", "left", "events"):
        assert any(getattr(answer, part) for answer in answers), part


def test_a_wrong_answer_is_noticed(tiny: Catalogue) -> None:
    """A runner that agrees with everything would prove nothing."""
    table, vector = itertools.islice(about(tiny.snapshot, ("2015-01-01",), [{}]), 2)
    outcome = held([table, {**vector, "expected": vector["expected"].replace("not_assessed", "conforms")}])
    untouched = held([table, vector])
    assert (outcome.failed, untouched.failed) == (1, 0)


def test_invented_questions_meet_every_kind_of_answer() -> None:
    """Every assessment, outlook and step of a near miss is among the generated answers, residual conditions too."""
    answers = [
        msgspec.json.decode(vector["expected"], type=DevicePrediction)
        for vector in generated(2000, seed=11)
        if vector["kind"] == "predict"
    ]
    assert {answer.assessment for answer in answers} == set(Assessment)
    assert {answer.predicts for answer in answers} == set(Outlook)
    assert {near.step for answer in answers for near in answer.near_misses} == set(Step)
    assert any(claim.residual_facts for answer in answers for claim in answer.deviations)


def test_invented_messages_meet_every_rule(real: Catalogue) -> None:
    """Each rule that the scripts ask is broken by some generated request."""
    reported = {
        finding["code"]
        for vector in messages("real", real.snapshot, 900, seed=11)
        if vector["kind"] == "check" and vector["expected"].startswith("[")
        for finding in msgspec.json.decode(vector["expected"])
    }
    assert set(IN_THE_BROWSER) - reported == set()
