"""Which edition of the Central Products List a workbook is: version and date of issue, as it says itself."""

import re
from collections.abc import Iterator

from s1sr_validator.exchange.cell_values import date_of, text_of
from s1sr_validator.exchange.cpl import rules
from s1sr_validator.exchange.cpl.sheets import Table
from s1sr_validator.exchange.workbook import Workbook
from s1sr_validator.model.device import Listing
from s1sr_validator.model.errors import InputError
from s1sr_validator.model.finding import Location

VERSION = r"[0-9]{1,4}\.[0-9]{1,4}"
_STATEMENT = re.compile(rf"version\s+({VERSION})\s+issued\s+on\s+(\S+)", re.IGNORECASE)
_TOP_ROWS = 20


def version_key(version: str) -> tuple[int, ...]:
    """Return a version in a form that sorts as the list counts: 1.9, 1.10, 1.100, 2.000, 2.001."""
    return tuple(map(int, version.split(".")))


def find_edition(workbook: Workbook, tables: tuple[Table, ...], newest_in_log: Listing | None) -> Listing:
    """Return the edition that the workbook states; the log's newest row counts where nothing else says it.

    Raises:
        InputError: nothing says which edition it is, or two editions are named.
    """
    stated = sorted(set(_stated(workbook, tables)), key=lambda listing: (version_key(listing.version), listing.date))
    if len(stated) > 1:
        named = ", ".join(f"{listing.version} of {listing.date}" for listing in stated)
        raise _unclear(workbook, f"names more than one edition: {named}")
    edition = stated[0] if stated else newest_in_log
    if edition is None:
        raise _unclear(workbook, "does not say which version of the list it is")
    return edition


def _unclear(workbook: Workbook, message: str) -> InputError:
    tip = "the published workbook says 'Version ... Issued on ...' above its version history"
    return InputError(rules.EDITION.finding(f"{workbook.name} {message}", Location(file=workbook.name), tip=tip))


def _stated(workbook: Workbook, tables: tuple[Table, ...]) -> Iterator[Listing]:
    for text in {*_top_cells(workbook), *_version_cells(tables)}:
        found = _STATEMENT.fullmatch(text)
        day = date_of(found[2]) if found else None
        if found and day:
            yield Listing(version=found[1], date=day)


def _top_cells(workbook: Workbook) -> Iterator[str]:
    for sheet in workbook.sheets:
        yield from (text_of(cell) for row in sheet.rows[:_TOP_ROWS] for cell in row if isinstance(cell, str))


def _version_cells(tables: tuple[Table, ...]) -> Iterator[str]:
    for table in tables:
        yield from (text_of(row.cells["edition"]) for row in table.rows if "edition" in row.cells)
