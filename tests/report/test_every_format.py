"""Whatever a finding says, every format can be read back and steers nothing."""

import json

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from s1sr_validator.model.check_report import CheckedRequest, CheckReport, RuleNotAsked, SuppressedFinding
from s1sr_validator.model.finding import Finding, Location, Severity
from s1sr_validator.report.as_github import to_github
from s1sr_validator.report.as_json import to_json
from s1sr_validator.report.as_junit import to_junit
from s1sr_validator.report.as_markdown import to_markdown
from s1sr_validator.report.as_ndjson import to_ndjson
from s1sr_validator.report.as_sarif import to_sarif
from s1sr_validator.report.findings_text import write_findings
from s1sr_validator.report.findings_view import FindingsView, view_of_check
from s1sr_validator.report.page import Page
from tests.report.held_against import junit, ndjson, output, sarif
from tests.report.shown import DAY, RULES, STAMP

# Lone surrogates too: the name of a file that is not UTF-8 has them.
TEXTS = st.text(st.characters(), max_size=30) | st.sampled_from(
    ["\x1b[2J", "a\r\nb", "]]>", "::error::", "|`<b>", "\ufffe"]
)
NAMES = st.sampled_from(["a.xml", "", "-", "standard input", "z.zip!/a b.xml", "/a", "C:\\a", "a\udcff"]) | TEXTS
CODES = st.sampled_from(["REQ001", "REQ003", "TST001"])
FINDINGS = st.builds(
    Finding,
    code=CODES,
    severity=st.sampled_from(Severity),
    message=TEXTS,
    tip=TEXTS,
    location=st.builds(Location, file=NAMES, line=st.integers(0, 3), column=st.integers(0, 9), path=TEXTS),
)
NOT_ASKED = st.builds(RuleNotAsked, code=CODES, reason=TEXTS)
REQUESTS = st.builds(
    CheckedRequest,
    name=NAMES,
    srv=TEXTS,
    service_name=TEXTS,
    request_id=TEXTS,
    devices=st.just(()),
    schema=TEXTS,
    rules_run=st.lists(CODES, unique=True).map(tuple),
    rules_not_asked=st.lists(NOT_ASKED, max_size=2).map(tuple),
)
REPORTS = st.builds(
    CheckReport,
    catalogue=st.just(STAMP),
    as_of=st.just(DAY),
    device=TEXTS,
    role=TEXTS,
    requests=st.lists(REQUESTS, max_size=2).map(tuple),
    unread=st.lists(NAMES, max_size=2).map(tuple),
    findings=st.lists(FINDINGS, max_size=3).map(tuple),
    suppressed=st.lists(
        st.builds(SuppressedFinding, finding=FINDINGS, reason=TEXTS, expires=st.sampled_from(["", "2200-03-04"])),
        max_size=2,
    ).map(tuple),
)


class _Sources(dict[str, bytes]):
    """Every input, whatever it is called, with the same bytes."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self._data = data

    def __contains__(self, name: object) -> bool:
        return True

    def __missing__(self, name: str) -> bytes:
        return self._data


def view_of(report: CheckReport) -> FindingsView:
    """Return what the formats show."""
    return view_of_check(report, software="1.2.3")


def is_calm(text: str) -> bool:
    """Say whether a text steers nothing: it has line breaks and visible characters only."""
    return all(character == "\n" or not ("\0" <= character < " " or "\x7f" <= character < "\xa0") for character in text)


@given(REPORTS, st.binary(max_size=60))
def test_text(report: CheckReport, source: bytes) -> None:
    """A page of visible characters that says how much was found."""
    page = Page()
    write_findings(page, view_of(report), _Sources(source))
    assert is_calm(str(page))
    assert all(finding.code in str(page) for finding in report.findings)


@given(REPORTS)
def test_json(report: CheckReport) -> None:
    """The published shape, with all findings."""
    text = to_json(report)
    assert is_calm(text)
    output("check", json.loads(text))
    assert len(report.findings) == len(msgspec.json.decode(text, type=CheckReport).findings)


@given(REPORTS)
def test_ndjson(report: CheckReport) -> None:
    """Every line of the shape of its type, and one for each finding."""
    text = to_ndjson(view_of(report))
    assert is_calm(text)
    found = [line for line in ndjson(text) if line["type"] == "finding"]
    assert len(report.findings) + len(report.suppressed) == len(found)


@settings(max_examples=30)  # its schema is large, and holding a log against it takes a while
@given(REPORTS, st.binary(max_size=60))
def test_sarif(report: CheckReport, source: bytes) -> None:
    """Valid by the official schema, with a result for each finding."""
    text = to_sarif(view_of(report), RULES, _Sources(source))
    assert is_calm(text)
    assert len(report.findings) + len(report.suppressed) == len(sarif(text)["results"])


@given(REPORTS, st.sampled_from(Severity))
def test_junit(report: CheckReport, fail_on: Severity) -> None:
    """Valid by the schema, and something fails exactly where the exit code would be 1."""
    text = to_junit(view_of(report), RULES, fail_on)
    assert is_calm(text)
    root = junit(text)
    has_failed = any(True for _ in root.iter("failure", "error"))
    assert any(finding.severity.at_least(fail_on) for finding in report.findings) == has_failed


@given(REPORTS)
def test_github(report: CheckReport) -> None:
    """One command for each finding, and a last line that is none."""
    text = to_github(view_of(report))
    assert is_calm(text)
    *commands, last = text.removesuffix("\n").split("\n")
    assert len(report.findings) == len(commands)
    assert all(command.startswith(("::error ", "::warning ", "::notice ")) for command in commands)
    assert not last.startswith("::")


@given(REPORTS)
def test_markdown(report: CheckReport) -> None:
    """Every finding has a row."""
    text = to_markdown(view_of(report))
    assert is_calm(text)
    rows = [line for line in text.split("\n") if line.startswith(("| **error**", "| warning", "| info"))]
    assert len(report.findings) == len(rows)
