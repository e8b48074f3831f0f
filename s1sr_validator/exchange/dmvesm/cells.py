"""The cells of a sheet as an import of a matrix sees them: their words, what is struck out, and how they look."""

import msgspec
from openpyxl.utils import get_column_letter

Place = tuple[int, int]
"""Row and column, from 1."""


class Look(msgspec.Struct, frozen=True):
    """What sets a cell apart from plain black on white; empty where nothing does."""

    colour: str = ""
    underlined: bool = False
    fill: str = ""

    @property
    def is_plain(self) -> bool:
        """Say whether nothing sets the cell apart."""
        return not (self.colour or self.underlined or self.fill)

    def __str__(self) -> str:
        parts = (
            f"font colour {self.colour}" if self.colour else "",
            "underlined" if self.underlined else "",
            f"fill {self.fill}" if self.fill else "",
        )
        return ", ".join(filter(None, parts))


class Cell(msgspec.Struct, frozen=True, kw_only=True):
    """A cell that holds something: the words that stand, those that are struck out, and how it looks."""

    row: int
    column: int
    text: str
    struck: str = ""
    look: Look = Look()
    is_number: bool = False

    @property
    def place(self) -> Place:
        """Return row and column."""
        return (self.row, self.column)

    @property
    def address(self) -> str:
        """Return the address that a spreadsheet shows."""
        return f"{get_column_letter(self.column)}{self.row}"

    @property
    def words(self) -> str:
        """Return everything that the cell holds, on one line."""
        return " ".join(f"{self.text} {self.struck}".split())

    @property
    def is_struck(self) -> bool:
        """Say whether all of it is struck out."""
        return bool(self.struck) and not self.text


class Grid(msgspec.Struct, frozen=True, kw_only=True):
    """A sheet: its cells by place, the anchor of every place in a merged range, and empty places with a fill.

    A turned grid has rows and columns exchanged, so that clauses always run down; addresses stay the sheet's own.
    """

    title: str
    cells: dict[Place, Cell]
    anchors: dict[Place, Place]
    fills: dict[Place, str]

    def at(self, row: int, column: int) -> Cell | None:
        """Return what a place shows: its own cell, or that of the merged range that covers it."""
        place = (row, column)
        return self.cells.get(self.anchors.get(place, place))

    @property
    def last(self) -> Place:
        """Return the last row and the last column that show anything."""
        places = [*self.cells, *(place for place, anchor in self.anchors.items() if anchor in self.cells), *self.fills]
        return max((row for row, _ in places), default=0), max((column for _, column in places), default=0)

    def turned(self) -> "Grid":
        """Return the grid with rows and columns exchanged."""
        return Grid(
            title=self.title,
            cells={_turned(place): cell for place, cell in self.cells.items()},
            anchors={_turned(place): _turned(anchor) for place, anchor in self.anchors.items()},
            fills={_turned(place): fill for place, fill in self.fills.items()},
        )


def _turned(place: Place) -> Place:
    return (place[1], place[0])
