"""Schema findings say what is wrong, where, and what to write instead."""

from typing import Any

import pytest

from s1sr_validator.load.mark import Path
from s1sr_validator.load.schema_check import schema_problems

CITATION = {"source": "invented-source", "place": "p"}
DOCUMENT = {"id": "INVENTED", "title": "Invented Requirements", "abbreviation": "INVENTED", "citations": [CITATION]}
STATE = {"id": "invented.fact", "title": "t", "description": "d", "type": "integer"}
ANSWER = {"outcome": "success", "summary": "s"}
BEHAVIOUR: dict[str, Any] = {
    "id": "S1B-9100",
    "title": "t",
    "summary": "s",
    "services": ["9.9.1"],
    "baseline": ANSWER,
    "deviation": {"outcome": "failure", "summary": "s"},
    "lifecycle": [{"date": "2010-01-01", "event": "observed", **CITATION}],
    "cases": [{"title": "t", "device": "d", "service": "9.9.1", "as_of": "2010-01-01", "expect": "silent"}],
    "citations": [CITATION],
}


def without(data: dict[str, Any], key: str) -> dict[str, Any]:
    """Return the data without a key."""
    return {name: value for name, value in data.items() if name != key}


@pytest.mark.parametrize(("kind", "data"), [("document", DOCUMENT), ("state", STATE), ("behaviour", BEHAVIOUR)])
def test_sound_data(kind: str, data: dict[str, Any]) -> None:
    """Data of the right shape has no problem."""
    assert [] == list(schema_problems(kind, data))


PROBLEMS: dict[str, tuple[Path, str, str, dict[str, Any]]] = {
    "unknown key": (
        ("tilte",),
        "the record: unknown key 'tilte'; did you mean 'title'?",
        "document",
        {**DOCUMENT, "tilte": "x"},
    ),
    "unknown key like no other": (("zzz",), "the record: unknown key 'zzz'", "document", {**DOCUMENT, "zzz": "x"}),
    "unknown key below": (
        ("citations", 0, "sources"),
        "citations.0: unknown key 'sources'; did you mean 'source'?",
        "document",
        {**DOCUMENT, "citations": [{**CITATION, "sources": "x"}]},
    ),
    "missing key": (
        (),
        "the record: 'abbreviation' is missing (short name)",
        "document",
        without(DOCUMENT, "abbreviation"),
    ),
    "missing key below": (
        ("citations", 0),
        "citations.0: 'place' is missing",
        "document",
        {**DOCUMENT, "citations": [{"source": "x"}]},
    ),
    "text for a list": (("citations",), "citations: 'x' is not a list", "document", {**DOCUMENT, "citations": "x"}),
    "text for a mapping": (
        ("citations", 0),
        "citations.0: 'x' is not a mapping of keys to values",
        "document",
        {**DOCUMENT, "citations": ["x"]},
    ),
    "list for a text": (("title",), "title: ['x'] is not a text", "document", {**DOCUMENT, "title": ["x"]}),
    "text for a number": (
        ("minimum",),
        "minimum: '0x10' is not a whole number (without quotes)",
        "state",
        {**STATE, "minimum": "0x10"},
    ),
    "text for a truth value": (
        ("lifecycle", 0, "planned"),
        "lifecycle.0.planned: 'yes' is not true or false (without quotes)",
        "behaviour",
        {**BEHAVIOUR, "lifecycle": [{**BEHAVIOUR["lifecycle"][0], "planned": "yes"}]},
    ),
    "list for a scalar": (
        ("when", "equals"),
        "when.equals: ['1'] is not a whole number (without quotes) or true or false (without quotes) or a text",
        "behaviour",
        {**BEHAVIOUR, "when": {"fact": "device.model", "equals": ["1"]}},
    ),
    "enum": (
        ("type",),
        "type: 'number' is not one of integer, boolean, text, datetime",
        "state",
        {**STATE, "type": "number"},
    ),
    "pattern": (
        ("services", 0),
        "services.0: '4' does not have the right form (Service Reference Variant in quotes, for example \"4.4.2\")",
        "behaviour",
        {**BEHAVIOUR, "services": ["4"]},
    ),
    "no such day": (
        ("lifecycle", 0, "date"),
        "lifecycle.0.date: '2010-02-30' does not have the right form (a day, ISO 8601: 2025-10-17)",
        "behaviour",
        {**BEHAVIOUR, "lifecycle": [{**BEHAVIOUR["lifecycle"][0], "date": "2010-02-30"}]},
    ),
    "empty text": (("title",), "title: '' should be non-empty (title)", "document", {**DOCUMENT, "title": ""}),
    "empty list": (
        ("citations",),
        "citations: [] should be non-empty (the sources of this record)",
        "document",
        {**DOCUMENT, "citations": []},
    ),
    "repeated item": (
        ("citations",),
        'citations: {"place": "p", "source": "invented-source"} stands more than once (the sources of this record)',
        "document",
        {**DOCUMENT, "citations": [CITATION, dict(reversed(CITATION.items()))]},
    ),
    "inferred without a reason": (
        ("citations", 0),
        "citations.0: 'reason' is missing",
        "document",
        {**DOCUMENT, "citations": [{**CITATION, "basis": "inferred"}]},
    ),
    "no deviation": ((), "the record: 'deviation' is missing", "behaviour", without(BEHAVIOUR, "deviation")),
}


@pytest.mark.parametrize(("path", "message", "kind", "data"), PROBLEMS.values(), ids=PROBLEMS)
def test_problems(path: Path, message: str, kind: str, data: dict[str, Any]) -> None:
    """The message names the place and what was expected there."""
    assert [(path, message)] == list(schema_problems(kind, data))


WRONG_CONDITIONS: dict[str, dict[str, Any]] = {
    "nothing": {},
    "fact alone": {"fact": "device.model"},
    "operator alone": {"equals": "1"},
    "two operators": {"fact": "device.model", "equals": "1", "at_least": "1"},
    "two groups": {"all": [{"fact": "device.model", "equals": "1"}], "any": [{"fact": "device.model", "equals": "1"}]},
    "fact and group": {"fact": "device.model", "all": [{"fact": "device.model", "equals": "1"}]},
    "fact and not": {"fact": "device.model", "not": {"fact": "device.model", "equals": "1"}},
    "empty group": {"all": []},
    "empty list of values": {"fact": "device.model", "one_of": []},
    "fact of nowhere": {"fact": "clock.today", "equals": "1"},
    "unknown operator": {"fact": "device.model", "matches": "1"},
    "presence as text": {"fact": "device.model", "present": "yes"},
    "wrong below": {"all": [{"not": {"fact": "device.model"}}]},
}


@pytest.mark.parametrize("when", WRONG_CONDITIONS.values(), ids=WRONG_CONDITIONS)
def test_wrong_conditions(when: dict[str, Any]) -> None:
    """A condition is a group, a negation, or one comparison of one fact, and nothing in between."""
    problems = list(schema_problems("behaviour", {**BEHAVIOUR, "when": when}))
    assert problems
    assert {"when"} == {path[0] for path, _ in problems}


def test_a_claim_of_conformance_has_no_deviation() -> None:
    """A record cannot say that a Device conforms and deviates."""
    expected = (("deviation",), "deviation: does not belong here (a claim that the Device conforms has none)")
    assert [expected] == list(schema_problems("behaviour", {**BEHAVIOUR, "claim": "conforms"}))
    assert [] == list(schema_problems("behaviour", {**without(BEHAVIOUR, "deviation"), "claim": "conforms"}))


def test_all_problems_are_reported() -> None:
    """One problem never hides another."""
    data = {**without(DOCUMENT, "title"), "citations": [{"source": 5}], "zzz": "x"}
    assert {(), ("citations", 0), ("citations", 0, "source"), ("zzz",)} == {
        path for path, _ in schema_problems("document", data)
    }


def test_long_values_are_cut() -> None:
    """A message stays on one line of a terminal, however long the value is."""
    ((_, message),) = schema_problems("document", {**DOCUMENT, "title": ["x" * 1000]})
    assert f"title: ['{'x' * 55}... is not a text" == message


def test_many_items_are_compared_by_their_text() -> None:
    """A list as long as a file can hold has its repeated item found, without comparing every pair."""
    sides = [{**CITATION, "covers": [f"f{number}"]} for number in range(5000)]
    ((path, message),) = schema_problems("document", {**DOCUMENT, "citations": [*sides, sides[0]]})
    assert ("citations",) == path
    assert "stands more than once" in message
