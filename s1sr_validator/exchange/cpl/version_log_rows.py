"""The rows of the version log: version, date of issue and free text, with what is odd about them."""

import re
from collections.abc import Iterator

import msgspec

from s1sr_validator.exchange.cell_values import date_of, lines_of, text_of
from s1sr_validator.exchange.cpl import rules
from s1sr_validator.exchange.cpl.columns import normalised
from s1sr_validator.exchange.cpl.edition import VERSION, version_key
from s1sr_validator.exchange.cpl.sheets import HEADER_DEPTH
from s1sr_validator.exchange.workbook import CellValue, Row, Sheet, Workbook
from s1sr_validator.model.device import Listing
from s1sr_validator.model.finding import Finding, Location

_TITLES = ("versionnumber", "dateofissue", "changesincorporated")


class LogRow(msgspec.Struct, frozen=True):
    """An edition's row in the log, its number in the sheet, and its free text with its lines."""

    number: int
    listing: Listing
    text: str


class VersionLog(msgspec.Struct, frozen=True):
    """The log's place, and its rows from the oldest edition to the newest."""

    file: str
    sheet: str
    rows: tuple[LogRow, ...]
    findings: tuple[Finding, ...]

    @property
    def newest(self) -> Listing | None:
        """Return the edition of the last row."""
        return self.rows[-1].listing if self.rows else None

    def location(self, row: int) -> Location:
        """Return the place of a row."""
        return Location(file=self.file, line=row, path=self.sheet)


def find_log(workbook: Workbook) -> VersionLog | None:
    """Return the version log, or None where no sheet has one."""
    for sheet in workbook.sheets:
        for number, row in enumerate(sheet.rows[:HEADER_DEPTH], 1):
            if (places := _places(row)) is not None:
                return _read(workbook.name, sheet, number, places)
    return None


def _places(row: Row) -> tuple[int, ...] | None:
    titles = [normalised(text_of(cell)) for cell in row]
    found = [next((place for place, title in enumerate(titles) if title.startswith(start)), -1) for start in _TITLES]
    return None if -1 in found else tuple(found)


def _read(file: str, sheet: Sheet, header: int, places: tuple[int, ...]) -> VersionLog:
    rows: list[LogRow] = []
    findings: list[Finding] = []
    for number, row in enumerate(sheet.rows[header:], header + 1):
        cells = [row[place] if place < len(row) else None for place in places]
        if not any(map(text_of, cells)):
            continue
        before = rows[-1].listing if rows else None
        version, day = _version(cells[0], before), date_of(cells[1])
        where = Location(file=file, line=number, path=sheet.title)
        if not version or day is None:
            message = f"the version log's row {number} has no version and date of issue that can be read"
            findings.append(rules.LOG_ROW.finding(message, where))
            continue
        listing = Listing(version=version, date=day)
        findings.extend(rules.LOG_ROW.finding(message, where) for message in _out_of_order(before, listing))
        rows.append(LogRow(number, listing, lines_of(cells[2])))
    in_time = sorted(rows, key=lambda row: version_key(row.listing.version))
    return VersionLog(file, sheet.title, tuple(in_time), tuple(findings))


def _version(value: CellValue, before: Listing | None) -> str:
    """Read a version; a number has lost its last zeros, which the version before it gives back."""
    text = text_of(value)
    if isinstance(value, int | float) and before is not None:
        major, minor = before.version.split(".")
        after = f"{major}.{str(int(minor) + 1).zfill(len(minor))}"
        text = after if float(after) == value else text
    return text if re.fullmatch(VERSION, text) else ""


def _out_of_order(before: Listing | None, after: Listing) -> Iterator[str]:
    if before is None:
        return
    if version_key(after.version) <= version_key(before.version):
        yield f"version {after.version} follows version {before.version} in the log"
    if after.date < before.date:
        yield f"version {after.version} is dated {after.date}, before {before.version} of {before.date}"
