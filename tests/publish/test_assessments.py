"""What is known on a day: the same as asking about every pair, and a matrix that says what it does not know."""

from s1sr_validator import Catalogue
from s1sr_validator.model.lifecycle import Standing
from s1sr_validator.model.prediction import Assessment
from s1sr_validator.prediction.consider import Question
from s1sr_validator.prediction.facts import facts_about
from s1sr_validator.prediction.predict import answer
from s1sr_validator.publish.assessments import assessments
from s1sr_validator.publish.words import STATES
from tests.publish.published import AS_OF, Seen, contents_of, files_of, pages_of


def test_it_is_what_asking_about_every_pair_gives(tiny: Catalogue) -> None:
    """Leaving out the pairs that no claim speaks of, and other services' claims, changes no answer."""
    found = assessments(tiny.lookup, AS_OF)
    for device in tiny.lookup.devices.values():
        for service in tiny.lookup.services.values():
            facts = facts_about(device, {}, None)
            question = Question(
                device=device, service=service, as_of=AS_OF, lowest_standing=Standing.OBSERVED, facts=facts
            )
            wanted = answer(question, tiny.lookup)
            given = found.get((device.id, service.id))
            assert wanted.assessment == (given.assessment if given else Assessment.NOT_ASSESSED)
            assert given is None or (wanted.deviations, wanted.conformance) == (given.deviations, given.conformance)


def test_every_assessment_has_a_letter_of_its_own() -> None:
    """States are told apart without colour, and what is not assessed never looks like what conforms."""
    assert set(Assessment) == set(STATES)
    assert len({state.letter for state in STATES.values()}) == len(STATES)
    assert "does not mean that it conforms" in STATES[Assessment.NOT_ASSESSED].meaning


def test_the_matrix_has_a_cell_for_every_pair(tiny: Catalogue) -> None:
    """Device Models by services, each cell with its letter, and the count of what is not assessed."""
    page = pages_of(files_of(tiny))["matrix/services.html"]
    whole = page.partition('id="s1sr-matrix"')[2]
    cells = len(tiny.lookup.devices) * len(tiny.lookup.services)
    known = len(contents_of(tiny).assessments)
    assert cells == whole.count("<td")
    assert cells - known == whole.count("<td>?</td>")
    assert f"{known:,} of {cells:,} cells are assessed" in Seen(page).text
