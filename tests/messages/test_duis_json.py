"""Messages in JSON, in two shapes, as the tree that their XML gives."""

import json
from collections.abc import Mapping
from typing import Any

import pytest
from lxml import etree

from s1sr_validator import Catalogue, InputError
from s1sr_validator.messages.bounds import MAX_ATTRIBUTES, MAX_NAME, MAX_VALUE
from s1sr_validator.messages.document import open_document
from s1sr_validator.messages.request import read_request
from s1sr_validator.messages.rules import SHAPES
from s1sr_validator.messages.xml import DUIS, MMC
from s1sr_validator.model.finding import Location
from tests.invented import LOG, request_xml

DS = "http://www.w3.org/2000/09/xmldsig#"
XMLNS = {"@_xmlns:sr": DUIS, "@_schemaVersion": "5.4"}
FIELDS = {"ReadLogPeriod": {"StartDateTime": "2015-01-01T00:00:00Z"}, "Depth": "3"}
NORMAL = {
    "?xml": {"@_version": "1.0", "@_encoding": "UTF-8"},
    "sr:Request": {
        "sr:Header": {
            "sr:RequestID": "90-B3-D5-1F-30-00-00-02:00-00-00-00-00-00-00-0A:1",
            "sr:CommandVariant": "1",
            "sr:ServiceReference": "9.9",
            "sr:ServiceReferenceVariant": "9.9.1",
        },
        "sr:Body": {
            "sr:ReadInventedLog": {"sr:ReadLogPeriod": {"sr:StartDateTime": "2015-01-01T00:00:00Z"}, "sr:Depth": 3}
        },
        **XMLNS,
    },
}
HEADER: dict[str, Any] = {
    "type": "request",
    "requestId": {
        "originatorId": "90-B3-D5-1F-30-00-00-02",
        "targetId": "00-00-00-00-00-00-00-0A",
        "counter": 1,
    },
    "commandVariant": 1,
    "serviceReference": "9.9",
    "serviceReferenceVariant": "9.9.1",
}
BODY = {"ReadInventedLog": FIELDS}
DESCRIBED = HEADER | {
    "commandVariant": {"number": 1, "description": "invented"},
    "serviceReferenceVariant": {"Service Request Name": "Invented", "Service Reference Variant": "9.9.1"},
}


def written(value: object) -> bytes:
    """Return a value as JSON."""
    return json.dumps(value).encode()


def tree(value: object) -> str:
    """Return the canonical XML that a value in JSON stands for."""
    return canonical(etree.tostring(open_document(written(value), "r.json").root, encoding="unicode"))


def canonical(text: str) -> str:
    """Return XML in its canonical form."""
    return str(etree.canonicalize(text, rewrite_prefixes=True))


@pytest.mark.parametrize(
    "value",
    [NORMAL, {"header": HEADER, "body": BODY}, {"body": BODY, "header": DESCRIBED}],
    ids=["normal", "simplified", "described"],
)
def test_both_shapes_stand_for_the_same_request(value: object) -> None:
    """A request is the same tree from XML, from either shape, and with what the package says of its codes."""
    assert canonical(request_xml(LOG, FIELDS)) == tree(value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_encodings(encoding: str, tiny: Catalogue) -> None:
    """JSON is read in the encodings that programs write it in, also after white space."""
    text = "\r\n " + json.dumps(NORMAL)
    document = open_document(text.encode(encoding), "r.json")
    assert "9.9.1" == read_request(document, tiny.lookup.services).srv


def parts(root: etree._Element) -> list[tuple[str, str, dict[str, str]]]:
    """Return name, text and attributes of every element in order."""
    return [(str(each.tag), each.text or "", {str(k): str(v) for k, v in each.attrib.items()}) for each in root.iter()]


@pytest.mark.parametrize(
    ("expected", "content"),
    [
        ("<sr:A></sr:A>", {"A": ""}),
        ("<sr:A></sr:A>", {"A": {}}),
        ("", {"A": []}),
        ("<sr:A>1</sr:A><sr:A></sr:A><sr:A>3</sr:A><sr:B>4</sr:B>", {"A": [1, "", {"#text": "3"}], "B": 4}),
        ('<sr:A index="1">x</sr:A>', {"A": {"#text": "x", "@_index": "1"}}),
        ('<sr:A index="1"></sr:A>', {"A": {"@_index": 1}}),
        ("<sr:A>true</sr:A>", {"A": True}),
        ("<sr:A>&lt;&amp;é\n</sr:A>", {"A": "<&é\n"}),
        ("<sr:B>1</sr:B><sr:A>2</sr:A>", {"B": "1", "A": "2"}),
        ("", ""),
    ],
    ids=range(10),
)
def test_content(expected: str, content: object) -> None:
    """Lists repeat an element, `#text` and `@_` are text and attributes, the order is that of the keys."""
    data = written({"header": {"type": "request"}, "body": content})
    found = open_document(data, "r.json").root.find(f"{{{DUIS}}}Body")
    assert found is not None
    assert parts(etree.fromstring(f'<sr:Body xmlns:sr="{DUIS}">{expected}</sr:Body>')) == parts(found)


def test_an_empty_text_is_no_text() -> None:
    """An element of empty text is empty, as the schema asks of some; an empty text would be a text."""
    root = open_document(b'{"A": {"B": "", "C": {"#text": "", "@_d": "1"}}}', "r.json").root
    assert [None, None, None] == [element.text for element in root.iter()]


def test_numbers_are_kept_as_they_are_written() -> None:
    """No digit of a number is lost, nor a zero that tells two SRVs apart."""
    data = b'{"header": {"type": "request", "serviceReference": 4.10}, "body": {"A": 18446744073709551615.0}}'
    root = open_document(data, "r.json").root
    assert ["4.10", "18446744073709551615.0"] == [element.text for element in root.iter() if element.text]


def test_namespaces_are_those_that_are_declared() -> None:
    """In the normal shape prefixes are declared as in XML, anywhere; attributes have no default namespace."""
    value = {
        "Request": {
            "@_xmlns": DUIS,
            "Header": {"x:A": {"@_xmlns:x": "urn:x", "@_x:b": "1", "@_c": "2", "@_xml:lang": "en"}},
            "B": {"@_xmlns": "", "C": "3"},
        }
    }
    xml = (
        f'<Request xmlns="{DUIS}"><Header><x:A xmlns:x="urn:x" x:b="1" c="2" xml:lang="en"/></Header>'
        '<B xmlns=""><C>3</C></B></Request>'
    )
    assert canonical(xml) == tree(value)


def test_a_simplified_response_of_smets1() -> None:
    """A response has its header in the schema's order, and the namespaces of its parts again."""
    smets1 = {
        "SMETS1Response": {
            "Header": {"BusinessOriginatorID": "o"},
            "Body": {"ResponseMessage": {"SMETSData": {"ReadInventedLogRsp": {"Electricity": ""}}}},
        },
        "Signature": {"SignedInfo": ""},
    }
    identity = {"originatorId": "a", "targetId": "b", "counter": "7"}
    header = {"type": "response", "responseCode": "I0", "responseDateTime": "now", "requestId": identity}
    value = {"header": header, "body": {"SMETS1ResponseMessage": {"SMETS1SignedResponse": smets1}}}
    names = [etree.QName(element) for element in open_document(written(value), "r.json").root.iter()]
    spaces = {
        DUIS: "Response Header RequestID ResponseCode ResponseDateTime Body SMETS1ResponseMessage SMETS1SignedResponse "
        "SMETS1Response Header Body ResponseMessage",
        MMC: "BusinessOriginatorID SMETSData ReadInventedLogRsp Electricity",
        DS: "Signature SignedInfo",
    }
    assert spaces == {space: " ".join(name.localname for name in names if name.namespace == space) for space in spaces}


def test_places() -> None:
    """An element stands at its key, an item of a list where it begins, a simplified message at its start."""
    text = '\n{"body": {\n  "A": [1,\n 2], "B": {"@_c": "d"}},\n "header": {"type": "request", "requestId": "x"}}'
    document = open_document(text.encode(), "r.json")
    names = [etree.QName(element).localname for element in document.root.iter()]
    places = [document.positions.of(node) for node in range(len(names) + 1)]
    expected = {
        "Request": (2, 1),
        "Header": (5, 2),
        "RequestID": (5, 32),
        "Body": (2, 2),
        "A": (4, 2),
        "B": (4, 6),
    }
    assert expected == dict(zip(names, places, strict=False))
    assert (3, 9) == places[names.index("A")]
    assert (0, 0) == places[-1]


def simplified(header: Mapping[str, object] | None = None, **parts: object) -> dict[str, object]:
    """Return a simplified request with other parts."""
    return {"header": HEADER | dict(header or {}), "body": BODY} | parts


def inner(content: object) -> dict[str, object]:
    """Return a normal request with this in its body."""
    return {"sr:Request": {"sr:Body": content, **XMLNS}}


SHAPE = "not a message in JSON: "
REFUSED: dict[str, tuple[str, str, object]] = {
    "list": (f"{SHAPE}a list is no message; give one message a file", SHAPES, [NORMAL]),
    "nothing": (f"{SHAPE}it has 0 root elements", SHAPES, {}),
    "two roots": (f"{SHAPE}it has 2 root elements", SHAPES, {"name": "x", "version": "1"}),
    "no body": (f"{SHAPE}the simplified shape lacks 'body'", SHAPES, {"header": HEADER}),
    "no header": (f"{SHAPE}the simplified shape lacks 'header'", SHAPES, {"body": BODY}),
    "more": (f"{SHAPE}the key 'tail' has no place beside header and body", SHAPES, simplified(tail=1)),
    "no type": (f"{SHAPE}header.type must be 'request' or 'response'", SHAPES, {"header": {}, "body": ""}),
    "other type": (f"{SHAPE}header.type must be 'request' or 'response'", SHAPES, simplified({"type": "alert"})),
    "header as text": (f"{SHAPE}header.type must be 'request' or 'response'", SHAPES, {"header": "x", "body": ""}),
    "unknown part": (f"{SHAPE}the header of a request has no 'responseId'", SHAPES, simplified({"responseId": "x"})),
    "id without a part": (
        f"{SHAPE}header.requestId needs 'originatorId', 'targetId', 'counter'",
        SHAPES,
        simplified({"requestId": {"originatorId": "x", "counter": None}}),
    ),
    "variant without a number": (
        f"{SHAPE}header.commandVariant needs 'number'",
        SHAPES,
        simplified({"commandVariant": {"description": "x"}}),
    ),
    "null": (
        "null stands where a text is expected",
        'leave the key out, or write "" for an empty element',
        simplified(body={"A": None}),
    ),
    "object for a text": ("a text is expected here, not an object or a list", "", inner({"@_a": {}})),
    "list of lists": ("a list stands in a list, which no element is", "", inner({"sr:A": [["x"]]})),
    "list of roots": ("a document has one root element, not a list", "", {"sr:Request": [{}]}),
    "undeclared": (
        "the prefix of 'ra:A' is not declared",
        f'declare it: "@_xmlns:ra": "{MMC}"',
        inner({"ra:A": ""}),
    ),
    "unknown prefix": ("the prefix of 'x:A' is not declared", 'declare it: "@_xmlns:x": "..."', inner({"x:A": ""})),
    "prefix of nothing": ("the prefix of ':A' is not declared", 'declare it: "@_xmlns:": "..."', inner({":A": ""})),
    "attribute's prefix": (
        "the prefix of 'x:a' is not declared",
        'declare it: "@_xmlns:x": "..."',
        inner({"@_x:a": ""}),
    ),
}


@pytest.mark.parametrize(("message", "tip", "value"), REFUSED.values(), ids=REFUSED)
def test_refusals(message: str, tip: str, value: object) -> None:
    """What has neither shape is refused, with both shapes or what to do."""
    with pytest.raises(InputError) as raised:
        open_document(written(value), "r.json")
    finding = raised.value.finding
    assert ("REQ011", message, tip) == (finding.code, finding.message, finding.tip)


@pytest.mark.parametrize(
    "content",
    [
        {"sr:A b": ""},
        {"sr:": ""},
        {"": ""},
        {"{urn:x}A": ""},
        {"<A>": ""},
        {"?pi": ""},
        {"sr:A": "\0"},
        {"sr:A": "\x1b"},
        {"sr:A": "\ud800"},
        {"sr:A\ud800": ""},
        {"sr:A": {"@_": ""}},
        {"sr:A": {"@_b c": ""}},
        {"sr:A": {"@_b": "\0"}},
        {"sr:A": {"#text": "\uffff"}},
        {"sr:A": {"@_xmlns:x": "urn:\0", "x:B": ""}},
        {"sr:\u0755": ""},
        {"sr:A": {"@_\u0755": ""}},
    ],
    ids=range(17),
)
def test_what_cannot_stand_in_xml(content: object) -> None:
    """Names and texts that no XML holds are refused at their place."""
    with pytest.raises(InputError) as raised:
        open_document(json.dumps(inner(content), indent=1).encode(), "r.json")
    finding = raised.value.finding
    assert "REQ011" == finding.code
    assert " cannot stand in XML: " in finding.message
    assert finding.location.line in {4, 5, 6}


BOUNDS: dict[str, tuple[str, object]] = {
    "name": (f"the name has more than {MAX_NAME:,} characters", {"n" * (MAX_NAME + 1): ""}),
    "value": (f"an attribute's value has more than {MAX_VALUE:,} characters", {"@_a": "x" * (MAX_VALUE + 1)}),
    "namespace": (f"an attribute's value has more than {MAX_VALUE:,} characters", {"@_xmlns:a": "x" * (MAX_VALUE + 1)}),
    "attributes": (
        f"the element has more than {MAX_ATTRIBUTES} attributes",
        {f"@_a{number}": "" for number in range(MAX_ATTRIBUTES + 1)},
    ),
    "prefixes": (
        f"more than {MAX_ATTRIBUTES} prefixes are declared",
        {f"@_xmlns:a{number}": "u" for number in range(MAX_ATTRIBUTES + 1)},
    ),
}


@pytest.mark.parametrize(("message", "content"), BOUNDS.values(), ids=BOUNDS)
def test_bounds(message: str, content: object) -> None:
    """The bounds of XML hold for JSON as well."""
    with pytest.raises(InputError) as raised:
        open_document(written(inner(content)), "r.json")
    finding = raised.value.finding
    assert ("REQ002", f"{message}, the most that is read") == (finding.code, finding.message)


def test_a_syntax_error_has_its_place() -> None:
    """JSON that is not JSON is refused as such, by line and column."""
    with pytest.raises(InputError) as raised:
        open_document(b'{"header": {},\n  body: {}}', "r.json")
    assert "REQ010" == raised.value.finding.code
    assert Location(file="r.json", line=2, column=3) == raised.value.finding.location
