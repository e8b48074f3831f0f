"""Builds small workbooks in the shape of the Central Products List. Everything in them is invented.

No real manufacturer identifier begins with F0, and no real version of the list with 9.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import openpyxl

Entry = dict[str, Any]
Cells = Sequence[Any]
Sheets = Mapping[str, Sequence[Cells]]

FULL_COLUMNS = {
    "entry": ("Entry", "number"),
    "status": ("Entry", "status"),
    "device_type": ("Device_Type", "name"),
    "manufacturer": ("Device_Model", "manufacturer_identifier"),
    "model": ("Device_Model", "model_identifier"),
    "hardware_version": ("Device_Model", "hardware_version.version"),
    "hardware_revision": ("Device_Model", "hardware_version.revision"),
    "firmware": ("Device_Model", "firmware_version"),
    "smets_version": ("SMETS_CHTS Version", "Version_number_and_effective_date"),
    "gbcs_version": ("GBCS Version", "version_number"),
    "image_creator": ("Manufacturer_Image", "creator"),
    "image_hash": ("Manufacturer_Image", "hash"),
    "image_descriptor": ("Manufacturer_Image", "descriptor"),
}
CSV_COLUMNS = {name: ".".join(title) for name, title in FULL_COLUMNS.items() if "image" not in name or "hash" in name}
HASH = "AB" * 32
FULL, CSV, LOG = "Central Products List", "CPL - saveable in CSV", "Version Control"


def smets1(number: int, **changes: Any) -> Entry:  # noqa: ANN401 - a cell holds anything
    """Return an invented SMETS1 entry; its number makes its firmware."""
    firmware = f"{number:08X}"
    entry = {
        "entry": f"{number:06d}",
        "status": "Current",
        "device_type": "Single Element Electricity Metering Equipment",
        "manufacturer": "F0:01",
        "model": "00:02",
        "hardware_version": "01",
        "hardware_revision": "05",
        "firmware": ":".join(firmware[place : place + 2] for place in range(0, 8, 2)),
        "smets_version": "SMETS V1.2 ",
        "gbcs_version": "GBCS Version 0.0",
        "image_creator": None,
        "image_hash": None,
        "image_descriptor": None,
    }
    return entry | changes


def smets2(number: int, **changes: Any) -> Entry:  # noqa: ANN401 - a cell holds anything
    """Return an invented entry that is not SMETS1."""
    return smets1(number, manufacturer="F0:02", smets_version="SMETS V2.0 ", gbcs_version="GBCS Version 2.0") | changes


def key(number: int) -> str:
    """Return the CPL key of the SMETS1 entry of that number."""
    return f"ESME/F001/0002/0105/{number:08X}"


def full_rows(entries: Sequence[Entry]) -> list[Cells]:
    """Return the rows of the full table: two header rows, a row of explanations, then the entries."""
    groups = ["Data Group", *(group for group, _ in FULL_COLUMNS.values())]
    attributes = ["Data Attribute", *(attribute for _, attribute in FULL_COLUMNS.values())]
    notes = ["Notes", *("Invented explanation" for _ in FULL_COLUMNS)]
    return [groups, attributes, notes, *([None, *(entry[name] for name in FULL_COLUMNS)] for entry in entries)]


def csv_rows(entries: Sequence[Entry], version: str = "9.001") -> list[Cells]:
    """Return the rows of the table with dotted column names, codes without colons."""
    stated = f"Version {version} Issued on 31-01-2099"
    rows = [
        [stated, *(_bare(entry[name]) for name in CSV_COLUMNS), f"{_bare(entry['model'])}0105"] for entry in entries
    ]
    joined = "Device_Model.model_identifier_concatenated_with_hardware_version"
    return [["Version", *CSV_COLUMNS.values(), joined], *rows]


def log_rows(*rows: tuple[Any, Any, str], version: str = "9.001") -> list[Cells]:
    """Return the rows of the version log, with the statement of the edition above."""
    return [
        ["Central Products List (CPL)"],
        [f"Version {version} Issued on 31-01-2099"],
        ["Version History"],
        ["Version Number (each issued version counts up)", "Date Of Issue", "Changes incorporated"],
        *rows,
    ]


def added(version: str, *entries: Entry, date: str = "31/01/2099") -> tuple[str, str, str]:
    """Return a log row that adds the entries."""
    items = "".join(f"{entry['entry']} - Invented Meter {entry['firmware']}\n" for entry in entries)
    return version, date, f"{len(entries)} New Device Models added:\n{items}_x000D_\n"


def edition(entries: Sequence[Entry], version: str = "9.001") -> Sheets:
    """Return the three sheets of an edition that adds all of its entries in 9.001."""
    rows = [added("9.001", *entries)]
    if version != "9.001":
        rows.append((version, "31/01/2099", "An invented change of the form."))
    return {LOG: log_rows(*rows, version=version), FULL: full_rows(entries), CSV: csv_rows(entries, version)}


def save(path: Path, sheets: Sheets) -> Path:
    """Write the sheets as a workbook."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    book.save(path)
    return path


def _bare(value: Any) -> Any:  # noqa: ANN401 - a cell holds anything
    return value.replace(":", "") if isinstance(value, str) else value
