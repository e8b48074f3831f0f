"""What is odd about the build of an answer is noted, with its place and no more than once."""

import pytest

from s1sr_validator.messages.answer_survey import MAX_ODDITIES
from s1sr_validator.messages.xml import DUIS, MMC
from s1sr_validator.model.answer_content import AnswerField
from s1sr_validator.model.answer_oddity import OddityKind
from tests.invented_answers import (
    EMPTY_LOG,
    FULL_LOG,
    REFERENCES,
    REQUEST_ID,
    SIGNATURE,
    acknowledgement,
    data,
    dcc_alert,
    read,
    response,
    s1sp_alert,
    signed,
    smets1,
)

WHOLE = smets1(data(FULL_LOG))
DEVICE = "body.SMETS1ResponseMessage.SMETS1SignedResponse.SMETS1Response"
RESPONSE = f"{DEVICE}.Body.ResponseMessage"
NAMED = f"<sr:RequestID>{REQUEST_ID}</sr:RequestID>"
PAYLOAD = f"{RESPONSE}.SMETSData.ReadInventedLogRsp"

Noted = tuple[OddityKind, str, str, str, str]

CASES: dict[str, tuple[Noted, str]] = {
    "no schemaVersion": (
        (OddityKind.MISSING, "sr:Response", "", "@schemaVersion", "@schemaVersion"),
        acknowledgement().replace(' schemaVersion="5.4"', ""),
    ),
    "no header": (
        (OddityKind.MISSING, "sr:Response", "", "sr:Header", "header"),
        (
            f'<sr:Response xmlns:sr="{DUIS}" schemaVersion="5.4"><sr:Body><sr:ResponseMessage>'
            "<sr:ServiceReference/><sr:ServiceReferenceVariant/></sr:ResponseMessage></sr:Body></sr:Response>"
        ),
    ),
    "no response code": (
        (OddityKind.MISSING, "sr:Header", "", "sr:ResponseCode", "header.ResponseCode"),
        acknowledgement().replace("<sr:ResponseCode>I0</sr:ResponseCode>", ""),
    ),
    "two response codes": (
        (OddityKind.REPEATED, "sr:Header", "sr:ResponseCode", "", "header.ResponseCode"),
        acknowledgement().replace("<sr:ResponseCode>", "<sr:ResponseCode>I0</sr:ResponseCode><sr:ResponseCode>"),
    ),
    "unknown in the header": (
        (OddityKind.UNKNOWN, "sr:Header", "sr:Invented", "", "header"),
        acknowledgement().replace("</sr:Header>", "<sr:Invented/></sr:Header>"),
    ),
    "header in another order": (
        (OddityKind.OUT_OF_ORDER, "sr:Header", "sr:RequestID", "sr:ResponseCode", "header.RequestID"),
        acknowledgement().replace(NAMED, "").replace("<sr:ResponseDateTime>", f"{NAMED}<sr:ResponseDateTime>"),
    ),
    "nothing in the body": ((OddityKind.NOT_ONE, "sr:Body", "", "", "body"), response("")),
    "two messages": (
        (OddityKind.NOT_ONE, "sr:Body", "", "", "body"),
        response(f"<sr:ResponseMessage>{REFERENCES}</sr:ResponseMessage>" * 2),
    ),
    "message of another namespace": (
        (OddityKind.WRONG_NAMESPACE, "sr:Body", "ra:ResponseMessage", "sr:ResponseMessage", "body"),
        acknowledgement().replace("sr:ResponseMessage", "ra:ResponseMessage"),
    ),
    "no SRV": (
        (
            OddityKind.MISSING,
            "sr:ResponseMessage",
            "",
            "sr:ServiceReferenceVariant",
            "body.ResponseMessage.ServiceReferenceVariant",
        ),
        acknowledgement().replace("<sr:ServiceReferenceVariant>9.9.1</sr:ServiceReferenceVariant>", ""),
    ),
    "unknown in a response message": (
        (OddityKind.UNKNOWN, "sr:ResponseMessage", "sr:Invented", "", "body.ResponseMessage"),
        acknowledgement("<sr:Invented/>"),
    ),
    "two of the elements": (
        (OddityKind.NOT_ONE, "sr:ResponseMessage", "", "", "body.ResponseMessage"),
        acknowledgement("<sr:DSPInventory/><sr:DSPOptIn/>"),
    ),
    "element of another namespace inside one": (
        (OddityKind.WRONG_NAMESPACE, "sr:DSPInventory", "ra:Device", "sr:Device", "body.ResponseMessage.DSPInventory"),
        acknowledgement("<sr:DSPInventory><ra:Device><ra:DeviceID/></ra:Device></sr:DSPInventory>"),
    ),
    "unsigned": (
        (
            OddityKind.MISSING,
            "sr:SMETS1SignedResponse",
            "",
            "ds:Signature",
            "body.SMETS1ResponseMessage.SMETS1SignedResponse.Signature",
        ),
        WHOLE.replace(SIGNATURE, ""),
    ),
    "device header in ra": (
        (OddityKind.WRONG_NAMESPACE, "sr:SMETS1Response", "ra:Header", "sr:Header", DEVICE),
        WHOLE.replace("<sr:SMETS1Response><sr:Header>", "<sr:SMETS1Response><ra:Header>").replace(
            "</sr:Header><sr:Body><sr:ResponseMessage>", "</ra:Header><sr:Body><sr:ResponseMessage>"
        ),
    ),
    "originator in sr": (
        (
            OddityKind.WRONG_NAMESPACE,
            "sr:Header",
            "sr:BusinessOriginatorID",
            "ra:BusinessOriginatorID",
            f"{DEVICE}.Header",
        ),
        WHOLE.replace("ra:BusinessOriginatorID", "sr:BusinessOriginatorID"),
    ),
    "payload in sr": (
        (
            OddityKind.WRONG_NAMESPACE,
            "ra:SMETSData",
            "sr:ReadInventedLogRsp",
            "ra:ReadInventedLogRsp",
            f"{RESPONSE}.SMETSData",
        ),
        WHOLE.replace("ra:ReadInventedLogRsp", "sr:ReadInventedLogRsp"),
    ),
    "container of a payload in sr": (
        (OddityKind.WRONG_NAMESPACE, "ra:ReadInventedLogRsp", "sr:Electricity", "ra:Electricity", PAYLOAD),
        WHOLE.replace("ra:Electricity", "sr:Electricity"),
    ),
    "container of a payload without a namespace": (
        (OddityKind.WRONG_NAMESPACE, "ra:ReadInventedLogRsp", "Electricity", "ra:Electricity", PAYLOAD),
        WHOLE.replace("ra:Electricity", "Electricity"),
    ),
    "two payloads": (
        (OddityKind.NOT_ONE, "ra:SMETSData", "", "", f"{RESPONSE}.SMETSData"),
        smets1(data(EMPTY_LOG + FULL_LOG)),
    ),
    "no payload in SMETSData": (
        (OddityKind.NOT_ONE, "ra:SMETSData", "", "", f"{RESPONSE}.SMETSData"),
        smets1("<sr:ResponseMessage><ra:SMETSData/></sr:ResponseMessage>"),
    ),
    "debug before data": (
        (OddityKind.OUT_OF_ORDER, "sr:ResponseMessage", "ra:SMETSData", "ra:DebugInfo", f"{RESPONSE}.SMETSData"),
        smets1(
            '<sr:ResponseMessage><ra:DebugInfo><ra:SMETS1Debug><ra:SMETS1Response ResponseCode="1" Position="1">'
            "<ra:Error/></ra:SMETS1Response></ra:SMETS1Debug></ra:DebugInfo>"
            f"<ra:SMETSData>{EMPTY_LOG}</ra:SMETSData></sr:ResponseMessage>"
        ),
    ),
    "debug entry without a position": (
        (
            OddityKind.MISSING,
            "ra:SMETS1Response",
            "",
            "@Position",
            f"{RESPONSE}.DebugInfo.SMETS1Debug.SMETS1Response.@Position",
        ),
        smets1(
            data(
                "",
                '<ra:SMETS1Debug><ra:SMETS1Response ResponseCode="1"><ra:Error/></ra:SMETS1Response></ra:SMETS1Debug>',
            )
        ),
    ),
    "too much GBCS data": (
        (OddityKind.REPEATED, "sr:ResponseMessage", "ra:GBCSData", "", f"{RESPONSE}.GBCSData"),
        smets1(
            "<sr:ResponseMessage>"
            + '<ra:GBCSData format="plain" sequence="0" name="x" type="gbcs"/>' * 101
            + "</sr:ResponseMessage>"
        ),
    ),
    "no alert element": (
        (OddityKind.NOT_ONE, "sr:DCCAlert", "", "", "body.DCCAlertMessage.DCCAlert"),
        dcc_alert(""),
    ),
    "S1SP alert without a time": (
        (OddityKind.MISSING, "sr:S1SPAlert", "", "sr:DateTime", "DateTime"),
        s1sp_alert().replace("<sr:DateTime>2015-07-01T10:15:30Z</sr:DateTime>", ""),
    ),
    "S1SP alert's code in ra": (
        (OddityKind.WRONG_NAMESPACE, "sr:S1SPAlert", "ra:S1SPAlertCode", "sr:S1SPAlertCode", ""),
        s1sp_alert().replace("sr:S1SPAlertCode", "ra:S1SPAlertCode"),
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_oddities(case: str) -> None:
    """Each fault is noted with what holds it, what is there, what should be, and the path."""
    expected, text = CASES[case]
    noted = [(found.kind, found.owner, found.found, found.expected, found.path) for found in read(text).oddities]
    assert expected in noted
    assert 1 == noted.count(expected)


@pytest.mark.parametrize("case", CASES)
def test_one_fault_is_one_oddity(case: str) -> None:
    """What is in the wrong namespace is not said to be missing as well, and nothing is said twice."""
    assert 1 == len(read(CASES[case][1]).oddities)


def test_counts_and_places() -> None:
    """A repeated part says how often it is there and how often it may be, and points at the first that is too many."""
    (oddity,) = read(CASES["too much GBCS data"][1]).oddities
    assert (101, 100) == (oddity.count, oddity.most)
    (twice,) = read(CASES["two response codes"][1]).oddities
    assert (2, 1, 5) == (twice.count, twice.most, twice.node)


def test_swapped_namespaces() -> None:
    """With the namespaces swapped throughout, the root is not that of an answer; below a sound root all is named."""
    inner = signed(data(FULL_LOG))
    head, _, tail = inner.partition("<sr:SMETS1Response>")
    swapped = tail.replace("sr:", "??:").replace("ra:", "sr:").replace("??:", "ra:")
    end = "</sr:SMETS1SignedResponse>"
    text = f"{head}<sr:SMETS1Response>{swapped}".replace("</ra:SMETS1SignedResponse>", end)
    text = text.replace("</ra:SMETS1Response>", "</sr:SMETS1Response>")
    found = [(oddity.found, oddity.expected) for oddity in read(text).oddities]
    assert [("ra:Header", "sr:Header"), ("ra:Body", "sr:Body")] == found


def test_signatures_are_not_looked_into() -> None:
    """A signature may hold elements of any namespace."""
    inside = SIGNATURE.replace("<ds:SignatureValue/>", f'<ds:Object><x xmlns="{MMC}"/></ds:Object>')
    assert () == read(WHOLE.replace(SIGNATURE, inside)).oddities


def test_oddities_are_bounded() -> None:
    """A document of another kind does not fill the memory with what is odd about it."""
    text = acknowledgement().replace("</sr:Header>", "<sr:Invented/>" * (MAX_ODDITIES + 1) + "</sr:Header>")
    assert MAX_ODDITIES == len(read(text).oddities)


def test_parts() -> None:
    """Every part is known by its path: all that stand there, with the text of those that are values."""
    parts = read(WHOLE).parts
    assert [AnswerField("", 0)] == list(parts[""])
    assert (AnswerField(REQUEST_ID, 2),) == parts["header.RequestID"]
    assert (AnswerField("5.4", 0),) == parts["@schemaVersion"]
    assert parts[f"{RESPONSE}.SMETSData"][0].node + 1 == parts[PAYLOAD][0].node
    twice = read(CASES["two response codes"][1]).parts["header.ResponseCode"]
    assert (AnswerField("I0", 4), AnswerField("I0", 5)) == twice
