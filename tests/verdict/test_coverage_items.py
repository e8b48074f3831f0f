"""What a verdict says that it looked at, where an answer has more or less than usual."""

import msgspec

from s1sr_validator import Catalogue
from s1sr_validator.model.verdict import CoverageItem, ExchangeReport
from tests.invented import LOG, MAKER_ONE, request_xml
from tests.invented_answers import EMPTY_LOG, FULL_LOG, REQUEST_ID, data, dcc_alert, s1sp_alert, smets1
from tests.verdict.judged import judged

PERIOD = {"ReadLogPeriod": {"StartDateTime": "2015-01-01T00:00:00Z", "EndDateTime": "2015-02-01T00:00:00Z"}}
REQUEST = request_xml(LOG, PERIOD, header={"RequestID": REQUEST_ID})
GBCS_DATA = '<ra:GBCSData name="one">QUJD</ra:GBCSData>'


def item(report: ExchangeReport, aspect: str) -> CoverageItem | None:
    """Return what is said of an aspect."""
    return next((found for found in report.coverage if found.aspect == aspect), None)


def test_data_of_the_device_is_named(tiny: Catalogue) -> None:
    """Where the Device's own message came along, the verdict says that it was not decoded; else it says nothing."""
    with_data = smets1(data(EMPTY_LOG).replace("<ra:SMETSData>", f"{GBCS_DATA}<ra:SMETSData>"))
    found = item(judged(tiny, with_data, device=MAKER_ONE, request=REQUEST), "GBCS data")
    says = "data of the Device's own message is not decoded"
    assert CoverageItem(aspect="GBCS data", checked=False, says=says) == found
    assert item(judged(tiny, smets1(data(EMPTY_LOG)), device=MAKER_ONE, request=REQUEST), "GBCS data") is None


def test_a_service_without_a_payload(tiny: Catalogue) -> None:
    """A payload that nobody expects is not missed."""
    services = tuple(
        msgspec.structs.replace(service, response_payload="") if service.id == LOG else service
        for service in tiny.snapshot.records.services
    )
    records = msgspec.structs.replace(tiny.snapshot.records, services=services)
    catalogue = Catalogue(msgspec.structs.replace(tiny.snapshot, records=records))
    found = item(judged(catalogue, smets1(data("")), device=MAKER_ONE, request=REQUEST), "payload")
    assert CoverageItem(aspect="payload", checked=True, says="the service has no payload of its own") == found


def test_entries_beyond_count_are_summed_up(tiny: Catalogue) -> None:
    """Of many entries outside the period a few are shown, and how many more there are."""
    days = (f"2016-01-0{day}T00:00:00Z" for day in range(1, 10))
    outside = "".join(f"<ra:LogEntry><ra:Timestamp>{day}</ra:Timestamp></ra:LogEntry>" for day in days)
    many = FULL_LOG.replace("</ra:Electricity>", f"{outside}</ra:Electricity>")
    report = judged(tiny, smets1(data(many)), device=MAKER_ONE, request=REQUEST)
    said = [finding.message for finding in report.findings if finding.code == "RSP208"]
    assert "the entry of 2016-01-01T00:00:00Z lies outside the period 2015-01-01 to 2015-02-01" == said[0]
    assert f"{9 - (len(said) - 1)} further entries lie outside the period" == said[-1]


def test_alerts_held_back_are_said(tiny: Catalogue) -> None:
    """An alert that stands for others says for how many."""
    throttled = "<sr:ThrottledAlertCount>5</sr:ThrottledAlertCount>"
    alert = dcc_alert(f"<sr:S1SPAlertDSP>{s1sp_alert()}</sr:S1SPAlertDSP>", throttling=throttled)
    report = judged(tiny, alert, device=MAKER_ONE, request=REQUEST)
    assert ["the alert stands for 5 that were held back"] == [
        finding.message for finding in report.findings if finding.code == "RSP209"
    ]
