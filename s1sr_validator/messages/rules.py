"""What can be wrong with a request before any prediction can be made."""

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
INCOMPLETE = Rule(
    code="REQ006",
    name="incomplete-request",
    severity=Severity.ERROR,
    summary="The request lacks a part that every request has, or has it twice.",
    why="The schema asks for a Header with RequestID, CommandVariant, ServiceReference and ServiceReferenceVariant, "
    "and a Body with exactly one element. Without them it is not clear what is asked.",
    example=Example(file=_FILE, wrong="<sr:Body/>", right="<sr:Body><sr:ReadInventory/></sr:Body>"),
)
UNKNOWN_SERVICE = Rule(
    code="REQ007",
    name="unknown-service",
    severity=Severity.ERROR,
    summary="The ServiceReferenceVariant is not one of DUIS.",
    why="Behaviours are recorded for each service variant; a variant that does not exist is a slip.",
    example=Example(
        file=_FILE,
        wrong="<sr:ServiceReferenceVariant>4.4.9</sr:ServiceReferenceVariant>",
        right="<sr:ServiceReferenceVariant>4.4.2</sr:ServiceReferenceVariant>",
    ),
)
BODY_MISMATCH = Rule(
    code="REQ008",
    name="body-mismatch",
    severity=Severity.ERROR,
    summary="The body is not the one that the ServiceReferenceVariant asks for.",
    why="The schema lets any body stand under any header, so such a request passes validation and fails later.",
    example=Example(
        file=_FILE,
        wrong="header 4.4.2 over <sr:DisableSupply/>",
        right="header 4.4.2 over <sr:RetrieveCoMOrTariffTriggeredBillingDataLog>",
    ),
)

REQUEST_RULES = (UNREADABLE, TOO_LARGE, NOT_XML, DOCTYPE, NOT_A_REQUEST, INCOMPLETE, UNKNOWN_SERVICE, BODY_MISMATCH)
