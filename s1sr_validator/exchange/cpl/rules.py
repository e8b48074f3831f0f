"""The rules that a Central Products List workbook can break, and those of its import into the catalogue."""

from s1sr_validator.model.finding import Severity
from s1sr_validator.model.rule import Example, Rule

_WORKBOOK = "products.xlsm"
_SHEET = "products.xlsm, sheet 'Central Products List'"
_LOG = "products.xlsm, sheet 'Version Control'"

UNREADABLE = Rule(
    code="CPL001",
    name="workbook-unreadable",
    severity=Severity.ERROR,
    summary="The file could not be read as an xlsx or xlsm workbook.",
    why="A list that is read in part would mark every Device Model of the other part as gone.",
    example=Example(file=_WORKBOOK, wrong="products.pdf", right="products.xlsm, as it is published"),
)
OUT_OF_BOUNDS = Rule(
    code="CPL002",
    name="workbook-bounds",
    severity=Severity.ERROR,
    summary="The workbook is larger, or unpacks to more, than a products list can be.",
    why="A few kilobytes of zip can unpack to gigabytes. The bounds are far above any list that was published.",
    example=Example(
        file=_WORKBOOK, wrong="a 500 kB file that unpacks to 2 GB", right="a 330 kB file that unpacks to 2 MB"
    ),
)
NOT_A_LIST = Rule(
    code="CPL003",
    name="not-a-products-list",
    severity=Severity.ERROR,
    summary="No sheet has the columns of the Central Products List.",
    why="The table is found by its column names, never by the sheet's name or place. Without all of its key columns "
    "nothing in it can be trusted.",
    example=Example(
        file=_WORKBOOK, wrong="Number | Name", right="Entry.number | Entry.status | Device_Type.name | ..."
    ),
)
EDITION = Rule(
    code="CPL004",
    name="edition-unclear",
    severity=Severity.ERROR,
    summary="The workbook does not say which version of the list it is, or says two different ones.",
    why="Every fact is cited with the version of the list that states it.",
    example=Example(file=_LOG, wrong="Version 9.002", right="Version 9.002 Issued on 31-01-2099"),
)
DISAGREEMENT = Rule(
    code="CPL005",
    name="sheets-disagree",
    severity=Severity.ERROR,
    summary="Two sheets of the workbook say different things about one entry.",
    why="Neither sheet is above the other. The entry stays as the catalogue has it until the publisher decides.",
    example=Example(
        file=_SHEET,
        wrong="F0:01 in one sheet, F002 in the other",
        right="F0:01 in one sheet, F001 in the other",
    ),
)
CELL = Rule(
    code="CPL006",
    name="cell-value",
    severity=Severity.ERROR,
    summary="A cell does not hold what its column asks for.",
    why="A Device Model is its key: a digit too few is another meter. The entry stays as the catalogue has it.",
    example=Example(file=_SHEET, wrong="firmware_version: 01:02:03", right="firmware_version: 01:02:03:04"),
)
UNKNOWN_VALUE = Rule(
    code="CPL007",
    name="unknown-value",
    severity=Severity.ERROR,
    summary="A status, device type or pair of versions that this software does not know.",
    why="A new device type or status has a meaning that only its publisher can give. The entry stays as the catalogue "
    "has it.",
    example=Example(file=_SHEET, wrong="status: Paused", right="status: Current"),
)
TWICE = Rule(
    code="CPL008",
    name="listed-twice",
    severity=Severity.WARNING,
    summary="An entry number, or a SMETS1 Device Model, stands in the list twice.",
    why="One record holds one Device Model: a Current entry before a Removed one, then the later number.",
    example=Example(file=_SHEET, wrong="990901 and 990902 with the same key", right="one entry for one key"),
)
NUMBER_CELL = Rule(
    code="CPL009",
    name="number-cell",
    severity=Severity.INFO,
    summary="A code was stored as a number; its leading zeros were put back.",
    why="Spreadsheets drop leading zeros and read 12E4 as 120000. Compare the value with the published list.",
    example=Example(file=_SHEET, wrong="105 (a number)", right="01:05 (text)"),
)
IN_ONE_SHEET = Rule(
    code="CPL010",
    name="in-one-sheet",
    severity=Severity.WARNING,
    summary="An entry stands in one sheet of the workbook and not in the other.",
    why="The entry is taken from the sheet that has it; the log of versions may say why the other does not.",
    example=Example(file=_SHEET, wrong="990901 in one sheet only", right="990901 in both sheets"),
)
LOG_ROW = Rule(
    code="CPL011",
    name="log-row",
    severity=Severity.WARNING,
    summary="A row of the version log has no version or date that can be read, or is out of order.",
    why="The date on which a Device Model was first listed comes from this log.",
    example=Example(
        file=_LOG, wrong="9.002 | soon | One new Device Model", right="9.002 | 31/01/2099 | One new Device Model"
    ),
)
LOG_NUMBER = Rule(
    code="CPL012",
    name="log-number",
    severity=Severity.INFO,
    summary="An entry number in the version log is mistyped, or the table has no such entry.",
    why="A number with a digit too many or too few is read as the entry that it can only mean; this says where.",
    example=Example(file=_LOG, wrong="0990901 - Invented Meter", right="990901 - Invented Meter"),
)
RENAMED = Rule(
    code="CPL013",
    name="entry-changed-device",
    severity=Severity.WARNING,
    summary="An entry number now stands for another Device Model than in the catalogue.",
    why="The record of the earlier Device Model is kept and marked absent; behaviours that name it deserve a look.",
    example=Example(
        file=_SHEET, wrong="990901 was .../F001/..., is .../F002/...", right="a new number for a new model"
    ),
)
OTHER_FILE = Rule(
    code="CPL014",
    name="other-file-of-edition",
    severity=Severity.WARNING,
    summary="The catalogue cites another file for this version of the list.",
    why="Two files that call themselves the same version may differ; the source record keeps the first one's digest.",
    example=Example(
        file="sources/cpl-9.002.yaml", wrong='sha256: "00..." of another copy', right="the file that is cited"
    ),
)
NOT_WRITTEN = Rule(
    code="CPL015",
    name="record-not-written",
    severity=Severity.ERROR,
    summary="A record could not be written.",
    why="A file is replaced whole or not at all. Import again when the cause is gone: what is done is not done twice.",
    example=Example(file="devices/", wrong="a folder without write permission", right="a folder that you may write to"),
)

CPL_RULES = (
    UNREADABLE,
    OUT_OF_BOUNDS,
    NOT_A_LIST,
    EDITION,
    DISAGREEMENT,
    CELL,
    UNKNOWN_VALUE,
    TWICE,
    NUMBER_CELL,
    IN_ONE_SHEET,
    LOG_ROW,
    LOG_NUMBER,
    RENAMED,
    OTHER_FILE,
    NOT_WRITTEN,
)
