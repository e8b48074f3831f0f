"""Predictions against a second evaluator that was written from the published rules alone (naive.py)."""

import datetime as dt
import json
from collections.abc import Iterator
from itertools import product
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from s1sr_validator import Catalogue
from s1sr_validator.index.lookup import Lookup
from s1sr_validator.index.snapshot import to_bytes
from s1sr_validator.model.condition import Value
from s1sr_validator.model.lifecycle import LIVE_STANDINGS, Standing
from s1sr_validator.model.prediction import Certainty, DevicePrediction
from s1sr_validator.prediction.consider import Question
from s1sr_validator.prediction.decisions import Decisions
from s1sr_validator.prediction.facts import Facts, Missing, facts_about
from s1sr_validator.prediction.predict import answer
from tests.differential.how_many import EVERYTHING, how_many
from tests.differential.naive import ABSENT, NOBODY_KNOWS, Data, Told, told
from tests.invented import TINY, with_records
from tests.properties.strategies import World, days, devices, partial_facts, services, worlds

CATALOGUE = Catalogue.load(TINY)
ENTRIES = "state.billing_log.entries_in_period"
STATES: tuple[dict[str, Value], ...] = ({}, {ENTRIES: 0}, {ENTRIES: 1}, {ENTRIES: 13})
SAMPLE = 1_500


def in_short(prediction: DevicePrediction) -> Told:
    """Return of a prediction what the second evaluator tells as well."""
    claims = [
        (claim.certainty, (claim.behaviour, claim.standing.value, claim.in_force_since.isoformat()))
        for claim in (*prediction.deviations, *prediction.conformance)
    ]
    return Told(
        assessment=prediction.assessment.value,
        predicts=prediction.predicts.value,
        baseline=prediction.baseline.summary,
        certain=frozenset(claim for certainty, claim in claims if certainty is Certainty.CERTAIN),
        conditional=frozenset(claim for certainty, claim in claims if certainty is Certainty.CONDITIONAL),
        near=tuple((missed.behaviour, missed.step.value) for missed in prediction.near_misses),
    )


def plain(lookup: Lookup) -> Data:
    """Return a snapshot as the plain data that its JSON holds."""
    found: Data = json.loads(to_bytes(lookup.snapshot))
    return found


def known(facts: Facts) -> Data:
    """Return facts in the second evaluator's own words."""
    words: dict[Value | Missing, Any] = {Missing.ABSENT: ABSENT, Missing.UNKNOWN: NOBODY_KNOWS}
    return {name: words[value] if isinstance(value, Missing) else value for name, value in facts.values.items()}


@settings(max_examples=how_many(250, 50_000))
@given(worlds(), devices, services, days, st.sampled_from(LIVE_STANDINGS), partial_facts())
def test_invented_catalogues(world: World, device: str, srv: str, day: dt.date, lowest: Standing, facts: Facts) -> None:
    """Any claims in any rows, on any day: both evaluators tell the same, near misses and their order included."""
    lookup = with_records(CATALOGUE, world.behaviours, world.rows, alone=True).lookup
    asked = facts_about(lookup.devices[device], {}, facts.values)
    question = Question(
        device=lookup.devices[device],
        service=lookup.services[srv],
        as_of=day,
        lowest_standing=lowest,
        facts=Facts(asked.values, request_was_seen=facts.request_was_seen),
    )
    expected = told(
        plain(lookup), device, srv, day.isoformat(), lowest.value, known(facts), request_was_seen=facts.request_was_seen
    )
    assert expected == in_short(answer(question, lookup))


@pytest.fixture(scope="module")
def bundled() -> Catalogue:
    """The catalogue of this checkout."""
    return Catalogue.bundled()


def turning_days(snapshot: Data) -> tuple[dt.date, ...]:
    """Return each day on which something happens to a claim or a row, and the days around it."""
    records = (*snapshot["records"]["behaviours"], *snapshot["records"]["matrix"])
    happens = {dt.date.fromisoformat(event["date"]) for record in records for event in record["lifecycle"]}
    return tuple(sorted({day + dt.timedelta(days=step) for day in happens for step in (-1, 0, 1)}))


Cell = tuple[str, str, dt.date, Standing, dict[str, Value]]


def cells(bundled: Catalogue) -> Iterator[Cell]:
    """Yield every Device Model, service, turning day, standing and state; in a quick run a sample of them.

    Every other cell of the sample is about a service and a Device Model that some claim is about.
    """
    lookup = bundled.lookup
    axes = (lookup.devices, lookup.services, turning_days(plain(lookup)), LIVE_STANDINGS, STATES)
    if EVERYTHING:
        yield from product(*axes)
        return
    random = Random(20_261_122)  # noqa: S311 - cases, the same in every run
    claimed = [
        (device, srv)
        for claim in lookup.applications
        for srv in claim.behaviour.services
        for device in lookup.devices
        if any(pattern.matches(lookup.devices[device]) for pattern in claim.row.devices)
    ]
    every = list(product(lookup.devices, lookup.services))
    for number in range(SAMPLE):
        device, srv = random.choice(claimed if number % 2 else every)
        yield device, srv, random.choice(axes[2]), random.choice(LIVE_STANDINGS), random.choice(STATES)


def test_every_device_model_and_service(bundled: Catalogue) -> None:
    """Over the real catalogue: 131 Device Models, 129 services, the days around every event, standings and states."""
    lookup, snapshot = bundled.lookup, plain(bundled.lookup)
    quick = {
        (day, standing): Decisions(lookup, day, standing)
        for day, standing in product(turning_days(snapshot), LIVE_STANDINGS)
    }
    compared, spoken = 0, set()
    for device, srv, day, standing, state in cells(bundled):
        question = Question(
            device=lookup.devices[device],
            service=lookup.services[srv],
            as_of=day,
            lowest_standing=standing,
            facts=facts_about(lookup.devices[device], state, {}),
        )
        expected = told(snapshot, device, srv, day.isoformat(), standing.value, dict(state), request_was_seen=True)
        assert expected == in_short(answer(question, lookup)), (device, srv, day, standing, state)
        decision = quick[day, standing].decide(device, srv, question.facts.values)
        assert (expected.assessment, {each[0] for each in expected.certain}) == (
            decision.assessment.value,
            set(decision.certain),
        )
        compared += 1
        spoken.add(expected.assessment)
    assert compared == (len(lookup.devices) * len(lookup.services) * len(quick) * len(STATES) if EVERYTHING else SAMPLE)
    assert {"not_assessed", "deviates", "deviates_if"} <= spoken
