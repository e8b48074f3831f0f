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
    summary="The input is larger or deeper than a Service Request can be.",
    why="The largest Service Requests are tens of kilobytes. A bound keeps a hostile file from taking the machine.",
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
READING_RULES = (UNREADABLE, TOO_LARGE, NOT_XML, DOCTYPE, NOT_A_REQUEST)
"""What is said of an input that could not be read as a request at all."""
