"""The form for behaviours, the answers in an issue, and the records that they become."""

import json
from typing import Any

import pytest
import yaml

from s1sr_validator import Catalogue
from s1sr_validator.contribution.field_answers import read_answers, record_data
from s1sr_validator.contribution.issue_form import QUESTIONS, read_issue
from s1sr_validator.contribution.new_record import NewRecord
from s1sr_validator.contribution.reported_behaviour import reported_records
from s1sr_validator.model.behaviour import Outcome
from s1sr_validator.model.errors import UsageError
from s1sr_validator.model.kinds import find_kind
from tests.conftest import ROOT

ANSWERS = {
    "title": "An invented read gives nothing",
    "summary": "It gives nothing.\n\nNothing at all.",
    "services": "9.9.1, 9.9.2",
    "devices": "ESME/FFF0",
    "baseline": "A successful response.",
    "outcome": "failure",
    "deviation": "An alert.",
    "alerts": "S1X9001",
    "condition": "at night",
    "date": "2025-10-17",
    "source": "invented-source",
    "place": "paragraph 1",
}


def body(answers: dict[str, str]) -> str:
    """Return an issue's body as a forge writes it."""
    return "\n\n".join(f"### {each.label}\n\n{answers.get(each.id, '_No response_')}" for each in QUESTIONS)


def test_form_and_questions_are_one() -> None:
    """Ids, labels and what is required are those of the published form, in its order; so are the outcomes."""
    form = yaml.safe_load((ROOT / ".github" / "ISSUE_TEMPLATE" / "behaviour.yml").read_text("utf-8"))
    fields: list[dict[str, Any]] = [each for each in form["body"] if each["type"] != "markdown"]
    published = [
        (each["id"], each["attributes"]["label"], each.get("validations", {}).get("required", False)) for each in fields
    ]
    assert published == [(each.id, each.label, each.required) for each in QUESTIONS]
    outcomes = next(each["attributes"]["options"] for each in fields if each["id"] == "outcome")
    assert [outcome.value for outcome in Outcome] == outcomes


@pytest.mark.parametrize(
    "text",
    [
        body(ANSWERS),
        body(ANSWERS).replace("\n", "\r\n"),
        json.dumps({"title": "x", "body": body(ANSWERS)}),
        json.dumps(ANSWERS),
    ],
    ids=["markdown", "other line ends", "the issue's JSON", "answers by id"],
)
def test_an_issue_gives_its_answers(text: str) -> None:
    """Whatever form the issue comes in; what was not answered is left out."""
    found = read_issue(text)
    assert set(ANSWERS) == set(found)
    assert "An alert." == found["deviation"]


def test_other_headings_belong_to_an_answer() -> None:
    """Only the form's own headings end an answer."""
    found = read_issue(body(ANSWERS | {"summary": "First\n\n### Steps\n\nSecond"}))
    assert "### Steps" in found["summary"]


@pytest.mark.parametrize("text", ["", "hello", "{", "{}", '{"body": 3}', "[1]", "### Steps\n\nx", "x" * 300_000])
def test_what_is_no_form_is_refused(text: str) -> None:
    """A text without a single answer is wrong use."""
    with pytest.raises(UsageError):
        read_issue(text)


def test_a_report_becomes_records(tiny: Catalogue) -> None:
    """The behaviour, its row, cases and notes hold the answers, and pass their schemas."""
    behaviour, row = reported_records(ANSWERS, "S1B-9060", tiny.lookup)
    assert ["9.9.1", "9.9.2"] == behaviour.data["services"]
    assert "It gives nothing. Nothing at all." == behaviour.data["summary"]
    assert ["triggers", "silent"] == [case["expect"] for case in behaviour.data["cases"]]
    assert ["2025-10-17", "2025-10-16"] == [case["as_of"] for case in behaviour.data["cases"]]
    assert "at night" in behaviour.data["notes"][0]
    assert [{"device_type": ["ESME"], "manufacturer": ["FFF0"]}] == row.data["devices"]
    for record in (behaviour, row):
        assert f"schemas/{record.kind.singular}.schema.json" in record.text()


def test_an_address_becomes_a_source(tiny: Catalogue) -> None:
    """A source that is only an address gets a record, which says what is not known."""
    *_, source = reported_records(ANSWERS | {"source": "https://www.example.org/a/1"}, "S1B-9060", tiny.lookup)
    assert ("source", "example-org-a-1") == (source.kind.singular, source.data["id"])
    assert source.data["notes"][0].startswith("Open:")


@pytest.mark.parametrize(
    "change",
    [
        {"services": "1.1.99"},
        {"devices": "ESME/0000"},
        {"devices": ", ,"},
        {"date": "soon"},
        {"title": None},
    ],
)
def test_an_answer_that_cannot_be_is_refused(change: dict[str, str | None], tiny: Catalogue) -> None:
    """Unknown services and Device Models, days that are none, and missing answers."""
    answers = {name: text for name, text in (ANSWERS | change).items() if text is not None}
    with pytest.raises(UsageError):
        reported_records(answers, "S1B-9060", tiny.lookup)


def test_fields_become_data() -> None:
    """Dotted fields reach into lists and mappings; a list takes several values, and codes are split."""
    given = ["title=T", "services=9.9.1, 9.9.2", "deviation.alerts.0.code=A1", "deviation.alerts.1.code=A2",
             "citations.source=s", "citations.place=p 1, q", "notes=one, two", "notes=three"]  # fmt: skip
    expected = {
        "title": "T",
        "services": ["9.9.1", "9.9.2"],
        "deviation": {"alerts": [{"code": "A1"}, {"code": "A2"}]},
        "citations": [{"source": "s", "place": "p 1, q"}],
        "notes": ["one, two", "three"],
    }
    assert expected == record_data("behaviour", read_answers(given, "--set"))


@pytest.mark.parametrize(
    "given",
    ["titel=T", "title.x=T", "citations=x", "deviation=x", "citations.5.source=s", "title", "=x", "deviation.outcom=x"],
)
def test_a_field_that_cannot_be_is_refused(given: str) -> None:
    """Unknown fields, texts where a mapping belongs, items out of order."""
    with pytest.raises(UsageError):
        record_data("behaviour", read_answers([given], "--set"))


def test_a_record_that_is_not_whole_is_refused() -> None:
    """The message names what the schema misses."""
    with pytest.raises(UsageError, match="publisher"):
        NewRecord(find_kind("source"), {"id": "invented", "title": "T", "obtained": "published"}).text()
