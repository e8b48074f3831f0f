"""Exceptions accept what they name, and are reported once they no longer do."""

import datetime as dt
from typing import Any

import pytest

from s1sr_validator.lint.exceptions import accepted_apart
from s1sr_validator.model.finding import Finding, Location, Severity
from s1sr_validator.model.lint_exception import LintException
from tests.lint.asked import context_with

AS_OF = dt.date(2026, 1, 31)
CODES = frozenset({"CAT150", "CAT151"})
RECORD = "sources/invented-uncited-paper"


def finding(code: str = "CAT150", record: str = RECORD, path: str = "id") -> Finding:
    """Return a finding about a record of the invented catalogue."""
    location = Location(file=f"tiny_catalogue/{record}.yaml", path=path)
    return Finding(code=code, severity=Severity.WARNING, message="invented", location=location)


def left(*findings: Finding, done: frozenset[str] = CODES, **fields: Any) -> list[str]:  # noqa: ANN401 - of the record
    """Return the codes that one exception leaves of these findings."""
    usual: dict[str, Any] = {"id": "invented", "rule": "CAT150", "record": RECORD, "reason": "invented"}
    exception = LintException(**(usual | fields))
    context = context_with(exception, only=True)
    return sorted(found.code for found in accepted_apart(findings, context, CODES, done, AS_OF))


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"path": "id"},
        {"expires": dt.date(2026, 2, 1)},
    ],
    ids=["the whole record", "a path", "the day before it expires"],
)
def test_accepts(fields: dict[str, Any]) -> None:
    """A finding whose rule, record and path are named is dropped."""
    assert [] == left(finding(), **fields)


def test_accepts_every_finding_of_the_record() -> None:
    """Without a path an exception is about the whole record."""
    assert [] == left(finding(), finding(path="title"))


@pytest.mark.parametrize(
    ("found", "fields"),
    [
        (finding(code="CAT151"), {}),
        (finding(record="sources/invented-source"), {}),
        (finding(path="title"), {"path": "id"}),
        (finding(path="id.more"), {"path": "id"}),
    ],
    ids=["another rule", "another record", "another path", "a path below it"],
)
def test_accepts_nothing_else(found: Finding, fields: dict[str, Any]) -> None:
    """What is not named stays, and the exception is unused."""
    assert sorted([found.code, "CAT192"]) == left(found, **fields)


def test_unused() -> None:
    """An exception without a finding is reported."""
    assert ["CAT192"] == left()


def test_not_known_to_be_unused() -> None:
    """Where the rule was not asked to the end, nobody knows whether the exception is needed."""
    assert [] == left(done=frozenset())


@pytest.mark.parametrize("day", [AS_OF, dt.date(2020, 1, 1)])
def test_expired(day: dt.date) -> None:
    """From the day on, the finding is back, and the exception is reported."""
    assert ["CAT150", "CAT193"] == left(finding(), expires=day)


@pytest.mark.parametrize(
    "fields",
    [
        {"rule": "CAT999"},
        {"rule": "CAT007"},
        {"rule": "CAT199"},
        {"record": "sources/invented-nothing"},
        {"record": "gadgets/invented"},
        {"record": "invented"},
    ],
    ids=["no rule", "a rule about reading", "a crash", "no record", "no kind", "no folder"],
)
def test_target(fields: dict[str, Any]) -> None:
    """An exception for what cannot be accepted, or for what is not there, accepts nothing."""
    assert ["CAT150", "CAT191"] == left(finding(), **fields)
