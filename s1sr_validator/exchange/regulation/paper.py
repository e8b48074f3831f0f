"""A document as it was read: paragraphs and rows of tables in order, each with its place, in any format."""

from collections.abc import Sequence

import msgspec

from s1sr_validator.model.finding import Finding


class Block(msgspec.Struct, frozen=True, kw_only=True):
    """A paragraph, or a row of a table.

    `label` is an automatic number as the word processor shows it, with the list level that it has there (from 0; -1
    where the number is not automatic). `table` counts tables from 1; `cells` are those of a row.
    """

    text: str
    line: int
    page: int = 0
    label: str = ""
    level: int = -1
    is_heading: bool = False
    is_footnote: bool = False
    cells: tuple[str, ...] = ()
    table: int = 0

    @property
    def shown(self) -> str:
        """Return the text with its automatic number, as a reader sees it."""
        return f"{self.label} {self.text}".strip()


class Paper(msgspec.Struct, frozen=True, kw_only=True):
    """A document: its blocks with every tracked change accepted, and with every one refused where it tracks any.

    `counted` says what `Block.line` counts: lines of a text, or paragraphs and rows of anything else.
    """

    name: str
    sha256: str
    format: str
    blocks: tuple[Block, ...]
    before: tuple[Block, ...] = ()
    findings: tuple[Finding, ...] = ()
    counted: str = "line"

    @property
    def tracks_changes(self) -> bool:
        """Say whether the document shows what it was before."""
        return bool(self.before)

    def place_of(self, block: Block) -> str:
        """Return where a block stands, in words."""
        page = f"page {block.page}, " if block.page else ""
        return f"{page}{self.counted} {block.line}"


def table_rows(blocks: Sequence[Block]) -> dict[int, list[Block]]:
    """Return the rows of each table, by the table's number."""
    found: dict[int, list[Block]] = {}
    for block in blocks:
        if block.table:
            found.setdefault(block.table, []).append(block)
    return found
