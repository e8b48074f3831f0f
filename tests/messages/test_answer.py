"""Answers are read into values, whatever is wrong with them, or refused with one finding."""

import datetime as dt

import msgspec
import pytest

from s1sr_validator import InputError
from s1sr_validator.messages.xml import DUIS, MMC
from s1sr_validator.model.alert import DCC_ALERT_ELEMENTS, S1SP_ALERT, GbcsDeviceAlert, S1spAlert, Throttling
from s1sr_validator.model.answer import RESPONSE_ELEMENTS, Answer, AnswerKind, ResponseHeader
from s1sr_validator.model.answer_content import AnswerField
from s1sr_validator.model.device_message import DeviceMessageHeader, GbcsData
from s1sr_validator.model.stated_time import StatedTime
from tests.invented_answers import (
    ALERT_CONTENT,
    EMPTY_LOG,
    FULL_LOG,
    METER,
    REFERENCES,
    REQUEST_ID,
    RESPONSE_ID,
    TIME,
    USER,
    acknowledgement,
    data,
    dcc_alert,
    gbcs,
    read,
    response,
    s1sp_alert,
    signed,
    smets1,
)

WHEN = StatedTime(TIME, dt.datetime(2015, 7, 1, 10, 15, 30, tzinfo=dt.UTC))
DEVICE_ALERT = f"<sr:DeviceAlertMessage>{ALERT_CONTENT}</sr:DeviceAlertMessage>"
GBCS_ALERT = "<sr:AlertCode>FFFE</sr:AlertCode><sr:GBCSPayload>QUJD</sr:GBCSPayload>"
S1SP = f"<sr:S1SPAlertDSP>{s1sp_alert()}<sr:DSPScheduleID>12</sr:DSPScheduleID></sr:S1SPAlertDSP>"

KINDS = {
    AnswerKind.ACKNOWLEDGEMENT: acknowledgement(),
    AnswerKind.ERROR: acknowledgement(code="E9901"),
    AnswerKind.DCC_ONLY_RESPONSE: acknowledgement("<sr:DSPScheduleID>12</sr:DSPScheduleID>"),
    AnswerKind.GBCS_PAYLOAD: acknowledgement("<sr:GBCSPayload>QUJD</sr:GBCSPayload>"),
    AnswerKind.SMETS1_RESPONSE: smets1(data(EMPTY_LOG)),
    AnswerKind.SMETS1_DEVICE_ALERT: smets1(DEVICE_ALERT),
    AnswerKind.S1SP_ALERT: dcc_alert(S1SP),
    AnswerKind.DCC_ALERT: dcc_alert("<sr:CommsHubFirmwareActivation/>"),
    AnswerKind.DEVICE_ALERT: response(f"<sr:DeviceAlertMessage>{GBCS_ALERT}</sr:DeviceAlertMessage>"),
    AnswerKind.GBCS_RESPONSE: gbcs(data(EMPTY_LOG)),
    AnswerKind.GBCS_DEVICE_ALERT: gbcs(DEVICE_ALERT),
    AnswerKind.UNCLEAR: response(""),
}
"""One invented answer of every kind; only the last has oddities."""


@pytest.mark.parametrize("kind", AnswerKind)
def test_kinds(kind: AnswerKind) -> None:
    """Every kind is told from the others by its content, and a sound answer has no oddities."""
    answer = read(KINDS[kind])
    assert kind is answer.kind
    assert (kind is AnswerKind.UNCLEAR) is bool(answer.oddities)


@pytest.mark.parametrize("kind", AnswerKind)
def test_an_answer_survives_json(kind: AnswerKind) -> None:
    """What is written as JSON is the same answer when it is read again."""
    answer = read(KINDS[kind])
    assert answer == msgspec.json.decode(msgspec.json.encode(answer), type=Answer)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (AnswerKind.SMETS1_RESPONSE, signed(data(EMPTY_LOG))),
        (AnswerKind.SMETS1_DEVICE_ALERT, signed(DEVICE_ALERT)),
        (AnswerKind.S1SP_ALERT, s1sp_alert()),
    ],
)
def test_inner_documents_alone(kind: AnswerKind, text: str) -> None:
    """A signed response and an S1SP alert are answers without the envelope of the DCC as well."""
    answer = read(text)
    assert (kind, None, "5.4", ()) == (answer.kind, answer.header, answer.schema_version, answer.oddities)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (AnswerKind.ACKNOWLEDGEMENT, acknowledgement(code="I99")),
        (AnswerKind.ACKNOWLEDGEMENT, acknowledgement(code="W9901")),
        (AnswerKind.DCC_ONLY_RESPONSE, acknowledgement("<sr:DSPInventory/>", code="E9901")),
        (AnswerKind.UNCLEAR, acknowledgement("<sr:DSPInventory/><sr:DSPOptIn/>")),
        (AnswerKind.ACKNOWLEDGEMENT, acknowledgement("<sr:Invented/>")),
        (AnswerKind.UNCLEAR, smets1("")),
        (AnswerKind.UNCLEAR, smets1(data(EMPTY_LOG) + DEVICE_ALERT)),
        (AnswerKind.UNCLEAR, response("<sr:SMETS1ResponseMessage/>")),
        (AnswerKind.UNCLEAR, response("<sr:ResponseMessage/><sr:ResponseMessage/>")),
        (AnswerKind.UNCLEAR, response("<sr:ResponseMessage/>").replace("sr:ResponseMessage", "ra:ResponseMessage")),
        (AnswerKind.DCC_ALERT, dcc_alert("")),
        (AnswerKind.DCC_ALERT, dcc_alert("<sr:S1SPAlertDSP/>")),
        (AnswerKind.UNCLEAR, acknowledgement().replace("sr:Body", "sr:Content")),
        (AnswerKind.ACKNOWLEDGEMENT, acknowledgement(code="E9901").replace("sr:Header", "sr:Head")),
    ],
)
def test_kinds_at_the_edge(kind: AnswerKind, text: str) -> None:
    """A warning is no error, and what is not exactly one message is unclear."""
    assert kind is read(text).kind


def test_a_header() -> None:
    """The header is kept as it is written, with its moment in UTC; the references are those beside the message."""
    answer = read(acknowledgement())
    expected = ResponseHeader(request_id=REQUEST_ID, response_id=RESPONSE_ID, response_code="I0", response_time=WHEN)
    assert expected == answer.header
    assert ("sr:Response", "5.4", "9.9", "9.9.1") == (
        answer.root,
        answer.schema_version,
        answer.service_reference,
        answer.srv,
    )
    assert (RESPONSE_ID, "I0", (REQUEST_ID,)) == (answer.response_id, answer.response_code, answer.request_ids)


def test_a_smets1_response() -> None:
    """The Device's header is read in full, and what a verdict asks for is at hand."""
    before = f"{REFERENCES}<sr:DSPScheduleID>12</sr:DSPScheduleID><sr:ThrottledAlertCount>3</sr:ThrottledAlertCount>"
    answer = read(smets1(data(EMPTY_LOG), before=before))
    assert ("12", Throttling(count="3")) == (answer.dsp_schedule_id, answer.throttling)
    assert answer.device_message is not None
    expected = DeviceMessageHeader(
        originator_id=METER,
        target_id=USER,
        originator_counter="7",
        service_reference="9.9",
        srv="9.9.1",
        time=WHEN,
    )
    assert expected == answer.device_message.header
    assert (METER, ("9.9.1",), True, ()) == (
        answer.device_id,
        answer.stated_srvs,
        answer.message_success,
        answer.debug_codes,
    )


def test_every_part_of_a_device_header() -> None:
    """The optional parts of the header, and the attributes of its moment, are kept too."""
    header = (
        f"<ra:BusinessOriginatorID>{METER}</ra:BusinessOriginatorID><ra:BusinessTargetID>{USER}</ra:BusinessTargetID>"
        "<ra:OriginatorCounter>1</ra:OriginatorCounter>"
        f"<ra:SupplementaryRemotePartyID>{USER}</ra:SupplementaryRemotePartyID>"
        "<ra:SupplementaryRemotePartyCounter>2</ra:SupplementaryRemotePartyCounter>"
        "<ra:SupplementaryOriginatorCounter>3</ra:SupplementaryOriginatorCounter>"
        "<ra:GBCSHexadecimalMessageCode>FFFF</ra:GBCSHexadecimalMessageCode>"
        f'<ra:Timestamp isFromGSME="true" ClockStatus="reliable">{TIME}</ra:Timestamp>'
    )
    answer = read(smets1(data(EMPTY_LOG), header=header))
    assert answer.device_message is not None
    expected = DeviceMessageHeader(
        originator_id=METER,
        target_id=USER,
        originator_counter="1",
        supplementary_remote_party_id=USER,
        supplementary_remote_party_counter="2",
        supplementary_originator_counter="3",
        message_code="FFFF",
        time=WHEN,
        is_from_gsme="true",
        clock_status="reliable",
    )
    assert expected == answer.device_message.header
    assert () == answer.oddities


def test_no_entries_is_not_nothing() -> None:
    """An empty container is there, and is not the same as one that is missing or full."""
    empty, full, none = (
        read(smets1(data(payload))).payload for payload in (EMPTY_LOG, FULL_LOG, "<ra:ReadInventedLogRsp/>")
    )
    assert empty is not None
    assert full is not None
    assert none is not None
    assert ({"Electricity": 1}, {"Electricity": 1}, 0) == (
        empty.empty,
        empty.counts,
        empty.count("Electricity.LogEntry"),
    )
    assert ({"Electricity.LogEntry": 1}, 3) == (full.empty, full.count("Electricity.LogEntry"))
    assert ({}, {}, 0) == (none.empty, none.counts, none.count("Electricity"))


def test_a_payload() -> None:
    """Values and attributes are kept by dotted path, each with the element that it stands in or on."""
    payload = read(smets1(data(FULL_LOG))).payload
    assert payload is not None
    entry = "Electricity.LogEntry"
    first = payload.containers[entry][0]
    assert "ReadInventedLogRsp" == payload.element
    expected = {
        "@MessageSuccess": (AnswerField("true", payload.node),),
        f"{entry}.Value": (AnswerField("10", first + 1), AnswerField("20", first + 2)),
        f"{entry}.Value.@index": (AnswerField("1", first + 1), AnswerField("2", first + 2)),
        f"{entry}.Timestamp": (AnswerField("T1", first + 3), AnswerField("T2", first + 5)),
        entry: (AnswerField("", first + 6),),
    }
    assert expected == payload.fields
    assert {"Electricity": 1, entry: 3} == payload.counts
    assert (2, 2, ("T1", "T2")) == (
        payload.count(f"{entry}.Value"),
        payload.count(f"{entry}.Value.@index"),
        payload.texts(f"{entry}.Timestamp"),
    )


@pytest.mark.parametrize(
    ("expected", "text"),
    [(True, "true"), (True, "1"), (False, "false"), (False, "0"), (None, "yes"), (None, ""), (True, " true ")],
)
def test_success(expected: bool | None, text: str) -> None:
    """Success is a boolean in the schema's spellings, and unknown where it is none."""
    payload = EMPTY_LOG.replace('"true"', f'"{text}"')
    assert expected is read(smets1(data(payload))).message_success


def test_success_that_is_not_stated() -> None:
    """The schema lets MessageSuccess be left out; that is neither true nor false."""
    assert read(smets1(data("<ra:ReadInventedLogRsp/>"))).message_success is None


DEBUG = {
    "smets1": (
        ("1", "-7"),
        (
            '<ra:SMETS1Debug><ra:SMETS1Response ResponseCode="1" Position="1"><ra:Error>first</ra:Error>'
            '</ra:SMETS1Response><ra:SMETS1Response ResponseCode="-7" Position="2"><ra:Error/></ra:SMETS1Response>'
            "</ra:SMETS1Debug>"
        ),
        [
            {"response_code": "1", "position": "1", "error": "first"},
            {"response_code": "-7", "position": "2", "error": ""},
        ],
    ),
    "cosem": (
        ("3", "4"),
        (
            '<ra:COSEMDebug><ra:COSEMResponse ResponseCode="3" Position="1"><ra:ActionResult>other</ra:ActionResult>'
            '</ra:COSEMResponse><ra:COSEMResponse ResponseCode="4" Position="2"><ra:DataAccessResult>success'
            "</ra:DataAccessResult></ra:COSEMResponse></ra:COSEMDebug>"
        ),
        [
            {"response_code": "3", "position": "1", "result_of": "ActionResult", "result": "other"},
            {"response_code": "4", "position": "2", "result_of": "DataAccessResult", "result": "success"},
        ],
    ),
    "zigbee": (
        ("0A", "0B", "0C"),
        (
            '<ra:ZIGBEEDebug><ra:ZIGBEEClusterResponse><ra:ClusterName id="0702">invented</ra:ClusterName>'
            "<ra:ZIGBEECommandResponse><ra:CommandID>c</ra:CommandID>"
            '<ra:Status ResponseCode="0A"><ra:ZCLStatus>FAILURE</ra:ZCLStatus></ra:Status>'
            '<ra:Status ResponseCode="0B"><ra:ZCLStatus>SUCCESS</ra:ZCLStatus></ra:Status></ra:ZIGBEECommandResponse>'
            "<ra:ZIGBEEDataResponse><ra:AttributeID>a</ra:AttributeID>"
            '<ra:Status ResponseCode="0C"><ra:ZCLStatus>SUCCESS</ra:ZCLStatus></ra:Status></ra:ZIGBEEDataResponse>'
            "</ra:ZIGBEEClusterResponse></ra:ZIGBEEDebug>"
        ),
        [
            {
                "response_code": code,
                "status": status,
                "cluster": "invented",
                "cluster_id": "0702",
                "command_id": command,
                "attribute_id": attribute,
            }
            for code, status, command, attribute in (
                ("0A", "FAILURE", "c", ""),
                ("0B", "SUCCESS", "c", ""),
                ("0C", "SUCCESS", "", "a"),
            )
        ],
    ),
}


@pytest.mark.parametrize("kind", DEBUG)
@pytest.mark.parametrize("payload", ["", EMPTY_LOG])
def test_debug_information(kind: str, payload: str) -> None:
    """All three kinds of debug information are read, with a payload before it and without."""
    codes, text, entries = DEBUG[kind]
    answer = read(smets1(data(payload, text)))
    assert answer.device_message is not None
    assert answer.device_message.response is not None
    debug = msgspec.json.decode(msgspec.json.encode(answer.device_message.response.debug))
    assert {"smets1": [], "cosem": [], "zigbee": [], kind: entries} == debug
    assert (codes, ()) == (answer.debug_codes, answer.oddities)


def test_gbcs_data() -> None:
    """The Device's own bytes are kept as they are, with what is said of them."""
    text = '<ra:GBCSData format="plain" sequence="0" name="invented" type="dlms">QUJD</ra:GBCSData>'
    answer = read(smets1(f"<sr:ResponseMessage>{text * 2}</sr:ResponseMessage>"))
    assert answer.device_message is not None
    assert answer.device_message.response is not None
    expected = GbcsData(format="plain", sequence="0", name="invented", type="dlms", text="QUJD")
    assert (expected, expected) == answer.device_message.response.gbcs_data


def test_a_device_alert() -> None:
    """A SMETS1 Device's alert has a code, a description, a moment, and perhaps a payload."""
    payload = "<ra:Payload><ra:SupplyOutageRestoreAlert><ra:x>1</ra:x></ra:SupplyOutageRestoreAlert></ra:Payload>"
    content = ALERT_CONTENT.replace("</ra:DeviceAlertContent>", f"{payload}</ra:DeviceAlertContent>")
    answer = read(smets1(f"<sr:DeviceAlertMessage>{content}</sr:DeviceAlertMessage>"))
    assert answer.device_message is not None
    alert = answer.device_message.alert
    assert alert is not None
    assert alert.payload is not None
    assert ("FFFF", "invented", WHEN) == (answer.device_alert_code, alert.description, alert.time)
    assert ("SupplyOutageRestoreAlert", ("1",)) == (alert.payload.element, alert.payload.texts("x"))


def test_an_alert_of_a_smets2_device() -> None:
    """The alert of a SMETS2+ Device has a code; its GBCS payload is kept closed."""
    answer = read(KINDS[AnswerKind.DEVICE_ALERT])
    assert GbcsDeviceAlert(code="FFFE", gbcs_payload="QUJD") == answer.gbcs_alert
    assert "FFFE" == answer.device_alert_code


def test_an_s1sp_alert() -> None:
    """An S1SP alert is read in full; the request that it names is the one that is answered."""
    answer = read(dcc_alert(S1SP, throttling="<sr:ThrottledAlertSequenceId>5</sr:ThrottledAlertSequenceId>"))
    expected = S1spAlert(
        code="S1X9001",
        request_id=REQUEST_ID,
        device_id=METER,
        additional_information="invented",
        utrn="01234567890123456789",
        time=WHEN,
        schema_version="5.4",
        dsp_schedule_id="12",
    )
    assert expected == answer.s1sp_alert
    assert answer.dcc_alert is not None
    assert ("N9901", Throttling(sequence_id="5")) == (answer.dcc_alert.code, answer.throttling)
    assert ((REQUEST_ID,), METER) == (answer.request_ids, answer.device_id)


@pytest.mark.parametrize("element", [name for name in DCC_ALERT_ELEMENTS if name != S1SP_ALERT])
def test_dcc_alerts(element: str) -> None:
    """Each of the alerts is kept with its element, its values, and the requests that it names."""
    text = f"<sr:{element}><sr:Part><sr:InventedRequestID>{REQUEST_ID}</sr:InventedRequestID></sr:Part></sr:{element}>"
    answer = read(dcc_alert(text))
    assert (AnswerKind.DCC_ALERT, (REQUEST_ID,), ()) == (answer.kind, answer.request_ids, answer.oddities)
    assert answer.dcc_alert is not None
    assert answer.dcc_alert.content is not None
    assert (element, (REQUEST_ID,)) == (
        answer.dcc_alert.content.element,
        answer.dcc_alert.content.texts("Part.InventedRequestID"),
    )


@pytest.mark.parametrize("element", RESPONSE_ELEMENTS)
@pytest.mark.parametrize("inside", ["12", "<sr:Device><sr:DeviceID>a</sr:DeviceID></sr:Device><sr:Device/>"])
def test_elements_of_a_response_message(element: str, inside: str) -> None:
    """Each of the elements is kept: its own text, or its values and what holds them."""
    answer = read(acknowledgement(f"<sr:{element}>{inside}</sr:{element}>"))
    assert answer.content is not None
    assert (element, ()) == (answer.content.element, answer.oddities)
    if inside == "12":
        assert ("12", {}) == (answer.content.text, answer.content.fields)
    else:
        assert ("", {"Device": 2}, ("a",)) == (
            answer.content.text,
            answer.content.counts,
            answer.content.texts("Device.DeviceID"),
        )


REFUSED = {
    "request": ("sr:Request", "this is a request", f'<sr:Request xmlns:sr="{DUIS}"/>'),
    "request id": ("sr:RequestID", "give the whole document", f'<sr:RequestID xmlns:sr="{DUIS}"/>'),
    "gbcs data": ("ra:GBCSData", "give the whole document", f'<ra:GBCSData xmlns:ra="{MMC}"/>'),
    "payload": ("ra:ReadInventedLogRsp", "give the whole document", f'<ra:ReadInventedLogRsp xmlns:ra="{MMC}"/>'),
    "no namespace": ("Response", f'declare the namespace: xmlns:sr="{DUIS}"', "<Response/>"),
    "no namespace, ra": ("GBCSResponse", f'declare the namespace: xmlns:ra="{MMC}"', "<GBCSResponse/>"),
    "swapped": ("ra:S1SPAlert", f'declare the namespace: xmlns:sr="{DUIS}"', f'<S1SPAlert xmlns="{MMC}"/>'),
    "anything": ("html", "give a document whose root is one of sr:Response", "<html/>"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_refusals(case: str) -> None:
    """What is no answer is refused, with what it is and what to do."""
    name, tip, text = REFUSED[case]
    with pytest.raises(InputError) as raised:
        read(text)
    finding = raised.value.finding
    assert ("RSP001", f"the root element is {name}, which is not an answer") == (finding.code, finding.message)
    assert finding.tip.startswith(tip)
    assert ("answer.xml", 1, 1) == (finding.location.file, finding.location.line, finding.location.column)


def test_paths_are_bounded() -> None:
    """Long names inside each other would make paths that fill the memory; they are refused."""
    nest = f"<ra:{'n' * 100}>" * 12 + f"</ra:{'n' * 100}>" * 12
    with pytest.raises(InputError) as raised:
        read(smets1(data(f"<ra:ReadInventedLogRsp>{nest}</ra:ReadInventedLogRsp>")))
    assert "RSP002" == raised.value.finding.code
    assert raised.value.finding.message.startswith("a value's path has 1,009 characters")


def test_the_prefix_makes_no_difference() -> None:
    """It is the namespace that counts, not the prefix."""
    other = smets1(data(FULL_LOG)).replace("ra:", "x:").replace("sr:", "y:")
    other = other.replace("xmlns:ra=", "xmlns:x=").replace("xmlns:sr=", "xmlns:y=")
    assert read(smets1(data(FULL_LOG))) == read(other)
