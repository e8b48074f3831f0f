"""The version log: free text to first version, name and mentions. All of it is invented."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from s1sr_validator.exchange.cpl.published_list import CplList, read_list
from s1sr_validator.exchange.cpl.version_log import additions, histories, mentions
from s1sr_validator.exchange.cpl.version_log_rows import LogRow
from s1sr_validator.exchange.workbook import read_workbook
from s1sr_validator.model.device import Listing
from tests.exchange.invented_cpl import FULL, LOG, full_rows, log_rows, save, smets1


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("One New Device Model added:\n000901 - Invented Meter 01:02", {"000901": "Invented Meter 01:02"}),
        (
            "Two added\n000901 Invented One\n000902 -Invented_ Two",
            {"000901": "Invented One", "000902": "Invented_ Two"},
        ),
        ("One added:        000901 – Invented  Meter", {"000901": "Invented Meter"}),  # noqa: RUF001
        ("Two added:\n000901 - One         000902 - Two\n", {"000901": "One", "000902": "Two"}),
        ("One Model removed:\n000901 - Invented\nOne added:\n000902 - Other", {"000902": "Other"}),
        ("One New Device Model removed:\n000901 - Invented", {}),
        ("One Model re-added:\n000901 - Invented (replaces 000900)", {"000901": "Invented (replaces 000900)"}),
        ("Added selection 9.9; removed 9.8\n000901 - Invented", {"000901": "Invented"}),
        ("One added:\n0000901 - Invented", {"0000901": "Invented"}),
        ("Three added (renamed to correct entry numbers 00026, 00027):\n00901 - Invented", {"00901": "Invented"}),
        ("The hash of entry 000901 - Invented was corrected", {}),
        ("One added:\n000901 - Invented GSME 01:02 \n03:04:05:06", {"000901": "Invented GSME 01:02"}),
        ("", {}),
    ],
)
def test_additions(text: str, items: dict[str, str]) -> None:
    """An item counts under a heading that adds; its name is what stands behind the number on its line."""
    assert items == {item.written: item.name for item in additions(text)}


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("entries 000629, 000630 and 000631 have been removed", ["000629", "000630", "000631"]),
        ("entries 000629 to 000632", ["000629", "000630", "000631", "000632"]),
        ("entries 000629-000631.", ["000629", "000630", "000631"]),
        ("entries 000631 to 000629", ["000631", "000629"]),
        ("entry number 0000014 (was 00026)", ["000014", "000026"]),
        ("Updated Entry 000001: invented", ["000001"]),
        ("firmware 08000000, reference INC000000435732, C1A10001, 01:00:22:00, 03.14.B6.00", []),
        ("000001 to 000999", ["000001", "000999"]),
        ("entry 67, 12 new, in 2099", []),
    ],
)
def test_mentions(text: str, numbers: list[str]) -> None:
    """Five to seven digits that begin with 0 and stand alone are an entry number; ranges are written out."""
    assert numbers == list(mentions(text))


@given(
    st.lists(st.sampled_from(["added:", "removed:", "\n", "    ", " - ", ":", "000000", "00901", "000901", "1", "x"]))
)
def test_any_text_is_read(parts: list[str]) -> None:
    """No text stops the reader, and what a version adds it also mentions."""
    text = "".join(parts)
    listing = Listing(version="9.001", date=dt.date(2099, 1, 31))
    found = histories((LogRow(1, listing, text),))
    assert found.keys() == mentions(text).keys()
    assert {("9.001",)} >= {history.mentioned_in for history in found.values()}


def read(folder: Path, *rows: tuple[Any, Any, str], version: str) -> CplList:
    """Read a list with one entry and this log."""
    sheets = {LOG: log_rows(*rows, version=version), FULL: full_rows([smets1(901)])}
    return read_list(read_workbook(save(folder / "products.xlsx", sheets)))


def test_history_of_an_entry(tmp_path: Path) -> None:
    """First version and name come from the first addition, mentions from every version that names the entry."""
    cpl = read(
        tmp_path,
        ("9.000", "01/01/2099", "Announced: 000901 will follow."),
        ("9.001", "02/01/2099", "One New Device Model added:\n000901 - Invented Meter_x000D_\n"),
        ("9.002", "31/01/2099", "One Device Model re-added:\n000901 - Invented Meter again"),
        version="9.002",
    )
    history = cpl.histories["000901"]
    assert history.first is not None
    assert ("9.001", "2099-01-02") == (history.first.version, history.first.date.isoformat())
    assert ("Invented Meter", ("9.000", "9.001", "9.002")) == (history.name, history.mentioned_in)
    assert not cpl.findings


def test_order_of_rows_does_not_matter(tmp_path: Path) -> None:
    """A log with the newest version first gives the same first version; the order is reported."""
    cpl = read(
        tmp_path,
        ("9.010", "31/01/2099", "Entry 000901 corrected."),
        ("9.009", "02/01/2099", "One added:\n000901 - Invented Meter"),
        version="9.010",
    )
    assert ("9.009", "9.010") == cpl.histories["000901"].mentioned_in
    assert ["CPL011", "CPL011"] == [finding.code for finding in cpl.findings]


def test_version_stored_as_a_number(tmp_path: Path) -> None:
    """9.010 stored as the number 9.01 is the version that follows 9.009."""
    cpl = read(tmp_path, ("9.009", "01/01/2099", "-"), (9.01, "31/01/2099", "Entry 000901"), version="9.010")
    assert ("9.010",) == cpl.histories["000901"].mentioned_in
    assert not cpl.findings


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (("next", "31/01/2099", "-"), "no version and date"),
        (("9.002", "soon", "-"), "no version and date"),
        (("9.002", "01/01/2098", "-"), "before 9.001"),
        (("9.000", "31/01/2099", "-"), "follows version 9.001"),
    ],
)
def test_odd_rows_are_reported(tmp_path: Path, row: tuple[str, str, str], words: str) -> None:
    """A row without a version or date, or out of order, is reported with its place."""
    cpl = read(tmp_path, ("9.001", "31/01/2099", "One added:\n000901 - Invented"), row, version="9.001")
    (found,) = [finding for finding in cpl.findings if words in finding.message]
    assert ("CPL011", 6, LOG) == (found.code, found.location.line, found.location.path)


def test_newest_row_must_be_the_edition(tmp_path: Path) -> None:
    """A log that ends before the edition is reported."""
    cpl = read(tmp_path, ("9.001", "31/01/2099", "-"), version="9.002")
    assert "last row is not version 9.002" in cpl.findings[0].message


def test_mistyped_and_missing_numbers_are_reported(tmp_path: Path) -> None:
    """A number with a zero too many is read and reported, as is one that the table does not have."""
    cpl = read(tmp_path, ("9.001", "31/01/2099", "Two added:\n0000901 - Invented\n000902 - Gone"), version="9.001")
    assert "Invented" == cpl.histories["000901"].name
    assert ["CPL012", "CPL012"] == [finding.code for finding in cpl.findings]
