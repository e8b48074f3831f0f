"""Laws of decisions: quicker than a prediction, and never another answer."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from s1sr_validator import Catalogue
from s1sr_validator.model.condition import Condition
from s1sr_validator.model.lifecycle import Standing
from s1sr_validator.model.prediction import Certainty
from s1sr_validator.prediction.compiled import compiled, decide
from s1sr_validator.prediction.consider import Question
from s1sr_validator.prediction.decisions import Decisions
from s1sr_validator.prediction.evaluate import evaluate
from s1sr_validator.prediction.facts import Facts, facts_about
from s1sr_validator.prediction.predict import answer
from tests.invented import TINY, with_records
from tests.properties.strategies import World, conditions, days, devices, partial_facts, services, worlds

CATALOGUE = Catalogue.load(TINY)


@given(conditions, partial_facts())
def test_compiled_conditions_decide_alike(condition: Condition, facts: Facts) -> None:
    """A compiled condition is true, false or unknown where its tree is."""
    assert evaluate(condition, facts) is decide(compiled(condition), facts)


@given(worlds(), devices, services, days, st.sampled_from(["observed", "proposed", "designated"]), partial_facts())
def test_decisions_are_those_of_predictions(
    world: World, device: str, srv: str, day: dt.date, standing: str, facts: Facts
) -> None:
    """For every small catalogue: assessment and claims are those of the prediction."""
    lookup = with_records(CATALOGUE, world.behaviours, world.rows, alone=True).lookup
    asked = facts_about(lookup.devices[device], {}, facts.values)
    known = Facts(asked.values, request_was_seen=facts.request_was_seen)
    question = Question(
        device=lookup.devices[device],
        service=lookup.services[srv],
        as_of=day,
        lowest_standing=Standing(standing),
        facts=known,
    )
    predicted = answer(question, lookup)
    claims = (*predicted.deviations, *predicted.conformance)
    decision = Decisions(lookup, day, Standing(standing)).decide(
        device, srv, known.values, request_was_seen=known.request_was_seen
    )
    certain = {claim.behaviour for claim in claims if claim.certainty is Certainty.CERTAIN}
    conditional = {claim.behaviour for claim in claims} - certain
    found = (decision.assessment, set(decision.certain), set(decision.conditional))
    assert (predicted.assessment, certain, conditional) == found
