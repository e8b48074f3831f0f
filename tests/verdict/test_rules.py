"""The rules about an exchange: what each reports, and what it keeps silent about."""

import pytest

from s1sr_validator import Catalogue
from s1sr_validator.verdict.asking import EXCHANGE_RULES
from tests.invented import GAS, LOG, MAKER_ONE, request_xml
from tests.invented_answers import (
    EMPTY_LOG,
    FULL_LOG,
    REQUEST_ID,
    acknowledgement,
    data,
    gbcs,
    response,
    s1sp_alert,
    smets1,
)
from tests.verdict.judged import judged

PERIOD = {"ReadLogPeriod": {"StartDateTime": "2015-01-01T00:00:00Z", "EndDateTime": "2015-02-01T00:00:00Z"}}
REQUEST = request_xml(LOG, PERIOD, header={"RequestID": REQUEST_ID})
DEBUG = (
    '<ra:SMETS1Debug><ra:SMETS1Response ResponseCode="7" Position="1"><ra:Error/></ra:SMETS1Response></ra:SMETS1Debug>'
)
STRAY = s1sp_alert(request_id=REQUEST_ID.replace(":7", ":8"))
NAMELESS = response("<sr:SMETS1ResponseMessage/>", request_id="")
INSIDE, AFTER = (
    FULL_LOG.replace("T1", day).replace("T2", day) for day in ("2015-01-15T00:00:00Z", "2015-03-01T00:00:00Z")
)
THROTTLED = "<sr:ThrottledAlertCount>5</sr:ThrottledAlertCount>"
OTHER = EMPTY_LOG.replace("ReadInventedLogRsp", "ReadOtherThingRsp")
LOG_OF_GAS = EMPTY_LOG.replace("Electricity", "Gas")

REPORTED = (
    ("RSP201", [STRAY], MAKER_ONE),
    ("RSP201", [s1sp_alert(), STRAY], MAKER_ONE),
    ("RSP202", [NAMELESS], MAKER_ONE),
    ("RSP203", [smets1(data(OTHER))], MAKER_ONE),
    ("RSP204", [smets1(data(EMPTY_LOG, DEBUG))], MAKER_ONE),
    ("RSP204", [smets1(data(EMPTY_LOG)), s1sp_alert()], MAKER_ONE),
    ("RSP205", [gbcs(data(EMPTY_LOG))], MAKER_ONE),
    ("RSP206", [smets1(data(LOG_OF_GAS))], MAKER_ONE),
    ("RSP206", [smets1(data(EMPTY_LOG))], GAS),
    ("RSP208", [smets1(data(AFTER))], MAKER_ONE),
    ("RSP209", [s1sp_alert(), s1sp_alert()], MAKER_ONE),
)
SILENT = (
    ("RSP201", [s1sp_alert()], MAKER_ONE),
    ("RSP202", [s1sp_alert()], MAKER_ONE),
    ("RSP203", [smets1(data(EMPTY_LOG))], MAKER_ONE),
    ("RSP203", [smets1(data("", DEBUG))], MAKER_ONE),
    ("RSP204", [smets1(data(EMPTY_LOG))], MAKER_ONE),
    ("RSP204", [smets1(data(EMPTY_LOG.replace("true", "false"), DEBUG))], MAKER_ONE),
    ("RSP205", [smets1(data(EMPTY_LOG))], MAKER_ONE),
    ("RSP206", [smets1(data(EMPTY_LOG))], MAKER_ONE),
    ("RSP206", [smets1(data(EMPTY_LOG))], "ESME"),
    ("RSP207", [smets1(data(EMPTY_LOG))], MAKER_ONE),
    ("RSP208", [smets1(data(INSIDE))], MAKER_ONE),
    ("RSP208", [smets1(data(FULL_LOG))], MAKER_ONE),
    ("RSP209", [acknowledgement(), s1sp_alert()], MAKER_ONE),
)


@pytest.mark.parametrize(("code", "answers", "device"), REPORTED)
def test_reported(tiny: Catalogue, code: str, answers: list[str], device: str) -> None:
    """The rule reports, with a place in the answer and something to do."""
    report = judged(tiny, *answers, device=device, request=REQUEST)
    found = [finding for finding in report.findings if finding.code == code]
    assert found
    assert all(finding.tip and finding.location.file.startswith("answer") for finding in found)
    assert all(finding.location.line for finding in found)


@pytest.mark.parametrize(("code", "answers", "device"), SILENT)
def test_silent(tiny: Catalogue, code: str, answers: list[str], device: str) -> None:
    """What is right, or another rule's, is not reported."""
    report = judged(tiny, *answers, device=device, request=REQUEST)
    assert code not in {finding.code for finding in report.findings}


def test_every_rule_is_tried_both_ways() -> None:
    """RSP207, RSP211 and RSP212 are tried where state and verdicts are, and no rule crashes."""
    codes = {rule.code for rule in EXCHANGE_RULES} - {"RSP211", "RSP212", "RSP299"}
    assert codes - {"RSP207"} == {case[0] for case in REPORTED}
    assert codes == {case[0] for case in SILENT}
