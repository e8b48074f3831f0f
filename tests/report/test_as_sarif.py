"""Findings as SARIF 2.1.0, held against the official schema."""

import pytest

from s1sr_validator.model.finding import Finding, Severity
from s1sr_validator.report.as_sarif import to_sarif
from tests.report.held_against import sarif
from tests.report.shown import FINDING, RULES, accepted, checked, finding, linted

SOURCE = b"<a>\n\t<b>\xc3\xa9<c/></b>\n</a>\n"


def test_a_result_leads_to_place_and_rule() -> None:
    """File, line, column and path; the rule is described once, with help and a wrong and a right example."""
    run = sarif(to_sarif(linted(FINDING, FINDING), RULES, {}))
    assert ("s1sr", "1.2.3") == (run["tool"]["driver"]["name"], run["tool"]["driver"]["version"])
    (rule,) = run["tool"]["driver"]["rules"]
    assert "CAT007" == rule["id"]
    assert "Wrong:" in rule["help"]["text"]
    assert "~~~" in rule["help"]["markdown"]
    for result in run["results"]:
        assert ("CAT007", 0) == (result["ruleId"], result["ruleIndex"])
        (location,) = result["locations"]
        assert {
            "artifactLocation": {"uri": "catalogue/x%20y.yaml"},
            "region": {"startLine": 3, "startColumn": 5},
        } == location["physicalLocation"]
        assert [{"fullyQualifiedName": "a.b"}] == location["logicalLocations"]


@pytest.mark.parametrize(
    ("severity", "level"), [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.INFO, "note")]
)
def test_severities_keep_their_weight(severity: Severity, level: str) -> None:
    """SARIF has its own words for the three severities."""
    run = sarif(to_sarif(checked(Finding(code="TST001", severity=severity, message="m")), (), {}))
    assert level == run["results"][0]["level"]


def test_what_has_no_place_has_no_location() -> None:
    """What is about no file gets no invented place, and a rule that is not known no description."""
    (result,) = sarif(to_sarif(checked(Finding(code="X", severity=Severity.INFO, message="m")), (), {}))["results"]
    assert [] == result["locations"]
    assert "ruleIndex" not in result


def test_standard_input_is_described_and_not_addressed() -> None:
    """It has no address that anybody could open."""
    (result,) = sarif(to_sarif(checked(finding(file="standard input")), (), {}))["results"]
    artifact = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert {"description": {"text": "standard input"}} == artifact


def test_the_snippet_is_the_text_of_the_region() -> None:
    """From the column to the end of the line, counted in characters as the log says."""
    run = sarif(to_sarif(checked(finding(line=2, column=6)), (), {"a.xml": SOURCE}))
    assert "unicodeCodePoints" == run["columnKind"]
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert {"startLine": 2, "startColumn": 6, "endColumn": 14, "snippet": {"text": "<c/></b>"}} == region


def test_a_long_line_is_quoted_in_part() -> None:
    """A region of a message that is one single line does not carry all of it."""
    run = sarif(to_sarif(checked(finding(column=10)), (), {"a.xml": b"x" * 100_000}))
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert (10, 210, 200) == (region["startColumn"], region["endColumn"], len(region["snippet"]["text"]))


def test_suppressed_findings_are_results_that_say_so() -> None:
    """With the reason and the day; the others say that they are not suppressed."""
    view = checked(finding("kept"), suppressed=(accepted(finding("old"), expires="2200-03-04"),))
    kept, old = sarif(to_sarif(view, (), {}))["results"]
    assert [] == kept["suppressions"]
    assert [{"kind": "external", "status": "accepted", "justification": "agreed (until 2200-03-04)"}] == old[
        "suppressions"
    ]


def _fingerprint(found: Finding) -> str:
    (result,) = sarif(to_sarif(checked(found), (), {}))["results"]
    (value,) = result["partialFingerprints"].values()
    assert isinstance(value, str)
    return value


def test_a_fingerprint_stays_when_lines_move() -> None:
    """It depends on rule, file and path, not on position or on the values in the message."""
    first = _fingerprint(finding("before 2200-02-03", line=1))
    assert first == _fingerprint(finding("before 2200-02-04", line=7, column=3))
    assert first != _fingerprint(finding(path="body.Y"))
    assert first != _fingerprint(finding(file="b.xml"))
    assert _fingerprint(finding("m", path="")) != _fingerprint(finding("n", path=""))


def test_equal_findings_have_fingerprints_of_their_own() -> None:
    """Two at the same path are told apart by their turn."""
    results = sarif(to_sarif(checked(finding(line=1), finding(line=2)), (), {}))["results"]
    assert 2 == len({str(result["partialFingerprints"]) for result in results})


def test_an_unread_input_makes_the_run_unsuccessful() -> None:
    """A log without results must not look like a clean one."""
    view = checked(finding(), requests=(), unread=("a.xml",))
    assert [{"executionSuccessful": False}] == sarif(to_sarif(view, (), {}))["invocations"]
    assert [{"executionSuccessful": True}] == sarif(to_sarif(checked(), (), {}))["invocations"]
