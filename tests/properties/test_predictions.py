"""Laws of predictions, tried on small catalogues that Hypothesis invents."""

import datetime as dt
from collections.abc import Mapping
from typing import Any, NamedTuple

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from s1sr_validator import Catalogue
from s1sr_validator.model.behaviour import Claim
from s1sr_validator.model.condition import Condition
from s1sr_validator.model.device import DevicePattern
from s1sr_validator.model.lifecycle import Event, Standing, standing_on
from s1sr_validator.model.prediction import AppliedClaim, Assessment, Certainty, DevicePrediction, Outlook
from tests.invented import LOG, SETTING, behaviour, request_xml, row, with_records
from tests.properties.strategies import World, conditions, days, devices, lifecycles, patterns, services, worlds

FIRM = {Assessment.DEVIATES, Assessment.CONFORMS}
ONE_DAY = dt.timedelta(days=1)


class Question(NamedTuple):
    """What is asked of a catalogue."""

    srv: str
    fields: Mapping[str, Any]
    device: str
    as_of: dt.date
    state: Mapping[str, object]
    standing: str

    def of(self, catalogue: Catalogue) -> DevicePrediction:
        """Ask the catalogue."""
        report = catalogue.predict(
            request_xml(self.srv, self.fields),
            device=self.device,
            as_of=self.as_of,
            state=self.state,
            standing=self.standing,
        )
        return report.predictions[0]


states = st.fixed_dictionaries(
    {}, optional={"invented_log.entries": st.integers(0, 2), "invented_mode.name": st.sampled_from(["busy", "calm"])}
)
log_fields = st.fixed_dictionaries(
    {}, optional={"Depth": st.sampled_from(["1", "2", "x"]), "Detailed": st.sampled_from(["true", "false"])}
)


@st.composite
def questions(draw: st.DrawFn) -> Question:
    """Invent a question."""
    srv = draw(services)
    fields = draw(log_fields) if srv == LOG else {}
    standing = draw(st.sampled_from(["observed", "observed", "observed", "proposed", "designated"]))
    as_of = draw(st.one_of(st.just(dt.date(2010, 1, 12)), days))
    return Question(srv, fields, draw(devices), as_of, draw(states), standing)


def catalogue_of(tiny: Catalogue, world: World) -> Catalogue:
    """Return a catalogue of these claims alone."""
    return with_records(tiny, world.behaviours, world.rows, alone=True)


def claims(prediction: DevicePrediction) -> tuple[AppliedClaim, ...]:
    """Return every claim that applies."""
    return (*prediction.deviations, *prediction.conformance)


@given(worlds(), questions())
def test_what_is_assessed_is_cited(tiny: Catalogue, world: World, question: Question) -> None:
    """Every prediction other than not_assessed rests on a claim with a citation, and so does every claim."""
    prediction = question.of(catalogue_of(tiny, world))
    assert all(claim.citations for claim in claims(prediction))
    if prediction.assessment is not Assessment.NOT_ASSESSED:
        assert claims(prediction)


@given(worlds(), questions(), conditions, patterns, lifecycles)
def test_an_unrelated_behaviour_changes_nothing(
    tiny: Catalogue,
    world: World,
    question: Question,
    when: Condition,
    pattern: DevicePattern,
    lifecycle: tuple[Event, ...],
) -> None:
    """A behaviour of another service, or one that no row applies, leaves every prediction as it was."""
    unrelated = behaviour("S1B-9000", services=(SETTING,), when=when, lifecycle=lifecycle)
    unapplied = behaviour("S1B-9999", services=(LOG,), when=when)
    applied = row("a/first", "S1B-9000", devices=(pattern,))
    more = World((unrelated, *world.behaviours, unapplied), (applied, *world.rows))
    assert question.of(catalogue_of(tiny, world)) == question.of(catalogue_of(tiny, more))


@given(st.data(), worlds(), questions())
def test_the_order_of_records_makes_no_difference(
    tiny: Catalogue, data: st.DataObject, world: World, question: Question
) -> None:
    """Which claim or row comes first in the catalogue does not show."""
    shuffled = World(tuple(data.draw(st.permutations(world.behaviours))), tuple(data.draw(st.permutations(world.rows))))
    assert question.of(catalogue_of(tiny, world)) == question.of(catalogue_of(tiny, shuffled))


@given(st.data(), worlds(), questions())
def test_more_state_never_turns_a_firm_assessment(
    tiny: Catalogue, data: st.DataObject, world: World, question: Question
) -> None:
    """Once certain that a Device deviates or conforms, no further fact says otherwise."""
    known = data.draw(st.sets(st.sampled_from(sorted(question.state)))) if question.state else set()
    less = question._replace(state={name: question.state[name] for name in known})
    catalogue = catalogue_of(tiny, world)
    before, after = less.of(catalogue), question.of(catalogue)
    if before.assessment in FIRM:
        assert before.assessment is after.assessment
    if before.predicts in {Outlook.DEVIATION, Outlook.BASELINE}:
        assert before.predicts is after.predicts
    certain = {claim.behaviour for claim in claims(before) if claim.certainty is Certainty.CERTAIN}
    assert certain <= {claim.behaviour for claim in claims(after) if claim.certainty is Certainty.CERTAIN}
    assert {claim.behaviour for claim in claims(after)} <= {claim.behaviour for claim in claims(before)}


@given(worlds(), questions())
def test_a_claim_is_never_matched_outside_its_period(tiny: Catalogue, world: World, question: Question) -> None:
    """What applies is in force that day, by claim and by row, with the weaker of both standings."""
    catalogue = catalogue_of(tiny, world)
    rows = {found.id: found for found in world.rows}
    for claim in claims(question.of(catalogue)):
        record = catalogue.lookup.behaviours[claim.behaviour]
        lifecycles_of_both = (record.lifecycle, rows[claim.matrix_row].lifecycle)
        both = [standing_on(events, question.as_of) for events in lifecycles_of_both]
        held = [standing for standing in both if standing is not None]
        assert 2 == len(held)
        assert all(standing.is_live for standing in held)
        assert claim.standing is min(held, key=lambda standing: standing.rank)
        assert claim.standing.rank >= Standing(question.standing).rank
        assert question.srv in record.services
        assert any(
            pattern.matches(catalogue.lookup.devices[question.device]) for pattern in rows[claim.matrix_row].devices
        )


@given(worlds(), questions())
def test_a_claim_is_in_force_since_its_first_day(tiny: Catalogue, world: World, question: Question) -> None:
    """On the day that a claim is in force since, it applies with the same standing, or a higher one by another row."""
    catalogue = catalogue_of(tiny, world)
    for claim in claims(question.of(catalogue)):
        assert claim.in_force_since <= question.as_of
        then = {found.behaviour: found for found in claims(question._replace(as_of=claim.in_force_since).of(catalogue))}
        assert claim.behaviour in then
        assert then[claim.behaviour].standing.rank >= claim.standing.rank


@given(worlds(), questions())
def test_the_day_before_another_standing_counts(tiny: Catalogue, world: World, question: Question) -> None:
    """The day before a claim is in force, the same row brings it with another span or not at all."""
    catalogue = catalogue_of(tiny, world)
    for claim in claims(question.of(catalogue)):
        day_before = question._replace(as_of=claim.in_force_since - ONE_DAY, standing="observed")
        for found in claims(day_before.of(catalogue)):
            same = (found.behaviour, found.matrix_row) == (claim.behaviour, claim.matrix_row)
            assert not same or found.in_force_since < claim.in_force_since


@given(worlds(), questions())
def test_a_lower_floor_never_silences(tiny: Catalogue, world: World, question: Question) -> None:
    """Who listens to proposed clauses hears every designated one too."""
    catalogue = catalogue_of(tiny, world)
    heard = [
        {claim.behaviour for claim in claims(question._replace(standing=standing).of(catalogue))}
        for standing in ("designated", "proposed", "observed")
    ]
    assert heard[0] <= heard[1] <= heard[2]


@given(worlds(), questions())
def test_near_misses_are_not_among_what_applies(tiny: Catalogue, world: World, question: Question) -> None:
    """A claim applies, or nearly does, or neither; never both, and never twice."""
    prediction = question.of(catalogue_of(tiny, world))
    told = [claim.behaviour for claim in claims(prediction)] + [miss.behaviour for miss in prediction.near_misses]
    assert len(told) == len(set(told))
    assert all(miss.reason for miss in prediction.near_misses)


@given(worlds(), questions())
def test_silence_never_means_that_a_device_conforms(tiny: Catalogue, world: World, question: Question) -> None:
    """Without a claim of conformance nothing conforms; without a claim at all nothing is expected."""
    deviating = tuple(claim for claim in world.behaviours if claim.claim is Claim.DEVIATES)
    conforming = tuple(claim for claim in world.behaviours if claim.claim is Claim.CONFORMS)
    assert Assessment.CONFORMS is not question.of(catalogue_of(tiny, World(deviating, world.rows))).assessment
    prediction = question.of(catalogue_of(tiny, World(conforming, world.rows)))
    assert (Outlook.BASELINE is prediction.predicts) is any(
        claim.certainty is Certainty.CERTAIN for claim in prediction.conformance
    )
    assert Outlook.UNKNOWN is question.of(catalogue_of(tiny, World((), world.rows))).predicts


@given(worlds(), questions())
def test_certainty_and_residual_agree(tiny: Catalogue, world: World, question: Question) -> None:
    """A claim is certain when nothing is left open, and open facts are named in words and by name."""
    for claim in claims(question.of(catalogue_of(tiny, world))):
        certain = claim.certainty is Certainty.CERTAIN
        assert certain is (not claim.residual_condition) is (not claim.residual_facts)


@given(worlds(), questions(), st.integers(1, 4))
def test_a_partial_key_is_answered_for_each_device_model(
    tiny: Catalogue, world: World, question: Question, length: int
) -> None:
    """What holds of a Device Model does not depend on which others were asked about."""
    catalogue = catalogue_of(tiny, world)
    key = "/".join(question.device.split("/")[:length])
    report = catalogue.predict(
        request_xml(question.srv, question.fields),
        device=key,
        as_of=question.as_of,
        state=question.state,
        standing=question.standing,
    )
    assert question.of(catalogue) in report.predictions
    for prediction in report.predictions:
        assert prediction == question._replace(device=prediction.device_model).of(catalogue)


@given(worlds(), questions())
def test_a_prediction_survives_json(tiny: Catalogue, world: World, question: Question) -> None:
    """Out as JSON and in again is the identity."""
    prediction = question.of(catalogue_of(tiny, world))
    assert prediction == msgspec.json.decode(msgspec.json.encode(prediction), type=DevicePrediction)
