"""A document as a value: headings, paragraphs, lists and tables of runs, each run kept, inserted or deleted."""

from collections.abc import Sequence
from enum import StrEnum

import msgspec


class Change(StrEnum):
    """What a redline does with a run of text."""

    KEPT = "kept"
    INSERTED = "inserted"
    DELETED = "deleted"


class Run(msgspec.Struct, frozen=True):
    """A piece of text, and what the redline does with it."""

    text: str
    change: Change = Change.KEPT


Runs = tuple[Run, ...]


class Paragraph(msgspec.Struct, frozen=True, tag=True):
    """A paragraph of runs."""

    runs: Runs


class Bullets(msgspec.Struct, frozen=True, tag=True):
    """A list; `is_numbered` where its items are to be answered by number."""

    items: tuple[Runs, ...]
    is_numbered: bool = False


class Grid(msgspec.Struct, frozen=True, tag=True):
    """A table: what it shows, its columns, its rows of cells."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Runs, ...], ...]


Block = Paragraph | Bullets | Grid


class PackSection(msgspec.Struct, frozen=True):
    """A heading and what stands below it."""

    heading: str
    blocks: tuple[Block, ...]


class PackDocument(msgspec.Struct, frozen=True, kw_only=True):
    """A whole document: its title, the day that it is for, its sections."""

    title: str
    day: str
    sections: tuple[PackSection, ...]


def kept(text: str) -> Runs:
    """Return a text that the redline leaves as it is."""
    return (Run(text),)


def inserted(text: str) -> Runs:
    """Return a text that the redline adds."""
    return (Run(text, Change.INSERTED),)


def deleted(text: str) -> Runs:
    """Return a text that the redline removes."""
    return (Run(text, Change.DELETED),)


def paragraph(text: str) -> Paragraph:
    """Return a paragraph without changes."""
    return Paragraph(kept(text))


def grid(caption: str, columns: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> Grid:
    """Return a table of texts without changes."""
    return Grid(caption, columns, tuple(tuple(kept(text) for text in row) for row in rows))
