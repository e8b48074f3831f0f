"""Findings: their order, and how their place is written."""

import pytest

from s1sr_validator.model.finding import Finding, Location, Severity, in_order


@pytest.mark.parametrize(
    ("expected", "location"),
    [
        ("-", Location()),
        ("a.yaml", Location(file="a.yaml")),
        ("a.yaml:3", Location(file="a.yaml", line=3)),
        ("a.yaml:3:7", Location(file="a.yaml", line=3, column=7, path="name")),
    ],
)
def test_location_in_words(expected: str, location: Location) -> None:
    """What is not known of a place is left out."""
    assert expected == str(location)


@pytest.mark.parametrize(
    ("expected", "severity"),
    [
        ((True, True, True), Severity.ERROR),
        ((False, True, True), Severity.WARNING),
        ((False, False, True), Severity.INFO),
    ],
)
def test_at_least(expected: tuple[bool, bool, bool], severity: Severity) -> None:
    """Errors are more serious than warnings, and those than infos."""
    assert expected == tuple(severity.at_least(other) for other in Severity)


def finding(code: str, file: str, line: int, message: str = "wrong") -> Finding:
    """Return a finding."""
    return Finding(code=code, severity=Severity.ERROR, message=message, location=Location(file=file, line=line))


def test_in_order() -> None:
    """Findings are sorted by place, then code, then message, and each stands once."""
    ordered = (
        finding("CAT002", "a.yaml", 2),
        finding("CAT001", "a.yaml", 10),
        finding("CAT002", "a.yaml", 10, "a"),
        finding("CAT002", "a.yaml", 10, "b"),
        finding("CAT001", "b.yaml", 1),
    )
    assert ordered == in_order([*reversed(ordered), *ordered])
