"""What an import would do, as a value: who looks at it and who carries it out see the same."""

import datetime as dt
from typing import Any

import msgspec

from s1sr_validator.model.finding import Finding

RecordData = dict[str, Any]
"""A record as plain data: texts, lists and dictionaries, as its YAML file holds them."""


class FieldChange(msgspec.Struct, frozen=True):
    """A field of a record, and what it held and will hold; empty where it holds nothing."""

    field: str
    old: str
    new: str


class EntryChange(msgspec.Struct, frozen=True, kw_only=True):
    """An entry of the list that a record follows: the kind's folder, the entry's number and CPL key, and its fields."""

    folder: str
    entry: str
    key: str
    fields: tuple[FieldChange, ...] = ()


class RecordEdit(msgspec.Struct, frozen=True, kw_only=True):
    """A record to write: its kind's folder, its id, and the values that the import owns."""

    folder: str
    id: str
    data: RecordData


class ImportPlan(msgspec.Struct, frozen=True, kw_only=True):
    """What an edition of the list changes in the catalogue.

    `added`, `changed`, `absent` (gone from the list) and `returned` (absent before) tell the entries apart;
    `edits` are the records that will be written, a new source record and new manufacturers among them.
    """

    version: str
    date: dt.date
    added: tuple[EntryChange, ...] = ()
    changed: tuple[EntryChange, ...] = ()
    absent: tuple[EntryChange, ...] = ()
    returned: tuple[EntryChange, ...] = ()
    unchanged_count: int = 0
    findings: tuple[Finding, ...] = ()
    edits: tuple[RecordEdit, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Say whether the catalogue already holds what the list says."""
        return not self.edits
