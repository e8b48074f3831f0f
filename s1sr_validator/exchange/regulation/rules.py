"""The rules that a regulatory document can break on its way in, and what an import leaves to a person."""

from s1sr_validator.model.finding import Severity
from s1sr_validator.model.rule import Example, Rule

_FILE = "requirements.docx"

UNREADABLE = Rule(
    code="S1I001",
    name="document-unreadable",
    severity=Severity.ERROR,
    summary="The file could not be read as a DOCX, PDF or text document.",
    why="A document that is read in part would report the clauses of the other part as removed.",
    example=Example(file=_FILE, wrong="requirements.doc", right="requirements.docx, as it is published"),
)
OUT_OF_BOUNDS = Rule(
    code="S1I002",
    name="document-bounds",
    severity=Severity.ERROR,
    summary="The document is larger, or unpacks to more, than a regulatory document can be.",
    why="A few kilobytes of zip can unpack to gigabytes. The bounds are far above any document that was published.",
    example=Example(file=_FILE, wrong="a 500 kB file that unpacks to 2 GB", right="a 1 MB file that unpacks to 9 MB"),
)
NO_CLAUSES = Rule(
    code="S1I003",
    name="document-without-clauses",
    severity=Severity.ERROR,
    summary="No numbered clause was found in the document.",
    why="A register is made of numbered clauses. A scanned PDF holds pictures of text, which are not read.",
    example=Example(
        file="requirements.pdf", wrong="a scan of the document", right="18.17 Retrieval of an invented log"
    ),
)
OUT_OF_ORDER = Rule(
    code="S1I004",
    name="clause-out-of-order",
    severity=Severity.WARNING,
    summary="A clause number does not follow from the one before it.",
    why="The number may belong to a sentence that was broken there, or a clause before it was not recognised.",
    example=Example(file="requirements.txt", wrong="9.1 First\n9.7 Seventh", right="9.1 First\n9.2 Second"),
)
TWICE = Rule(
    code="S1I005",
    name="clause-number-twice",
    severity=Severity.WARNING,
    summary="Two clauses of the document have the same number.",
    why="What cites the number can mean either of them. Only the first one is registered.",
    example=Example(file="requirements.txt", wrong="9.1 First\n9.1 Other", right="9.1 First\n9.2 Other"),
)
OUTSIDE = Rule(
    code="S1I006",
    name="text-outside-clauses",
    severity=Severity.INFO,
    summary="Text stands before the first clause, or carries a label that is no clause number.",
    why="It is not part of the register, and is listed so that nothing is lost without a word.",
    example=Example(file=_FILE, wrong="Annex text without a number", right="9.1 Text with a number"),
)
UNKNOWN_SERVICE = Rule(
    code="S1I007",
    name="service-not-known",
    severity=Severity.WARNING,
    summary="The text names an SRV that the catalogue does not know.",
    why="It is not taken: a slip of the reading, of the paper, or a service that is newer than the catalogue.",
    example=Example(file="requirements.txt", wrong="SRV 9.9.9", right="an SRV that `s1sr list services` has"),
)
UNKNOWN_CODE = Rule(
    code="S1I008",
    name="alert-code-not-known",
    severity=Severity.INFO,
    summary="The text names an alert code of the S1SP's form that the catalogue does not know.",
    why="Most of these codes are not published. The draft brings a record of the code, without a meaning.",
    example=Example(file="requirements.txt", wrong="S1XX0001", right="a code that `s1sr list codes` has"),
)
OPEN_FIELDS = Rule(
    code="S1I009",
    name="draft-open",
    severity=Severity.INFO,
    summary="A clause names SRVs or alerts, and not everything that a behaviour needs was recognised.",
    why="What is not recognised is not guessed. `s1sr review` asks for it, one draft at a time.",
    example=Example(file="review.json", wrong='"open": ["services"]', right='"open": []'),
)
NOT_READ = Rule(
    code="S1I010",
    name="part-not-read",
    severity=Severity.INFO,
    summary="The document has parts that are not read: footnotes, text boxes, comments, pictures or macros.",
    why="They can qualify a clause. Open the document and look at them.",
    example=Example(file=_FILE, wrong="a condition in a footnote", right="a condition in the clause"),
)
HYPHEN = Rule(
    code="S1I011",
    name="hyphen-at-line-end",
    severity=Severity.INFO,
    summary="A line ends with a hyphen, and the document does not show whether the word has one.",
    why="The hyphen is kept. If it is not part of the word, the clause's digest differs from that of another edition.",
    example=Example(file="requirements.pdf", wrong="migra-\ntion", right="migration"),
)
NOT_NUMBERED = Rule(
    code="S1I012",
    name="automatic-number-unknown",
    severity=Severity.WARNING,
    summary="An automatic number has a form that is not read, or points to a list that is missing.",
    why="The word processor would show a number there. Without it the clauses below it cannot be numbered.",
    example=Example(file=_FILE, wrong="numbered by hebrew1", right="numbered by decimal, letters or roman numerals"),
)
UNDATED = Rule(
    code="S1I013",
    name="date-not-classified",
    severity=Severity.INFO,
    summary="A consultation paper gives a date and no known wording says what it is the date of.",
    why="It is listed with its place, and no event is made of it.",
    example=Example(file="paper.txt", wrong="around 1 May 2099", right="Closure Date: 1 May 2099"),
)
NO_QUESTION_TEXT = Rule(
    code="S1I014",
    name="question-without-text",
    severity=Severity.WARNING,
    summary="A question has a number and no text was found below it.",
    why="Its text may stand in a picture, or the heading may be one of something else.",
    example=Example(file="paper.txt", wrong="Question One", right="Question One\n\nDo you agree?"),
)
QUEUE = Rule(
    code="S1I015",
    name="review-queue-unreadable",
    severity=Severity.ERROR,
    summary="The folder has no review queue, or a damaged one.",
    why="The queue says which clauses wait for a person. Without it nothing can be asked.",
    example=Example(file="review.json", wrong="{", right="the file that `s1sr import s1sr` wrote"),
)

REGULATION_RULES = (
    UNREADABLE,
    OUT_OF_BOUNDS,
    NO_CLAUSES,
    OUT_OF_ORDER,
    TWICE,
    OUTSIDE,
    UNKNOWN_SERVICE,
    UNKNOWN_CODE,
    OPEN_FIELDS,
    NOT_READ,
    HYPHEN,
    NOT_NUMBERED,
    UNDATED,
    NO_QUESTION_TEXT,
    QUEUE,
)
