"""What can be wrong with an input so that no request can be read from it."""

from s1sr_validator.model.finding import Severity
from s1sr_validator.model.rule import Example, Rule

_FILE = "request.xml"

UNREADABLE = Rule(
    code="REQ001",
    name="unreadable-input",
    severity=Severity.ERROR,
    summary="The input could not be opened or read.",
    why="Nothing can be said about a request that was not seen.",
    example=Example(file="command line", wrong="s1sr predict no-such-file.xml", right="s1sr predict request.xml"),
)
TOO_LARGE = Rule(
    code="REQ002",
    name="input-too-large",
    severity=Severity.ERROR,
    summary="The input is larger, deeper or of more parts than a message can be.",
    why="The largest Service Requests but for firmware images are tens of kilobytes. A bound keeps a hostile file from "
    "taking the machine.",
    example=Example(file=_FILE, wrong="a file of 100 MB", right="a file of at most 5 MB"),
)
NOT_XML = Rule(
    code="REQ003",
    name="not-xml",
    severity=Severity.ERROR,
    summary="The input is not well-formed XML.",
    why="DUIS messages are XML. The parser's position tells where reading stopped.",
    example=Example(
        file=_FILE,
        wrong="<sr:Request><sr:Header></sr:Request>",
        right="<sr:Request><sr:Header></sr:Header></sr:Request>",
    ),
)
DOCTYPE = Rule(
    code="REQ004",
    name="doctype",
    severity=Severity.ERROR,
    summary="The input has a document type declaration.",
    why="No DUIS message has one, and it is how entity bombs and external entities come in. It is refused unread.",
    example=Example(
        file=_FILE, wrong='<!DOCTYPE r SYSTEM "http://example.org/x.dtd"><sr:Request/>', right="<sr:Request/>"
    ),
)
NOT_A_REQUEST = Rule(
    code="REQ005",
    name="not-a-request",
    severity=Severity.ERROR,
    summary="The root element is not sr:Request of the Service User Gateway namespace.",
    why="Prediction starts from a Service Request. Responses and alerts have other roots, and an element without the "
    "namespace is a different element.",
    example=Example(
        file=_FILE,
        wrong="<Request/>",
        right='<sr:Request xmlns:sr="http://www.dccinterface.co.uk/ServiceUserGateway"/>',
    ),
)
WRONG_ENCODING = Rule(
    code="REQ009",
    name="wrong-encoding",
    severity=Severity.ERROR,
    summary="The input's bytes are not in the encoding that it declares, or in none that is read.",
    why="A parser that guesses reads another text than the one that was sent.",
    example=Example(
        file=_FILE,
        wrong='<?xml version="1.0" encoding="UTF-16"?> in a file that was saved as UTF-8',
        right='<?xml version="1.0" encoding="UTF-8"?>',
    ),
)
NOT_JSON = Rule(
    code="REQ010",
    name="not-json",
    severity=Severity.ERROR,
    summary="The input starts like JSON and is not, or has the same key twice.",
    why="JSON is read as RFC 8259 writes it. Of two equal keys readers take either, so that none is taken here.",
    example=Example(
        file="request.json",
        wrong="{header: {}, body: {}, body: {}}",
        right='{"header": {"type": "request"}, "body": {}}',
    ),
)
SHAPES = (
    'simplified: {"header": {"type": "request", ...}, "body": {...}}; '
    'normal: {"sr:Request": {"@_xmlns:sr": "...", "sr:Header": {...}, "sr:Body": {...}}}'
)
NO_SHAPE = Rule(
    code="REQ011",
    name="json-shape",
    severity=Severity.ERROR,
    summary="The JSON has neither the simplified nor the normal shape of a DUIS message.",
    why="Two shapes are read, those of the npm package @smartdcc/duis-parser. Both stand for one XML document, so that "
    "names, prefixes and values must be such as XML can hold.",
    example=Example(
        file="request.json",
        wrong='{"ReadInventory": null}',
        right='{"header": {"type": "request", "serviceReferenceVariant": "8.2"}, "body": {"ReadInventory": ""}}',
    ),
)
NO_MESSAGES = Rule(
    code="REQ012",
    name="no-messages",
    severity=Severity.ERROR,
    summary="A folder or a zip archive holds no file that is named like a message.",
    why="A mistyped folder must not look like one whose messages are all right.",
    example=Example(file="command line", wrong="s1sr check empty/", right="s1sr check requests/"),
)
READING_RULES = (
    UNREADABLE,
    TOO_LARGE,
    NOT_XML,
    DOCTYPE,
    NOT_A_REQUEST,
    WRONG_ENCODING,
    NOT_JSON,
    NO_SHAPE,
    NO_MESSAGES,
)
"""What is said of an input that could not be read as a request at all."""
