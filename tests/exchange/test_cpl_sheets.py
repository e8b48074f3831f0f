"""The tables are found by what they say, not by where they stand."""

from pathlib import Path

import pytest

from s1sr_validator.exchange.cpl import rules
from s1sr_validator.exchange.cpl.published_list import CplList, read_list
from s1sr_validator.exchange.workbook import read_workbook
from s1sr_validator.model.errors import InputError
from tests.exchange.invented_cpl import (
    CSV,
    FULL,
    LOG,
    Sheets,
    added,
    csv_rows,
    edition,
    full_rows,
    log_rows,
    save,
    smets1,
    smets2,
)

ENTRIES = [smets1(990001), smets2(990002)]
KEYS = ("ESME/F001/0002/0105/000F1B31", "ESME/F002/0002/0105/000F1B32")


def read(folder: Path, sheets: Sheets) -> CplList:
    """Save the sheets and read them as a list."""
    return read_list(read_workbook(save(folder / "products.xlsx", sheets)))


def moved(rows: Sheets) -> Sheets:
    """Return the sheets with three rows above and one column to the left of everything."""
    return {title: [[], ["An invented heading"], [], *([None, *row] for row in sheet)] for title, sheet in rows.items()}


def with_more_columns(sheets: Sheets) -> Sheets:
    """Return the sheets with a column more at each side of the table."""
    full = [
        ["Invented", *row, more] for row, more in zip(sheets[FULL], ["New Group", "new_column", "x"] * 2, strict=False)
    ]
    return {**sheets, FULL: full}


def merged_groups(sheets: Sheets) -> Sheets:
    """Return the full table as it looks with merged group cells: only the first cell of a group has its name."""
    groups, *rest = sheets[FULL]
    seen: set[str] = set()
    first_only = [group if group not in seen and not seen.add(group) else None for group in groups]  # type: ignore[func-returns-value]
    return {**sheets, FULL: [first_only, *rest]}


@pytest.mark.parametrize(
    "sheets",
    [
        edition(ENTRIES),
        {title: edition(ENTRIES)[title] for title in (CSV, FULL, LOG)},
        {title: edition(ENTRIES)[title] for title in (LOG, FULL)},
        {title: edition(ENTRIES)[title] for title in (LOG, CSV)},
        {title: edition(ENTRIES)[title] for title in (CSV,)},
        {f"Sheet {number}": rows for number, rows in enumerate(edition(ENTRIES).values())},
        moved(edition(ENTRIES)),
        with_more_columns(edition(ENTRIES)),
        merged_groups(edition(ENTRIES)),
        edition(ENTRIES[::-1]),
        {**edition(ENTRIES), "Something else": [["Entry", "status"], ["number", "x"]], "Empty": []},
        {LOG: log_rows(added("9.001", *ENTRIES))[3:], FULL: full_rows(ENTRIES)},
    ],
    ids=[
        "as published",
        "sheets in another order",
        "full table only",
        "csv table only",
        "csv table without log",
        "sheets with other names",
        "everything moved",
        "more columns",
        "merged group cells",
        "entries in another order",
        "foreign and empty sheets",
        "edition from the log alone",
    ],
)
def test_shape_does_not_matter(tmp_path: Path, sheets: Sheets) -> None:
    """The same two entries are read from every shape, without an error."""
    found = read(tmp_path, sheets)
    assert KEYS == tuple(row.key for row in found.rows)
    assert (True, False) == tuple(row.is_smets1 for row in found.rows)
    assert ("9.001", "2099-01-31") == (found.version, found.date.isoformat())
    assert not found.findings


def test_what_a_shape_does_not_tell_is_unseen(tmp_path: Path) -> None:
    """The csv table has no creator and descriptor, and without a log nothing is known of the history."""
    found = read(tmp_path, {CSV: csv_rows(ENTRIES)})
    log = {"cpl.log_name", "cpl.first_listed", "cpl.mentioned_in"}
    assert log | {"cpl.image.creator", "cpl.image.descriptor"} == found.unseen


@pytest.mark.parametrize(
    ("sheets", "words"),
    [
        ({"Empty": []}, "no sheet has the columns"),
        ({"Prices": [["Number", "Name"], [1, "Invented"]]}, "no sheet has the columns"),
        ({LOG: log_rows(added("9.001"))}, "no sheet has the columns"),
        ({FULL: [row[:8] for row in full_rows(ENTRIES)]}, "no column Device_Model.firmware_version"),
        ({CSV: [[*row, row[2]] for row in csv_rows(ENTRIES)]}, "the column status twice"),
    ],
)
def test_another_workbook_is_refused(tmp_path: Path, sheets: Sheets, words: str) -> None:
    """A workbook without the list's columns is not the list; the message says what is missing."""
    with pytest.raises(InputError, match=words) as caught:
        read(tmp_path, sheets)
    assert rules.NOT_A_LIST.code == caught.value.finding.code


@pytest.mark.parametrize(
    ("sheets", "words"),
    [
        ({FULL: full_rows(ENTRIES)}, "does not say which version"),
        ({LOG: log_rows(added("9.001")), CSV: csv_rows(ENTRIES, "9.002")}, "more than one edition: 9.001 .* 9.002"),
    ],
)
def test_edition_must_be_clear(tmp_path: Path, sheets: Sheets, words: str) -> None:
    """A list without a version, or with two, is refused."""
    with pytest.raises(InputError, match=words) as caught:
        read(tmp_path, sheets)
    assert rules.EDITION.code == caught.value.finding.code
