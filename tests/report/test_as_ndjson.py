"""Findings as lines of JSON, each held against the published schema of its type."""

from s1sr_validator.report.as_ndjson import to_ndjson
from tests.report.held_against import ndjson
from tests.report.shown import FINDING, accepted, checked, finding, linted, request


def test_a_run_then_inputs_and_findings_then_a_summary() -> None:
    """The first line says by what was checked, the last one that nothing is missing."""
    view = checked(
        finding(file="a.xml"),
        finding(file="c.xml"),
        requests=(request("a.xml", not_asked="no Device is given"), request("b.xml")),
        unread=("c.xml",),
        suppressed=(accepted(finding("old", file="b.xml"), expires="2200-03-04"),),
    )
    lines = ndjson(to_ndjson(view))
    first, *_, last = lines
    assert ["run", *["checked"] * 3, *["finding"] * 3, "summary"] == [line["type"] for line in lines]
    assert ("check", "1.2.3", "9.8.7", "2200-02-03") == (
        first["command"],
        first["software"],
        first["catalogue"]["version"],
        first["as_of"],
    )
    assert [("a.xml", True), ("b.xml", True), ("c.xml", False)] == [
        (line["name"], line["was_read"]) for line in lines if line["type"] == "checked"
    ]
    assert [(False, "", ""), (False, "", ""), (True, "agreed", "2200-03-04")] == [
        (line["suppressed"], line["reason"], line["expires"]) for line in lines if line["type"] == "finding"
    ]
    assert {"errors": 2, "warnings": 0, "infos": 0, "suppressed": 1, "checked": 2, "unread": 1} == {
        name: value for name, value in last.items() if name not in {"type", "rules_run"}
    }


def test_a_catalogue_is_one_input() -> None:
    """Rules that could not be asked are named with the reason."""
    lines = ndjson(to_ndjson(linted(FINDING, skipped=("CAT148",))))
    assert [{"code": "CAT148", "reason": "records could not be read"}] == lines[1]["rules_not_asked"]
    assert 3 == lines[-1]["checked"]


def test_a_line_break_in_a_finding_breaks_no_line() -> None:
    """Lines of the file are the lines of the format."""
    (line,) = [line for line in ndjson(to_ndjson(checked(finding("a\nb\u2028c")))) if line["type"] == "finding"]
    assert "a\nb\u2028c" == line["message"]
