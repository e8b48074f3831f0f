"""Every rule about requests: what it reports, and at least as often what it keeps silent about."""

from collections import Counter
from typing import Any

import pytest

from s1sr_validator import Catalogue
from s1sr_validator.checking.registry import CHECKING_RULES
from s1sr_validator.checking.rules import unknown_field
from s1sr_validator.model.device import CplStatus
from tests.checking.asked import END, START, dated, found, period
from tests.invented import GAS, MAKER_ONE

USER, METER = "90-B3-D5-1F-30-00-00-02", "00-00-00-00-00-00-00-0A"
SIGNED = "<sr:SignedPreCommand>QUJD</sr:SignedPreCommand>"
NEXT_YEAR = period("2027-01-01T00:00:00Z", "2027-02-01T00:00:00Z")

Case = tuple[str, dict[str, Any]]

REPORTED: tuple[Case, ...] = (
    ("REQ006", {"body": ""}),
    ("REQ006", {"CommandVariant": ""}),
    ("REQ007", {"ServiceReferenceVariant": "9.9.7"}),
    ("REQ008", {"body": "<sr:SetInventedThing/>"}),
    ("REQ101", {"ServiceReference": "9.8"}),
    ("REQ101", {"ServiceReference": "9.9.1"}),
    ("REQ102", {"CommandVariant": "0"}),
    ("REQ102", {"CommandVariant": "10"}),
    ("REQ102", {"CommandVariant": "-1"}),
    ("REQ102", {"CommandVariant": "one"}),
    ("REQ103", {"CommandVariant": "9"}),
    ("REQ103", {"CommandVariant": "09"}),
    ("REQ104", {"CommandVariant": "4"}),
    ("REQ104", {"CommandVariant": "8"}),
    ("REQ105", {"RequestID": "anything"}),
    ("REQ105", {"RequestID": f"{USER}:{METER}"}),
    ("REQ105", {"RequestID": f"{USER}:{METER}:"}),
    ("REQ105", {"RequestID": f"{USER}:{METER}:01"}),
    ("REQ105", {"RequestID": f"{USER}:{METER}:-1"}),
    ("REQ105", {"RequestID": f"{USER}:{METER}:\u0663"}),
    ("REQ105", {"RequestID": f"{USER}:{METER}:18446744073709551616"}),
    ("REQ105", {"RequestID": f"{USER}:{METER.replace('-', '')}:1"}),
    ("REQ106", {"RequestID": f"{METER}:{METER}:1"}),
    ("REQ106", {"RequestID": f"{METER.lower()}:{METER}:1"}),
    ("REQ107", {"fields": period(END, START)}),
    ("REQ107", {"fields": period("2025-01-01T00:00:00Z", "2025-01-01T00:30:00+01:00")}),
    ("REQ108", {"fields": period(START, START)}),
    ("REQ108", {"fields": period("2025-01-01T00:00:00Z", "2025-01-01T01:00:00+01:00")}),
    ("REQ109", {"fields": NEXT_YEAR}),
    ("REQ109", {"fields": dated("2026-06-01T00:00:00Z", **NEXT_YEAR), "service": "future dated"}),
    ("REQ110", {"fields": dated("2027-01-01T00:00:00Z")}),
    ("REQ110", {"fields": dated("soon")}),
    ("REQ111", {"fields": dated("2026-01-30T23:59:59Z"), "service": "future dated"}),
    ("REQ112", {"fields": dated("3000-12-31T00:00:00Z"), "service": "future dated"}),
    ("REQ112", {"fields": dated("3000-12-31T00:00:00.00Z"), "service": "future dated"}),
    ("REQ113", {"fields": period() | {"Dept": "3"}}),
    ("REQ113", {"fields": {"ReadLogPeriod": {"StartDateTime": START, "EndDateTime": END, "Middle": START}}}),
    ("REQ114", {"service": "named"}),
    ("REQ115", {"fields": period("yesterday", END)}),
    ("REQ115", {"fields": period() | {"Depth": "deep"}}),
    ("REQ115", {"fields": period() | {"Depth": ""}}),
    ("REQ115", {"fields": period() | {"Detailed": "maybe"}}),
    ("REQ116", {"role": "GS"}),
    ("REQ117", {"device": MAKER_ONE, "service": "without device"}),
    ("REQ118", {"device": MAKER_ONE, "service": "for gas"}),
    ("REQ119", {"device": MAKER_ONE, "status": CplStatus.REMOVED}),
    ("REQ119", {"device": MAKER_ONE, "status": CplStatus.ABSENT}),
    ("REQ120", {"body": SIGNED}),
)
"""Requests that a rule reports, once, among other rules' findings at the most."""

SILENT: tuple[Case, ...] = (
    ("REQ006", {}),
    ("REQ006", {"ServiceReferenceVariant": "9.9.7"}),
    ("REQ007", {"ServiceReferenceVariant": ""}),
    ("REQ008", {"body": SIGNED}),
    ("REQ101", {}),
    ("REQ101", {"body": SIGNED}),
    ("REQ102", {"CommandVariant": "1"}),
    ("REQ102", {"CommandVariant": "01"}),
    ("REQ102", {"CommandVariant": "8"}),
    ("REQ102", {"CommandVariant": "9"}),
    ("REQ103", {"CommandVariant": "8"}),
    ("REQ103", {"CommandVariant": "99"}),
    ("REQ104", {"CommandVariant": "3"}),
    ("REQ104", {"CommandVariant": "03"}),
    ("REQ104", {"CommandVariant": "9"}),
    ("REQ104", {"CommandVariant": "one"}),
    ("REQ105", {"RequestID": f"{USER}:{METER}:0"}),
    ("REQ105", {"RequestID": f"{USER}:{METER}:1"}),
    ("REQ105", {"RequestID": f"{USER}:{METER}:10"}),
    ("REQ105", {"RequestID": f" {USER}:{METER}:1 "}),
    ("REQ105", {"RequestID": f"{USER.lower()}:{METER}:1"}),
    ("REQ105", {"RequestID": f"{USER}:{METER}:9999999999999999999"}),
    ("REQ105", {"RequestID": f"{USER}:{METER}:18446744073709551615"}),
    ("REQ105", {"RequestID": f"{METER}:{METER}:1"}),
    ("REQ106", {"RequestID": f"{USER}:{METER}:1"}),
    ("REQ106", {"RequestID": "::1"}),
    ("REQ107", {"fields": period(START, START)}),
    ("REQ107", {"fields": period("2025-01-01T01:00:00+01:00", "2025-01-01T00:30:00Z")}),
    ("REQ107", {"fields": period(END, "unreadable")}),
    ("REQ107", {"fields": {"ReadLogPeriod": {"StartDateTime": START}}}),
    ("REQ108", {"fields": period(START, "2025-01-01T00:00:01Z")}),
    ("REQ108", {"fields": period(END, START)}),
    ("REQ109", {"fields": period("2026-01-31T00:00:00Z", "2026-02-28T00:00:00Z")}),
    ("REQ109", {"fields": period("2025-01-31T00:00:00Z", "2027-02-28T00:00:00Z")}),
    ("REQ109", {"fields": dated("2027-03-01T00:00:00Z", **NEXT_YEAR), "service": "future dated"}),
    ("REQ109", {"fields": {"OtherPeriod": NEXT_YEAR["ReadLogPeriod"]}}),
    ("REQ110", {}),
    ("REQ110", {"fields": dated("2027-01-01T00:00:00Z"), "service": "future dated"}),
    ("REQ111", {"fields": dated("2026-01-31T00:00:00Z"), "service": "future dated"}),
    ("REQ111", {"fields": dated("3000-12-31T00:00:00Z"), "service": "future dated"}),
    ("REQ111", {"fields": dated("2015-01-01T00:00:00Z")}),
    ("REQ112", {"fields": dated("3000-12-30T00:00:00Z"), "service": "future dated"}),
    ("REQ112", {"fields": dated("3000-12-31T00:00:01Z"), "service": "future dated"}),
    ("REQ113", {}),
    ("REQ113", {"fields": {"ReadLogPeriod": ""}}),
    ("REQ113", {"fields": dated("2027-01-01T00:00:00Z")}),
    ("REQ114", {"fields": period() | {"Name": "a name"}, "service": "named"}),
    ("REQ114", {"fields": {}}),
    ("REQ115", {"fields": period() | {"Depth": "3", "Detailed": "0"}}),
    ("REQ115", {"fields": period() | {"Detailed": "true"}}),
    ("REQ115", {"fields": period() | {"Unknown": "true"}}),
    ("REQ115", {"fields": period("2025-01-01T00:00:00.00Z", "2025-01-02T00:00:00+01:00")}),
    ("REQ116", {"role": "IS"}),
    ("REQ116", {"role": "GS", "service": "for everybody"}),
    ("REQ116", {}),
    ("REQ117", {"service": "without device"}),
    ("REQ117", {"device": MAKER_ONE}),
    ("REQ118", {"device": GAS, "service": "for gas"}),
    ("REQ118", {"device": MAKER_ONE}),
    ("REQ118", {"device": MAKER_ONE, "service": "without device"}),
    ("REQ119", {"device": MAKER_ONE}),
    ("REQ119", {}),
    ("REQ120", {}),
)
"""Requests that a rule has nothing to say about, though they come close or another rule speaks."""


@pytest.mark.parametrize(("code", "case"), REPORTED)
def test_the_rule_reports_once_and_says_where(tiny: Catalogue, code: str, case: dict[str, Any]) -> None:
    """The finding has the file, a line, a dotted path and a tip."""
    (finding,) = (finding for finding in found(tiny, **case) if finding.code == code)
    place = finding.location
    assert ("request.xml", 1) == (place.file, place.line)
    assert place.path.partition(".")[0] in {"header", "body"}
    assert finding.message
    assert finding.tip


@pytest.mark.parametrize(("code", "case"), SILENT)
def test_the_rule_is_silent(tiny: Catalogue, code: str, case: dict[str, Any]) -> None:
    """What is right, unknown, or another rule's is not reported."""
    assert code not in {finding.code for finding in found(tiny, **case)}


def test_every_rule_is_silent_at_least_as_often() -> None:
    """A rule that reports too much is worse than one that reports too little."""
    reported, silent = (Counter(code for code, _ in cases) for cases in (REPORTED, SILENT))
    assert {rule.code for rule in CHECKING_RULES} - {"REQ199"} == set(reported) == set(silent)
    assert len(REPORTED) <= len(SILENT)


def test_a_usual_request_has_no_findings(tiny: Catalogue) -> None:
    """Nothing is reported for the request that the cases change."""
    assert () == found(tiny, device=MAKER_ONE, role="IS")


def test_a_misspelt_field_gets_the_nearest_name(tiny: Catalogue) -> None:
    """The tip names the field that was probably meant."""
    (finding,) = found(tiny, fields=period() | {"Dept": "3"})
    assert ("body.Dept", "nearest: Depth") == (finding.location.path, finding.tip)


def test_very_many_unknown_fields_are_counted(tiny: Catalogue) -> None:
    """A body of another kind does not fill the screen."""
    fields = {f"Strange{number}": "1" for number in range(100)}
    findings = found(tiny, fields=fields)
    assert unknown_field.RULE.code == findings[0].code
    assert 21 == len(findings)
    assert any("80 further fields" in finding.message for finding in findings)


def test_a_long_text_is_cut(tiny: Catalogue) -> None:
    """A message quotes the beginning of what is long."""
    (finding,) = found(tiny, ServiceReference="9" * 10_000)
    assert len(finding.message) < 200


def test_evidence_of_device_types_is_called_positive_only(tiny: Catalogue) -> None:
    """A type that no source names is not ruled out, and the finding says so."""
    (finding,) = found(tiny, device=MAKER_ONE, service="for gas")
    assert "ESME is not ruled out" in finding.tip
