"""The rows of a table to entries; an entry that cannot be read, or that two sheets tell differently, stays in doubt."""

import msgspec

from s1sr_validator.exchange.cell_values import comparable, entry_number_of, hex_of
from s1sr_validator.exchange.cpl import rules
from s1sr_validator.exchange.cpl.columns import COLUMNS
from s1sr_validator.exchange.cpl.row import CplRow
from s1sr_validator.exchange.cpl.row_reader import RowReader
from s1sr_validator.exchange.cpl.sheets import Table, TableRow
from s1sr_validator.model.finding import Finding

_DIGITS = {column.name: column.digits for column in COLUMNS if column.digits}


class Entries(msgspec.Struct, frozen=True):
    """The entries by number, the numbers of those in doubt (never in `rows`), and what was wrong.

    An empty number among those in doubt stands for a row whose number cannot be read.
    """

    rows: dict[str, CplRow]
    doubtful: frozenset[str]
    findings: tuple[Finding, ...]


def read_entries(tables: tuple[Table, ...]) -> Entries:
    """Read the entries of every table; the first table counts, and the others are held against it."""
    readings = [_read_table(table) for table in tables]
    rows: dict[str, CplRow] = {}
    for reading in readings:
        rows = reading.rows | rows
    findings = [finding for reading in readings for finding in reading.findings]
    doubtful = {number for reading in readings for number in reading.doubtful}
    for other in tables[1:]:
        differing, found = _compared(tables[0], other)
        doubtful |= differing
        findings += found
    sound = {number: rows[number] for number in sorted(rows) if number not in doubtful}
    return Entries(sound, frozenset(doubtful), tuple(findings))


def _read_table(table: Table) -> Entries:
    rows: dict[str, CplRow] = {}
    doubtful: set[str] = set()
    findings: list[Finding] = []
    for row in filter(_stands_for_entry, table.rows):
        reader = RowReader(table, row)
        entry = reader.entry()
        findings += reader.findings
        number = entry_number_of(row.cells["entry"]).text
        if number and (number in rows or number in doubtful):
            findings.append(
                rules.TWICE.finding(f"entry {number} stands there again", table.location(row.number, "entry"))
            )
        if entry is None or rows.setdefault(number, entry) != entry:
            doubtful.add(number)
    return Entries(rows, frozenset(doubtful), tuple(findings))


def _stands_for_entry(row: TableRow) -> bool:
    """Tell an entry from a row that explains the columns: it has an entry number, or the code of a manufacturer."""
    return bool(entry_number_of(row.cells["entry"]).text or hex_of(row.cells["manufacturer"], 4).text)


def _compared(first: Table, second: Table) -> tuple[set[str], list[Finding]]:
    """Compare every column that both tables have; return the entries that differ, and what was found."""
    shared = sorted(first.columns.keys() & second.columns.keys() - {"entry", "edition"})
    rows, others = _by_number(first), _by_number(second)
    differing: set[str] = set()
    findings = _in_one(rows, others, first, second) + _in_one(others, rows, second, first)
    for number in sorted(rows.keys() & others.keys()):
        row, other = rows[number], others[number]
        for name in shared:
            if _comparable(row, name) != _comparable(other, name):
                differing.add(number)
                message = (
                    f"entry {number}: {name} is {row.cells[name]!r} in sheet {first.sheet!r}, "
                    f"{other.cells[name]!r} in sheet {second.sheet!r}"
                )
                findings.append(rules.DISAGREEMENT.finding(message, first.location(row.number, name)))
    return differing, findings


def _by_number(table: Table) -> dict[str, TableRow]:
    rows = {entry_number_of(row.cells["entry"]).text: row for row in table.rows}
    return {number: row for number, row in rows.items() if number}


def _in_one(rows: dict[str, TableRow], others: dict[str, TableRow], table: Table, other: Table) -> list[Finding]:
    return [
        rules.IN_ONE_SHEET.finding(
            f"entry {number} stands in sheet {table.sheet!r} and not in {other.sheet!r}",
            table.location(rows[number].number, "entry"),
        )
        for number in sorted(rows.keys() - others.keys())
    ]


def _comparable(row: TableRow, name: str) -> str:
    value = row.cells[name]
    code = hex_of(value, _DIGITS[name]).text.casefold() if name in _DIGITS else ""
    return code or comparable(value)
