"""Every rule about answers: what it reports, and at least as often what it keeps silent about."""

from pathlib import Path

import msgspec
import pytest

from s1sr_validator import Catalogue
from s1sr_validator.checking import answer_rules
from s1sr_validator.checking.answers.context import MOST
from s1sr_validator.checking.answers.findings import answer_findings
from s1sr_validator.checking.answers.registry import ANSWER_CHECKING_RULES, ANSWER_RULES
from s1sr_validator.index.lookup import Lookup
from s1sr_validator.messages.answer import read_answer
from s1sr_validator.messages.document import open_document
from s1sr_validator.model.code import Code, CodeList
from s1sr_validator.model.finding import Finding, Location, Severity
from s1sr_validator.model.rule import Rule
from tests.invented import CITATIONS
from tests.invented_answers import (
    ALERT_CONTENT,
    EMPTY_LOG,
    FULL_LOG,
    METER,
    REFERENCES,
    REQUEST_ID,
    SIGNATURE,
    TIME,
    acknowledgement,
    data,
    dcc_alert,
    gbcs,
    response,
    s1sp_alert,
    signed,
    smets1,
)

RULE_FILES = sorted(path.stem for path in Path(answer_rules.__path__[0]).glob("*.py") if path.name != "__init__.py")
WHOLE = smets1(data(EMPTY_LOG))
DEBUG = (
    '<ra:SMETS1Debug><ra:SMETS1Response ResponseCode="1" Position="1"><ra:Error/></ra:SMETS1Response></ra:SMETS1Debug>'
)
ALERT = f"<sr:DeviceAlertMessage>{ALERT_CONTENT}</sr:DeviceAlertMessage>"
S1SP = f"<sr:S1SPAlertDSP>{s1sp_alert()}</sr:S1SPAlertDSP>"
GBCS_ALERT = response(
    "<sr:DeviceAlertMessage><sr:AlertCode>FFFF</sr:AlertCode><sr:GBCSPayload/></sr:DeviceAlertMessage>", request_id=""
)


def changed(text: str, old: str, new: str) -> str:
    """Return an answer with every place that reads `old` replaced."""
    assert old in text
    return text.replace(old, new)


def known(tiny: Catalogue) -> Lookup:
    """Return the tiny catalogue with invented codes of every list."""
    more = (
        ("I0", CodeList.RESPONSE),
        ("E9901", CodeList.RESPONSE),
        ("N9901", CodeList.DCC_ALERT),
        ("FFFF", CodeList.GBCS_ALERT),
    )
    codes = tuple(Code(id=code, list=code_list, citations=CITATIONS) for code, code_list in more)
    records = tiny.snapshot.records
    records = msgspec.structs.replace(records, codes=(*records.codes, *codes))
    return Lookup(msgspec.structs.replace(tiny.snapshot, records=records))


def found(text: str, lookup: Lookup) -> tuple[Finding, ...]:
    """Return the findings of an invented answer."""
    document = open_document(text.encode(), "answer.xml")
    return answer_findings(read_answer(document), lookup, position_of=document.positions.of)


REPORTED: tuple[tuple[str, str], ...] = (
    ("RSP101", changed(WHOLE, SIGNATURE, "")),
    ("RSP101", changed(WHOLE, f"<ra:BusinessOriginatorID>{METER}</ra:BusinessOriginatorID>", "")),
    ("RSP101", response("")),
    ("RSP101", smets1(data(EMPTY_LOG * 2))),
    ("RSP101", changed(acknowledgement(), "<sr:ResponseCode>I0</sr:ResponseCode>", "")),
    ("RSP102", changed(WHOLE, "<ra:SMETSData>", f"<ra:SMETSData>{EMPTY_LOG}</ra:SMETSData><ra:SMETSData>")),
    ("RSP103", acknowledgement("<sr:Invented/>")),
    ("RSP104", changed(WHOLE, "ra:Electricity", "sr:Electricity")),
    ("RSP104", changed(WHOLE, "ra:OriginatorCounter", "OriginatorCounter")),
    ("RSP105", smets1(f"<sr:ResponseMessage><ra:DebugInfo>{DEBUG}</ra:DebugInfo><ra:SMETSData>{EMPTY_LOG}"
                      "</ra:SMETSData></sr:ResponseMessage>")),
    ("RSP106", acknowledgement(code="E9902")),
    ("RSP106", acknowledgement(code="")),
    ("RSP106", acknowledgement(code="i0")),
    ("RSP106", dcc_alert("<sr:PPMIDRemoval/>", code="N9902")),
    ("RSP107", changed(WHOLE, f"<sr:RequestID>{REQUEST_ID}<", "<sr:RequestID>7<")),
    ("RSP107", changed(WHOLE, f"<ra:BusinessTargetID>{'90-B3-D5-1F-30-00-00-02'}<", "<ra:BusinessTargetID>90B3<")),
    ("RSP107", changed(WHOLE, ">7</ra:OriginatorCounter>", ">18446744073709551616</ra:OriginatorCounter>")),
    ("RSP107", s1sp_alert(request_id="")),
    ("RSP108", changed(acknowledgement(), TIME, "yesterday")),
    ("RSP108", changed(s1sp_alert(), TIME, "2015-02-30T00:00:00Z")),
    ("RSP109", changed(WHOLE, '"true"', '"yes"')),
    ("RSP109", smets1(data("", changed(DEBUG, 'Position="1"', 'Position="0"')))),
    ("RSP109", smets1(data("", changed(DEBUG, 'ResponseCode="1"', 'ResponseCode="0A"')))),
    ("RSP109", changed(smets1(ALERT), "FFFF", "FFF")),
    ("RSP109", changed(s1sp_alert(), "01234567890123456789", "0123456789012345678")),
    ("RSP109", changed(acknowledgement(), '"5.4"', '"5.4.1"')),
    ("RSP109", smets1(data(EMPTY_LOG), before="<sr:DSPScheduleID>1000000000001</sr:DSPScheduleID>")),
    ("RSP110", changed(WHOLE, "ReadInventedLogRsp", "ReadInventedLogsRsp")),
    ("RSP111", changed(WHOLE, "9.9.1", "9.9.2")),
    ("RSP112", changed(WHOLE, "<sr:ServiceReferenceVariant>9.9.1", "<sr:ServiceReferenceVariant>9.9.2")),
    ("RSP112", changed(WHOLE, "<ra:ServiceReference>9.9<", "<ra:ServiceReference>9.8<")),
    ("RSP112", changed(acknowledgement(), "9.9.1", "77.7")),
    ("RSP113", changed(WHOLE, f"<sr:RequestID>{REQUEST_ID}</sr:RequestID>", "")),
    ("RSP114", s1sp_alert(code="")),
    ("RSP115", s1sp_alert(code="S1X9002")),
    ("RSP115", changed(smets1(ALERT), "FFFF", "FFFE")),
    ("RSP115", changed(GBCS_ALERT, "FFFF", "FFFE")),
    ("RSP116", smets1("<sr:ResponseMessage/>")),
)  # fmt: skip
"""Answers that a rule reports, among other rules' findings at the most."""

SILENT: tuple[tuple[str, str], ...] = (
    ("RSP101", acknowledgement()),
    ("RSP101", changed(WHOLE, "ra:OriginatorCounter", "sr:OriginatorCounter")),
    ("RSP102", smets1("<sr:ResponseMessage>" + '<ra:GBCSData format="plain" sequence="0" name="" type="gbcs"/>' * 100
                      + "</sr:ResponseMessage>")),
    ("RSP103", changed(WHOLE, "ra:SMETSData", "sr:SMETSData")),
    ("RSP104", changed(WHOLE, "</sr:Header>", "<sr:Invented/></sr:Header>")),
    ("RSP104", gbcs(data(EMPTY_LOG))),
    ("RSP105", smets1(data(EMPTY_LOG, DEBUG))),
    ("RSP106", acknowledgement(code="E9901")),
    ("RSP106", s1sp_alert()),
    ("RSP107", changed(WHOLE, METER, METER.lower())),
    ("RSP107", changed(WHOLE, ">7</ra:OriginatorCounter>", ">007</ra:OriginatorCounter>")),
    ("RSP107", changed(WHOLE, f"<sr:RequestID>{REQUEST_ID}<", f"<sr:RequestID>\n {REQUEST_ID} <")),
    ("RSP108", changed(acknowledgement(), TIME, "2015-07-01T10:15:30.1234567+01:00")),
    ("RSP108", changed(acknowledgement(), TIME, "2015-07-01T24:00:00")),
    ("RSP109", changed(WHOLE, '"true"', '"0"')),
    ("RSP109", changed(WHOLE, ' MessageSuccess="true"', "")),
    ("RSP109", smets1(data("", changed(DEBUG, 'ResponseCode="1"', 'ResponseCode="-7"')))),
    ("RSP109", changed(acknowledgement(), '"5.4"', '"5.40"')),
    ("RSP110", changed(WHOLE, "9.9.1", "9.9.2")),
    ("RSP110", smets1(data("", DEBUG))),
    ("RSP111", changed(WHOLE, "9.9.1", "77.7")),
    ("RSP111", changed(WHOLE, "ReadInventedLogRsp", "ReadInventedLogsRsp")),
    ("RSP112", smets1(data(EMPTY_LOG), before="")),
    ("RSP112", changed(WHOLE, REFERENCES, "<sr:ServiceReferenceVariant>9.9.1</sr:ServiceReferenceVariant>")),
    ("RSP113", signed(data(EMPTY_LOG))),
    ("RSP113", smets1(data(EMPTY_LOG), before="<sr:DSPScheduleID>1</sr:DSPScheduleID>").replace(
        f"<sr:RequestID>{REQUEST_ID}</sr:RequestID>", "")),
    ("RSP113", dcc_alert(S1SP)),
    ("RSP114", s1sp_alert()),
    ("RSP114", s1sp_alert().replace("<sr:S1SPAlertCode>S1X9001</sr:S1SPAlertCode>", "")),
    ("RSP115", changed(smets1(ALERT), "FFFF", "ffff")),
    ("RSP115", GBCS_ALERT),
    ("RSP115", s1sp_alert(code="")),
    ("RSP116", smets1(data("", DEBUG))),
    ("RSP116", smets1('<sr:ResponseMessage><ra:GBCSData format="plain" sequence="0" name="" type="gbcs"/>'
                      "</sr:ResponseMessage>")),
    ("RSP116", acknowledgement()),
)  # fmt: skip
"""Answers that a rule has nothing to say about."""


@pytest.mark.parametrize(("code", "text"), REPORTED)
def test_reported(code: str, text: str, tiny: Catalogue) -> None:
    """The rule reports the answer, at a place, with a tip, in a message of one line."""
    findings = [finding for finding in found(text, known(tiny)) if finding.code == code]
    assert findings
    for finding in findings:
        assert finding.tip
        assert "\n" not in finding.message + finding.tip
        assert "answer.xml" == finding.location.file
        assert finding.location.line > 0


@pytest.mark.parametrize(("code", "text"), SILENT)
def test_silent(code: str, text: str, tiny: Catalogue) -> None:
    """The rule has nothing to say about the answer."""
    assert code not in {finding.code for finding in found(text, known(tiny))}


@pytest.mark.parametrize(
    "text",
    [
        WHOLE,
        acknowledgement(code="E9901"),
        smets1(data(FULL_LOG, DEBUG)),
        smets1(ALERT),
        dcc_alert(S1SP),
        s1sp_alert(),
        signed(data(EMPTY_LOG)),
        gbcs(data(EMPTY_LOG)),
        GBCS_ALERT,
    ],
)
def test_nothing_is_wrong_with_a_sound_answer(text: str, tiny: Catalogue) -> None:
    """A sound answer of each kind has no findings."""
    assert () == found(text, known(tiny))


@pytest.mark.parametrize("rule", [module.RULE for module in ANSWER_RULES], ids=lambda rule: rule.code)
def test_every_rule_is_tried(rule: Rule) -> None:
    """Every rule has answers that it reports, and others that it does not."""
    assert rule.code in {code for code, _ in REPORTED}
    assert rule.code in {code for code, _ in SILENT}


def test_every_file_is_a_rule() -> None:
    """No file of a rule is left out of the registry; codes and names are told from each other."""
    registered = sorted(module.__name__.rpartition(".")[2] for module in ANSWER_RULES)  # type: ignore[attr-defined]
    assert RULE_FILES == registered
    assert RULE_FILES == sorted(module.RULE.name.replace("-", "_") for module in ANSWER_RULES)
    codes = [rule.code for rule in ANSWER_CHECKING_RULES]
    assert sorted(set(codes)) == codes


MESSAGES = {
    "missing": (
        "sr:SMETS1SignedResponse has no ds:Signature",
        "it has one ds:Signature",
        changed(signed(data(EMPTY_LOG)), SIGNATURE, ""),
    ),
    "wrong namespace": (
        "'sr:Electricity' in ra:ReadInventedLogRsp is in the wrong namespace",
        "write ra:Electricity",
        changed(WHOLE, "ra:Electricity", "sr:Electricity"),
    ),
    "other payload": (
        "the answer names SRV 9.9.2, but its payload is that of SRV 9.9.1",
        "the payload of SRV 9.9.2 is ra:ReadInventedRegisterRsp",
        changed(WHOLE, "9.9.1", "9.9.2"),
    ),
    "code": (
        "there is no response code 'E9902'",
        "nearest: E9901, X9901",
        acknowledgement(code="E9902"),
    ),
}


@pytest.mark.parametrize("case", MESSAGES)
def test_messages(case: str, tiny: Catalogue) -> None:
    """The message says what is wrong, and the tip what to do."""
    message, tip, text = MESSAGES[case]
    (finding,) = found(text, known(tiny))
    assert (message, tip) == (finding.message, finding.tip)


def test_places(tiny: Catalogue) -> None:
    """A finding points at the element, with line, column and path."""
    text = changed(acknowledgement(code="E9902"), "<sr:ResponseCode>", "\n  <sr:ResponseCode>")
    (finding,) = found(text, known(tiny))
    assert Location(file="answer.xml", line=2, column=3, path="header.ResponseCode") == finding.location


def test_lists_that_the_catalogue_does_not_have(tiny: Catalogue) -> None:
    """Where the catalogue has no list, no code is said to be unknown to it."""
    assert () == found(dcc_alert("<sr:PPMIDRemoval/>", code="N9902").replace("I0", "X9901"), tiny.lookup)


def test_what_a_schema_allows_is_no_error(tiny: Catalogue) -> None:
    """What the schemas let pass is a warning or a remark, and never an error."""
    allowed = {"RSP111", "RSP112", "RSP113", "RSP114", "RSP115", "RSP116"}
    for rule in ANSWER_CHECKING_RULES:
        assert (rule.code in allowed) is (rule.severity is not Severity.ERROR)
    assert {finding.severity for finding in found(changed(WHOLE, "9.9.1", "9.9.2"), known(tiny))} == {Severity.WARNING}


def test_many_faults_are_named_up_to_a_bound(tiny: Catalogue) -> None:
    """A file of another kind does not bring thousands of findings."""
    text = changed(WHOLE, "<ra:Electricity/>", "<sr:LogEntry/>" * 500)
    assert MOST == len(found(text, known(tiny)))
