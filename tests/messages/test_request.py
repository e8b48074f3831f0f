"""Service Requests are read into values, or refused with one finding."""

import datetime as dt
from collections.abc import Mapping

import pytest

from s1sr_validator import Catalogue, InputError
from s1sr_validator.examination import Circumstances, open_request, predictable
from s1sr_validator.messages.document import open_document
from s1sr_validator.messages.request import MAX_PATH, read_request
from s1sr_validator.messages.xml import DUIS, MMC
from s1sr_validator.model.finding import Location
from s1sr_validator.model.message import Message
from s1sr_validator.model.request import Request, RequestField
from s1sr_validator.model.service import Service
from tests.invented import LOG, request_xml

Services = Mapping[str, Service]

WRITTEN_OUT = f"""<?xml version="1.0" encoding="UTF-8"?>
<!-- An invented request. -->
<sr:Request xmlns:sr="{DUIS}" schemaVersion="5.4">
  <sr:Header>
    <sr:RequestID>
      00-00-00-00-00-00-00-01:00-00-00-00-00-00-00-02:3
    </sr:RequestID>
    <sr:CommandVariant>1</sr:CommandVariant>
    <sr:ServiceReference>9.9</sr:ServiceReference>
    <sr:ServiceReferenceVariant>9.9.1</sr:ServiceReferenceVariant>
  </sr:Header>
  <sr:Body>
    <!-- The log. -->
    <sr:ReadInventedLog>
      <sr:ReadLogPeriod>
        <sr:StartDateTime>2015-01-01T00:00:00Z</sr:StartDateTime>
        <sr:EndDateTime kind="invented">2015-02-01T00:00:00Z</sr:EndDateTime>
      </sr:ReadLogPeriod>
      <sr:Depth>1<!-- comment -->2</sr:Depth>
      <sr:Depth>99</sr:Depth>
      <sr:Detailed><![CDATA[true]]></sr:Detailed>
      <sr:Empty/>
    </sr:ReadInventedLog>
  </sr:Body>
</sr:Request>
""".encode()


@pytest.fixture
def services(tiny: Catalogue) -> Services:
    """The services of the tiny catalogue."""
    return tiny.lookup.services


@pytest.fixture
def circumstances(tiny: Catalogue) -> Circumstances:
    """Nothing but the tiny catalogue and a day."""
    return Circumstances(tiny.lookup, dt.date(2026, 1, 31))


def refusal(data: bytes, circumstances: Circumstances) -> tuple[str, str, str]:
    """Return code, message and tip of the finding with which a request is refused."""
    with pytest.raises(InputError) as raised:
        predictable(open_request(Message("request.xml", data), circumstances), circumstances)
    finding = raised.value.finding
    assert "request.xml" == finding.location.file
    return finding.code, finding.message, finding.tip


def test_a_request(services: Services) -> None:
    """Header, fields by dotted path with all of their values, attributes, and the element of each are kept."""
    expected = Request(
        name="request.xml",
        srv="9.9.1",
        schema_version="5.4",
        envelope={"sr:Header": (1,), "sr:Body": (6,)},
        header={
            "RequestID": (RequestField("00-00-00-00-00-00-00-01:00-00-00-00-00-00-00-02:3", 2, padded=True),),
            "CommandVariant": (RequestField("1", 3),),
            "ServiceReference": (RequestField("9.9", 4),),
            "ServiceReferenceVariant": (RequestField("9.9.1", 5),),
        },
        bodies=(RequestField("sr:ReadInventedLog", 7),),
        fields={
            "ReadLogPeriod.StartDateTime": (RequestField("2015-01-01T00:00:00Z", 9),),
            "ReadLogPeriod.EndDateTime": (RequestField("2015-02-01T00:00:00Z", 10),),
            "ReadLogPeriod.EndDateTime.@kind": (RequestField("invented", 10),),
            "Depth": (RequestField("12", 11), RequestField("99", 12)),
            "Detailed": (RequestField("true", 13),),
            "Empty": (RequestField("", 14),),
        },
    )
    assert expected == read_request(open_document(WRITTEN_OUT, "request.xml"), services)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "iso-8859-1"])
def test_encodings(encoding: str, services: Services) -> None:
    """A request is the same in every encoding that it may declare."""
    text = WRITTEN_OUT.decode().replace("UTF-8", encoding.removesuffix("-sig").removesuffix("-be"))
    expected = read_request(open_document(WRITTEN_OUT, "request.xml"), services)
    assert expected == read_request(open_document(text.encode(encoding), "request.xml"), services)


def test_the_prefix_makes_no_difference(services: Services) -> None:
    """It is the namespace that counts, not the prefix."""
    unprefixed = request_xml(LOG, {"Depth": 3}).replace("<sr:", "<").replace("</sr:", "</").replace("xmlns:sr", "xmlns")
    expected = read_request(open_document(request_xml(LOG, {"Depth": 3}).encode(), "request.xml"), services)
    assert expected == read_request(open_document(unprefixed.encode(), "request.xml"), services)


def test_a_signed_pre_command(services: Services) -> None:
    """A signed pre-command goes with any SRV; its content is not a field of the body."""
    body = "<sr:SignedPreCommand>3ADE</sr:SignedPreCommand>"
    request = read_request(open_document(request_xml("9.8.1", body=body).encode(), "request.xml"), services)
    assert (True, {}) == (request.is_signed_pre_command, request.fields)


def header_without(part: str) -> str:
    """Return a request that lacks a part of its header."""
    return request_xml(header={part: ""})


LOG_BODY = "<sr:ReadInventedLog/>"
RESPONSE = f'<sr:Response xmlns:sr="{DUIS}"><sr:Header/></sr:Response>'
REFUSED: dict[str, tuple[tuple[str, str, str], str]] = {
    "response": (
        (
            "REQ005",
            "the root element is sr:Response, not sr:Request",
            "give the Service Request that was sent, not what came back",
        ),
        RESPONSE,
    ),
    "alert": (
        (
            "REQ005",
            "the root element is ra:Alert, not sr:Request",
            "give the Service Request that was sent, not what came back",
        ),
        f'<ra:Alert xmlns:ra="{MMC}"/>',
    ),
    "no namespace": (
        ("REQ005", "the root element is Request, not sr:Request", f'declare the namespace: xmlns:sr="{DUIS}"'),
        "<Request/>",
    ),
    "other namespace": (
        (
            "REQ005",
            "the root element is {urn:other}Request, not sr:Request",
            f'declare the namespace: xmlns:sr="{DUIS}"',
        ),
        '<Request xmlns="urn:other"/>',
    ),
    "anything": (("REQ005", "the root element is html, not sr:Request", "give a DUIS Service Request"), "<html/>"),
    "no header": (
        ("REQ006", "sr:Request has no sr:Header", "a request has one sr:Header"),
        request_xml().replace("sr:Header", "sr:Head"),
    ),
    "header without namespace": (
        ("REQ006", "sr:Request has no sr:Header", "a request has one sr:Header"),
        request_xml().replace("sr:Header", "Header"),
    ),
    "two headers": (
        ("REQ006", "sr:Request has 2 times sr:Header", "a request has one sr:Header"),
        request_xml().replace("<sr:Body>", "<sr:Header/><sr:Body>"),
    ),
    "no RequestID": (
        ("REQ006", "sr:Header has no sr:RequestID", "a header has one sr:RequestID"),
        header_without("RequestID"),
    ),
    "no CommandVariant": (
        ("REQ006", "sr:Header has no sr:CommandVariant", "a header has one sr:CommandVariant"),
        header_without("CommandVariant"),
    ),
    "no ServiceReference": (
        ("REQ006", "sr:Header has no sr:ServiceReference", "a header has one sr:ServiceReference"),
        header_without("ServiceReference"),
    ),
    "no ServiceReferenceVariant": (
        ("REQ006", "sr:Header has no sr:ServiceReferenceVariant", "a header has one sr:ServiceReferenceVariant"),
        header_without("ServiceReferenceVariant"),
    ),
    "RequestID three times": (
        ("REQ006", "sr:Header has 3 times sr:RequestID", "a header has one sr:RequestID"),
        request_xml().replace("</sr:Header>", "<sr:RequestID/><sr:RequestID/></sr:Header>"),
    ),
    "no body": (
        ("REQ006", "sr:Request has no sr:Body", "a request has one sr:Body"),
        request_xml().replace("sr:Body", "sr:Content"),
    ),
    "empty body": (
        ("REQ006", "sr:Body holds 0 elements; it must hold exactly one", "see: s1sr show SRV"),
        request_xml(body=""),
    ),
    "body of text": (
        ("REQ006", "sr:Body holds 0 elements; it must hold exactly one", "see: s1sr show SRV"),
        request_xml(body="log"),
    ),
    "two in the body": (
        ("REQ006", "sr:Body holds 2 elements; it must hold exactly one", "see: s1sr show SRV"),
        request_xml(body=LOG_BODY * 2),
    ),
    "unknown SRV": (
        ("REQ007", "there is no SRV '9.9.7'", "variants of 9.9: 9.9.1, 9.9.2"),
        request_xml("9.9.7"),
    ),
    "unknown service": (("REQ007", "there is no SRV '77.7'", "see: s1sr list services"), request_xml("77.7")),
    "SRV as a number": (
        ("REQ007", "there is no SRV '9.90'", "variants of 9.9: 9.9.1, 9.9.2"),
        request_xml("9.90", header={"ServiceReference": "9.9"}),
    ),
    "element for an SRV": (
        ("REQ007", "there is no SRV ''", "variants of 9.9: 9.9.1, 9.9.2"),
        request_xml().replace(">9.9.1<", "><sr:x>9.9.1</sr:x><"),
    ),
    "body of another SRV": (
        (
            "REQ008",
            "SRV 9.9.1 asks for the body sr:ReadInventedLog, but it is sr:SetInventedThing",
            "sr:SetInventedThing belongs to SRV 9.8.1",
        ),
        request_xml(LOG, element="SetInventedThing"),
    ),
    "body of no SRV": (
        ("REQ008", "SRV 9.9.1 asks for the body sr:ReadInventedLog, but it is sr:Nothing", "write sr:ReadInventedLog"),
        request_xml(LOG, element="Nothing"),
    ),
    "body without namespace": (
        (
            "REQ008",
            "the body's element ReadInventedLog is not in the sr namespace",
            "SRV 9.9.1 asks for sr:ReadInventedLog",
        ),
        request_xml(body="<ReadInventedLog/>"),
    ),
    "body in another namespace": (
        (
            "REQ008",
            "the body's element ra:ReadInventedLog is not in the sr namespace",
            "SRV 9.9.1 asks for sr:ReadInventedLog",
        ),
        request_xml(body=f'<ReadInventedLog xmlns="{MMC}"/>'),
    ),
}


@pytest.mark.parametrize(("expected", "text"), REFUSED.values(), ids=REFUSED)
def test_refusals(expected: tuple[str, str, str], text: str, circumstances: Circumstances) -> None:
    """What no prediction can be made for is refused, with what to do about it."""
    assert expected == refusal(text.encode(), circumstances)


@pytest.mark.parametrize(
    ("line", "column", "path", "old", "new"),
    [
        (5, 5, "header.RequestID", "<sr:RequestID>", "<sr:RequestID/><sr:RequestID>"),
        (10, 5, "header.ServiceReferenceVariant", ">9.9.1<", ">9.9.7<"),
        (14, 5, "body", "sr:ReadInventedLog", "sr:SetInventedThing"),
        (14, 5, "body", "sr:ReadInventedLog", "ReadInventedLog"),
        (12, 3, "body", "<sr:Body>", "<sr:Body><sr:Other/>"),
        (3, 1, "", "sr:Header", "sr:Head"),
    ],
)
def test_places(line: int, column: int, path: str, old: str, new: str, circumstances: Circumstances) -> None:
    """The finding points at the element that is wrong, or at the one that lacks something."""
    changed = Message("request.xml", WRITTEN_OUT.replace(old.encode(), new.encode()))
    opened = open_request(changed, circumstances)
    with pytest.raises(InputError) as raised:
        predictable(opened, circumstances)
    expected = Location(file="request.xml", line=line, column=column, path=path)
    assert expected == raised.value.finding.location


def test_columns_beyond_the_lines_that_libxml2_counts(tiny: Catalogue) -> None:
    """An element on a line beyond 65,535 has its place all the same."""
    text = request_xml(LOG, {"Depth": 3}).replace("<sr:Depth>", "\n" * 70_000 + "  <sr:Depth>")
    document = open_document(text.encode(), "request.xml")
    field = read_request(document, tiny.lookup.services).first("Depth")
    assert field is not None
    assert (70_001, 3) == document.positions.of(field.node)


def test_a_body_alone(tiny: Catalogue) -> None:
    """A body element without an envelope tells its SRV; attributes of the element are fields too."""
    body = f'<sr:ReadInventedLog xmlns:sr="{DUIS}" kind="invented"><sr:Depth>3</sr:Depth></sr:ReadInventedLog>'
    request = read_request(open_document(body.encode(), "body.xml"), tiny.lookup.services)
    assert (True, "9.9.1", "ReadInventedLog") == (request.is_bare_body, request.srv, request.body_element)
    assert {"@kind": "invented", "Depth": "3"} == {path: values[0].text for path, values in request.fields.items()}
    given = read_request(open_document(body.encode(), "body.xml"), tiny.lookup.services, srv="9.9.2")
    assert "9.9.2" == given.srv


def nested(levels: int, name: str) -> str:
    """Return elements of one name inside each other."""
    return f"<sr:{name}>" * levels + f"</sr:{name}>" * levels


def test_depth_is_bounded(circumstances: Circumstances) -> None:
    """A body deeper than the parser's bound is refused as such."""
    code, message, _ = refusal(request_xml(body=nested(300, "a")).encode(), circumstances)
    assert "REQ002" == code
    assert "the element is more than 100 levels deep, the most that is read" == message


def test_paths_are_bounded(circumstances: Circumstances) -> None:
    """Long names inside each other would make paths that fill the memory; they are refused."""
    body = f"<sr:ReadInventedLog>{nested(20, 'n' * 100)}</sr:ReadInventedLog>"
    expected = (f"a field's path has {1009:,} characters; at most {MAX_PATH:,} are read", "")
    assert ("REQ002", *expected) == refusal(request_xml(body=body).encode(), circumstances)


def test_a_path_of_the_greatest_length_is_read(services: Services) -> None:
    """A path as long as the bound is no problem."""
    body = f"<sr:ReadInventedLog><sr:{'n' * MAX_PATH}/></sr:ReadInventedLog>"
    assert {"n" * MAX_PATH} == set(
        read_request(open_document(request_xml(body=body).encode(), "request.xml"), services).fields
    )


def test_a_huge_input_is_refused(circumstances: Circumstances) -> None:
    """Size is asked before anything is parsed."""
    assert "REQ002" == refusal(request_xml(LOG, {"Depth": "1" * 6_000_000}).encode(), circumstances)[0]


def test_elements_of_other_namespaces_are_no_fields(tiny: Catalogue) -> None:
    """Only what stands in the sr namespace is a field of the body."""
    body = '<sr:ReadInventedLog><x:Depth xmlns:x="urn:x">1</x:Depth><sr:Depth>2</sr:Depth></sr:ReadInventedLog>'
    request = read_request(open_document(request_xml(body=body).encode(), "r.xml"), tiny.lookup.services)
    assert {"Depth": "2"} == {path: values[0].text for path, values in request.fields.items()}


@pytest.mark.parametrize("space", ["\u00a0", "\u1680", "\u2003", "\u3000", "\x85"])
def test_only_white_space_of_xml_is_taken_off(space: str, tiny: Catalogue) -> None:
    """Spaces of other alphabets belong to the text, as the schema's own rules see it."""
    document = open_document(request_xml(fields={"Depth": f" {space}1{space}\t"}).encode(), "request.xml")
    assert f"{space}1{space}" == read_request(document, tiny.lookup.services).fields["Depth"][0].text
