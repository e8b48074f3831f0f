"""A Central Products List as one value: its edition, its entries, what its log says of them, and what is odd."""

import datetime as dt
from collections.abc import Iterator

import msgspec

from s1sr_validator.exchange.cpl import rules
from s1sr_validator.exchange.cpl.columns import COLUMNS
from s1sr_validator.exchange.cpl.edition import find_edition
from s1sr_validator.exchange.cpl.entries import Entries, read_entries
from s1sr_validator.exchange.cpl.row import CplRow
from s1sr_validator.exchange.cpl.sheets import Table, find_tables
from s1sr_validator.exchange.cpl.version_log import EntryHistory, histories, mentions
from s1sr_validator.exchange.cpl.version_log_rows import VersionLog, find_log
from s1sr_validator.exchange.workbook import Workbook
from s1sr_validator.model.device import Listing
from s1sr_validator.model.finding import Finding, in_order

LOG_FIELDS = ("cpl.log_name", "cpl.first_listed", "cpl.mentioned_in")
_FIELD_OF = {
    "image_hash": "cpl.image.hash",
    "image_creator": "cpl.image.creator",
    "image_descriptor": "cpl.image.descriptor",
}


class CplList(msgspec.Struct, frozen=True, kw_only=True):
    """An edition of the list.

    `doubtful` holds the numbers of entries that could not be read or that two sheets tell differently (an empty one for
    a number that could not be read), `unseen` the record fields that this workbook has no column or log for.
    """

    file: str
    sha256: str
    listing: Listing
    rows: tuple[CplRow, ...]
    doubtful: frozenset[str]
    histories: dict[str, EntryHistory]
    unseen: frozenset[str]
    findings: tuple[Finding, ...]

    @property
    def version(self) -> str:
        """Return the version of the edition."""
        return self.listing.version

    @property
    def date(self) -> dt.date:
        """Return the date of issue of the edition."""
        return self.listing.date

    def may_hold(self, entry: str) -> bool:
        """Say whether an entry that was not read may yet stand in the list: then nothing is known about it."""
        return entry in self.doubtful or "" in self.doubtful

    @property
    def source_id(self) -> str:
        """Return the id of the edition's source record."""
        return f"cpl-{self.listing.version}"


def read_list(workbook: Workbook) -> CplList:
    """Read a workbook as an edition of the Central Products List.

    Raises:
        InputError: it is not one, or does not say which edition it is.
    """
    tables, log = find_tables(workbook), find_log(workbook)
    entries = read_entries(tables)
    listing = find_edition(workbook, tables, log.newest if log else None)
    findings = [*entries.findings, *(_log_findings(log, entries, listing) if log else ())]
    return CplList(
        file=workbook.name,
        sha256=workbook.sha256,
        listing=listing,
        rows=tuple(entries.rows.values()),
        doubtful=entries.doubtful,
        histories=histories(log.rows) if log else {},
        unseen=frozenset((*_unseen_columns(tables[0]), *(() if log else LOG_FIELDS))),
        findings=in_order(findings),
    )


def _unseen_columns(table: Table) -> Iterator[str]:
    return (
        _FIELD_OF[column.name] for column in COLUMNS if column.name in _FIELD_OF and column.name not in table.columns
    )


def _log_findings(log: VersionLog, entries: Entries, listing: Listing) -> Iterator[Finding]:
    yield from log.findings
    if log.newest != listing:
        message = (
            f"the log's last row is not version {listing.version} of {listing.date}, which the workbook says it is"
        )
        yield rules.LOG_ROW.finding(message, log.location(log.rows[-1].number if log.rows else 0))
    missing: dict[str, int] = {}
    for row in log.rows:
        for entry, written in mentions(row.text).items():
            if len(written) != len(entry):
                message = f"version {row.listing.version} of the log writes {written}; read as entry {entry}"
                yield rules.LOG_NUMBER.finding(message, log.location(row.number))
            if entry not in entries.rows and entry not in entries.doubtful:
                missing.setdefault(entry, row.number)
    for entry, number in missing.items():
        yield rules.LOG_NUMBER.finding(
            f"the log names entry {entry}, which the table does not have", log.location(number)
        )
