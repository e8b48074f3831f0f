"""The page of a behaviour: both answers, messages that read back, cases that were run, and its life."""

import re

import pytest

from s1sr_validator import Catalogue
from s1sr_validator.messages.document import open_document
from s1sr_validator.messages.request import read_request
from s1sr_validator.model.behaviour import CaseExpectation
from s1sr_validator.publish.behaviour_sections import case_result
from s1sr_validator.publish.examples import example_request, examples_of
from s1sr_validator.publish.page import Section
from s1sr_validator.publish.record_page import record_page
from tests.publish.published import Seen, contents_of


def sections_of(catalogue: Catalogue, folder: str, record_id: str) -> dict[str, Section]:
    """Return the sections of a record's page by their heading."""
    contents = contents_of(catalogue)
    return {found.heading: found for found in record_page(contents.hits[folder, record_id], contents).sections}


def test_both_answers_stand_side_by_side(tiny: Catalogue) -> None:
    """What GBCS has and what the Device does are two columns of one table."""
    shown = Seen(sections_of(tiny, "behaviours", "S1B-9001")["What comes back"].content).text
    behaviour = tiny.lookup.behaviours["S1B-9001"]
    assert behaviour.baseline.summary in shown
    assert behaviour.expected.summary in shown


def test_every_case_is_run(tiny: Catalogue) -> None:
    """Prediction gives what each case of the catalogue expects, and a page would say where it does not."""
    contents = contents_of(tiny)
    results = {
        (behaviour.id, case.title): (case.expect, case_result(behaviour, case, contents))
        for behaviour in tiny.lookup.behaviours.values()
        for case in behaviour.cases
    }
    assert results
    assert {expected for expected, _ in results.values()} == set(CaseExpectation)
    assert all(expected == given for expected, given in results.values())


def test_a_case_that_fails_is_said(tiny: Catalogue) -> None:
    """The page does not hide it."""
    shown = Seen(sections_of(tiny, "behaviours", "S1B-9001")["Cases"].content).text
    assert "as expected" in shown
    assert "NOT as expected" not in shown


@pytest.mark.parametrize("srv", ["9.9.1", "9.9.2", "9.8.1"])
def test_an_example_request_is_read_as_one(tiny: Catalogue, srv: str) -> None:
    """The example holds what a request of the service has to hold."""
    text = example_request(tiny.lookup.services[srv])
    request = read_request(open_document(text.encode(), "example"), tiny.lookup.services)
    assert srv == request.srv


def test_examples_show_both_endings(tiny: Catalogue) -> None:
    """Where a case triggers the behaviour there is a request, an answer by GBCS and the Device's; else it says why."""
    for behaviour in tiny.lookup.behaviours.values():
        found = examples_of(behaviour, tiny.lookup)
        assert bool(found.problem) != bool(found.deviation)
        assert found.problem or found.deviation.startswith("<?xml")


def test_its_life_is_a_picture_and_a_table(tiny: Catalogue) -> None:
    """Each event has a mark, and a row with its source."""
    shown = sections_of(tiny, "behaviours", "S1B-9001")["Life of this claim"].content
    events = tiny.lookup.behaviours["S1B-9001"].lifecycle
    assert len(events) == shown.count("<tr>") - 1
    assert len(re.findall("<circle", shown)) in {0, len(events)}


@pytest.mark.parametrize(
    ("folder", "record_id", "heading"),
    [
        ("devices", "ESME/FFF0/0001/0101/00000001", "What it answers"),
        ("services", "9.9.1", "Response payload"),
        ("payloads", "ReadInventedLogRsp", "Elements"),
        ("exclusions", "invented-silence", "Evidence rule"),
        ("sources", "invented-source", "Parts"),
        ("cohorts", "invented-alpha", "Fields"),
    ],
)
def test_each_kind_has_its_own_section(tiny: Catalogue, folder: str, record_id: str, heading: str) -> None:
    """What people look for on such a page is there, with something in it."""
    assert Seen(sections_of(tiny, folder, record_id)[heading].content).text.strip()
