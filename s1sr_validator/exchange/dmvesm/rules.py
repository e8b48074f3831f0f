"""The rules of an import of a device model matrix: what the workbook can leave unclear, and what is not written."""

from s1sr_validator.model.finding import Severity
from s1sr_validator.model.rule import Example, Rule

_FILE = "matrix.xlsx"
_SHEET = "matrix.xlsx, sheet 'Matrix'"

UNREADABLE = Rule(
    code="DMV001",
    name="matrix-unreadable",
    severity=Severity.ERROR,
    summary="The file could not be read as an xlsx or xlsm workbook.",
    why="A matrix that is read in part would make clauses of the other part look withdrawn.",
    example=Example(file=_FILE, wrong="matrix.pdf", right="matrix.xlsx, as it is published"),
)
OUT_OF_BOUNDS = Rule(
    code="DMV002",
    name="matrix-bounds",
    severity=Severity.ERROR,
    summary="The workbook is larger, or unpacks to more, than a matrix can be.",
    why="A few kilobytes of zip can unpack to gigabytes, and one merged range can cover billions of cells.",
    example=Example(file=_FILE, wrong="a merged range A1:XFD1048576", right="a merged range A1:D1"),
)
NOT_A_MATRIX = Rule(
    code="DMV003",
    name="no-matrix",
    severity=Severity.ERROR,
    summary="No sheet has clause numbers along one side and devices along the other.",
    why="The matrix is found by its content. Without both sides no mark in it means anything.",
    example=Example(
        file=_SHEET,
        wrong="a sheet with marks alone",
        right="          | Invented maker ESME\n18.17p    | Y",
    ),
)
EDITION = Rule(
    code="DMV004",
    name="matrix-edition-unclear",
    severity=Severity.ERROR,
    summary="It is not known which edition the workbook is, or from which day it counts.",
    why="Every row names its edition, and its standing begins on a day. Neither is guessed; nothing is written.",
    example=Example(
        file=_FILE,
        wrong="s1sr import dmvesm matrix.xlsx",
        right="s1sr import dmvesm matrix.xlsx --edition 12.4 --date 2026-01-12",
    ),
)
CELL = Rule(
    code="DMV005",
    name="matrix-cell-not-understood",
    severity=Severity.WARNING,
    summary="A cell of the matrix was not understood.",
    why="It may hold a mark, so it is listed with its address instead of being left out.",
    example=Example(file=_SHEET, wrong="Y?", right="Y"),
)
DEVICE = Rule(
    code="DMV006",
    name="matrix-device-unknown",
    severity=Severity.WARNING,
    summary="A heading names no Device Model that the catalogue knows.",
    why="Device Models are known by the Central Products List. The marks under such a heading are not taken.",
    example=Example(file=_SHEET, wrong="Invented Best Meter", right="ESME, with a manufacturer identifier or name"),
)
UNRESOLVED = Rule(
    code="DMV007",
    name="matrix-clause-unresolved",
    severity=Severity.WARNING,
    summary="A clause of the matrix has no behaviour in the catalogue.",
    why="A row applies behaviours. Until the clause is described as one, its marks cannot be written.",
    example=Example(file=_SHEET, wrong="18.99z | Y", right="a clause that a behaviour names in `clause`"),
)
GONE = Rule(
    code="DMV008",
    name="matrix-row-gone",
    severity=Severity.WARNING,
    summary="The catalogue has a row, or a part of one, that the workbook does not have.",
    why="It may have been taken out of the matrix, or stand in a cell that was not understood. While any cell is not "
    "understood, or more than a tenth would end at once, the row stays as it is, unless --force is given.",
    example=Example(file="matrix/dmvesm/invented.yaml", wrong="a row that no cell has", right="a cell for every row"),
)
FOOTNOTE = Rule(
    code="DMV009",
    name="matrix-footnote",
    severity=Severity.WARNING,
    summary="A footnote qualifies a mark; the row is left to a person.",
    why="A footnote can limit a clause to some firmware or some case. Written without it, the row would say too much.",
    example=Example(file=_SHEET, wrong="Y*", right="Y, with a selector or condition for what the footnote says"),
)
NUMBER_CELL = Rule(
    code="DMV010",
    name="matrix-number-cell",
    severity=Severity.INFO,
    summary="A clause number or code was stored as a number.",
    why="Spreadsheets read 18.10 as 18.1 and 0105 as 105. Compare the cell with the published matrix.",
    example=Example(file=_SHEET, wrong="18.1 (a number)", right="18.10 (text)"),
)
COMMENTS = Rule(
    code="DMV011",
    name="matrix-comments",
    severity=Severity.INFO,
    summary="The workbook has comments on cells, which are not read.",
    why="A comment can qualify a mark. Open the workbook and look at them.",
    example=Example(file=_SHEET, wrong="Y, with a comment on the cell", right="Y, with a footnote in the sheet"),
)
FILLED = Rule(
    code="DMV012",
    name="matrix-empty-filled",
    severity=Severity.INFO,
    summary="Empty cells among the marks have a fill colour and are read as empty.",
    why="Where a colour is the mark, a layout file says so: `marks: {fill: yes}`.",
    example=Example(file=_SHEET, wrong="a green empty cell", right="Y"),
)
LAYOUT = Rule(
    code="DMV013",
    name="matrix-layout-file",
    severity=Severity.ERROR,
    summary="The layout file could not be read.",
    why="A layout file takes the place of what is recognised, so that a slip in it must not go unnoticed.",
    example=Example(file="layout.yaml", wrong="clause: B", right="clauses: B"),
)

MATRIX_RULES = (
    UNREADABLE,
    OUT_OF_BOUNDS,
    NOT_A_MATRIX,
    EDITION,
    CELL,
    DEVICE,
    UNRESOLVED,
    GONE,
    FOOTNOTE,
    NUMBER_CELL,
    COMMENTS,
    FILLED,
    LAYOUT,
)
