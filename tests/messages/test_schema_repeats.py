"""What schemas and rules both say."""

import pytest

from s1sr_validator.checking.registry import CHECKING_RULES
from s1sr_validator.messages.schema_repeats import SAYING_THE_SAME, without_repeats
from s1sr_validator.model.finding import Finding, Location, Severity


def finding(code: str, path: str, file: str = "request.xml") -> Finding:
    """Return a finding of a code at a path."""
    return Finding(code=code, severity=Severity.ERROR, message="invented", location=Location(file=file, path=path))


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        (("REQ202", "REQ006"), ("REQ006",)),
        (("REQ006", "REQ201"), ("REQ006",)),
        (("REQ201", "REQ202"), ("REQ201", "REQ202")),
        (("REQ202", "REQ106"), ("REQ202", "REQ106")),
    ],
)
def test_at_one_place(codes: tuple[str, ...], expected: tuple[str, ...]) -> None:
    """A rule about form speaks in place of a schema; one of another kind speaks beside it."""
    kept = without_repeats(finding(code, "header.CommandVariant") for code in codes)
    assert expected == tuple(each.code for each in kept)


def test_at_other_places() -> None:
    """Another path, or another file, is another matter."""
    every = (finding("REQ202", "body"), finding("REQ006", "body.Depth"), finding("REQ006", "body", "other.xml"))
    assert every == without_repeats(every)


def test_the_rules_that_are_named_exist() -> None:
    """Every code is that of a rule about requests."""
    assert {rule.code for rule in CHECKING_RULES} >= SAYING_THE_SAME
