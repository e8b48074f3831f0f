"""Results as JSON."""

import json

import msgspec

from s1sr_validator.report.as_json import to_json, to_json_line
from tests.report.held_against import output
from tests.report.shown import accepted, check_report, finding, request


def test_a_check_has_its_own_published_shape() -> None:
    """With requests, what was not asked of them, unread inputs and suppressed findings."""
    report = check_report(
        finding(),
        requests=(request(not_asked="no Device is given"),),
        unread=("b.xml",),
        suppressed=(accepted(finding("old")),),
    )
    read = json.loads(to_json(report))
    output("check", read)
    assert report == msgspec.convert(read, type(report))


def test_names_that_are_no_unicode_are_written_out() -> None:
    """A file name of other bytes reaches Python with lone surrogates, which JSON cannot hold."""
    report = check_report(finding(file="a\udcff.xml"), requests=(request("a\udcff.xml"),))
    for text in (to_json(report), to_json_line(report)):
        read = json.loads(text)
        output("check", read)
        assert "a\\udcff.xml" == read["requests"][0]["name"]


def test_what_would_steer_a_terminal_is_escaped() -> None:
    """JSON asks it of the first control characters only; what is read back is the same."""
    text = to_json({"a": "\x1b\x9b\x7f\u202e\u2028\ufeff\u00e9"})
    assert '{\n  "a": "\\u001b\\u009b\\u007f\\u202e\\u2028\\ufeff\u00e9"\n}\n' == text
    assert {"a": "\x1b\x9b\x7f\u202e\u2028\ufeff\u00e9"} == json.loads(text)
