"""A rule and the findings that rest on it."""

from s1sr_validator.model.finding import Finding, Location, Severity
from s1sr_validator.model.rule import Example, Rule


def test_finding() -> None:
    """A finding has its rule's code and severity."""
    rule = Rule(
        code="INV001",
        name="invented-rule",
        severity=Severity.WARNING,
        summary="An invented rule.",
        why="Invented for tests.",
        example=Example(file="a.yaml", wrong="a", right="b"),
    )
    place = Location(file="a.yaml", line=1)
    expected = Finding(code="INV001", severity=Severity.WARNING, message="it is a", tip="write b", location=place)
    assert expected == rule.finding("it is a", place, tip="write b")
