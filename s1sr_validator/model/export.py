"""An exported table as a published JSON shape: what it is from, its columns, its rows."""

from enum import StrEnum

import msgspec

EXPORT_VERSION = "1"


class ColumnType(StrEnum):
    """What a column holds. Codes, numbers of clauses and versions are texts: no reader may count with them."""

    TEXT = "text"
    WHOLE_NUMBER = "whole_number"
    DAY = "day"


class TableColumn(msgspec.Struct, frozen=True, kw_only=True):
    """A column: its name for programs, its heading for people, its type, whether it is of the key or searched by."""

    name: str
    heading: str
    type: ColumnType = ColumnType.TEXT
    is_key: bool = False
    is_searched: bool = False


class About(msgspec.Struct, frozen=True, kw_only=True):
    """A fact about an export: which catalogue it is from, in which version, for which day."""

    name: str
    value: str


class ExportedRow(msgspec.Struct, frozen=True, kw_only=True):
    """A row of an exported table: its values as texts, in the order of the columns."""

    values: tuple[str, ...]


class Export(msgspec.Struct, frozen=True, kw_only=True):
    """An exported table; a whole number is its digits, a day is ISO 8601, and nothing is an empty text."""

    schema_version: str = EXPORT_VERSION
    name: str
    title: str
    about: tuple[About, ...]
    columns: tuple[TableColumn, ...]
    rows: tuple[ExportedRow, ...]
