"""Builders of invented answers: nothing here is a real Device, service, code or payload."""

from s1sr_validator.messages.answer import read_answer
from s1sr_validator.messages.document import open_document
from s1sr_validator.messages.xml import DUIS, MMC
from s1sr_validator.model.answer import Answer

USER, METER = "90-B3-D5-1F-30-00-00-02", "00-00-00-00-00-00-00-0A"
REQUEST_ID, RESPONSE_ID = f"{USER}:{METER}:7", f"{METER}:{USER}:7"
TIME = "2015-07-01T10:15:30Z"
SIGNATURE = '<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:SignatureValue/></ds:Signature>'
REFERENCES = (
    "<sr:ServiceReference>9.9</sr:ServiceReference><sr:ServiceReferenceVariant>9.9.1</sr:ServiceReferenceVariant>"
)
NAMESPACES = f'xmlns:sr="{DUIS}" xmlns:ra="{MMC}" schemaVersion="5.4"'

DEVICE_HEADER = (
    f"<ra:BusinessOriginatorID>{METER}</ra:BusinessOriginatorID>"
    f"<ra:BusinessTargetID>{USER}</ra:BusinessTargetID>"
    "<ra:OriginatorCounter>7</ra:OriginatorCounter>"
    "<ra:ServiceReference>9.9</ra:ServiceReference>"
    "<ra:ServiceReferenceVariant>9.9.1</ra:ServiceReferenceVariant>"
    f"<ra:Timestamp>{TIME}</ra:Timestamp>"
)
EMPTY_LOG = '<ra:ReadInventedLogRsp MessageSuccess="true"><ra:Electricity/></ra:ReadInventedLogRsp>'
FULL_LOG = (
    '<ra:ReadInventedLogRsp MessageSuccess="true"><ra:Electricity>'
    '<ra:LogEntry><ra:Value index="1">10</ra:Value><ra:Value index="2">20</ra:Value><ra:Timestamp>T1</ra:Timestamp>'
    "</ra:LogEntry><ra:LogEntry><ra:Timestamp>T2</ra:Timestamp></ra:LogEntry><ra:LogEntry/>"
    "</ra:Electricity></ra:ReadInventedLogRsp>"
)
ALERT_CONTENT = (
    "<ra:DeviceAlertContent><ra:GBCSHexAlertCode>FFFF</ra:GBCSHexAlertCode>"
    f"<ra:AlertDescription>invented</ra:AlertDescription><ra:Timestamp>{TIME}</ra:Timestamp></ra:DeviceAlertContent>"
)


def response(body: str, *, request_id: str = REQUEST_ID, code: str = "I0") -> str:
    """Return a `sr:Response` with this in its body; an empty request id leaves it out."""
    named = f"<sr:RequestID>{request_id}</sr:RequestID>" if request_id else ""
    return (
        f"<sr:Response {NAMESPACES}><sr:Header>{named}<sr:ResponseID>{RESPONSE_ID}</sr:ResponseID>"
        f"<sr:ResponseCode>{code}</sr:ResponseCode><sr:ResponseDateTime>{TIME}</sr:ResponseDateTime></sr:Header>"
        f"<sr:Body>{body}</sr:Body></sr:Response>"
    )


def acknowledgement(content: str = "", *, code: str = "I0") -> str:
    """Return a response of the DCC itself, with this after the references."""
    return response(f"<sr:ResponseMessage>{REFERENCES}{content}</sr:ResponseMessage>", code=code)


def signed(message: str, header: str = DEVICE_HEADER) -> str:
    """Return a `sr:SMETS1SignedResponse` with this message in its body."""
    return (
        f"<sr:SMETS1SignedResponse {NAMESPACES}><sr:SMETS1Response><sr:Header>{header}</sr:Header>"
        f"<sr:Body>{message}</sr:Body></sr:SMETS1Response>{SIGNATURE}</sr:SMETS1SignedResponse>"
    )


def data(payload: str, debug: str = "") -> str:
    """Return a response message with this payload and debug information."""
    smets = f"<ra:SMETSData>{payload}</ra:SMETSData>" if payload else ""
    info = f"<ra:DebugInfo>{debug}</ra:DebugInfo>" if debug else ""
    return f"<sr:ResponseMessage>{smets}{info}</sr:ResponseMessage>"


def smets1(message: str, *, before: str = REFERENCES, header: str = DEVICE_HEADER) -> str:
    """Return a response with a SMETS1 message, and this before it."""
    return response(f"<sr:SMETS1ResponseMessage>{before}{signed(message, header)}</sr:SMETS1ResponseMessage>")


def s1sp_alert(code: str = "S1X9001", request_id: str = REQUEST_ID) -> str:
    """Return a `sr:S1SPAlert`."""
    return (
        f"<sr:S1SPAlert {NAMESPACES}><sr:RequestID>{request_id}</sr:RequestID><sr:DeviceID>{METER}</sr:DeviceID>"
        f"<sr:S1SPAlertCode>{code}</sr:S1SPAlertCode><sr:AdditionalInformation>invented</sr:AdditionalInformation>"
        f"<sr:UTRN>01234567890123456789</sr:UTRN><sr:DateTime>{TIME}</sr:DateTime>{SIGNATURE}</sr:S1SPAlert>"
    )


def dcc_alert(element: str, *, code: str = "N9901", throttling: str = "") -> str:
    """Return a DCC Alert with this element."""
    message = f"<sr:DCCAlertCode>{code}</sr:DCCAlertCode>{throttling}<sr:DCCAlert>{element}</sr:DCCAlert>"
    return response(f"<sr:DCCAlertMessage>{message}</sr:DCCAlertMessage>", request_id="")


def gbcs(message: str) -> str:
    """Return a `ra:GBCSResponse`; the message's outermost element is in the `ra` namespace there."""
    body = message.replace("sr:ResponseMessage", "ra:ResponseMessage").replace("sr:Device", "ra:Device")
    header = f"<ra:Header>{DEVICE_HEADER}</ra:Header>"
    return f"<ra:GBCSResponse {NAMESPACES}>{header}<ra:Body>{body}</ra:Body></ra:GBCSResponse>"


def read(text: str) -> Answer:
    """Read an invented answer."""
    return read_answer(open_document(text.encode(), "answer.xml"))
