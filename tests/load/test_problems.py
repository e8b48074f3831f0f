"""A problem becomes a finding about one file."""

import pytest

from s1sr_validator.load import rules
from s1sr_validator.load.mark import Mark
from s1sr_validator.load.problems import LoadProblem
from s1sr_validator.model.finding import Finding, Location, Severity


@pytest.mark.parametrize(
    ("expected", "mark"),
    [(Location(file="a.yaml", line=2, column=3), Mark(2, 3)), (Location(file="a.yaml"), None)],
)
def test_finding(expected: Location, mark: Mark | None) -> None:
    """The finding has the problem's rule, message, and its place if it has one."""
    found = LoadProblem(rules.SYNTAX, "not YAML", mark).finding("a.yaml")
    assert Finding(code="CAT002", severity=Severity.ERROR, message="not YAML", location=expected) == found
