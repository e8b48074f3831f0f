"""A table to export, and what every format does with its texts."""

import re

import msgspec

from s1sr_validator.model.export import About, Export, ExportedRow, TableColumn

_FORMULA = re.compile("[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
_NO_FILE_HOLDS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class Table(msgspec.Struct, frozen=True, kw_only=True):
    """A table with every value as text: a whole number is its digits, a day ISO 8601, and nothing an empty text.

    `headings` are rows above the columns' own, such as the edition above each column of a matrix.
    """

    name: str
    title: str
    columns: tuple[TableColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    about: tuple[About, ...]
    headings: tuple[tuple[str, ...], ...] = ()


def as_export(table: Table) -> Export:
    """Return a table in its published JSON shape."""
    return Export(
        name=table.name,
        title=table.title,
        about=table.about,
        columns=table.columns,
        rows=tuple(ExportedRow(values=row) for row in table.rows),
    )


def neutral(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula: an apostrophe stands before one that it could.

    The signs are = + - @, tab and line breaks, and the wide forms of the first four.
    """
    held = _NO_FILE_HOLDS.sub("\ufffd", text)
    return f"'{held}" if _FORMULA.match(held) else held


def without_apostrophe(text: str) -> str:
    """Return what `neutral` was given, for a text that it set an apostrophe before."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text[1:]) else text
