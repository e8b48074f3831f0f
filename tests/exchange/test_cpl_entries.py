"""Rows to entries: what a cell cannot mean is a finding, and its entry stays in doubt."""

from pathlib import Path
from typing import Any

import pytest

from s1sr_validator.exchange.cpl.published_list import CplList, read_list
from s1sr_validator.exchange.workbook import read_workbook
from tests.exchange.invented_cpl import CSV, FULL, HASH, LOG, Entry, edition, full_rows, log_rows, save, smets1, smets2


def read(folder: Path, *entries: Entry) -> CplList:
    """Read a list with only the full table."""
    sheets = {LOG: log_rows(), FULL: full_rows(entries)}
    return read_list(read_workbook(save(folder / "products.xlsx", sheets)))


def codes(cpl: CplList) -> list[str]:
    """Return the codes of the findings, without that of the empty log."""
    return [finding.code for finding in cpl.findings if finding.code != "CPL011"]


def test_values_are_trimmed_and_upper_case(tmp_path: Path) -> None:
    """Colons and trailing spaces go, hex digits are upper case, text stays as it is written."""
    changes = {
        "manufacturer": "f0:0a ",
        "firmware": "0a:0b:0c:0d",
        "image_hash": HASH.lower(),
        "image_creator": " Ltd ",
    }
    (row,) = read(tmp_path, smets1(990001, **changes)).rows
    assert ("F00A", "0A0B0C0D", HASH, "Ltd") == (row.manufacturer, row.firmware, row.image_hash, row.image_creator)
    assert ("SMETS V1.2", "GBCS Version 0.0") == (row.smets_version, row.gbcs_version)


def test_numbers_get_their_zeros_back(tmp_path: Path) -> None:
    """A cell that Excel stored as a number is read with its zeros, and reported."""
    cpl = read(tmp_path, smets1(990001, model=2, hardware_version=1.0, hardware_revision=5, firmware=990001))
    assert "ESME/F001/0002/0105/00990001" == cpl.rows[0].key
    assert ["CPL009"] * 4 == codes(cpl)


@pytest.mark.parametrize(
    ("changes", "code", "column"),
    [
        ({"firmware": "01:02:03"}, "CPL006", "firmware"),
        ({"manufacturer": None}, "CPL006", "manufacturer"),
        ({"hardware_version": "1"}, "CPL006", "hardware_version"),
        ({"model": 120000.0}, "CPL006", "model"),
        ({"image_hash": "AB:CD"}, "CPL006", "image_hash"),
        ({"smets_version": " "}, "CPL006", "smets_version"),
        ({"status": "Paused"}, "CPL007", "status"),
        ({"status": None}, "CPL007", "status"),
        ({"device_type": "Invented Device"}, "CPL007", "device_type"),
        ({"gbcs_version": "GBCS Version 1.0"}, "CPL007", "smets_version"),
    ],
)
def test_entry_in_doubt(tmp_path: Path, changes: dict[str, Any], code: str, column: str) -> None:
    """One bad cell leaves its entry in doubt and says where it stands; the entry beside it is read."""
    cpl = read(tmp_path, smets1(990001, **changes), smets1(990002))
    assert ["990002"] == [row.entry for row in cpl.rows]
    assert frozenset({"990001"}) == cpl.doubtful
    (finding,) = [found for found in cpl.findings if found.code != "CPL011"]
    assert code == finding.code
    assert f"entry 990001: {column}" in finding.message
    assert (4, FULL) == (finding.location.line, finding.location.path)
    assert finding.location.column > 1


def test_row_without_a_number_may_be_any_entry(tmp_path: Path) -> None:
    """A row with a manufacturer and no entry number is an entry in doubt, not a row of explanation."""
    cpl = read(tmp_path, smets1(990001, entry="99OOO1"), smets1(990002))
    assert ["CPL006"] == codes(cpl)
    assert cpl.may_hold("990007")


def test_same_entry_twice(tmp_path: Path) -> None:
    """The same row twice is reported; two different rows of one number leave it in doubt."""
    same = read(tmp_path, smets1(990001), smets1(990001))
    assert (["CPL008"], 1, frozenset()) == (codes(same), len(same.rows), same.doubtful)
    other = read(tmp_path, smets1(990001), smets1(990001, model="00:03"))
    assert (["CPL008"], (), frozenset({"990001"})) == (codes(other), other.rows, other.doubtful)


def test_device_types(tmp_path: Path) -> None:
    """Each of the list's seven long names has its short one."""
    names = {
        "Communications Hub": "CHF",
        "Gas Smart Meter": "GSME",
        "HAN Connected Auxiliary Load Control Switch": "HCALCS",
        "Polyphase Electricity Metering Equipment": "ESME",
        "Pre-Payment Interface Device": "PPMID",
        "Single Element Electricity Metering Equipment": "ESME",
        "Twin Element Electricity Metering Equipment": "ESME",
    }
    cpl = read(tmp_path, *(smets2(990001 + place, device_type=name) for place, name in enumerate(names)))
    assert names == {row.device_type_name: row.device_type.value for row in cpl.rows}


def two_sheets(folder: Path, first: list[Entry], second: list[Entry]) -> CplList:
    """Read a list whose two tables hold different entries."""
    sheets = {**edition(first), CSV: edition(second)[CSV]}
    return read_list(read_workbook(save(folder / "products.xlsx", sheets)))


def test_sheets_that_disagree(tmp_path: Path) -> None:
    """An entry that two sheets tell differently is in doubt, and both sides are named."""
    changed = smets1(990001, status="Removed", firmware="00:00:00:01")
    cpl = two_sheets(tmp_path, [smets1(990001), smets1(990002)], [changed, smets1(990002)])
    assert ["990002"] == [row.entry for row in cpl.rows]
    assert frozenset({"990001"}) == cpl.doubtful
    assert ["CPL005", "CPL005"] == codes(cpl)
    assert "status is 'Current' in sheet 'Central Products List', 'Removed' in sheet" in cpl.findings[0].message


def test_sheets_agree_whatever_the_form(tmp_path: Path) -> None:
    """Colons, case and number cells are no disagreement."""
    first = smets1(990001, manufacturer="F0:0A", hardware_version=1)
    second = smets1(990001, manufacturer="f00a", hardware_version="01")
    assert ["CPL009"] == codes(two_sheets(tmp_path, [first], [second]))


def test_entry_in_one_sheet_only(tmp_path: Path) -> None:
    """An entry is taken from the sheet that has it, with a warning."""
    cpl = two_sheets(tmp_path, [smets1(990001), smets1(990002)], [smets1(990001), smets1(990003)])
    assert ["990001", "990002", "990003"] == [row.entry for row in cpl.rows]
    assert ["CPL010", "CPL010"] == [code for code in codes(cpl) if code != "CPL012"]


def test_model_and_hardware_must_fit(tmp_path: Path) -> None:
    """The joined column of the csv table is checked against the row's own parts."""
    sheets = {
        CSV: [[*row[:-1], "00020106"] if place else row for place, row in enumerate(edition([smets1(990001)])[CSV])]
    }
    cpl = read_list(read_workbook(save(tmp_path / "products.xlsx", sheets)))
    assert (["CPL006"], frozenset({"990001"})) == (codes(cpl), cpl.doubtful)
