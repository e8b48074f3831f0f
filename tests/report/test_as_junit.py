"""Findings as a JUnit report, held against the schema that Jenkins reads by."""

from lxml import etree

from s1sr_validator.model.finding import Finding, Location, Severity
from s1sr_validator.report.as_junit import to_junit
from tests.report.held_against import junit
from tests.report.shown import FINDING, RULES, accepted, checked, finding, linted, request


def info(message: str) -> Finding:
    """Return a finding that is only information."""
    place = Location(file="a.xml", line=1)
    return Finding(code="TST002", severity=Severity.INFO, message=message, location=place)


def cases(suite: etree._Element) -> dict[str, list[str]]:
    """Return what came of each test, by its name."""
    return {str(test.get("name")): [str(outcome.tag) for outcome in test] for test in suite.iter("testcase")}


def test_a_suite_for_each_input_and_a_test_for_each_rule() -> None:
    """Rules that found nothing pass, rules that were not asked are skipped with the reason."""
    view = checked(finding(file="b.xml"), requests=(request("a.xml", not_asked="no Device is given"), request("b.xml")))
    first, second = junit(to_junit(view, RULES, Severity.WARNING))
    assert ["a.xml", "b.xml"] == [first.get("name"), second.get("name")]
    assert {"TST001": [], "TST009": ["skipped"]} == cases(first)
    assert {"TST001": ["failure"]} == cases(second)
    assert "no Device is given" == first.findtext("testcase/skipped")
    assert {
        "checked": "9.9.1 Invented Service",
        "by": "s1sr 1.2.3, catalogue 9.8.7 abababababab, as of 2200-02-03",
    } == {given.get("name"): given.get("value") for given in first.iter("property")}


def test_findings_of_one_rule_are_one_failure() -> None:
    """Some readers take only the first failure of a test: it names all."""
    (suite,) = junit(to_junit(checked(finding("one", tip="do"), finding("two", line=7)), RULES, Severity.WARNING))
    (failure,) = suite.iter("failure")
    assert ("TST001", "one (and 1 more finding)") == (failure.get("type"), failure.get("message"))
    assert "a.xml:1:1 body.X: error TST001: one; do\na.xml:7:1 body.X: error TST001: two" == failure.text


def test_what_fails_is_what_the_exit_code_counts() -> None:
    """A finding below --fail-on passes, and stands in the output of the suite."""
    view = checked(info("for information"))
    (calm,) = junit(to_junit(view, RULES, Severity.WARNING))
    assert {"TST001": [], "TST002": []} == cases(calm)
    assert "a.xml:1: info TST002: for information" == calm.findtext("system-out")
    (strict,) = junit(to_junit(view, RULES, Severity.INFO))
    assert {"TST001": [], "TST002": ["failure"]} == cases(strict)


def test_an_unread_input_is_an_error() -> None:
    """Nothing could be asked of it: that is no failed test."""
    view = checked(finding("not XML"), requests=(), unread=("a.xml",))
    (suite,) = junit(to_junit(view, RULES, Severity.ERROR))
    assert {"TST001": ["error"]} == cases(suite)
    assert ("1", "0") == (suite.get("errors"), suite.get("failures"))


def test_suppressed_findings_do_not_fail() -> None:
    """They stand in the output, with the reason."""
    (suite,) = junit(to_junit(checked(suppressed=(accepted(finding("old")),)), RULES, Severity.INFO))
    assert {"TST001": []} == cases(suite)
    assert "suppressed (agreed): a.xml:1:1 body.X: error TST001: old" == suite.findtext("system-out")


def test_a_catalogue_is_one_suite() -> None:
    """Rules have their names, and those that could not be asked are skipped."""
    (suite,) = junit(to_junit(linted(FINDING, skipped=("CAT148",)), RULES, Severity.WARNING))
    assert {"CAT007 schema": ["failure"], "CAT148": ["skipped"]} == cases(suite)


def test_nothing_at_all_is_still_a_report() -> None:
    """A run without inputs has no suites."""
    assert 0 == len(junit(to_junit(checked(requests=()), RULES, Severity.WARNING)))
