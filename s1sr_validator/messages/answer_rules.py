"""What can be wrong with an input so that no answer can be read from it, beside what no message may be."""

from s1sr_validator.model.finding import Severity
from s1sr_validator.model.rule import Example, Rule

_FILE = "response.xml"

NOT_AN_ANSWER = Rule(
    code="RSP001",
    name="not-an-answer",
    severity=Severity.ERROR,
    summary="The root element is none of those that a DCC User gets back.",
    why="Answers are sr:Response, sr:SMETS1SignedResponse, sr:S1SPAlert and ra:GBCSResponse. The schema takes other "
    "elements as a document too, such as a RequestID alone, but they answer nothing.",
    example=Example(
        file=_FILE,
        wrong="<Response/>",
        right='<sr:Response xmlns:sr="http://www.dccinterface.co.uk/ServiceUserGateway"/>',
    ),
)
ANSWER_TOO_DEEP = Rule(
    code="RSP002",
    name="answer-too-deep",
    severity=Severity.ERROR,
    summary="The path of a value is longer than any answer has.",
    why="The longest path of DUIS and MMC has some 300 characters. Long names inside each other would fill the memory.",
    example=Example(file=_FILE, wrong="300 elements with long names inside each other", right="<ra:Electricity/>"),
)
ANSWER_READING_RULES = (NOT_AN_ANSWER, ANSWER_TOO_DEEP)
"""What is said of XML that could not be read as an answer; what is no XML has the rules of every message."""
