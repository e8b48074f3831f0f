"""Regions of SARIF where a finding knows its line and no column."""

from s1sr_validator.report.as_sarif import to_sarif
from tests.report.held_against import sarif
from tests.report.shown import checked, finding


def test_a_line_without_a_column() -> None:
    """The whole line is the region; a line that is not there, or empty, has a start and no more."""
    sources = {"a.xml": b"<a>\n\n"}
    regions = [
        sarif(to_sarif(checked(finding(line=line, column=0)), (), sources))["results"][0]["locations"][0][
            "physicalLocation"
        ]["region"]
        for line in (1, 2, 9)
    ]
    whole = {"startLine": 1, "startColumn": 1, "endColumn": 4, "snippet": {"text": "<a>"}}
    assert [whole, {"startLine": 2}, {"startLine": 9}] == regions
