"""Every rule about requests: what it reports, and at least as often what it keeps silent about."""

from collections import Counter
from typing import Any

import msgspec
import pytest

from s1sr_validator import Catalogue
from s1sr_validator.checking.check import check
from s1sr_validator.checking.registry import RULES
from s1sr_validator.checking.rules import unknown_field
from s1sr_validator.model.device import CplStatus
from s1sr_validator.model.regulation import OtherModel
from tests.checking.asked import END, START, context_of, dated, found, period
from tests.invented import GAS, LOG, MAKER_ONE

USER, METER = "90-B3-D5-1F-30-00-00-02", "00-00-00-00-00-00-00-0A"
SIGNED = "<sr:SignedPreCommand><sr:GBCSPayload>QUJD</sr:GBCSPayload></sr:SignedPreCommand>"
EMPTY = "<sr:SignedPreCommand><sr:GBCSPayload/></sr:SignedPreCommand>"
OTHER_METER = "00-00-00-00-00-00-00-0B"
OWN = f"{USER}:{METER}:1"
OTHER = OtherModel(entry="000001", key="ESME/FFF9/0001/0101/00000001", specification="SMETS V4.2", status="Current")
DSP = "DSPScheduledServiceReference"

NEXT_YEAR = period("2027-01-01T00:00:00Z", "2027-02-01T00:00:00Z")

Case = tuple[str, dict[str, Any]]


def detailed(**fields: Any) -> dict[str, Any]:  # noqa: ANN401 - fields of a body, texts or nested
    """Return the case of a body that has these fields beside its log period."""
    return {"fields": period() | fields, "service": "detailed"}


def scheduled(
    srv: str = LOG,
    reference: str = "9.9",
    element: str = "DSPReadInventedLog",
    **case: Any,  # noqa: ANN401 - further arguments of a case
) -> dict[str, Any]:
    """Return the case of a body that schedules a service."""
    fields = {DSP: reference, DSP + "Variant": srv, "DeviceID": METER, element: ""}
    return detailed(**fields) | {"schedulable": True} | case


def offsets(start: str, end: str, start_time: str = "00:00:00", end_time: str = "00:00:00") -> dict[str, Any]:
    """Return the case of a body with a log period that is counted back from the day of reading."""
    names = ("StartDateOffset", "StartTime", "EndDateOffset", "EndTime")
    return detailed(Offsets=dict(zip(names, (start, start_time, end, end_time), strict=True)))


def written(body: str, **case: Any) -> dict[str, Any]:  # noqa: ANN401 - further arguments of a case
    """Return the case of a body that is written out inside its element."""
    return {"body": f"<sr:ReadInventedLog>{body}</sr:ReadInventedLog>"} | case


HALF = f"<sr:ReadLogPeriod><sr:StartDateTime>{START}</sr:StartDateTime></sr:ReadLogPeriod>"
PERIOD = HALF.replace("</sr:ReadLogPeriod>", f"<sr:EndDateTime>{END}</sr:EndDateTime></sr:ReadLogPeriod>")

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
    ("REQ114", {"fields": {"ReadLogPeriod": {"StartDateTime": START}}}),
    ("REQ114", written(PERIOD + HALF)),
    ("REQ115", {"fields": period() | {"Depth": "0"}}),
    ("REQ115", {"fields": period() | {"Detailed": "TRUE"}}),
    ("REQ115", {"fields": period("2025-01-01", END)}),
    ("REQ115", {"fields": period("2025-01-01T00:00Z", END)}),
    ("REQ115", detailed(Key="QUJ")),
    ("REQ115", detailed(Hash="ABC")),
    ("REQ115", detailed(Ratio="1,5")),
    ("REQ115", detailed(StartDate="2025-02-29")),
    ("REQ115", offsets("1", "0")),
    ("REQ121", {"version": ""}),
    ("REQ121", {"version": "5.4.1"}),
    ("REQ121", {"version": "0"}),
    ("REQ121", {"version": "-5.4"}),
    ("REQ122", {"version": "5.3", "schema_versions": ("5.4", "5.1")}),
    ("REQ124", {"FirstInSequence": "true", "PrecedingServiceRequestID": f"{USER}:{METER}:0"}),
    ("REQ124", {"FirstInSequence": "1", "PrecedingServiceRequestID": "anything"}),
    ("REQ125", {"FirstInSequence": "yes"}),
    ("REQ125", {"FirstInSequence": "TRUE"}),
    ("REQ126", {"PrecedingServiceRequestID": "anything"}),
    ("REQ126", {"PrecedingServiceRequestID": f"{USER}:{METER}:18446744073709551616"}),
    ("REQ127", {"PrecedingServiceRequestID": OWN}),
    ("REQ127", {"PrecedingServiceRequestID": OWN.lower()}),
    ("REQ128", {"PrecedingServiceRequestID": f"{OTHER_METER}:{METER}:0"}),
    ("REQ129", {"PrecedingServiceRequestID": f"{USER}:{OTHER_METER}:0"}),
    ("REQ130", {"ServiceReferenceVariant": " 9.9.1"}),
    ("REQ130", {"ServiceReference": "9.9\n"}),
    ("REQ131", {"RequestID": f" {OWN} "}),
    ("REQ131", {"PrecedingServiceRequestID": f" {USER}:{METER}:0"}),
    ("REQ132", {"CommandVariant": "01"}),
    ("REQ132", {"CommandVariant": "+1"}),
    ("REQ132", {"CommandVariant": " 1"}),
    ("REQ133", {"FirstInSequenced": "true"}),
    ("REQ134", {"body": SIGNED}),
    ("REQ135", {"body": SIGNED, "CommandVariant": "4", "service": "critical"}),
    ("REQ135", {"CommandVariant": "5", "service": "critical"}),
    ("REQ136", {"body": "<sr:SignedPreCommand/>"}),
    ("REQ136", {"body": EMPTY}),
    ("REQ136", {"body": SIGNED.replace("QUJD", "QUJ")}),
    ("REQ137", written(PERIOD + "<sr:Depth>1</sr:Depth><sr:Detailed>0</sr:Detailed><sr:Depth>2</sr:Depth>")),
    ("REQ137", written(PERIOD.replace("<sr:End", f"<sr:StartDateTime>{START}</sr:StartDateTime><sr:End"))),
    ("REQ138", {"fields": period("2025-01-01T00:00:00", END)}),
    ("REQ139", detailed(DeviceID="anything")),
    ("REQ139", detailed(DeviceID=METER.replace("-", ""))),
    ("REQ139", detailed(OriginalRequestID=METER)),
    ("REQ140", detailed(UTRN="1234567890123456789")),
    ("REQ140", detailed(UTRN="1234 5678 9012 3456 7890")),
    ("REQ141", detailed(StartDate="2025-02-01", EndDate="2025-01-31")),
    ("REQ141", detailed(ScheduleStartDate="2027-02-01", ScheduleEndDate="2027-01-31")),
    ("REQ142", detailed(LowMediumPowerThreshold="2", MediumHighPowerThreshold="1")),
    ("REQ143", detailed(StartDateTime="2026-01-30T00:00:00Z", EndDateTime="2026-01-30T01:00:00Z")),
    ("REQ144", detailed(CurrentDateTime="2026-01-29T00:00:00Z")),
    ("REQ144", detailed(CurrentDateTime="2026-02-02T00:00:00Z")),
    ("REQ145", {"fields": period("2025-01-01T00:00:00Z", "2025-02-02T00:00:00Z"), "service": "daily"}),
    ("REQ146", scheduled("9.8.1", "9.8")),
    ("REQ146", scheduled("9.9.7")),
    ("REQ147", scheduled(reference="9.8")),
    ("REQ148", scheduled(element="DSPReadInventedRegister")),
    ("REQ148", detailed(**{DSP: "9.9", DSP + "Variant": LOG}) | {"schedulable": True}),
    ("REQ149", detailed(ScheduleStartDate="2026-01-30")),
    ("REQ149", detailed(ScheduleStartDate="2025-01-30", ScheduleEndDate="2026-01-30")),
    ("REQ150", offsets("-1", "-2")),
    ("REQ150", offsets("-1", "-1", "12:00:00", "11:59:59")),
    ("REQ151", scheduled(targets={METER: MAKER_ONE})),
    ("REQ152", detailed(DeviceModel="0001", SMETSCHTSVersion="V1.2")),
    ("REQ153", {"device": GAS, "targets": {METER: MAKER_ONE}}),
    ("REQ154", {"service": "without device", "targets": {METER: MAKER_ONE}}),
    ("REQ155", {"other_models": (OTHER,)}),
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
    ("REQ114", written(PERIOD + PERIOD)),
    ("REQ114", {"fields": {"ReadLogPeriod": {"StartDateTime": START, "EndDateTime": END}}}),
    ("REQ115", {"fields": period("2024-12-31T24:00:00Z", "2025-01-02T00:00:00.123456789+14:00")}),
    ("REQ115", {"fields": period() | {"Depth": "+007"}}),
    ("REQ115", detailed(Key="QUJD", Hash="0aFF", Ratio="-.5", StartDate="65535-04-29Z")),
    ("REQ115", detailed(Key="", Hash="")),
    ("REQ115", offsets("0", "-400", "24:00:00", "00:00:00.5Z")),
    ("REQ121", {"version": "5.40"}),
    ("REQ121", {"version": " 5.4 "}),
    ("REQ121", {"version": "+5"}),
    ("REQ122", {"version": "5.40", "schema_versions": ("5.4",)}),
    ("REQ122", {"version": "anything", "schema_versions": ("5.4",)}),
    ("REQ122", {"version": "5.3"}),
    ("REQ123", {"version": "5.3"}),
    ("REQ124", {"FirstInSequence": "true"}),
    ("REQ124", {"FirstInSequence": "false", "PrecedingServiceRequestID": f"{USER}:{METER}:0"}),
    ("REQ124", {"FirstInSequence": "yes", "PrecedingServiceRequestID": f"{USER}:{METER}:0"}),
    ("REQ125", {"FirstInSequence": "1"}),
    ("REQ125", {"FirstInSequence": "false"}),
    ("REQ126", {"PrecedingServiceRequestID": f" {USER}:{METER}:0 "}),
    ("REQ126", {"PrecedingServiceRequestID": f"{USER.lower()}:{METER}:18446744073709551615"}),
    ("REQ127", {"PrecedingServiceRequestID": f"{USER}:{METER}:2"}),
    ("REQ127", {"RequestID": "anything", "PrecedingServiceRequestID": "anything"}),
    ("REQ128", {"PrecedingServiceRequestID": f"{USER.lower()}:{OTHER_METER}:0"}),
    ("REQ129", {"PrecedingServiceRequestID": f"{OTHER_METER}:{METER.lower()}:0"}),
    ("REQ130", {"RequestID": f" {OWN} "}),
    ("REQ130", {"ServiceReferenceVariant": "9.9.7"}),
    ("REQ131", {"ServiceReferenceVariant": " 9.9.1"}),
    ("REQ131", {"PrecedingServiceRequestID": f"{USER}:{METER}:0"}),
    ("REQ132", {"CommandVariant": "09"}),
    ("REQ132", {"CommandVariant": "one"}),
    ("REQ132", {"CommandVariant": "2"}),
    ("REQ133", {"FirstInSequence": "true", "PrecedingServiceRequestID": OWN}),
    ("REQ134", {"body": SIGNED, "CommandVariant": "5", "service": "critical"}),
    ("REQ134", {}),
    ("REQ135", {"body": SIGNED, "CommandVariant": "5", "service": "critical"}),
    ("REQ135", {"CommandVariant": "4", "service": "critical"}),
    ("REQ135", {"CommandVariant": "1", "service": "critical"}),
    ("REQ135", {"body": SIGNED}),
    ("REQ136", {"body": SIGNED}),
    ("REQ136", {"body": SIGNED.replace("QUJD", "QU JD QUI=")}),
    ("REQ136", {}),
    ("REQ137", written(PERIOD + PERIOD)),
    ("REQ137", {"fields": period() | {"Depth": "1", "Detailed": "1"}}),
    ("REQ138", {"fields": period("2025-01-01T01:00:00+01:00", "2025-01-01T00:30:00-00:00")}),
    ("REQ138", {"fields": period("2025-01-01", "soon")}),
    ("REQ139", detailed(DeviceID=METER.lower(), OriginalRequestID=OWN)),
    ("REQ139", detailed(DeviceModel="anything")),
    ("REQ140", detailed(UTRN="0" * 20)),
    ("REQ140", {}),
    ("REQ141", detailed(StartDate="2025-02-01", EndDate="2025-02-01")),
    ("REQ141", detailed(StartDate="65535-10-01", EndDate="65535-03-01")),
    ("REQ141", detailed(StartDate="2025-02-01")),
    ("REQ142", detailed(LowMediumPowerThreshold="2", MediumHighPowerThreshold="2")),
    ("REQ142", detailed(LowMediumPowerThreshold="9", MediumHighPowerThreshold="10")),
    ("REQ142", detailed(LowMediumPowerThreshold="many", MediumHighPowerThreshold="1")),
    ("REQ143", detailed(StartDateTime="2026-01-30T00:00:00Z", EndDateTime="2026-01-31T00:00:00Z")),
    ("REQ143", {}),
    ("REQ144", detailed(CurrentDateTime="2026-02-01T23:59:59Z")),
    ("REQ144", detailed(CurrentDateTime="2026-01-30T00:00:00Z")),
    ("REQ144", detailed(CurrentDateTime="now")),
    ("REQ145", {"fields": period("2025-01-01T00:00:00Z", "2025-02-01T23:59:59Z"), "service": "daily"}),
    ("REQ145", {"fields": period("2015-01-01T00:00:00Z", END), "service": "eventful"}),
    ("REQ145", {"fields": period("2015-01-01T00:00:00Z", END)}),
    ("REQ146", scheduled()),
    ("REQ146", {}),
    ("REQ147", scheduled()),
    ("REQ147", scheduled("9.9.7", "9.8")),
    ("REQ148", scheduled()),
    ("REQ148", scheduled("9.9.2", element="DSPReadInventedRegister")),
    ("REQ148", scheduled("9.8.1")),
    ("REQ149", detailed(ScheduleStartDate="2026-01-31", ScheduleEndDate="2026-01-31")),
    ("REQ149", detailed(ScheduleStartDate="soon")),
    ("REQ150", offsets("-2", "-1")),
    ("REQ150", offsets("-1", "-1", "12:00:00", "12:00:00")),
    ("REQ150", offsets("soon", "-1")),
    ("REQ151", scheduled(targets={METER: GAS})),
    ("REQ151", scheduled(targets={OTHER_METER: MAKER_ONE})),
    ("REQ151", scheduled()),
    ("REQ152", detailed(DeviceModel="0001", SMETSCHTSVersion="V1.2", FirmwareVersion="00000001")),
    ("REQ152", detailed(FirmwareVersion="00000001")),
    ("REQ153", {"device": MAKER_ONE, "targets": {METER: MAKER_ONE}}),
    ("REQ153", {"device": GAS, "targets": {OTHER_METER: MAKER_ONE}}),
    ("REQ154", {"targets": {METER: MAKER_ONE}}),
    ("REQ154", {"service": "without device", "targets": {OTHER_METER: MAKER_ONE}}),
    ("REQ155", {"device": MAKER_ONE}),
    ("REQ155", {}),
)
"""Requests that a rule has nothing to say about, though they come close or another rule speaks."""


@pytest.mark.parametrize(("code", "case"), REPORTED)
def test_the_rule_reports_once_and_says_where(tiny: Catalogue, code: str, case: dict[str, Any]) -> None:
    """The finding has the file, a line, a dotted path and a tip."""
    (finding,) = (finding for finding in found(tiny, **case) if finding.code == code)
    place = finding.location
    assert ("request.xml", 1) == (place.file, place.line)
    assert place.path.partition(".")[0] in {"header", "body", "@schemaVersion"}
    assert finding.message
    assert finding.tip


@pytest.mark.parametrize(("code", "case"), SILENT)
def test_the_rule_is_silent(tiny: Catalogue, code: str, case: dict[str, Any]) -> None:
    """What is right, unknown, or another rule's is not reported."""
    assert code not in {finding.code for finding in found(tiny, **case)}


def test_every_rule_is_silent_at_least_as_often() -> None:
    """A rule that reports too much is worse than one that reports too little."""
    reported, silent = (Counter(code for code, _ in cases) for cases in (REPORTED, SILENT))
    codes = {module.RULE.code for module in RULES}
    assert codes - {"REQ123"} == set(reported)
    assert codes == set(silent)
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


def test_very_many_unknown_fields_of_a_header_are_counted(tiny: Catalogue) -> None:
    """The header does not fill the screen either."""
    findings = found(tiny, **{f"Strange{number}": "1" for number in range(100)})
    assert 21 == len(findings)
    assert any("80 further fields" in finding.message for finding in findings)


def test_a_flag_given_twice_is_reported_at_the_second(tiny: Catalogue) -> None:
    """Which of the two would count cannot be told."""
    context = context_of(tiny, FirstInSequence="true")
    header = context.request.header
    twice = msgspec.structs.replace(context.request, header=header | {"FirstInSequence": header["FirstInSequence"] * 2})
    findings = check(msgspec.structs.replace(context, request=twice)).findings
    assert ["REQ133"] == [finding.code for finding in findings]


def test_a_long_text_is_cut(tiny: Catalogue) -> None:
    """A message quotes the beginning of what is long."""
    (finding,) = found(tiny, ServiceReference="9" * 10_000)
    assert len(finding.message) < 200


def test_evidence_of_device_types_is_called_positive_only(tiny: Catalogue) -> None:
    """A type that no source names is not ruled out, and the finding says so."""
    (finding,) = found(tiny, device=MAKER_ONE, service="for gas")
    assert "ESME is not ruled out" in finding.tip
