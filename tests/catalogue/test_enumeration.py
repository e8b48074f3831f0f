"""The whole space of answers: every SMETS1 Device Model with every service."""

import datetime as dt
from collections import Counter

from s1sr_validator import Catalogue
from s1sr_validator.index.lookup import Lookup
from s1sr_validator.model.lifecycle import Standing
from s1sr_validator.model.prediction import Assessment
from s1sr_validator.prediction.consider import Question
from s1sr_validator.prediction.facts import facts_about
from s1sr_validator.prediction.predict import answer

DAY = dt.date(2025, 11, 30)


def enumerate_answers(lookup: Lookup) -> dict[tuple[str, str], Assessment]:
    """Ask every pair of Device Model and service, with nothing known of request or state."""
    found = {}
    for device in lookup.devices.values():
        facts = facts_about(device, {}, None)
        for service in lookup.services.values():
            question = Question(
                device=device, service=service, as_of=DAY, lowest_standing=Standing.PROPOSED, facts=facts
            )
            found[device.id, service.id] = answer(question, lookup).assessment
    return found


def test_two_pairs_deviate_and_the_rest_is_not_assessed() -> None:
    """131 models x 129 services: S1B-0001 for the two Itron ESME models on 4.4.2, and nothing else."""
    found = enumerate_answers(Catalogue.bundled().lookup)
    assert {Assessment.DEVIATES_IF: 2, Assessment.NOT_ASSESSED: 131 * 129 - 2} == Counter(found.values())
    speaking = {pair for pair, assessment in found.items() if assessment is Assessment.DEVIATES_IF}
    assert {("ESME/1028/5678/0201/03465317", "4.4.2"), ("ESME/1028/5678/0201/03505317", "4.4.2")} == speaking
